"""Writes what the shipped packs say as it is loaded: `compiled.json` in the folder of each.

python .ci/packs.py
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sotk.packs.compiled import COMPILED, PARTS, plain
from sotk.packs.contents import read_contents
from sotk.packs.folder import SHIPPED, shipped_folder

FOLDER = Path(__file__).resolve().parent.parent / "sotk" / "packs"


def paths() -> Iterator[tuple[str, Path]]:
    """Each shipped pack, and where it is compiled to."""
    return ((name, FOLDER / name / COMPILED) for name in SHIPPED)


def text(name: str) -> str:
    """JSON with a line for each entry, so that a changed limit is a changed line."""
    contents = read_contents(shipped_folder(name))
    if contents.found:
        message = f"the pack {name} has findings: {contents.found}"
        raise ValueError(message)
    parts = {part: plain(getattr(contents, part)) for part in PARTS}
    return _object(parts, depth=2) + "\n"


def _object(value: Any, depth: int) -> str:
    """JSON whose lists of objects stand a line each, so many levels deep."""
    if isinstance(value, dict) and depth:
        return (
            "{\n" + ",\n".join(f"{_json(key)}: {_list(held, depth)}" for key, held in value.items()) + "\n}"
        )
    return _json(value)


def _list(value: Any, depth: int) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return (
            "[\n"
            + ",\n".join(_object(each, depth - 1 if _holds_lists(each) else 0) for each in value)
            + "\n]"
        )
    return _object(value, depth - 1)


def _holds_lists(value: dict[str, Any]) -> bool:
    """Whether an object, such as a regulation, has entries of its own."""
    return any(isinstance(held, list) and held and isinstance(held[0], dict) for held in value.values())


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    for name, path in paths():
        path.write_text(text(name), encoding="utf-8")
