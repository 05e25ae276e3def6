"""The scenes of the modes: for a room, to be read aloud, with and without the mouse."""

from sotk.tui.blocks import blocks
from sotk.tui.widgets.findings import Findings
from tests.tui.scenes import scene

BOXES = set("─│┌┐└┘├┤┬┴┼╭╮╯╰━┃┏┓┗┛▾▸✗✓‖•⚒◆▁▂▃▄▅▆▇█")
"""What a screen reader would spell out, or pass over."""


def spoken(desk):
    return str(desk.app.screen.query_one("#spoken").content)


async def moved_into_a_new_unit(desk):
    await desk.press("a", "=uptd", "enter", "=UPTD UKS", "enter")
    await desk.go("satpel-persinggahan")
    await desk.press("m", "=uptd uks", "enter")
    await desk.found()


@scene("presenter")
async def presenting(desk):
    await moved_into_a_new_unit(desk)
    await desk.press("P")
    screen = desk.app.screen
    assert not any(
        screen.query_one(f"#{panel}").display for panel in ("findings", "details", "hints", "title")
    )
    assert "█" in desk.painted()
    await desk.press("o", "t")
    large = blocks("DITUNDA", 100)
    assert all(line.strip() in desk.painted() for line in large.splitlines())
    await desk.press("s")
    assert all(line.strip() in desk.painted() for line in blocks("DISEPAKATI", 100).splitlines())
    await desk.press("escape", "f3")
    assert screen.query_one("#findings").display
    assert "█" not in desk.painted()


@scene("flat")
async def read_aloud(desk):
    await moved_into_a_new_unit(desk)
    await desk.press("T")
    assert BOXES.isdisjoint(desk.painted())
    words = "Pelayanan Sosial Persinggahan, tingkat 3, di bawah UPTD UKS, dipindahkan ke sini"
    assert spoken(desk).startswith(words)
    assert "Pelayanan Sosial Persinggahan (semula di sini, dipindahkan)" in desk.painted()
    assert desk.app.cursor_position == desk.app.screen.query_one("#spoken").region.offset
    await desk.press("up")
    words = "UPTD UKS, tingkat 2, di bawah Dinas Sosial, 1 kelompok atau satuan di bawahnya, baru"
    assert spoken(desk).startswith(words)
    await desk.press("f")
    assert isinstance(desk.app.focused, Findings)
    assert spoken(desk).split(",")[0] in ("galat", "peringatan", "saran")
    await desk.press("escape", "o")
    assert spoken(desk).startswith("1 usul: Tambah UPTD UKS")
    assert BOXES.isdisjoint(desk.painted())
    await desk.press("escape", "T")
    assert not BOXES.isdisjoint(desk.painted())


@scene("mouse")
async def the_mouse(desk):
    await desk.press("Y")
    assert not desk.app.mouse
    assert "Y untuk memakainya lagi" in desk.painted()
    await desk.press("Y")
    assert desk.app.mouse
