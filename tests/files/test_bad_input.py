"""Bad input gives findings with a place and a remedy, never a traceback; the rest of the file is kept."""

import os
import time
from pathlib import Path

import pytest

from sotk.files import Loaded, load, load_text
from sotk.locale import say

BASE = "sotk: 1\nstructure: a\nname: A\nroot:\n  id: r\n  name: R\n  kind: dinas\n"
UNITS = "units:\n- {id: x, name: X, kind: seksi, parent: y}\n- {id: y, name: Y, kind: seksi, parent: x}\n"

CASES = [
    # name, text, code, line, column
    ("an unknown key", BASE + "  naem: x\n", "INT001", 8, 3),
    ("a duplicate key", BASE + "  name: B\n", "TXT012", 8, 3),
    (
        "a duplicate id",
        BASE + "  units:\n  - {id: x, name: X, kind: a}\n  - {id: x, name: Y, kind: a}\n",
        "INT004",
        10,
        6,
    ),
    ("a cycle", BASE + UNITS, "INT006", 9, 33),
    ("an unknown parent", BASE + "units:\n- {id: x, name: X, kind: seksi, parent: q}\n", "INT005", 9, 33),
    ("a second root", BASE + "units:\n- {id: x, name: X, kind: seksi}\n", "INT007", 9, 4),
    ("a wrong type", BASE + "  duties: foo\n", "INT002", 8, 3),
    ("a wrong choice", BASE + "  class: Z\n", "INT002", 8, 3),
    ("a number out of range", BASE + "  head: {id: k, title: K, need: -3}\n", "INT002", 8, 27),
    ("a bad date", BASE + "effective: 2021-13-01\n", "INT002", 8, 1),
    ("a date of another form", BASE + "effective: 1/7/2021\n", "INT002", 8, 1),
    ("a missing key", BASE + "  head: {id: k}\n", "INT003", 8, 3),
    ("conflict markers", BASE + "<<<<<<< ours\n=======\n>>>>>>> theirs\n", "TXT004", 8, 1),
    ("a tab", BASE + "\tfoo: 1\n", "TXT013", 8, 1),
    ("NUL", BASE + "  site: a\0b\n", "TXT003", 8, 10),
    ("an empty file", "", "TXT005", 1, 1),
    ("a list at the top", "- a\n", "INT009", 1, 1),
    ("a scalar at the top", "hello", "INT009", 1, 1),
    ("two documents", BASE + "---\na: b\n", "TXT007", 8, 1),
    ("a tag", BASE + "  site: !!python/object x\n", "TXT008", 8, 9),
    ("an anchor", BASE + "  site: &a x\n", "TXT009", 8, 9),
    ("a key that is a list", BASE + "  [a, b]: c\n", "TXT006", 8, 3),
    ("nesting 10,000 deep", "a: " + "[" * 10_000, "TXT010", 1, 259),
    ("a broken bracket", BASE + "  head: {id: a, title: b\n  x: y\n", "TXT001", 9, 4),
    ("an unknown reference", BASE + "indicators: [{id: i, text: t, lead: q}]\n", "INT008", 8, 31),
    ("a line to nowhere", BASE + "lines: [{from: r, to: q}]\n", "INT008", 8, 19),
    ("a unit that is a text", BASE + "  units: [a]\n", "INT002", 8, 11),
    (
        "an unknown operation",
        "sotk: 1\nscenario: s\nbase: b\noperations:\n- {op: mov, unit: a}\n",
        "INT002",
        5,
        3,
    ),
    ("no root", "sotk: 1\nstructure: a\nname: A\n", "INT010", 1, 1),
    ("no format", BASE.removeprefix("sotk: 1\n"), "INT009", 1, 1),
]


def found(loaded: Loaded) -> list[tuple[str, int, int]]:
    spans = [(entry.finding.code, entry.span) for entry in loaded.report("f").entries]
    return [(code, span.line, span.column) for code, span in spans if span is not None]


