"""What is written reads back the same, and a save touches only what changed."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sotk.files import digest, dump, load, load_text, plain, revised
from sotk.files.plain import lists_data, unit_data
from sotk.model import MoveUnit, Scenario, Structure
from sotk.scenario import apply
from sotk.text import emit, parse
from tests.strategies import histories, shuffled, structures

SHIPPED = Path(__file__).parent.parent.parent / "structures"

texts = st.text(max_size=40) | st.sampled_from(
    [
        "no",
        "012",
        "1:30",
        "1.10",
        "null",
        "~",
        "- a",
        "a: b",
        "# x",
        "a #b",
        "{x}",
        "&a",
        "*b",
        "%c",
        "'",
        '"',
        "\\",
    ]
)
data = st.recursive(
    texts | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts.filter(bool), inner, max_size=4),
    max_leaves=12,
)


def flat(structure: Structure) -> str:
    """The structure with every unit in one list, as some files are written."""
    header, lists = lists_data(structure)
    units = []
    for unit in structure.walk():
        entry = unit_data(unit)
        units.append(entry if unit.parent is None else {"id": unit.id, "parent": unit.parent, **entry})
    return emit({"sotk": 1, **header, "units": units, **lists})


def commented(text: str) -> str:
    """The text with a comment above every line that begins an item and behind some lines."""
    lines = []
    for number, line in enumerate(text.splitlines()):
        stripped = line.lstrip(" ")
        if stripped.startswith("- "):
            lines.append(f"{line[: len(line) - len(stripped)]}# note {number}")
        lines.append(f"{line} # end {number}" if number % 3 == 0 and not line.endswith(("|", ">")) else line)
    return "\n".join(lines) + "\n"


@given(st.dictionaries(texts.filter(bool), data, max_size=5))
def test_plain_data_reads_back_the_same(value):
    if not value:
        return
    parsed = parse(emit(value))
    assert not [finding for finding in parsed.findings if finding.code != "TXT003"]
    if not parsed.findings:
        assert parsed.data == value


@given(structures())
def test_a_structure_reads_back_the_same(structure):
    loaded = load_text(dump(structure))
    assert [finding.code for finding in loaded.findings] == ["INT012"] * len(structure.conflicts)
    assert loaded.structure == structure
    assert digest(loaded.structure) == digest(structure) == digest(shuffled(structure))


@given(structures())
def test_the_flat_form_is_the_same_structure(structure):
    assert load_text(flat(structure)).structure == structure


@given(histories())
def test_a_scenario_reads_back_the_same(history):
    _base, operations, _result = history
    scenario = Scenario(id="s", name="Usulan: satu", base="eksisting.yaml", operations=operations)
    loaded = load_text(dump(scenario))
    assert not loaded.findings
    assert plain(loaded.scenario) == plain(scenario) or dump(loaded.scenario) == dump(scenario)


@given(structures(), st.sampled_from([dump, flat]))
def test_a_save_that_changes_nothing_is_byte_identical(structure, write):
    text = commented(write(structure))
    loaded = load_text(text)
    assert revised(loaded, loaded.structure) == text


@settings(max_examples=300)
@given(histories(), st.sampled_from([dump, flat]), st.booleans())
def test_after_any_edit_the_file_gives_the_edited_structure(history, write, with_comments):
    base, _operations, result = history
    text = write(base)
    if with_comments:
        text = commented(text)
    again = revised(load_text(text), result)
    assert again is not None
    assert load_text(again).structure == result


@given(structures(), st.sampled_from([dump, flat]), st.data())
def test_a_rename_changes_one_line(structure, write, choice):
    text = commented(write(structure))
    unit = choice.draw(st.sampled_from(sorted(structure.units)))
    units = dict(structure.units)
    units[unit] = replace(units[unit], name="Nama Baru")
    again = revised(load_text(text), replace(structure, units=units))
    pairs = list(zip(text.splitlines(), again.splitlines(), strict=True))
    assert sum(before != after for before, after in pairs) == 1


@given(histories(), st.sampled_from([dump, flat]))
def test_a_move_keeps_every_line_of_what_moved(history, write):
    structure, _operations, _result = history
    movable = [unit for unit in structure.units.values() if unit.parent not in {None, structure.root}]
    if not movable:
        return
    unit = movable[0]
    moved = apply(structure, MoveUnit(unit=unit.id, under=structure.root)).structure
    text = commented(write(structure))
    again = revised(load_text(text), moved)
    lost = Counter(line.strip() for line in text.splitlines()) - Counter(
        line.strip() for line in again.splitlines()
    )
    assert all(line.startswith(("units:", "parent:", "-")) for line in lost)


def test_one_changed_field_is_one_changed_line():
    loaded = load(SHIPPED / "dinsos-jabar" / "eksisting.yaml")
    units = dict(loaded.structure.units)
    units["bid-pfm"] = replace(units["bid-pfm"], name="Bidang PFM dan Data")
    text = revised(loaded, replace(loaded.structure, units=units))
    before, after = loaded.text.splitlines(), text.splitlines()
    assert len(before) == len(after)
    assert [line.strip() for line in after if line not in before] == ["name: Bidang PFM dan Data"]


def test_comments_travel_with_what_moves_and_stay_where_something_was_removed():
    text = (
        "sotk: 1\nstructure: a\nname: A\nroot:\n  id: r\n  name: R\n  kind: dinas\n  units:\n"
        "    # about x\n    - id: x\n      name: X # behind\n      kind: bidang\n"
        "    # about y\n    - id: y\n      name: Y\n      kind: bidang\n"
    )
    loaded = load_text(text)
    structure = loaded.structure
    units = dict(structure.units)
    units["x"] = replace(units["x"], parent="y")
    moved = replace(structure, units=units, children={"r": ("y",), "y": ("x",)})
    assert revised(loaded, moved) == (
        "sotk: 1\nstructure: a\nname: A\nroot:\n  id: r\n  name: R\n  kind: dinas\n  units:\n"
        "    # about y\n    - id: y\n      name: Y\n      kind: bidang\n      units:\n"
        "        # about x\n        - id: x\n          name: X # behind\n          kind: bidang\n"
    )
    del units["x"]
    removed = replace(structure, units=units, children={"r": ("y",)})
    assert revised(loaded, removed) == (
        "sotk: 1\nstructure: a\nname: A\nroot:\n  id: r\n  name: R\n  kind: dinas\n  units:\n"
        "    # about x\n    # behind\n"
        "    # about y\n    - id: y\n      name: Y\n      kind: bidang\n"
    )


def test_provisional_ids_are_not_written_by_an_edit_elsewhere():
    text = (
        "sotk: 1\nstructure: a\nname: A\nroot:\n  id: r\n  name: R\n  kind: dinas\n"
        "  duties:\n    - {text: melaksanakan}\n  units:\n    - {name: X, kind: bidang}\n"
    )
    loaded = load_text(text)
    units = dict(loaded.structure.units)
    units["r"] = replace(units["r"], name="Dinas")
    assert revised(loaded, replace(loaded.structure, units=units)) == text.replace("name: R", "name: Dinas")
    fixed = revised(loaded, replace(loaded.structure, provisional=frozenset()))
    assert load_text(fixed).structure == replace(loaded.structure, provisional=frozenset())
    assert "{id: x, name: X" in fixed


def test_what_has_no_place_and_what_is_not_known_stays_in_the_text():
    text = (
        "sotk: 1\nstructure: a\nname: A\nextra: kept\nroot:\n  id: r\n  name: R\n  kind: dinas\n"
        "units:\n  - {id: x, name: X, kind: seksi, parent: q}\n  - {id: y, name: Y, kind: seksi, parent: r}\n"
    )
    loaded = load_text(text)
    structure = loaded.structure
    units = {key: unit for key, unit in structure.units.items() if key != "y"}
    again = revised(loaded, replace(structure, units=units, children={}))
    assert "extra: kept" in again
    assert "id: x" in again
    assert "id: y" not in again
