"""What each operation does to what it touches, and why it is refused."""

import sys

import pytest

from sotk.files import load_text
from sotk.model import Scenario
from sotk.scenario import CODES, apply, replay, replay_chain
from tests.operation import operation_of

BASE = load_text("""
sotk: 1
structure: dinas
name: Dinas Sosial
effective: 2017-01-01
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  head: {id: kadis, title: Kepala Dinas}
  units:
    - id: a
      name: Seksi A
      kind: seksi
      head: {id: kasi-a, title: Kepala Seksi A}
      positions: [{id: analis, title: Analis}]
      duties: [{id: t, text: pembinaan, level: tugas}, {id: u, text: pendataan, level: uraian, parent: t}]
      units: [{id: a1, name: Pos A1, kind: pos}]
    - id: b
      name: Seksi B
      kind: seksi
      head: {id: kasi-b, title: Kepala Seksi B, duties: [{id: d, text: analisis}]}
    - {id: c, name: Seksi C, kind: seksi}
objectives: [{id: o, text: sejahtera}, {id: o1, text: terlayani, parent: o}]
indicators: [{id: i, text: persentase, objective: o, lead: a, supporters: [b, c]}]
lines:
  - {from: a, to: b, kind: koordinasi}
  - {from: a, to: c, kind: koordinasi}
teams: [{id: tim, name: Tim Kerja, unit: a, leader: analis, members: [a, kasi-b]}]
waivers: [{id: w, rule: SPN001, unit: a, reason: bertahap}]
""").structure


def op(**raw):
    return operation_of(raw)


def do(**raw):
    applied = apply(BASE, op(**raw))
    assert not applied.refused, applied.findings
    return applied


REFUSED = [
    ("OPR001", {"op": "move_unit", "unit": "x", "under": "a"}),
    ("OPR001", {"op": "add", "entity": "line", "value": {"from": "a", "to": "x"}}),
    ("OPR001", {"op": "set", "entity": "indicator", "id": "i", "field": "lead", "value": "x"}),
    ("OPR001", {"op": "split_unit", "unit": "a", "into": [
        {"unit": {"id": "p", "name": "P", "kind": "seksi"}, "duties": ["d"]},
        {"unit": {"id": "q", "name": "Q", "kind": "seksi"}}]}),
    ("OPR002", {"op": "add_unit", "under": "a", "unit": {"id": "b", "name": "B", "kind": "seksi"}}),
    ("OPR002", {"op": "add_unit", "under": "a", "unit": {"id": "n", "name": "N", "kind": "seksi",
        "head": {"id": "kadis", "title": "K"}}}),
    ("OPR002", {"op": "add_unit", "under": "a", "unit": {"id": "n", "name": "N", "kind": "seksi",
        "duties": [{"id": "x", "text": "1"}, {"id": "x", "text": "2"}]}}),
    ("OPR003", {"op": "move_unit", "unit": "a", "under": "a1"}),
    ("OPR003", {"op": "set", "entity": "duty", "id": "t", "field": "parent", "value": "u"}),
    ("OPR003", {"op": "set", "entity": "objective", "id": "o", "field": "parent", "value": "o1"}),
    ("OPR004", {"op": "remove_unit", "unit": "a"}),
    ("OPR004", {"op": "remove_unit", "unit": "a", "duties_to": "a1"}),
    ("OPR004", {"op": "remove", "entity": "position", "id": "kasi-b"}),
    ("OPR005", {"op": "remove", "entity": "duty", "id": "t"}),
    ("OPR005", {"op": "remove", "entity": "objective", "id": "o"}),
    ("OPR006", {"op": "set", "entity": "position", "id": "analis", "field": "need", "value": "dua"}),
    ("OPR006", {"op": "merge_units", "units": ["a", "a"], "into": {"id": "n", "name": "N", "kind": "s"}}),
    ("OPR007", {"op": "set", "entity": "unit", "id": "a", "field": "nmae", "value": "x"}),
    ("OPR007", {"op": "add_unit", "under": "a", "unit": {"id": "n", "nmae": "N", "name": "N", "kind": "s"}}),
    ("OPR008", {"op": "add_unit", "under": "a", "unit": {"id": "n", "kind": "seksi"}}),
    ("OPR008", {"op": "set", "entity": "unit", "id": "a", "field": "name", "value": None}),
    ("OPR008", {"op": "add", "entity": "duty", "value": {"id": "n", "text": "x"}}),
    ("OPR009", {"op": "move_unit", "unit": "a1", "under": "dinas", "before": "kadis"}),
    ("OPR009", {"op": "move_unit", "unit": "a1", "under": "dinas", "before": "b", "after": "a"}),
    ("OPR010", {"op": "set", "entity": "unit", "id": "a", "field": "parent", "value": "b"}),
    ("OPR011", {"op": "remove_unit", "unit": "dinas"}),
    ("OPR011", {"op": "move_unit", "unit": "dinas", "under": "a"}),
    ("OPR012", {"op": "remove", "entity": "unit", "id": "a"}),
    ("OPR013", {"op": "reorder", "under": "dinas", "order": ["a", "b"]}),
]  # fmt: skip


