"""The scenes of comparing: another document beside the own one, and changes taken from it."""

from sotk.tui.dialogs.choose import Choose
from sotk.tui.screens.compare import CompareScreen, Comparison, OtherTree
from tests.tui.scenes import scene

UPTD = ("=kelas b", "enter")
"""Narrows the choice of documents to the proposal of the UPTD."""


def operations(desk):
    return desk.state.document.scenario.operations


async def beside_the_uptd(desk):
    await desk.press("4", *UPTD)


@scene("compare", "compare_with")
async def another_document_beside(desk):
    await desk.press("C")
    choices = desk.app.screen._choices
    assert choices[0].remark == "struktur dasar · eksisting.yaml"
    assert len(choices) == 4
    await desk.press(*UPTD)
    screen = desk.app.screen
    assert isinstance(screen, CompareScreen)
    assert "uptd-uks" in screen.other.structure.units
    assert screen.query_one(OtherTree).view.standing.changes["uptd-uks"] == "added"
    await desk.press("o", "=tim kerja", "enter")
    assert "uptd-uks" not in screen.other.structure.units
    await desk.press("escape")
    assert not isinstance(desk.app.screen, CompareScreen)
    assert operations(desk) == ()


@scene("take_change")
async def a_change_with_what_it_needs(desk):
    await beside_the_uptd(desk)
    screen = desk.app.screen
    await desk.press("down")
    assert screen.cursor == "satpel-persinggahan"
    assert "perlu 1" in desk.painted()
    await desk.press("t")
    assert isinstance(desk.app.screen, Choose)
    assert "Tambah UPTD Kegawatdaruratan Sosial" in desk.painted()
    await desk.press("escape")
    assert operations(desk) == ()
    await desk.press("enter", "enter")
    assert operations(desk) == screen.other.scenario.operations[:2]
    assert "sudah ada di sini" in desk.painted()
    await desk.press("u")
    assert operations(desk) == ()


@scene("take_all")
async def all_changes(desk):
    await beside_the_uptd(desk)
    await desk.press("A")
    assert operations(desk) == desk.app.screen.other.scenario.operations
    await desk.press("A")
    assert "Tidak ada yang diambil" in desk.painted()


@scene("compare_view")
async def changes_or_differences(desk):
    await beside_the_uptd(desk)
    await desk.press("f")
    assert "perbedaan" in desk.painted().splitlines()[0]
    screen = desk.app.screen
    comparison = screen.query_one(Comparison)
    await desk.press("end")
    while screen._groups[int(comparison.chosen.partition(":")[0])].id is None:
        await desk.press("up")
    assert screen.cursor == screen._groups[int(comparison.chosen.partition(":")[0])].id
    await desk.press("t")
    assert operations(desk) == ()
    await desk.press("f")
    assert screen.number == 1
