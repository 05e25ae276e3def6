"""How rules are asked: settings, waivers, failures."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from sotk.files import load_text
from sotk.findings import Finding, Subject
from sotk.locale import msg, say
from sotk.model import Position, Structure, Unit, Waiver
from sotk.packs import Pack, load_pack
from sotk.rules import (
    RULES,
    Broken,
    GroupRule,
    Outcome,
    Rule,
    RuleContext,
    RuleSettings,
    StructureRule,
    UnitRule,
    check,
    checked,
)
from sotk.rules.asking import RuleFailed

TODAY = date(2024, 1, 1)
WIDE = """sotk: 1
structure: contoh
name: Contoh
pack: pemda
agency: {type: C}
effective: 2017-01-01
root:
  id: dinas
  name: Dinas
  kind: dinas
  units:
    - {id: b1, name: Bidang 1, kind: bidang}
    - {id: b2, name: Bidang 2, kind: bidang}
    - {id: b3, name: Bidang 3, kind: bidang}
    - id: b4
      name: Bidang 4
      kind: bidang
      units:
        - {id: s1, name: Seksi Data, kind: seksi}
        - {id: s2, name: Seksi Data, kind: seksi}
"""


@pytest.fixture
def pack() -> Pack:
    pack = load_pack("pemda").pack
    assert pack is not None
    return pack


def read(text: str) -> Structure:
    structure = load_text(text).structure
    assert structure is not None
    return structure


def found(text: str, pack: Pack, today: date = TODAY, **given: Any) -> list[Finding]:
    settings = given.pop("settings", RuleSettings())
    return list(check(read(text), pack, settings, today=today, strict=True, **given))


def codes(findings: Iterable[Finding]) -> set[str]:
    return {finding.code for finding in findings}


def test_a_rule_is_selected_by_its_code_by_the_beginning_of_it_or_by_its_name(pack: Pack) -> None:
    assert codes(found(WIDE, pack, select=["CAP001"])) == {"CAP001"}
    assert codes(found(WIDE, pack, select=["CAP"])) == {"CAP001"}
    assert codes(found(WIDE, pack, select=["too-many-bidang"])) == {"CAP001"}


def test_what_is_ignored_is_not_said_and_the_more_exact_word_wins(pack: Pack) -> None:
    assert "CAP001" not in codes(found(WIDE, pack, ignore=["CAP"]))
    assert codes(found(WIDE, pack, select=["CAP001"], ignore=["CAP"])) == {"CAP001"}


def test_the_settings_of_a_workspace_decide_how_grave_a_finding_is(pack: Pack) -> None:
    raised = found(WIDE, pack, select=["CAP001"], settings=RuleSettings(severity={"CAP": "error"}))
    assert [finding.severity for finding in raised] == ["error"]
    assert not found(WIDE, pack, select=["CAP001"], settings=RuleSettings(severity={"CAP001": "off"}))


def test_the_nearest_unit_above_a_finding_decides_in_its_subtree(pack: Pack) -> None:
    settings = RuleSettings(subtrees={"dinas": {"NAM001": "error"}, "b4": {"NAM": "off"}})
    assert not found(WIDE, pack, select=["NAM001"], settings=settings)
    settings = RuleSettings(subtrees={"dinas": {"NAM001": "off"}, "b4": {"NAM001": "advice"}})
    assert [f.severity for f in found(WIDE, pack, select=["NAM001"], settings=settings)] == ["advice"]


def test_a_word_of_the_settings_that_means_no_rule_is_said(pack: Pack) -> None:
    assert "SET001" in codes(found(WIDE, pack, ignore=["SNP001"]))


def test_a_wrong_option_is_said_and_the_rule_runs_with_its_own(pack: Pack) -> None:
    settings = RuleSettings(options={"SPN001": {"mots": 3}})
    assert codes(found(WIDE, pack, select=["SPN001"], settings=settings)) == {"SET002"}


def waived(lines: str) -> str:
    return WIDE + "waivers:\n" + lines


def test_a_waiver_takes_out_the_finding_of_its_unit(pack: Pack) -> None:
    text = waived("  - {id: w1, rule: CAP001, unit: dinas, reason: disetujui, until: 2024-12-31}\n")
    assert not found(text, pack, select=["CAP001"])


def test_a_waiver_holds_on_its_last_day_and_not_on_the_next(pack: Pack) -> None:
    text = waived("  - {id: w1, rule: CAP001, unit: dinas, reason: disetujui, until: 2024-01-01}\n")
    assert not found(text, pack, select=["CAP001"])
    assert codes(found(text, pack, date(2024, 1, 2), select=["CAP001"])) == {"CAP001", "WVR002"}


def test_a_waiver_that_waives_nothing_is_said(pack: Pack) -> None:
    text = waived("  - {id: w1, rule: CAP001, unit: b1, reason: disetujui}\n")
    assert codes(found(text, pack, select=["CAP001"])) == {"CAP001", "WVR001"}


def test_a_waiver_of_a_rule_that_did_not_run_is_not_called_unused(pack: Pack) -> None:
    text = waived("  - {id: w1, rule: SPN001, unit: b1, reason: disetujui}\n")
    assert codes(found(text, pack, select=["CAP001"])) == {"CAP001"}


def test_a_unit_covers_what_its_own_entities_are_found_for(pack: Pack) -> None:
    text = waived("  - {id: w1, rule: NAM001, unit: s2, reason: sementara}\n")
    assert not found(text, pack, select=["NAM001"])


class Failing(UnitRule[Any]):
    code = "TST001"
    name = "failing"
    reads = frozenset({"unit.name"})
    severity = "advice"
    ground = "consistency"
    documentation = RULES[0].documentation

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        if unit.id == "s1":
            raise KeyError(unit.name)
        return (Broken(Subject("unit", unit.id), msg("{name} was seen", name=unit.name)),)


def run_failing(pack: Pack, *, strict: bool) -> tuple[Finding, ...]:
    plugins: list[type[Rule[Any]]] = [Failing]
    done = checked(read(WIDE), pack, select=["TST"], today=TODAY, plugins=plugins, strict=strict)
    return done.findings


def test_a_rule_that_fails_is_an_error_and_the_others_go_on(pack: Pack) -> None:
    findings = run_failing(pack, strict=False)
    assert [finding.severity for finding in findings].count("error") == 1
    assert len(findings) == 7
    failed = next(finding for finding in findings if finding.severity == "error")
    assert failed.subject == Subject("unit", "s1")
    assert "KeyError: 'Seksi Data'" in say(failed.message, "en")


def test_a_rule_that_fails_raises_where_the_caller_is_strict(pack: Pack) -> None:
    with pytest.raises(RuleFailed, match="TST001 failed on unit s1"):
        run_failing(pack, strict=True)


def test_an_edit_asks_only_about_what_it_touched_and_the_neighbours_a_rule_reads(pack: Pack) -> None:
    asked: list[str] = []

    class Listening(Failing):
        code = "TST002"
        name = "listening"
        reads = frozenset({"unit.head"})

        def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
            asked.append(unit.id)
            return ()

    class ListeningToChildren(Listening):
        code = "TST003"
        name = "listening-to-children"
        reach = frozenset({"unit", "children"})

    plugins: list[type[Rule[Any]]] = [Listening, ListeningToChildren]
    before = read(WIDE)
    first = checked(before, pack, select=["TST"], today=TODAY, plugins=plugins)
    assert len(asked) == 14
    asked.clear()
    head = Position(id="k", title="Kepala Seksi Data")
    units = {**before.units, "s1": replace(before.units["s1"], head=head)}
    again = checked(
        replace(before, units=units), pack, select=["TST"], today=TODAY, plugins=plugins, previous=first
    )
    assert sorted(asked) == ["b4", "s1", "s1"]
    asked.clear()
    waived_only = replace(again.structure, waivers=(Waiver(id="w", rule="SPN001", reason="x"),))
    checked(waived_only, pack, select=["TST"], today=TODAY, plugins=plugins, previous=again)
    assert asked == []


class FailingOnKeys(GroupRule[Any]):
    code = "TST004"
    name = "failing-on-keys"
    reads = frozenset({"unit.name"})
    severity = "advice"
    ground = "consistency"
    documentation = RULES[0].documentation

    def collect(self, unit: Unit, context: RuleContext) -> Iterable[tuple[str, Any]]:
        if unit.id == "b1":
            raise ValueError(unit.id)
        return ((unit.kind, unit.id),)

    def judge(self, key: Any, entries: Sequence[tuple[str, Any]], context: RuleContext) -> Iterable[Outcome]:
        if key == "seksi":
            raise KeyError(key)
        return ()


class FailingOnTheWhole(StructureRule[Any]):
    code = "TST005"
    name = "failing-on-the-whole"
    reads = frozenset({"children"})
    severity = "advice"
    ground = "consistency"
    documentation = RULES[0].documentation

    def check(self, context: RuleContext) -> Iterable[Outcome]:
        raise IndexError(context.structure.id)


def test_rules_of_groups_and_of_the_whole_fail_aloud_too(pack: Pack) -> None:
    plugins: list[type[Rule[Any]]] = [FailingOnKeys, FailingOnTheWhole]
    first = checked(read(WIDE), pack, select=["TST"], today=TODAY, plugins=plugins)
    assert [(finding.code, finding.severity) for finding in first.findings] == [
        ("TST004", "error"),
        ("TST004", "error"),
        ("TST005", "error"),
    ]
    ended = replace(
        first.structure, units={**first.structure.units, "s1": replace(first.structure.units["s1"], name="x")}
    )
    again = checked(ended, pack, select=["TST"], today=TODAY, plugins=plugins, previous=first)
    assert again.findings == first.findings
    touched = {**ended.units, "b1": replace(ended.units["b1"], name="y")}
    third = checked(
        replace(ended, units=touched), pack, select=["TST"], today=TODAY, plugins=plugins, previous=again
    )
    assert third.findings == first.findings
