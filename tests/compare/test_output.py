"""A difference in words: whole, safe, and the same in every format."""

import json
from dataclasses import fields

import pytest

from sotk.compare import diff
from sotk.compare.output import to_data, to_html, to_json, to_markdown, to_scenario, to_text
from sotk.files import dump, load_text
from sotk.files.labels import FIELDS
from sotk.scenario import CLASSES, replay
from tests.compare.test_diff import BASE, MOVE, after

RENAME = {"op": "set", "entity": "unit", "id": "a", "field": "name", "value": "Seksi <b>|*A*\u202e\x1b[31m"}
FOUND = diff(BASE, after(MOVE, RENAME, {"op": "remove", "entity": "line", "id": "a>b:koordinasi"}))


def test_the_text_groups_changes_by_unit_and_counts_them():
    text = to_text(FOUND, "id")
    assert text.splitlines() == [
        "Dinas Sosial",
        "",
        "→ Seksi <b>|*A* [31m [a]",
        "    → pindah: Dinas Sosial → Seksi B",
        "    ~ berganti nama: “Seksi A” → “Seksi <b>|*A* [31m”",
        "",
        "~ Garis hubungan dan tim",
        "    − garis hubungan dihapus: Seksi <b>|*A* [31m – Seksi B (koordinasi)",
        "",
        "unit: 1 pindah, 1 berganti nama · garis hubungan: 1 dihapus",
    ]


def test_colour_is_an_option_and_no_name_can_bring_its_own():
    assert "\x1b" not in to_text(FOUND, "id")
    assert "\x1b[34m    → pindah" in to_text(FOUND, "id", colour=True)
    assert "\u202e" not in to_text(FOUND, "id", colour=True)


def test_markup_in_names_stays_text():
    assert "<b>" not in to_html(FOUND, "id")
    assert "&lt;b&gt;" in to_html(FOUND, "id")
    assert "\\<b\\>\\|\\*A\\*" in to_markdown(FOUND, "id")


def test_the_page_needs_nothing_from_a_network():
    page = to_html(FOUND, "en")
    assert "http" not in page.replace("http-equiv", "")
    assert "<script" not in page


def test_data_has_the_form_that_programs_rely_on():
    data = json.loads(to_json(FOUND))
    assert data["version"] == 1
    assert data["summary"] == {"unit_moved": 1, "unit_renamed": 1, "line_removed": 1}
    assert data["changes"][0] == {
        "change": "unit_moved",
        "entity": "unit",
        "id": "a",
        "name": RENAME["value"],
        "from": "dinas",
        "to": "b",
    }


@pytest.mark.parametrize("say", [to_text, to_markdown, to_html])
def test_no_difference_is_said_in_words(say):
    assert "Tidak ada perbedaan" in say(diff(BASE, BASE), "id")
    assert to_data(diff(BASE, BASE))["changes"] == []


def test_a_difference_is_a_scenario_that_can_be_written_and_replayed():
    written = dump(to_scenario(FOUND, "eksisting.yaml"))
    read = load_text(written)
    assert read.findings == ()
    assert replay(BASE, read.scenario).structure.units == FOUND.after.units


def test_every_field_has_words():
    known = {field.name for cls in CLASSES.values() for field in fields(cls)}
    assert known - set(FIELDS) <= {"positions", "duties"}
