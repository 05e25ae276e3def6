"""What a merge left open is said by the names a planner knows, never as raw data."""

import pytest

from sotk.files import load_text
from sotk.locale import say

STRUCTURE = """sotk: 1
structure: a
name: Dinas Sosial
pack: pemda
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Data, kind: bidang, head: {id: k-1, title: Kepala Bidang Data, class: 11}, duties: [{id: d-1, level: tugas, text: mengelola data}]}
    - {id: bid-2, name: Bidang Riset, kind: bidang, units: [{id: seksi-1, name: Seksi Satu, kind: seksi}]}
conflicts:
"""


@pytest.mark.parametrize(
    ("conflict", "said"),
    [
        (
            "kind: same-field, entity: duty, subject: d-1, field: text, base: a, ours: b, theirs: c",
            "uraian pada tugas/fungsi “mengelola data”: kedua pihak mengisi nilai yang berbeda. Semula: a; pihak kita: b; pihak lain: c.",
        ),
        (
            "kind: same-field, entity: position, subject: k-1, field: class, base: 11, ours: 12, theirs: 10",
            "kelas jabatan pada jabatan “Kepala Bidang Data”",
        ),
        (
            "kind: two-moves, entity: unit, subject: seksi-1, ours: bid-1, theirs: dinas",
            "unit “Seksi Satu”",
        ),
        (
            "kind: added-twice, entity: unit, subject: x, ours: {id: x, name: Seksi Baru, kind: seksi}, theirs: {id: x, name: Seksi Lain, kind: seksi}",
            "pihak kita: Seksi Baru; pihak lain: Seksi Lain",
        ),
        (
            "kind: order, entity: unit, subject: dinas, ours: [bid-2, bid-1], theirs: [bid-1]",
            "Bidang Riset; Bidang Data",
        ),
        (
            "kind: same-field, entity: structure, subject: a, field: agency, ours: {type: A}, theirs: {type: B}",
            "type: A",
        ),
        ("kind: removed-changed, entity: unit, subject: gone, ours: null, theirs: null", "unit “gone”"),
    ],
)
def test_a_conflict_is_said_in_the_words_of_a_planner(conflict, said):
    loaded = load_text(f"{STRUCTURE}  - {{id: c-1, {conflict}}}\n")
    (finding,) = (each for each in loaded.findings if each.code == "INT012")
    told = say(finding.message, "id")
    assert said in told, told
    assert not set('{}"[]') & set(told), told


def test_where_a_seksi_was_put_is_said_by_the_names_of_both_units():
    loaded = load_text(
        f"{STRUCTURE}  - {{id: c-1, kind: two-moves, entity: unit, subject: seksi-1, base: bid-2, ours: bid-1, theirs: dinas}}\n"
    )
    (finding,) = (each for each in loaded.findings if each.code == "INT012")
    told = say(finding.message, "en")
    assert "Before: Bidang Riset; ours: Bidang Data; theirs: Dinas Sosial." in told


def test_a_proposal_that_knows_no_names_still_says_its_conflicts():
    loaded = load_text(
        "sotk: 1\nscenario: u\nname: U\nbase: a.yaml\noperations: []\nconflicts:\n"
        "  - {id: c-1, kind: same-field, entity: unit, subject: bid-1, field: name, ours: A, theirs: B}\n"
    )
    assert [finding.code for finding in loaded.findings] == ["INT012"]
    assert "name of the unit “bid-1”" in say(loaded.findings[0].message, "en")
