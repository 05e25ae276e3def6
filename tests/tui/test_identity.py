"""The structure's own data: reached by a key, chosen from the pack, checked as typed."""

import pytest
from textual.widgets import OptionList

from sotk.findings import Finding, Subject
from sotk.locale import msg
from sotk.model import Add, Set
from sotk.tui.dialogs.choose import Choose
from sotk.tui.widgets.findings import Findings


def header(desk):
    return desk.state.structure.header


@pytest.mark.parametrize(
    ("field", "keys", "of", "expected"),
    [
        ("level", ("down", "enter"), lambda it: it.government.level, "kabupaten"),
        ("score", ("=870", "enter"), lambda it: it.agency.score, 870),
        ("number", ("=12 Tahun 2027", "enter"), lambda it: it.annex.number, "12 Tahun 2027"),
    ],
)
def test_a_field_of_the_structure_gets_a_value_in_one_step(play, field, keys, of, expected):
    words = {"level": "tingkat pem", "score": "skor pem", "number": "nomor"}

    async def scene(desk):
        before = desk.session.history.done
        await desk.press("I", f"={words[field]}", "enter")
        if keys[0].startswith("="):
            await desk.press("ctrl+a", "delete")
        await desk.press(*keys)
        assert of(header(desk)) == expected
        assert desk.session.history.done == before + 1
        await desk.press("escape")
        await desk.press("u")
        assert of(header(desk)) != expected

    play(scene)


def test_what_cannot_be_is_said_while_it_is_typed_and_not_done(play):
    async def scene(desk):
        before = header(desk)
        await desk.press("I", "=skor pem", "enter", "ctrl+a", "delete", "=5000")
        assert "✗" in desk.painted()
        await desk.press("enter", "escape", "escape")
        assert header(desk) == before

    play(scene)


def test_an_affair_is_added_and_taken_away_by_choosing_it(play):
    async def scene(desk):
        before = header(desk).agency.affairs
        await desk.press("I", "=urusan (kode", "enter", "=2.08", "enter")
        assert header(desk).agency.affairs == (*before, "2.08")
        await desk.press("enter", "=2.08", "enter", "escape")
        assert header(desk).agency.affairs == before

    play(scene)


def test_a_wrong_day_is_told_in_words_and_not_by_the_field_of_the_file(play):
    async def scene(desk):
        await desk.press("I", "=berlaku mulai", "enter", "ctrl+a", "delete", "=besok")
        assert "2027-01-31" in desk.painted()
        assert "effective" not in desk.painted()

    play(scene)


def test_a_legal_basis_is_added_moved_changed_and_taken_away_each_in_one_step(play):
    async def scene(desk):
        before, done = header(desk).legal_basis, desk.session.history.done
        await desk.press("I", "=dasar hukum", "enter", "=tambah", "enter")
        await desk.press(
            "=Peraturan Daerah", "enter", "=9 Tahun 2016", "enter", "escape", "=Pasal 3", "enter"
        )
        assert len(header(desk).legal_basis) == len(before) + 1
        added = header(desk).legal_basis[-1]
        assert (added.instrument, added.number, added.title) == ("Peraturan Daerah", "9 Tahun 2016", None)
        assert added.article == "Pasal 3"
        assert desk.session.history.done == done + 1
        await desk.press("=9 Tahun 2016", "enter", "=naikkan", "enter")
        assert header(desk).legal_basis == (*before[:-1], added, before[-1])
        await desk.press(
            "=9 Tahun 2016", "enter", "=nomor", "enter", "end", "ctrl+u", "=10 Tahun 2016", "enter"
        )
        assert header(desk).legal_basis[-2].number == "10 Tahun 2016"
        await desk.press("=10 Tahun 2016", "enter", "=hapus", "enter")
        assert header(desk).legal_basis == before
        assert desk.session.history.done == done + 4

    play(scene)


def test_a_legal_basis_names_its_instrument(play):
    async def scene(desk):
        before = header(desk).legal_basis
        await desk.press("I", "=dasar hukum", "enter", "enter", "enter", "end", "ctrl+u")
        assert "✗" in desk.painted()
        await desk.press("enter", "escape", "escape", "escape")
        assert header(desk).legal_basis == before

    play(scene)


@pytest.mark.parametrize(
    ("field", "filled", "line"), [("annex", {}, "Lampiran"), ("agency", {"type": "A"}, "Skor pemetaan")]
)
def test_a_finding_about_the_data_of_the_structure_opens_its_form_at_the_field(play, field, filled, line):
    async def scene(desk):
        desk.app.screen.edit(Set(entity="structure", field=field, value=filled or None))
        subject = Subject("structure", desk.state.structure.id, field)
        finding = Finding("FRM001", "rule", "warning", msg("Number of the annex"), subject)
        desk.app.screen.post_message(Findings.Jump(finding))
        await desk.settle()
        assert isinstance(desk.app.screen, Choose)
        choices = desk.app.screen.query_one(OptionList)
        assert str(choices.highlighted_option.prompt).startswith(line)

    play(scene)


def test_a_finding_of_an_open_conflict_leads_to_the_unit_it_is_about(play):
    async def scene(desk):
        unit = "bid-dayasos"
        conflict = {"id": "merge-1", "kind": "same-field", "entity": "unit", "subject": unit, "field": "name"}
        desk.app.screen.edit(Add(entity="conflict", value=conflict))
        assert desk.state.structure.conflicts
        finding = Finding("INT012", "undecided", "error", msg("Name"), Subject("conflict", "merge-1"))
        desk.app.screen.post_message(Findings.Jump(finding))
        await desk.settle()
        assert desk.state.selection.cursor == unit

    play(scene)
