"""Only lines that differ are painted: the screen is always the one that painting all anew would give."""

from random import Random

import pytest

MOVES = ("j", "k", "l", "h", "pagedown", "pageup", "G", "g", "minus", "asterisk", "tab")
EDITS = ("J", "K", "J", "K", "space", "u", "ctrl+r", "v", "H", "L", "f8", "f9")


def strips(desk):
    return [list(line) for line in desk.app.screen._compositor.render_strips()]


def anew(desk):
    for widget in desk.app.screen.query("*"):
        widget.refresh()
    return strips(desk)


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
@pytest.mark.parametrize("seed", range(3))
def test_after_any_keys_the_screen_is_as_if_painted_anew(play, seed, size):
    async def scene(desk):
        keys = Random(seed)
        await desk.go("bid-pfm")
        for _ in range(40):
            await desk.press(keys.choice(MOVES + EDITS))
            assert strips(desk) == anew(desk)

    play(scene, size=size)
