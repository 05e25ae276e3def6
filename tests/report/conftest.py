"""What the tests of documents share: a material from a path, a document of it, goldens to be reviewed."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from sotk.report.kinds.catalogue import kind_of
from sotk.report.material import Material
from sotk.report.render import markdown
from sotk.scenario import replay
from sotk.workspace import open_path

STRUCTURES = Path(__file__).parent.parent.parent / "structures"
GOLDEN = Path(__file__).parent / "golden"


def material(name: str, language: str = "id", **more) -> Material:
    """The material of a shipped structure or proposal."""
    found = open_path(STRUCTURES / name)
    scenario, base = found.loaded.scenario, found.base
    given = Material(
        structure=found.structure,
        pack=found.pack,
        language=language,
        base=base,
        base_name=base.name if base else "",
        scenario=scenario,
        skipped=replay(base, scenario).skipped if base and scenario else (),
        partial=found.partial,
    )
    return replace(given, **more)


def made(kind: str, given: Material):
    """A document of a kind."""
    return kind_of(kind).make(given)


def markdown_of(document) -> str:
    return markdown.render(document).decode("utf-8")


@pytest.fixture
def golden():
    """Compare a text with a reviewed file; SOTK_UPDATE_GOLDEN=1 writes it anew."""

    def compare(name, text):
        path = GOLDEN / name
        if os.environ.get("SOTK_UPDATE_GOLDEN"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        repair = "look at the difference, then: SOTK_UPDATE_GOLDEN=1 pytest tests/report"
        assert path.exists(), repair
        assert text == path.read_text(encoding="utf-8"), repair

    return compare
