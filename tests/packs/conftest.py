"""A user's pack, written for one test."""

from pathlib import Path
from textwrap import dedent

import pytest


@pytest.fixture
def write_pack(tmp_path):
    """Write the files of a pack; gives the folder the pack stands in."""

    def write(name: str, **files: str) -> Path:
        folder = tmp_path / name
        for path, text in files.items():
            place = folder / path.replace("__", "/").replace("_yaml", ".yaml").replace("_csv", ".csv")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(dedent(text), encoding="utf-8")
        return tmp_path

    return write
