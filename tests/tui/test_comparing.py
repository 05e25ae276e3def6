"""Comparing on the screen: what is said of conflicts, of a base, and where an edit has no place yet."""

from sotk.session.beside import glance
from sotk.tui.dialogs.choose import Choose
from sotk.tui.screens.compare import CompareScreen, _fitted
from tests.tui.compare_scenes import beside_the_uptd, operations

THIRD = ("down", "down", "enter")
"""The proposal of the UPTD, in a list too short to be narrowed."""


def test_a_contradiction_is_said_with_both_sides_and_taken_only_if_wished(play):
    async def scene(desk):
        await desk.go("satpel-persinggahan")
        await desk.press("m", "=bina karya", "enter")
        before = operations(desk)
        await beside_the_uptd(desk)
        await desk.press("down", "t", "enter")
        painted = desk.painted()
        assert "Ini bertentangan dengan usulan Anda" in painted
        assert "UPTD Panti Rehabilitasi" in painted
        await desk.press("escape")
        assert operations(desk) == before
        await desk.press("t", "enter", "enter")
        assert desk.units["satpel-persinggahan"].parent == "uptd-uks"
        assert len(operations(desk)) == 3

    play(scene)


def test_what_cannot_come_is_refused_in_words_and_nothing_is_half_done(play, workspace):
    async def scene(desk):
        before = desk.state.document
        await desk.press("4", *THIRD, "down", "down", "t")
        assert "Tidak ada yang diambil" in desk.painted()
        assert "satu pihak menghapusnya, pihak lain mengubahnya" in " ".join(desk.painted().split())
        assert desk.state.document is before

    play(scene, path=workspace / "usulan-uks-satpel.yaml")


def test_a_base_beside_shows_only_differences(play, workspace):
    async def scene(desk):
        await desk.press("4", "enter")
        assert isinstance(desk.app.screen, CompareScreen)
        assert "perbedaan" in desk.painted().splitlines()[0]
        before = desk.state.document
        await desk.press("f", "t", "A")
        assert desk.state.document is before

    play(scene, path=workspace / "usulan-uks-uptd.yaml")


def test_taking_into_a_structure_asks_where_the_change_shall_go(play, workspace):
    async def scene(desk):
        await desk.press("4", *THIRD, "t")
        assert isinstance(desk.app.screen, Choose)
        await desk.press("enter", "=Usulan Baru", "enter")
        assert isinstance(desk.app.screen, CompareScreen)
        assert desk.app.screen.session is desk.session
        assert [each.op for each in operations(desk)] == ["add_unit"]

    play(scene, proposal=False)


def test_a_document_that_cannot_be_read_is_not_compared(play, workspace):
    (workspace / "aaa.yaml").write_text("sotk: 1\nscenario: a\nname: Rusak\nbase: tidak-ada.yaml\n")

    async def scene(desk):
        await desk.press("4", "=rusak", "enter")
        assert not isinstance(desk.app.screen, CompareScreen)
        assert "tidak-ada.yaml" in desk.painted()

    play(scene)


def test_names_of_other_documents_are_data(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_bytes(b'sotk: 1\nname: "A\x1b[31m [b]B[/b]"\n')
    assert glance(path) == "A [31m [b]B[/b]"
    path.write_bytes(b"\xff\xfe\x00")
    assert glance(path) == "x"


def test_long_names_are_shown_from_where_they_differ():
    assert _fitted("Usulan Satu", "Usulan Dua", 40) == ("Usulan Satu", "Usulan Dua")
    assert _fitted("Unit Darurat sebagai UPTD", "Unit Darurat sebagai tim kerja", 30) == (
        "…UPTD",
        "…tim kerja",
    )
