"""The modes of the editor: for a room, to be read aloud, with and without the mouse."""

import os
import select
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sotk.tui.blocks import blocks
from tests.tui.test_terminal import TEXT


def test_a_room_and_a_screen_reader_are_not_served_at_once(play):
    async def scene_(desk):
        await desk.press("P", "T")
        assert (desk.app.presenting, desk.app.flat) == (False, True)
        await desk.press("P")
        assert (desk.app.presenting, desk.app.flat) == (True, False)

    play(scene_)


@given(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=14), st.integers(1, 200))
def test_large_letters_keep_to_their_room_and_no_two_words_look_alike(word, width):
    made = blocks(word, width)
    if made is not None:
        assert max(map(len, made.splitlines())) <= width
        assert len(made.splitlines()) in (3, 5)
    tall = blocks(word, 1_000)
    other = word[:-1] + ("B" if word[-1] != "B" else "C")
    assert tall != blocks(other, 1_000)


def test_what_is_no_letter_is_not_made_large():
    assert blocks("USULAN 2", 200) is None
    assert blocks("", 200) is None


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are those of posix")
def test_the_terminal_is_told_of_mouse_and_cursor(tmp_path):
    """The last word on the mouse is off, the cursor is shown for the screen reader."""
    import pty
    import termios

    path = tmp_path / "a.yaml"
    path.write_text(TEXT)
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path / "state"), "TERM": "xterm-256color"}
    editor = subprocess.Popen(
        [sys.executable, "-m", "sotk", "edit", "--flat", "--no-mouse", str(path)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment,
    )
    os.close(theirs)
    told = b""
    try:
        while b"tingkat 1" not in told and b"level 1" not in told:
            assert select.select([ours], [], [], 30)[0], told[-2_000:]
            told += os.read(ours, 65_536)
        assert told.rfind(b"\x1b[?1003l") > told.rfind(b"\x1b[?1003h")
        assert told.rfind(b"\x1b[?25h") > told.rfind(b"\x1b[?25l")
    finally:
        editor.kill()
        editor.wait()
        os.close(ours)