@pytest.mark.parametrize(("code", "raw"), REFUSED)
def test_an_operation_that_cannot_be_done_is_refused_and_changes_nothing(code, raw):
    applied = apply(BASE, op(**raw))
    assert [finding.code for finding in applied.findings] == [code]
    assert applied.structure is BASE


def test_every_code_of_a_refusal_is_tried():
    tried = {code for code, _raw in REFUSED} | {"OPR014", "OPR015", "OPR020", "OPR021", "OPR022"}
    assert tried == set(CODES)


def test_an_unknown_field_comes_with_the_word_that_was_meant():
    refused = apply(BASE, op(op="set", entity="unit", id="a", field="nmae", value="x"))
    assert refused.findings[0].remedy.args["word"] == "name"


def test_what_a_removed_unit_held_goes_where_it_is_sent_and_the_rest_is_said():
    applied = do(op="remove_unit", unit="a", duties_to="b")
    after = applied.structure
    assert [duty.id for duty in after.units["b"].duties] == ["t", "u"]
    assert [each.id for each in after.units["b"].positions] == ["kasi-a", "analis"]
    assert after.units["b"].head.id == "kasi-b"
    assert (after.indicators[0].lead, after.indicators[0].supporters) == ("b", ("c",))
    assert after.lines == ()
    assert (after.teams[0].unit, after.teams[0].leader) == ("b", "analis")
    assert after.waivers[0].unit == "b"
    said = {(finding.code, finding.subject.id) for finding in applied.findings}
    assert {("OPR020", "a>b:koordinasi"), ("OPR022", "i"), ("OPR022", "tim"), ("OPR022", "w")} <= said


def test_merged_units_give_all_they_hold_to_one_and_are_remembered():
    applied = do(op="merge_units", units=["a", "b"], into={"id": "ab", "name": "Seksi AB", "kind": "seksi"})
    after, merged = applied.structure, applied.structure.units["ab"]
    assert after.below("dinas") == ("ab", "c")
    assert merged.lineage == ("a", "b")
    assert [duty.id for duty in merged.duties] == ["t", "u"]
    assert [each.id for each in merged.positions] == ["kasi-a", "analis", "kasi-b"]
    assert after.below("ab") == ("a1",)
    assert (after.indicators[0].lead, after.indicators[0].supporters) == ("ab", ("c",))
    assert [line.id for line in after.lines] == ["ab>c:koordinasi"]  # a line to itself is none
    assert after.teams[0].members == ("ab", "kasi-b")
    assert {"OPR020", "OPR021", "OPR022"} == {finding.code for finding in applied.findings}


def test_a_unit_that_takes_in_another_keeps_its_id_and_its_head():
    after = do(
        op="merge_units", units=["a", "b"], into={"id": "a", "name": "Seksi A", "kind": "seksi"}
    ).structure
    assert after.units["a"].head.id == "kasi-a"
    assert after.units["a"].lineage == ("a", "b")
    assert after.below("dinas") == ("a", "c")


def test_the_parts_of_a_split_unit_take_what_they_name_and_the_first_the_rest():
    after = do(
        op="split_unit",
        unit="a",
        into=[
            {"unit": {"id": "p", "name": "P", "kind": "seksi"}},
            {"unit": {"id": "q", "name": "Q", "kind": "seksi"}, "duties": ["u"], "positions": ["analis"]},
        ],
    ).structure
    assert after.below("dinas") == ("p", "q", "b", "c")
    assert [duty.id for duty in after.units["p"].duties] == ["t"]
    assert [duty.id for duty in after.units["q"].duties] == ["u"]
    assert after.units["p"].head.id == "kasi-a"
    assert after.below("p") == ("a1",)
    assert after.units["q"].lineage == ("a",)
    assert after.indicators[0].lead == "p"


def test_a_transferred_duty_takes_those_below_it_along():
    after = do(op="transfer_duty", duty="t", to="c").structure
    assert [duty.id for duty in after.units["c"].duties] == ["t", "u"]
    assert after.units["a"].duties == ()


