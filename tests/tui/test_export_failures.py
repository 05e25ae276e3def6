"""An export that cannot be written says so, and leaves the file that was there and the proposal alone."""

import errno
import os

import pytest

from sotk.files import writing
from sotk.tui.screens.export import ExportScreen

FAULTS = {"disk full": ("fsync", errno.ENOSPC), "taken away": ("replace", errno.EIO)}


@pytest.mark.parametrize("fault", list(FAULTS))
def test_a_fault_while_writing_leaves_what_was_there(fault, play, monkeypatch):
    step, number = FAULTS[fault]

    def fail(*_arguments):
        raise OSError(number, os.strerror(number))

    async def scene(desk):
        await desk.press("ctrl+e", "down", "right", "right", "right", "right")
        screen = desk.app.screen
        assert isinstance(screen, ExportScreen)
        target = screen.order.path
        target.write_bytes(b"old")
        before = desk.state.document
        monkeypatch.setattr(writing.os, step, fail)
        await desk.press("w", "enter")
        await desk.written()
        monkeypatch.undo()
        assert target.name in desk.painted()
        assert "Sudah ditulis" not in desk.painted()
        assert target.read_bytes() == b"old"
        assert {
            path.name for path in target.parent.iterdir() if path.suffix not in (".yaml", ".svg")
        } == set()
        assert desk.state.document is before
        await desk.press("w", "enter")
        await desk.written()
        assert b"<svg" in target.read_bytes()[:400]

    play(scene)


def test_a_folder_that_may_only_be_read_is_said(play, monkeypatch):
    def refuse(*_arguments, **_options):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    async def scene(desk):
        await desk.press("ctrl+e", "down", "right", "right", "right", "right")
        target = desk.app.screen.order.path
        monkeypatch.setattr(writing.tempfile, "mkstemp", refuse)
        await desk.press("w")
        await desk.written()
        monkeypatch.undo()
        assert target.name in desk.painted()
        assert not target.exists()
        assert isinstance(desk.app.screen, ExportScreen)

    play(scene)
