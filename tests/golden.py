"""Texts compared with reviewed files."""

import os
from collections.abc import Callable
from pathlib import Path


def comparing(folder: Path) -> Callable[[str, str], None]:
    """Compares a text with a file of the folder; SOTK_UPDATE_GOLDEN=1 writes it anew."""

    def compare(name: str, text: str) -> None:
        path = folder / name
        if os.environ.get("SOTK_UPDATE_GOLDEN"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        tests = folder.relative_to(Path(__file__).parent.parent).parent.as_posix()
        repair = f"look at the difference, then: SOTK_UPDATE_GOLDEN=1 pytest {tests}"
        assert path.exists(), repair
        assert text == path.read_text(encoding="utf-8"), repair

    return compare
