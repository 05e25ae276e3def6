"""Operations are closed over the model: every field of every entity can be changed by one of them."""

from dataclasses import fields, replace

import pytest

from sotk.compare import diff, operations
from sotk.files import load_text
from sotk.model import Structure
from sotk.scenario import CLASSES, apply, apply_all
from sotk.scenario.owner import LISTS
from tests.operation import operation_of

BASE = load_text("""
sotk: 1
structure: dinas
name: Dinas Sosial
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  head: {id: kadis, title: Kepala Dinas}
  duties: [{id: d1, text: pembinaan, level: tugas}, {id: d2, text: pelaporan}]
  units:
    - id: a
      name: Bidang A
      kind: bidang
      head: {id: kabid, title: Kepala Bidang, duties: [{id: d3, text: analisis}]}
      positions: [{id: analis, title: Analis}]
    - {id: b, name: Bidang B, kind: bidang}
objectives: [{id: o1, text: sejahtera}, {id: o2, text: terlayani}]
indicators: [{id: i1, text: persentase, objective: o1, lead: a}]
lines: [{from: a, to: b, kind: koordinasi}]
teams: [{id: tim, name: Tim Kerja}]
waivers: [{id: w1, rule: SPN001, reason: bertahap}]
conflicts: [{id: c1, kind: field, entity: unit, subject: a}]
""").structure

# Another value for each field, in Python's words. Ids are chosen once: another id is another entity.
OTHER = {
    "structure": {
        "id": "dinsos", "name": "Dinas", "pack": "pemda", "government": {"level": "provinsi", "name": "Jawa Barat"},
        "agency": {"type": "A", "score": "900", "affairs": ["1.06"]}, "regime": "penyederhanaan",
        "legal_basis": [{"instrument": "Pergub", "number": "012"}], "effective": "2021-07-01",
        "until": "2022-07-01", "status": "usulan", "illustrative": ["a.name"], "annex": {"number": "1:30"},
        "notes": "no",
    },
    "unit": {
        "name": "Bidang Alpha", "kind": "seksi", "parent": None, "short": "A", "head": None, "positions": None,
        "duties": None, "site": "Bandung", "unit_class": "A", "hours": "9000", "criteria": ["beban"],
        "effective": "2021-07-01", "until": "2022-07-01", "legal_basis": [{"instrument": "Perda"}],
        "lineage": ["lama"], "retained": "x", "exempt": "x", "notes": "no",
    },
    "position": {
        "title": "Analis Data", "category": "fungsional", "grade": "muda", "echelon": "III.a", "job_class": "12",
        "need": "3", "filled": {"pns": "1", "pppk": "1"}, "retirements": {"2024": "1"},
        "workload": [{"task": "x", "volume": "1.10", "minutes": "5"}], "duties": None, "acting": "true",
        "double_hatted": "true", "holders": [{"name": "N", "nip": "012"}], "notes": "no",
    },
    "duty": {
        "level": "uraian", "text": "penyuluhan", "parent": "d1", "role": "support", "code": "1.06",
        "clients": ["lansia"], "stage": "kebijakan", "site": "Bandung", "pasal": "5",
    },
    "objective": {"level": "program", "text": "x", "parent": "o1", "csf": "x", "plan": "RPJMD"},
    "indicator": {
        "text": "x", "objective": "o2", "measure": "persen", "formula": "x", "source": "x", "polarity": "maksimasi",
        "cumulation": "kumulatif", "lead": "b", "supporters": ["b"], "baseline": "1.10", "targets": {"2024": "1.10"},
        "actuals": {"2024": "1"},
    },
    "line": {"source": "dinas", "target": "dinas", "kind": "fungsional", "notes": "x"},
    "team": {
        "name": "Tim", "unit": "a", "leader": "kabid", "members": ["a", "analis"], "task": "x", "letter": "x",
        "site": "x",
    },
    "waiver": {
        "rule": "SPN002", "unit": "a", "entity": "unit", "subject": "a", "reason": "x", "until": "2022-12-31",
    },
    "conflict": {
        "kind": "order", "entity": "duty", "subject": "d1", "field": "text", "base": "1", "ours": "2", "theirs": "3",
    },
}  # fmt: skip
SUBJECTS = {
    "unit": "a", "position": "analis", "duty": "d2", "objective": "o2", "indicator": "i1",
    "line": "a>b:koordinasi", "team": "tim", "waiver": "w1", "conflict": "c1",
}  # fmt: skip
OTHERWISE = {
    ("unit", "parent"): {"op": "move_unit", "unit": "b", "under": "a"},
    ("unit", "positions"): {"op": "move", "entity": "position", "id": "analis", "to": "b"},
    ("unit", "duties"): {"op": "transfer_duty", "duty": "d1", "to": "a"},
    ("position", "duties"): {"op": "move", "entity": "duty", "id": "d2", "to": "analis"},
}


