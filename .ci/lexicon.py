"""Writes what duties are read by: `sotk/overlap/data/lexicon.json`, of the lists beside it.

python .ci/lexicon.py
"""

import json
from pathlib import Path
from typing import Any

from sotk.overlap.lexicon import COMPILED
from sotk.overlap.sources import compiled

PATH = Path(__file__).resolve().parent.parent / "sotk" / "overlap" / "data" / COMPILED


def text() -> str:
    """JSON with a line for each concept, phrase or word, so that a changed term is a changed line."""
    parts = [f"{_json(name)}: {_entries(part)}" for name, part in compiled().items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _entries(part: dict[str, Any] | list[str]) -> str:
    if isinstance(part, list):
        return "[\n" + ",\n".join(map(_json, part)) + "\n]"
    return "{\n" + ",\n".join(f"{_json(name)}: {_json(value)}" for name, value in part.items()) + "\n}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    PATH.write_text(text(), encoding="utf-8")
