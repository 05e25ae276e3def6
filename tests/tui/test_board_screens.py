"""The boards as plain text, in both languages and sizes: each compared with a file a person can read.

When a board changed on purpose: SOTK_WRITE=1 python -m pytest tests/tui/test_board_screens.py
"""

import pytest

from sotk.findings import Finding, Subject
from sotk.locale import msg
from sotk.session.reviewing import Reviewer
from tests.tui.board_scenes import overlaps, to, to_changes
from tests.tui.test_screens import SIZES, compare, compare_styles


@pytest.fixture(autouse=True)
def findings(monkeypatch):
    """One finding a board, whatever the rules say of the example by now."""
    found = tuple(
        Finding(code, rule, "warning", msg("{what}", what=what), Subject(entity, id))
        for code, rule, what, entity, id in (
            ("FUN011", "duty-of-another-level", "Contoh temuan pada tugas", "duty", "bid-rehsos-f1"),
            ("IKU001", "objective-without-indicator", "Contoh temuan pada sasaran", "objective", "o-tujuan"),
            ("WRK003", "thin-position", "Contoh temuan pada jabatan", "position", "subbag-perencanaan-p1"),
        )
    )
    monkeypatch.setattr(Reviewer, "__call__", lambda _self, _structure: found)


async def duties(desk):
    await desk.go("bid-rehsos")
    await desk.press("1")
    await overlaps(desk)
    await desk.press("down", "down")


async def duties_overlapping(desk):
    await desk.press("1")
    await overlaps(desk)
    await desk.press("f", "down")


async def indicators(desk):
    await desk.press("2", "down", "down")


async def posts(desk):
    await desk.found()
    await desk.press("3", "down", "down", "down", "down", "down", "down", "right", "right")


async def discussion(desk):
    await to_changes(desk)
    await desk.press("s", "a", "=Anggaran shelter belum ada", "enter", "t")
    await desk.press("c", "=Sekretariat menghitung", "enter", "b", "=Bappeda", "enter")


async def steps(desk):
    await desk.go("bid-rehsos")
    await desk.press("K", "d", "u", "Z")


async def typing(desk):
    await desk.press("3")
    await to(desk, "position", "subbag-perencanaan-p1", column=3)
    await desk.press("4", "2")


BOARDS = {
    "duties": duties,
    "duties_overlapping": duties_overlapping,
    "indicators": indicators,
    "posts": posts,
    "typing": typing,
    "discussion": discussion,
    "steps": steps,
}


@pytest.mark.parametrize("size", list(SIZES))
@pytest.mark.parametrize("board", list(BOARDS))
def test_board(board, size, play):
    async def scene(desk):
        await BOARDS[board](desk)
        await desk.found()
        compare(f"{board}-{size}", desk.painted())
        await compare_styles(desk, f"{board}-{size}")

    play(scene, size=SIZES[size])


@pytest.mark.parametrize("board", ["duties", "indicators", "posts", "discussion"])
def test_board_in_english(board, play):
    async def scene(desk):
        await BOARDS[board](desk)
        await desk.found()
        compare(f"{board}-english-80x24", desk.painted())

    play(scene, size=SIZES["80x24"], language="en")


def test_names_on_a_board_are_data_and_never_markup(play):
    async def scene(desk):
        await desk.press("3")
        await to(desk, "position", "subbag-perencanaan-p1")
        await desk.press("f2", "=[bold]x[/y] [link", "enter")
        assert "[bold]x[/y] [link" in desk.painted()
        await desk.press("up", "e")
        assert "[bold]x[/y] [link" in desk.painted()

    play(scene)


def test_a_line_dragged_onto_a_unit_goes_there(play):
    async def scene(desk):
        await desk.press("3")
        grid = desk.app.screen.query_one("#grid")
        lines = desk.app.screen.lines
        post = next(key for key in lines if key[0] == "position" and lines.index(key) > 8)
        target = ("unit", "sekretariat")
        await desk.pilot.mouse_down(grid, offset=(5, lines.index(post) + 1))
        await desk.pilot.mouse_up(grid, offset=(5, lines.index(target) + 1))
        await desk.settle()
        assert post[1] in [each.id for each in desk.units["sekretariat"].positions]

    play(scene)


def test_a_click_on_the_cell_of_the_cursor_opens_it(play):
    async def scene(desk):
        await desk.press("3")
        grid = desk.app.screen.query_one("#grid")
        at = desk.app.screen.lines.index(("position", "subbag-perencanaan-p1")) + 1
        edge = grid.size.width - 20
        await desk.pilot.click(grid, offset=(edge, at))
        await desk.pilot.click(grid, offset=(edge, at))
        await desk.settle()
        assert desk.app.focused.id == "naming"

    play(scene)


def test_an_edit_on_a_board_can_begin_a_proposal_and_goes_into_it(play):
    async def scene(desk):
        before = desk.session.desk.path.read_bytes()
        await desk.press("3")
        await to(desk, "position", "subbag-perencanaan-p1", column=3)
        await desk.press("1", "enter", "=Usulan dari papan", "enter", "2", "enter")
        assert desk.state.mode == "proposal"
        (operation,) = desk.state.document.scenario.operations
        assert (operation.id, operation.field, operation.value) == ("subbag-perencanaan-p1", "filled", 12)
        await desk.press("u", "escape", "1")
        await overlaps(desk)
        assert desk.state.document.scenario.operations == ()
        assert before == desk.session.desk.path.with_name("eksisting.yaml").read_bytes()

    play(scene, proposal=False)


def test_a_structure_that_is_only_looked_at_asks_where_changes_go_first(play):
    async def scene(desk):
        await desk.press("3")
        await to(desk, "position", "subbag-perencanaan-p1", column=3)
        await desk.press("1", "down", "enter")
        assert desk.state.mode == "direct"
        assert desk.app.focused.id == "naming"

    play(scene, proposal=False)
