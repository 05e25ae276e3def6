"""The story of a discussion (FGD), as the guide tells it: each screen is compared, and stands in the docs.

When it changed on purpose: SOTK_WRITE=1 python -m pytest tests/tui/test_story.py tests/tui/test_docs_screens.py
"""

import asyncio

from sotk.session.opening import open_desk
from sotk.session.reviewing import Reviewer
from tests.tui.conftest import editor
from tests.tui.test_screens import SIZES, compare

SHOWN_RULES = frozenset({"ECH001"})
"""The rules whose findings the screens show, whatever the others say of the example by now."""


def test_the_story_of_a_discussion(workspace, monkeypatch):
    said = Reviewer.__call__
    monkeypatch.setattr(
        Reviewer,
        "__call__",
        lambda self, structure: tuple(each for each in said(self, structure) if each.code in SHOWN_RULES),
    )

    async def story():
        async with editor(workspace / "eksisting.yaml", SIZES["80x24"]) as desk:
            await first_sitting(desk)
        path = workspace / "usulan-uks.yaml"
        assert open_desk(path).left is not None
        async with editor(path, SIZES["80x24"]) as desk:
            await second_sitting(desk)

    asyncio.run(story())


async def seen(desk, name):
    await desk.found()
    compare(f"story/{name}", desk.painted())


async def first_sitting(desk):
    await desk.press("B", "=Usulan UKS", "enter")
    await desk.press("a", "=uptd", "enter", "=UPTD UKS", "enter")
    await desk.press("a", "=satuan", "enter", "=Satuan Pelayanan Shelter", "enter")
    await desk.go("seksi-tunasosial")
    await desk.press("m", "=uptd uks", "enter")
    await seen(desk, "1-moved")
    await desk.press("t", "end", "enter", "=shelter", "enter")
    await desk.go("bid-pfm")
    await desk.press("e", "=II.b", "enter")
    await desk.found()
    await desk.press("f")
    await seen(desk, "2-finding")
    await desk.press("F")
    await desk.found()
    assert desk.units["bid-pfm"].head.echelon == "III.a"
    await desk.press("escape", "o")
    await desk.press("down", "down", "t", "n", "=tunggu ABK", "enter")
    await seen(desk, "3-postponed")
    before = desk.state.document
    await desk.press("escape", "u", "u", "u", "u", "u")
    await seen(desk, "4-undone")
    await desk.press("U", "U", "U", "U", "U")
    assert desk.state.document == before
    await desk.press("V")
    await desk.drawn()
    await seen(desk, "5-chart")
    await desk.press("escape", "ctrl+e", "w")
    await desk.written()
    assert desk.app.screen.order.path.read_bytes()[:2] == b"PK"
    await desk.press("escape", "q")
    await seen(desk, "6-leaving")
    await desk.press("down", "enter")


async def second_sitting(desk):
    await seen(desk, "7-again")
    await desk.press("enter")
    assert desk.units["uptd-uks"].name == "UPTD UKS"
    assert "usulan" in desk.painted().lower()
    await desk.press("ctrl+s")
    assert not desk.state.changed
