"""The packs that travel with the program hold what they promise."""

import importlib.resources

import pytest

from sotk.files import load_text
from sotk.packs import SHIPPED, Limit, load_pack, template_text
from sotk.packs.compiled import PARTS, compiled_contents
from sotk.packs.contents import read_contents
from sotk.packs.folder import shipped_folder
from sotk.packs.nomenclature import Code
from sotk.packs.references import reference_faults
from sotk.packs.tables import clients_of, rows
from sotk.packs.titles import Title


def pack_of(name):
    pack = load_pack(name).pack
    assert pack is not None
    return pack


def every_limit():
    return [
        pytest.param(limit, id=f"{name}-{limit.id}") for name in SHIPPED for limit in pack_of(name).limits
    ]


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_pack_loads_without_findings(name):
    assert load_pack(name).findings == ()


@pytest.mark.parametrize("name", SHIPPED)
def test_the_files_of_a_shipped_pack_agree_with_each_other(name):
    assert reference_faults(read_contents(shipped_folder(name)), pack_of(name)) == []


@pytest.mark.parametrize("name", SHIPPED)
def test_every_row_of_every_table_can_be_read(name):
    folder, faults = shipped_folder(name), []
    for path in folder.listed("codes", ".csv"):
        assert list(rows(folder, path, Code, faults))
    list(rows(folder, "titles.csv", Title, faults))
    assert faults + clients_of(folder)[1] == []


@pytest.mark.parametrize("limit", every_limit())
def test_every_limit_carries_a_source_and_a_verified_one_its_article(limit: Limit):
    assert limit.source
    assert limit.article or not limit.verified


@pytest.mark.parametrize("name", SHIPPED)
def test_every_echelon_exemption_and_checklist_carries_a_source(name):
    pack = pack_of(name)
    for entry in (*pack.echelon_rules, *pack.exemptions, *pack.checklists.values(), *pack.measures.scales):
        assert entry.source
        assert entry.article or not entry.verified


@pytest.mark.parametrize("name", SHIPPED)
def test_every_template_is_a_structure_without_findings_of_kinds_of_its_pack(name):
    pack = pack_of(name)
    for template in pack.templates():
        loaded = load_text(template_text(pack, template.id))
        assert loaded.findings == ()
        assert {unit.kind for unit in loaded.structure.units.values()} <= set(pack.kinds)
        assert loaded.structure.header.pack == name
        assert not loaded.structure.provisional


@pytest.mark.parametrize("name", SHIPPED)
def test_no_template_file_is_left_out_of_the_list(name):
    files = shipped_folder(name).listed("templates", ".yaml")
    assert {f"templates/{template.id}.yaml" for template in pack_of(name).templates()} == set(files)


def test_a_template_keeps_the_caps_of_its_type():
    pack = pack_of("pemda")
    for template in pack.templates():
        structure = load_text(template_text(pack, template.id)).structure
        header = structure.header
        regime = pack.regime_at(header.effective)
        for unit in structure.units.values():
            parent = structure.units.get(unit.parent or "")
            below = [structure.units[child].kind for child in structure.below(unit.id)]
            for topic in ("children", "simplification"):
                for limit in pack.limits_for(
                    topic,
                    kind=unit.kind,
                    under=parent.kind if parent else None,
                    agency_type=header.agency.type,
                    regime=regime.id,
                    level=header.government.level,
                    unit_class=unit.unit_class,
                ):
                    assert limit.allows(sum(kind in limit.counts for kind in below)), (template, unit, limit)


def test_a_template_gives_each_head_an_echelon_the_pack_allows():
    pack = pack_of("pemda")
    for template in pack.templates():
        structure = load_text(template_text(pack, template.id)).structure
        for unit in structure.units.values():
            if unit.head is None:
                continue
            parent = structure.units.get(unit.parent or "")
            rule = pack.echelon(
                unit.kind, "provinsi", under=parent.kind if parent else None, regime="penyederhanaan"
            )
            assert unit.head.echelon in rule.echelons


def test_the_nomenclature_is_small_enough_to_travel():
    root = importlib.resources.files("sotk.packs") / "pemda" / "codes"
    assert sum(len(entry.read_bytes()) for entry in root.iterdir()) < 1_500_000


def test_the_pack_of_a_regional_government_knows_26_groups_of_clients():
    clients = pack_of("pemda").clients
    assert len(clients) == 26
    assert all(group.source for group in clients)


def test_no_shipped_file_names_a_place_on_a_machine():
    for name in SHIPPED:
        for path in (importlib.resources.files("sotk.packs") / name).rglob("*.yaml"):
            assert "/work" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SHIPPED)
def test_what_is_compiled_of_a_pack_is_what_its_files_say(name):
    read, loaded = read_contents(shipped_folder(name)), compiled_contents(shipped_folder(name))
    assert [part for part in PARTS if getattr(read, part) != getattr(loaded, part)] == []
    assert read.found == loaded.found == []
