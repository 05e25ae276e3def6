"""The board of indicators, without a screen: lines, leads, supporters, targets, moves."""

from decimal import Decimal

import pytest

from sotk.files import load_text, revised_scenario
from sotk.model import Scenario
from sotk.scenario import apply_all
from sotk.session import Document
from sotk.session.boards import indicators
from sotk.session.boards.indicators import IDLE, LOOSE, IndicatorChoice

TEXT = """
sotk: 1
structure: dinas
name: Dinas
pack: pemda
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  head: {id: kadis, title: Kepala Dinas}
  units:
    - {id: satu, name: Bidang Satu, kind: bidang, head: {id: k1, title: Kabid Satu}}
    - {id: dua, name: Bidang Dua, kind: bidang, head: {id: k2, title: Kabid Dua}}
    - {id: kjf, name: Kelompok Jabatan Fungsional, kind: kjf}
objectives:
  - {id: o2, level: program, parent: o1, text: Terpenuhinya kebutuhan dasar}
  - {id: o1, level: sasaran, text: Meningkatnya keberfungsian sosial}
indicators:
  - {id: i1, objective: o2, text: Jumlah penerima, lead: satu, supporters: [dinas], targets: {2020: 65.0}}
  - {id: i2, text: Nilai akuntabilitas}
"""


@pytest.fixture
def structure():
    return load_text(TEXT).structure


def after(structure, operations):
    applied = apply_all(structure, operations)
    assert not applied.refused, applied.findings
    return applied.structure


def found(structure, id="i1"):
    return indicators.found(structure, id)


def test_indicators_stand_below_their_objectives_then_what_hangs_nowhere_then_idle_units(structure):
    made = indicators.lines(structure, IndicatorChoice())
    assert made.keys == [
        ("objective", "o1"),
        ("objective", "o2"),
        ("indicator", "i1"),
        LOOSE,
        ("indicator", "i2"),
        IDLE,
        ("unit", "dua"),
    ]
    assert made.depth == {"o1": 0, "o2": 1}


@pytest.mark.parametrize(
    ("choice", "shown"),
    [
        (IndicatorChoice(only="leaderless"), [LOOSE, ("indicator", "i2")]),
        (IndicatorChoice(only="idle"), [IDLE, ("unit", "dua")]),
        (IndicatorChoice(only="found"), [("objective", "o1")]),
        (IndicatorChoice(words="bidang satu"), [("objective", "o2"), ("indicator", "i1")]),
        (IndicatorChoice(words="keberfungsian"), [("objective", "o1")]),
    ],
)
def test_only_what_is_asked_for_is_shown(structure, choice, shown):
    assert indicators.lines(structure, choice, {("objective", "o1")}).keys == shown


def test_a_unit_that_comes_to_lead_supports_no_more(structure):
    made = found(after(structure, indicators.set_lead(found(structure), "dinas")))
    assert (made.lead, made.supporters) == ("dinas", ())
    assert indicators.set_lead(made, "dinas") == ()
    assert found(after(structure, indicators.set_lead(found(structure), None))).lead is None


def test_supporters_are_set_together(structure):
    made = found(after(structure, indicators.set_supporters(found(structure), ["dua", "kjf"])))
    assert made.supporters == ("dua", "kjf")
    assert found(after(structure, indicators.set_supporters(made, []))).supporters == ()


@pytest.mark.parametrize(
    ("year", "text", "targets"),
    [
        (2021, "67,5", ((2020, Decimal("65.0")), (2021, Decimal("67.5")))),
        (2019, "60", ((2019, Decimal(60)), (2020, Decimal("65.0")))),
        (2020, "", ()),
    ],
)
def test_a_target_is_typed_with_a_comma_or_a_point(structure, year, text, targets):
    made = found(after(structure, indicators.set_value(found(structure), "targets", year, text)))
    assert made.targets == targets


@pytest.mark.parametrize("text", ["banyak", "1,2,3", "inf", "nan"])
def test_what_is_no_number_is_said_and_changes_nothing(structure, text):
    assert indicators.trouble(text) is not None
    assert indicators.set_value(found(structure), "targets", 2021, text) == ()
    assert indicators.set_baseline(found(structure), text) == ()


def test_typing_what_stands_there_is_no_change(structure):
    assert indicators.set_value(found(structure), "targets", 2020, "65,0") == ()
    assert indicators.set_value(found(structure), "targets", 2020, "65") != ()
    assert indicators.set_baseline(found(structure), "") == ()


def test_a_baseline_is_set_and_taken_away(structure):
    made = after(structure, indicators.set_baseline(found(structure), "62,5"))
    assert found(made).baseline == Decimal("62.5")
    assert found(after(made, indicators.set_baseline(found(made), " "))).baseline is None


def test_new_objectives_and_indicators_get_ids_of_their_own(structure):
    document = Document(structure)
    made = after(structure, [indicators.add_objective(document, "kegiatan", "Terlayani", "o2")])
    objective = made.objectives[-1]
    assert (objective.parent, objective.level, objective.text) == ("o2", "kegiatan", "Terlayani")
    again = after(made, [indicators.add_indicator(Document(made), objective.id, "Jumlah terlayani")])
    assert again.indicators[-1].objective == objective.id
    assert len({each.id for each in again.indicators}) == 3


def test_indicators_and_objectives_move_and_are_removed_from_below(structure):
    made = after(structure, indicators.moved(structure, [("indicator", "i2"), ("objective", "o1")], "o1"))
    assert found(made, "i2").objective == "o1"
    gone = after(
        made,
        indicators.removal(
            made, [("objective", "o1"), ("objective", "o2"), ("indicator", "i1"), ("indicator", "i2")]
        ),
    )
    assert gone.objectives == gone.indicators == ()


def test_the_years_are_those_of_targets_and_actual_values(structure):
    made = after(structure, indicators.set_value(found(structure), "actuals", 2018, "50"))
    assert indicators.years(made) == [2018, 2020]


def test_targets_of_a_proposal_are_written_as_they_are_typed(structure):
    text = "sotk: 1\nscenario: s\nname: S\nbase: a.yaml\noperations: []\n"
    loaded = load_text(text)
    operations = indicators.set_value(found(structure), "targets", 2021, "67,5")
    scenario = Scenario(id="s", name="S", base="a.yaml", operations=operations)
    again = load_text(revised_scenario(loaded, scenario)).scenario.operations
    assert found(after(structure, again)).targets[-1] == (2021, Decimal("67.5"))
