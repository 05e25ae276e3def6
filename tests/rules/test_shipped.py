"""What is said of the shipped structures, read finding by finding: no lawful chart is called unlawful."""

from datetime import date
from pathlib import Path

import pytest

from sotk.files import load_text
from sotk.packs import load_pack, template_text
from sotk.rules import check

STRUCTURES = Path(__file__).parents[2] / "structures"
OTHERS = ["FUN004"]
"""Overlap of duty texts has its own figures and its own tests."""
EXPECTED = {
    "dinsos-gorontalo/dinsos.yaml": {"ANX001", "CAP001", "CAP002", "FUN001", "FUN007", "FUN011", "SPN002"},
    "dinsos-jabar/eksisting.yaml": {
        "ANX001",
        "FRM005",
        "FUN005",
        "FUN006",
        "FUN011",
        "HED002",
        "IKU001",
        "SPN002",
        "SPN004",
        "UPT001",
        "UPT003",
        "WRK001",
        "WRK003",
    },
}


@pytest.mark.parametrize("path", sorted(STRUCTURES.rglob("*.yaml")), ids=lambda path: path.stem)
def test_no_shipped_structure_breaks_a_law(path: Path) -> None:
    structure = load_text(path.read_text(encoding="utf-8")).structure
    if structure is None:
        return
    pack = load_pack(structure.header.pack).pack
    assert pack is not None
    found = check(structure, pack, ignore=OTHERS, today=date(2026, 1, 1), strict=True)
    assert not [finding for finding in found if finding.severity == "error"]
    expected = EXPECTED.get(path.relative_to(STRUCTURES).as_posix())
    if expected is not None:
        assert {finding.code for finding in found} == expected


TEMPLATES = [
    (pack, template.id)
    for pack in ("pemda", "kementerian", "generic")
    for template in load_pack(pack).pack.templates()
]


@pytest.mark.parametrize(("name", "template"), TEMPLATES)
def test_of_a_lawful_template_nothing_is_said_but_what_is_not_given(name: str, template: str) -> None:
    pack = load_pack(name).pack
    assert pack is not None
    structure = load_text(template_text(pack, template) or "").structure
    assert structure is not None
    found = check(structure, pack, today=date(2026, 1, 1), strict=True)
    assert {finding.severity for finding in found} <= {"cannot_tell"}


def test_work_of_another_level_is_said_once_a_unit_with_all_duties_that_name_it() -> None:
    structure = load_text((STRUCTURES / "dinsos-gorontalo/dinsos.yaml").read_text(encoding="utf-8")).structure
    pack = load_pack("pemda").pack
    assert structure is not None
    assert pack is not None
    (found,) = (finding for finding in check(structure, pack) if finding.code == "FUN011")
    assert found.subject.id == "bid-rehsos-f8"
    assert [each.id for each in found.related] == [f"bid-rehsos-f{n}" for n in (9, 11, 13, 14)]
