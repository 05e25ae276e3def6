"""Keys that come faster than the screen: nothing is asked twice, nothing breaks."""

import pytest
from textual.events import Key

from sotk.tui.dialogs.choose import Choose
from sotk.tui.screens.editor import EditorScreen

BURSTS = {
    "aa": 1,
    "as": 1,
    "Usulan UKS": 1,
    "B": 1,
}
"""Keys, and how many questions they leave open."""


async def burst(desk, keys):
    for key in keys:
        desk.app.post_message(Key({" ": "space", "/": "slash"}.get(key, key), key))
    await desk.settle()
    await desk.settle()


@pytest.mark.parametrize("keys", list(BURSTS))
def test_a_burst_of_keys_asks_one_question(keys, play):
    async def scene(desk):
        await burst(desk, keys)
        screens = desk.app.screen_stack[1:]
        assert isinstance(screens[0], EditorScreen)
        assert len(screens) == 1 + BURSTS[keys]
        await desk.press("escape")
        assert desk.app.screen is screens[0]

    play(scene, proposal=False)


def test_two_enters_in_one_moment_answer_once(play):
    async def scene(desk):
        await desk.press("a")
        assert isinstance(desk.app.screen, Choose)
        await burst(desk, [])
        for _ in range(3):
            desk.app.post_message(Key("enter", None))
        await desk.settle()
        await desk.settle()
        assert desk.app.is_running

    play(scene)


def test_a_list_in_which_nothing_fits_says_so(play):
    async def scene(desk):
        await desk.press("a", "=zzz")
        assert "Tidak ada yang cocok" in desk.painted()
        await desk.press("enter")
        assert isinstance(desk.app.screen, Choose)
        await desk.press("escape", "a", "=uptd", "enter", "=UPTD UKS", "enter")
        assert desk.units["uptd-uks"].kind == "uptd"

    play(scene)


@pytest.mark.parametrize("keys", ["/Bidang Reh", "/D"])
def test_letters_typed_behind_the_key_that_opens_a_field_go_into_the_field(keys, play):
    async def scene(desk):
        await burst(desk, keys)
        assert len(desk.app.screen_stack) == 2
        assert desk.app.focused.id == "find"
        assert desk.app.focused.value == keys[1:]

    play(scene)


def test_a_whole_unit_can_be_typed_in_one_burst(play):
    async def scene(desk):
        for key in "auptd":
            desk.app.post_message(Key(key, key))
        desk.app.post_message(Key("enter", None))
        for key in "BDZ":
            desk.app.post_message(Key(key, key))
        desk.app.post_message(Key("enter", None))
        await desk.settle()
        await desk.settle()
        assert [unit.kind for unit in desk.units.values() if unit.name == "BDZ"] == ["uptd"]

    play(scene)