def test_a_new_head_lets_the_old_one_stay_as_a_position():
    applied = do(op="set", entity="unit", id="a", field="head", value="analis")
    unit = applied.structure.units["a"]
    assert (unit.head.id, [each.id for each in unit.positions]) == ("analis", ["kasi-a"])
    assert applied.findings[0].code == "OPR021"


def test_a_position_that_is_removed_leaves_its_teams():
    applied = do(op="remove", entity="position", id="analis")
    assert applied.structure.teams[0].leader is None
    assert applied.findings[0].code == "OPR020"


def test_positions_and_duties_of_a_new_unit_need_no_ids():
    unit = {"id": "n", "name": "N", "kind": "seksi", "head": {"title": "Kepala N"}, "duties": [{"text": "x"}]}
    after = do(op="add_unit", under="dinas", unit=unit, after="a").structure
    assert after.below("dinas") == ("a", "n", "b", "c")
    assert after.units["n"].head.id == "kepala-n"
    assert ("duty", after.units["n"].duties[0].id) in after.provisional


def scenario(*raws, **fields):
    return Scenario(
        id="s", name="Usulan", base="x.yaml", operations=tuple(op(**raw) for raw in raws), **fields
    )


NEW = {"op": "add_unit", "under": "dinas", "unit": {"id": "n", "name": "N", "kind": "seksi"}}


def test_a_replay_skips_what_is_refused_and_what_depends_on_it_and_goes_on():
    replayed = replay(
        BASE,
        scenario(
            {**NEW, "under": "x"},
            {"op": "move_unit", "unit": "a1", "under": "n"},
            {"op": "set", "entity": "unit", "id": "c", "field": "name", "value": "Seksi Data"},
        ),
    )
    assert (replayed.skipped, replayed.partial) == ((1, 2), True)
    assert [finding.code for finding in replayed.findings] == ["OPR001", "OPR015"]
    assert tuple(replayed.findings[0].subject) == ("operation", "1", "under")
    assert replayed.structure.units["c"].name == "Seksi Data"


def test_a_unit_is_not_removed_with_what_should_have_left_it_before():
    replayed = replay(
        BASE,
        scenario(
            {"op": "move_unit", "unit": "a1", "under": "x"},
            {"op": "remove_unit", "unit": "a", "duties_to": "b"},
        ),
    )
    assert replayed.skipped == (1, 2)
    assert "a1" in replayed.structure.units


def test_rejected_and_postponed_operations_wait_until_they_are_asked_for():
    proposal = scenario({**NEW, "status": "ditunda"}, {"op": "move_unit", "unit": "a1", "under": "n"})
    replayed = replay(BASE, proposal)
    assert (replayed.left_out, replayed.skipped) == ((1,), (2,))
    everything = replay(BASE, proposal, include=("usul", "disepakati", "ditunda"))
    assert not everything.partial
    assert everything.structure.units["a1"].parent == "n"


def test_the_result_of_a_replay_is_a_proposal_of_the_same_agency_with_the_day_of_the_scenario():
    header = replay(BASE, scenario(NEW, effective="2021-07-01", illustrative=True)).structure.header
    assert (header.name, str(header.effective), header.status, header.illustrative) == (
        "Dinas Sosial",
        "2021-07-01",
        "usulan",
        True,
    )
    assert header.id == BASE.id


def test_a_scenario_may_stand_on_another():
    first, second = scenario(NEW), scenario({"op": "move_unit", "unit": "a1", "under": "n"})
    results = replay_chain(BASE, [first, second])
    assert results[-1].structure.units["a1"].parent == "n"


def test_a_scenario_names_no_id_that_was_made_from_a_name():
    loose = load_text("sotk: 1\nstructure: d\nname: D\nroot: {name: Dinas, kind: dinas}\n").structure
    replayed = replay(loose, scenario({**NEW, "under": loose.root}))
    assert [finding.code for finding in replayed.findings] == ["OPR014"]


def test_the_steps_of_a_replay_grow_with_units_plus_operations():
    def steps(n):
        unit = {"id": "n", "name": "N", "kind": "seksi"}
        operations = [
            op(op="add_unit", under="dinas", unit={**unit, "id": f"n{k}"}, before="c") for k in range(n)
        ]
        scenario = Scenario(id="s", name="S", base="x", operations=tuple(operations))
        made = 0

        def count(_frame, event, _argument):
            nonlocal made
            made += event in ("call", "c_call")

        sys.setprofile(count)
        try:
            replay(BASE, scenario)
        finally:
            sys.setprofile(None)
        return made

    steps(1)  # what is learnt once
    assert steps(2000) < 11 * steps(200)  # all beside each other: quadratic would be a hundred times as many
