"""The tables of terms: what every row must be for the lexicon to read it as it was meant."""

import csv
from collections import defaultdict
from importlib.resources import files

from sotk.overlap.lexicon import lexicon

HEADER = ["broader", "forms"]
MARKS = "!^@"


def _tables() -> dict[str, list[list[str]]]:
    """Every row of every file of `data/terms/`, comments left out, the heading first."""
    folder = files("sotk.overlap").joinpath("data", "terms")
    return {
        file.name: [
            row
            for row in csv.reader(file.read_text(encoding="utf-8").splitlines())
            if row and not row[0].startswith("#")
        ]
        for file in sorted(folder.iterdir(), key=lambda each: each.name)
        if file.name.endswith(".csv")
    }


def _rows() -> list[tuple[str, list[str]]]:
    return [(broader, forms.split(";")) for table in _tables().values() for broader, forms in table[1:]]


def _stems(text: str) -> str:
    return " ".join(lexicon().phrase(text.lstrip(MARKS)))


def test_every_table_has_its_heading_and_rows_of_two_cells_without_empty_forms() -> None:
    for name, table in _tables().items():
        assert table[0] == HEADER, name
        for row in table[1:]:
            assert len(row) == len(HEADER), (name, row)
            assert row[0].lstrip(MARKS), (name, row)
            assert all(_stems(form) for form in row[1].split(";")), (name, row)


def test_no_form_is_given_to_two_concepts() -> None:
    concepts: dict[str, set[str]] = defaultdict(set)
    for _, forms in _rows():
        for form in forms:
            concepts[_stems(form)].add(_stems(forms[0]))
    assert {form: names for form, names in concepts.items() if len(names) > 1} == {}


def test_every_group_of_terms_that_exclude_each_other_has_two_members_at_least() -> None:
    members: dict[str, set[str]] = defaultdict(set)
    for broader, forms in _rows():
        if broader[0] in MARKS:
            members[broader[0] + _stems(broader)].add(_stems(forms[0]))
    assert {group for group, terms in members.items() if len(terms) == 1} == set()
