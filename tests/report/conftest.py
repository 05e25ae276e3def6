"""What the tests of documents share: a material from a path, a document of it, goldens to be reviewed."""

from dataclasses import replace
from pathlib import Path

import pytest

from sotk.report.kinds.catalogue import kind_of
from sotk.report.material import Material
from sotk.report.render import markdown
from sotk.scenario import replay
from sotk.workspace import open_path
from tests.golden import comparing

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
    return comparing(GOLDEN)
