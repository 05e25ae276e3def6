"""The editor on a copy of a shipped structure, driven by keys without a terminal."""

import asyncio
import shutil
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.events import Paste

from sotk.session.opening import open_desk
from sotk.session.session import branch
from sotk.tui.app import editor_of
from tests.tui.resting import at_rest, until

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def state_home(tmp_path, monkeypatch):
    """Journals of tests never meet those of a person."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(autouse=True)
def no_naps(monkeypatch):
    """The pilot goes on when the loop has nothing left to do: most of the time was naps."""
    for place in ("textual.pilot", "textual.app"):
        monkeypatch.setattr(f"{place}.wait_for_idle", at_rest)


@pytest.fixture
def workspace(tmp_path):
    folder = tmp_path / "dinsos-jabar"
    shutil.copytree(ROOT / "structures" / "dinsos-jabar", folder)
    return folder


class Desk:
    """An open editor: press keys, look at its state and at what is painted."""

    def __init__(self, app, pilot):
        self.app, self.pilot = app, pilot

    @property
    def session(self):
        return self.app.screen_stack[1].session

    @property
    def state(self):
        return self.session.state

    @property
    def units(self):
        return self.state.structure.units

    async def press(self, *keys):
        for key in keys:
            if key.startswith("="):
                await self._write(key[1:])
            else:
                await self.pilot.press(key)
            await self.settle()

    async def _write(self, text):
        """The first letter by its key, since it may open the field; the rest at once, as a paste."""
        await self.pilot.press("space" if text[0] == " " else text[0])
        await self.settle()
        if text[1:]:
            self.app.post_message(Paste(text[1:]))

    async def settle(self):
        """Wait for workers of actions, but not for those that ask a question."""
        for _ in range(3):
            await at_rest()
            self.app.screen._on_timer_update()
        await at_rest()

    async def go(self, unit):
        self.session.go(unit)
        self.app.screen_stack[1].show()
        await self.settle()

    async def found(self):
        """Wait for the findings of the structure as it is now."""
        screen = self.app.screen_stack[1]
        await until(lambda: not screen.live.waiting)
        await self.settle()

    async def drawn(self):
        """Wait until the chart of the screen is that of the state."""
        chart = self.app.screen.query_one("#chart")
        await until(lambda: chart.is_current)
        await self.settle()
        return chart

    async def written(self):
        """Wait for an export."""
        await until(lambda: not self.app.screen.writing)
        await self.settle()

    def painted(self):
        """The screen as plain text."""
        lines = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in line).rstrip() for line in lines) + "\n"


@asynccontextmanager
async def editor(path, size=(110, 36), language="id"):
    app = editor_of(open_desk(path), language)
    async with app.run_test(size=size) as pilot:
        desk = Desk(app, pilot)
        await desk.found()
        yield desk
        screen = app.screen_stack[1] if len(app.screen_stack) > 1 else None
        if screen is not None and not app._exit:  # who quit has said what becomes of the journal
            screen.end()


@pytest.fixture
def play(workspace):
    """Run a coroutine function on an editor: of the structure itself, or of a fresh proposal."""

    def run(scene, *, path=None, proposal=True, **options):
        target = path or workspace / "eksisting.yaml"
        if proposal and path is None:
            target = branch(open_desk(target), "Usulan UKS", "usulan-uks")

        async def go():
            async with editor(target, **options) as desk:
                await scene(desk)

        asyncio.run(go())

    return run
