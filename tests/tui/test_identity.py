"""The structure's own data: reached by a key, chosen from the pack, checked as typed."""

import pytest


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