@pytest.mark.parametrize(
    ("entity", "field"), [(entity, each.name) for entity, cls in CLASSES.items() for each in fields(cls)]
)
def test_every_field_of_the_model_can_be_changed(entity, field):
    if field == "id" and entity != "structure":
        refused = apply(
            BASE, _operation(op="set", entity=entity, id=SUBJECTS[entity], field="id", value="lain")
        )
        assert refused.findings[0].code == "OPR010"
        return
    given = OTHERWISE.get((entity, field)) or {
        "op": "set",
        "entity": entity,
        "id": SUBJECTS.get(entity),
        "field": field,
        "value": OTHER[entity][field],
    }
    applied = apply(BASE, _operation(**given))
    assert not applied.refused, applied.findings
    assert applied.structure != BASE
    assert apply_all(BASE, operations(diff(BASE, applied.structure))).structure == applied.structure


def test_every_part_of_a_structure_is_reached():
    reached = {"header", "root", "units", "children", "provisional", *LISTS.values()}
    assert {each.name for each in fields(Structure)} == reached
    rooted = apply(BASE, _operation(op="set", entity="structure", field="root", value="b"))
    assert (rooted.structure.root, rooted.structure.units["dinas"].parent) == ("b", "b")


@pytest.mark.parametrize("entity", [*LISTS, "position", "duty"])
def test_every_entity_can_be_added_removed_and_put_elsewhere_in_its_sequence(entity):
    value = {
        "position": {"id": "baru", "title": "Baru"},
        "duty": {"id": "baru", "text": "baru"},
        "objective": {"id": "baru", "text": "baru"},
        "indicator": {"id": "baru", "text": "baru"},
        "line": {"from": "b", "to": "a"},
        "team": {"id": "baru", "name": "Baru"},
        "waiver": {"id": "baru", "rule": "SPN001", "reason": "x"},
        "conflict": {"id": "baru", "kind": "order", "entity": "unit", "subject": "a"},
    }[entity]
    id = "b>a:koordinasi" if entity == "line" else "baru"
    add = _operation(op="add", entity=entity, to="a", value=value)
    added = apply(BASE, add)
    assert not added.refused, added.findings
    sibling = next((each for each in _sequence(added.structure, entity) if each != id), None)
    if sibling is not None:
        moved = apply(added.structure, _operation(op="move", entity=entity, id=id, before=sibling))
        assert _sequence(moved.structure, entity).index(id) < _sequence(moved.structure, entity).index(
            sibling
        )
    assert apply(added.structure, _operation(op="remove", entity=entity, id=id)).structure == BASE


def _sequence(structure, entity):
    unit = structure.units["a"]
    found = {"position": unit.positions, "duty": unit.duties}.get(entity)
    return [each.id for each in (getattr(structure, LISTS[entity]) if found is None else found)]


def _operation(**raw):
    return operation_of({key: value for key, value in raw.items() if value is not None or key == "value"})


def test_a_structure_is_shared_where_it_was_not_changed():
    applied = apply(BASE, _operation(op="set", entity="unit", id="a", field="name", value="Alpha"))
    assert applied.structure.units["b"] is BASE.units["b"]
    assert replace(applied.structure, units=BASE.units) == BASE