@pytest.mark.parametrize(
    ("text", "code", "line", "column"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_bad_text_is_a_finding_at_its_place(text, code, line, column):
    loaded = load_text(text)
    assert (code, line, column) in found(loaded)
    assert all(finding.severity == "error" for finding in loaded.findings)


@pytest.mark.parametrize("text", [case[1] for case in CASES], ids=[case[0] for case in CASES])
def test_what_can_be_placed_is_shown_and_the_rest_is_not_dropped(text):
    loaded = load_text(text)
    if loaded.structure is None:
        return
    units = text.count("kind: seksi") + text.count("kind: a}") + 1
    assert len(loaded.structure.units) + len(loaded.unplaced) == units


def test_a_finding_says_what_to_write_instead():
    remedies = [finding.remedy for finding in load_text(BASE + "  naem: x\n").findings]
    assert [remedy.args["word"] for remedy in remedies] == ["name"]


def test_units_below_a_unit_without_a_place_are_unplaced_with_it():
    text = (
        BASE
        + "units:\n- {id: x, name: X, kind: seksi, parent: q}\n- {id: y, name: Y, kind: seksi, parent: x}\n"
    )
    assert [entry.unit.id for entry in load_text(text).unplaced] == ["x", "y"]


def test_several_cycles_are_reported_once_each():
    text = (
        BASE
        + UNITS
        + "- {id: w, name: W, kind: seksi, parent: w}\n- {id: z, name: Z, kind: seksi, parent: x}\n"
    )
    loaded = load_text(text)
    assert [finding.code for finding in loaded.findings] == ["INT006", "INT006"]
    assert {entry.unit.id for entry in loaded.unplaced} == {"x", "y", "z", "w"}


def test_scalars_stay_what_was_typed():
    text = BASE + "  site: no\n  short: 012\n  notes: 1:30\n  duties:\n  - {id: d, text: 1.10, code: 1.06}\n"
    root = load_text(text).structure.units["r"]
    assert (root.site, root.short, root.notes) == ("no", "012", "1:30")
    assert (root.duties[0].text, root.duties[0].code) == ("1.10", "1.06")


def test_ids_that_are_left_out_are_provisional_and_made_from_names():
    text = BASE + "  units:\n  - {name: Seksi Satu, kind: seksi}\n  - {name: Seksi Satu, kind: seksi}\n"
    structure = load_text(text).structure
    assert structure.below("r") == ("seksi-satu", "seksi-satu-r")
    assert ("unit", "seksi-satu") in structure.provisional


def test_a_written_id_is_never_taken_by_a_provisional_one():
    text = BASE + "  units:\n  - {name: X, kind: seksi}\n  - {id: x, name: Y, kind: seksi}\n"
    structure = load_text(text).structure
    assert structure.units["x"].name == "Y"
    assert not load_text(text).findings


def test_a_parent_that_contradicts_the_nesting_is_a_finding():
    text = BASE + "  units:\n  - {id: x, name: X, kind: seksi, parent: q}\n"
    loaded = load_text(text)
    assert [finding.code for finding in loaded.findings] == ["INT011"]
    assert loaded.structure.units["x"].parent == "r"


def test_a_missing_file_a_folder_and_a_loop_of_links_are_findings(tmp_path):
    loop = tmp_path / "loop.yaml"
    loop.symlink_to(loop)
    for path, code in ((tmp_path / "no.yaml", "FIL001"), (tmp_path, "FIL002"), (loop, "FIL002")):
        assert [finding.code for finding in load(path).findings] == [code]


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root reads everything")
def test_a_file_without_rights_is_a_finding(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(BASE)
    path.chmod(0)
    assert [finding.code for finding in load(path).findings] == ["FIL002"]


def test_bytes_that_are_no_utf8_are_a_finding_at_their_place(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"sotk: 1\nname: caf\xe9\n")
    assert found(load(path)) == [("TXT002", 2, 10)]


def test_a_file_of_200_megabytes_is_refused_without_reading_it(tmp_path):
    path = tmp_path / "large.yaml"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    start = time.perf_counter()
    assert [finding.code for finding in load(path).findings] == ["TXT011"]
    assert time.perf_counter() - start < 1


def test_a_mark_of_byte_order_and_windows_line_ends_are_read(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + BASE.replace("\n", "\r\n").encode())
    loaded = load(path)
    assert not loaded.findings
    assert loaded.structure.name == "A"


def test_many_problems_end_in_bounded_time_and_number():
    text = BASE + "".join(f"  &a{n} key{n}: 1\n" for n in range(50_000))
    start = time.perf_counter()
    loaded = load_text(text)
    assert len(loaded.findings) <= 200
    assert time.perf_counter() - start < 5


def test_the_shipped_structures_load_without_findings():
    folder = Path(__file__).parent.parent.parent / "structures"
    paths = sorted(folder.rglob("*.yaml"))
    assert len(paths) >= 7
    assert {str(path): load(path).findings for path in paths if load(path).findings} == {}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04\x14\x00", "Office"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        ("sotk: 1".encode("utf-16"), "UTF-16"),
    ],
)
def test_a_file_that_is_no_text_is_told_by_what_it_is(tmp_path, data, said):
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    (finding,) = load(path).findings
    assert finding.code == "TXT002"
    assert said in say(finding.message, "en")


def test_a_folder_is_told_with_the_files_one_may_have_meant(tmp_path):
    (tmp_path / "dinas.yaml").touch()
    (finding,) = load(tmp_path).findings
    assert "dinas.yaml" in say(finding.remedy, "en")


@pytest.mark.parametrize("text", ["{}", "services: {web: {image: nginx}}\n"])
def test_yaml_of_another_program_is_one_finding_and_not_many(text):
    loaded = load_text(text)
    assert loaded.structure is None
    assert [finding.code for finding in loaded.findings] == ["INT009"]


def said(text, language="en"):
    """Code, message and remedy of what reading a text finds."""
    return [
        (each.code, say(each.message, language), say(each.remedy, language) if each.remedy else "")
        for each in load_text(text).findings
    ]


def test_a_unit_that_lacks_its_kind_still_tells_of_its_unknown_keys():
    text = BASE.replace("  kind: dinas\n", "  Kind: dinas\n  unit:\n  - {id: x, name: X, kind: bidang}\n")
    assert [(code, remedy) for code, _, remedy in said(text)] == [
        ("INT003", "Add kind: ..."),
        ("INT001", "Did you mean kind?"),
        ("INT001", "Did you mean units?"),
    ]


def test_a_kind_in_capitals_is_told_once_with_the_word_to_write():
    assert said(BASE.replace("kind: dinas", "kind: Dinas")) == [
        ("INT002", "Dinas does not fit the key kind.", "Write dinas.")
    ]


def test_a_needed_key_with_a_wrong_value_inside_an_entity_is_told_once():
    assert [code for code, *_ in said(BASE + "  head: {id: k, title: [a]}\n")] == ["INT002"]


def test_a_name_that_is_too_long_says_how_long_it_may_be():
    assert said(BASE.replace("name: R", "name: " + "R" * 1200)) == [
        ("INT002", "name is too long: 1200 characters.", "Write at most 1000 characters.")
    ]


def test_a_parent_given_by_its_name_is_told_the_id():
    text = BASE + "units:\n- {name: X, kind: seksi, parent: Bidang  kesmas}\n"
    assert "add the unit" in said(text)[0][2]
    named = text + "- {id: bid-1, name: Bidang Kesmas, kind: bidang, parent: r}\n"
    assert said(named)[0][2] == "Write the id of that unit: bid-1."
    twice = named + "- {id: bid-2, name: BIDANG KESMAS, kind: bidang, parent: r}\n"
    assert said(twice)[0][2] == "Several units have this name; write the id of one: bid-1, bid-2."


def test_curly_quotes_around_a_value_are_told_and_the_text_is_kept():
    text = BASE.replace("name: R", "name: “Dinas Kesehatan”")
    assert [(code, remedy) for code, _, remedy in said(text)] == [
        ("TXT014", 'Use straight quotes ("), or none.')
    ]
    assert load_text(text).structure.units["r"].name == "“Dinas Kesehatan”"
    assert not said(BASE.replace("name: R", "name: '“Dinas Kesehatan”'"))
    assert not said(BASE.replace("name: R", "name: Taman “Melati” Raya"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (BASE.replace("name: R", "name: Dinas: R"), "titik dua"),
        (BASE + "   site: x\n", "menjorok"),
        (BASE + "  head: {id: k, title: K\n", "kurung"),
        (BASE + '  site: "x\n', "tanda kutip"),
        (BASE + "  site\n  notes: x\n", "titik dua"),
        (BASE + "  site: @x\n", "tanda kutip"),
    ],
)
def test_a_fault_of_writing_is_told_in_the_language_of_the_reader(text, words):
    (found,) = said(text, "id")
    assert found[0] == "TXT001"
    assert words in found[1].lower()
    assert "expected" not in found[1]
    assert "allowed" not in found[1]
