"""Every action of the table, by its keys: what it does to the document or to the screen."""

import pytest

from sotk.tui.catalogue import ACTIONS
from sotk.tui.dialogs.choose import Choose
from sotk.tui.dialogs.read import Read
from sotk.tui.dialogs.write import Write
from sotk.tui.screens.changes import ChangesScreen
from sotk.tui.screens.chart import ChartScreen
from sotk.tui.screens.export import ExportScreen
from sotk.tui.widgets.details import Details
from sotk.tui.widgets.find import FindBar
from sotk.tui.widgets.findings import Findings
from sotk.tui.widgets.tree import UnitTree
from tests.tui import board_scenes, compare_scenes, mode_scenes  # noqa: F401 - they add their scenes
from tests.tui.scenes import SCENES, scene, scenes_once


def test_every_action_has_a_scene():
    assert {action.id for action in ACTIONS} == set(SCENES)


def cursor(desk):
    return desk.state.selection.cursor


def children(desk, unit):
    return desk.state.structure.below(unit)


@scene("up", "down", "first", "last", "page_up", "page_down")
async def going_around(desk):
    await desk.press("down")
    assert cursor(desk) == "sekretariat"
    await desk.press("j", "k", "up")
    assert cursor(desk) == "dinsos"
    await desk.press("G")
    assert cursor(desk) == "kjf"
    await desk.press("home", "pagedown")
    assert cursor(desk) not in ("dinsos", "kjf")
    await desk.press("pageup")
    assert cursor(desk) == "dinsos"


@scene("open", "shut", "open_all", "shut_all")
async def branches(desk):
    tree = desk.app.screen.query_one(UnitTree)
    await desk.press("down", "left", "down")
    assert cursor(desk) == "bid-dayasos"
    await desk.press("up", "right", "right")
    assert cursor(desk) == "subbag-perencanaan"
    await desk.press("h")
    assert cursor(desk) == "sekretariat"
    everything = len(tree.rows)
    await desk.press("minus")
    assert len(tree.rows) == 1 + len(children(desk, "dinsos"))
    await desk.press("asterisk")
    assert len(tree.rows) == everything


@scene("find", "find_next", "find_previous")
async def finding_names(desk):
    await desk.press("slash", "=tata")
    assert cursor(desk) == "tu-psrlu"
    await desk.press("enter", "n")
    assert cursor(desk) == "tu-psrpd"
    await desk.press("N")
    assert cursor(desk) == "tu-psrlu"
    assert not desk.app.screen.query_one(FindBar).display


@scene("mark", "mark_siblings", "unmark")
async def marks(desk):
    await desk.go("seksi-tunasosial")
    await desk.press("space")
    assert desk.state.selection.marked == {"seksi-tunasosial"}
    await desk.go("seksi-disabilitas")
    await desk.press("ctrl+a")
    assert len(desk.state.selection.marked) == 3
    await desk.press("escape")
    assert desk.state.selection.marked == frozenset()


@scene("fill_in", "next_panel", "see_findings")
async def panels(desk):
    await desk.press("enter")
    assert isinstance(desk.app.focused, Details)
    await desk.press("escape")
    assert isinstance(desk.app.focused, UnitTree)
    await desk.press("tab", "tab")
    assert isinstance(desk.app.focused, Findings)
    await desk.press("tab", "f")
    assert isinstance(desk.app.focused, Findings)


@scene("structure_data")
async def data_of_the_structure(desk):
    await desk.press("I", "=skor pem", "enter", "ctrl+a", "delete", "=870", "enter")
    assert desk.state.structure.header.agency.score == 870
    assert isinstance(desk.app.screen, Choose)
    await desk.press("escape")
    assert isinstance(desk.app.focused, UnitTree)


@scene("add_below")
async def adding_below(desk):
    await desk.press("a", "=uptd", "enter", "=UPTD UKS", "enter")
    assert desk.units["uptd-uks"].parent == "dinsos"
    assert desk.units["uptd-uks"].head.title == "Kepala UPTD UKS"
    assert cursor(desk) == "uptd-uks"


@scene("add_beside")
async def adding_beside(desk):
    await desk.go("seksi-anak-lansia")
    await desk.press("A", "=seksi", "enter", "=Seksi Shelter", "enter")
    assert children(desk, "bid-rehsos")[:2] == ("seksi-anak-lansia", "seksi-shelter")


@scene("rename")
async def renaming_in_place(desk):
    await desk.go("bid-pfm")
    await desk.press("r", "=Bidang PFM", "enter")
    assert desk.units["bid-pfm"].name == "Bidang PFM"
    await desk.press("f2", "=x", "escape")
    assert desk.units["bid-pfm"].name == "Bidang PFM"
    assert isinstance(desk.app.focused, UnitTree)


@scene("duplicate")
async def duplicating(desk):
    await desk.go("bid-pfm")
    await desk.press("d")
    assert cursor(desk) == "bid-pfm-2"
    assert len(children(desk, "bid-pfm-2")) == 3


@scene("merge")
async def merging(desk):
    await desk.go("seksi-anak-lansia")
    await desk.press("space", "space", "M", "=Seksi Gabungan", "enter")
    assert children(desk, "bid-rehsos") == ("seksi-gabungan", "seksi-tunasosial")
    assert cursor(desk) == "seksi-gabungan"


@scene("split")
async def splitting(desk):
    await desk.go("seksi-tunasosial")
    await desk.press("S", "=Seksi Satu", "enter", "=Seksi Dua", "enter", "down", "enter", "home", "enter")
    assert children(desk, "bid-rehsos")[2:] == ("seksi-satu", "seksi-dua")
    assert len(desk.units["seksi-dua"].duties) == 1


@scene("remove")
async def removing(desk):
    await desk.go("seksi-tunasosial")
    duties = len(desk.units["seksi-tunasosial"].duties) + len(desk.units["bid-rehsos"].duties)
    await desk.press("delete", "enter")
    assert "seksi-tunasosial" not in desk.units
    assert len(desk.units["bid-rehsos"].duties) == duties
    await desk.go("dinsos")
    await desk.press("D")
    assert "dinsos" in desk.units


@scene("move_up", "move_down", "move_in", "move_out")
async def moving_by_keys(desk):
    await desk.go("bid-rehsos")
    await desk.press("K")
    assert children(desk, "dinsos")[1] == "bid-rehsos"
    await desk.press("shift+down")
    assert children(desk, "dinsos")[2] == "bid-rehsos"
    await desk.press("L")
    assert desk.units["bid-rehsos"].parent == "bid-dayasos"
    await desk.press("H")
    assert children(desk, "dinsos")[2] == "bid-rehsos"
    assert cursor(desk) == "bid-rehsos"
    await desk.go("dinsos")
    await desk.press("K")
    assert "Tidak dapat" in desk.painted()


@scene("move_to")
async def moving_to(desk):
    await desk.go("satpel-persinggahan")
    await desk.press("m", "=bina karya", "enter")
    assert desk.units["satpel-persinggahan"].parent == "uptd-prsbk"


@scene("cut", "paste")
async def cutting(desk):
    await desk.go("satpel-persinggahan")
    await desk.press("x")
    await desk.go("uptd-prsbk")
    await desk.press("p")
    assert desk.units["satpel-persinggahan"].parent == "uptd-prsbk"
    await desk.press("p")
    assert desk.state.clipboard is None


@scene("copy")
async def copying(desk):
    await desk.go("seksi-tunasosial")
    await desk.press("y")
    await desk.go("bid-pfm")
    await desk.press("ctrl+v")
    assert children(desk, "bid-pfm")[-1] == "seksi-tunasosial-2"
    assert "seksi-tunasosial" in desk.units


@scene("change_kind", "change_echelon", "change_class")
async def choices(desk):
    await desk.go("seksi-tunasosial")
    await desk.press("i", "=subbidang", "enter")
    assert desk.units["seksi-tunasosial"].kind == "subbidang"
    await desk.press("e", "=iii.b", "enter")
    assert desk.units["seksi-tunasosial"].head.echelon == "III.b"
    await desk.press("c", "=11", "enter")
    assert desk.units["seksi-tunasosial"].head.job_class == 11
    await desk.go("uptd-prsbk")
    await desk.press("c", "enter")
    assert desk.units["uptd-prsbk"].unit_class in ("A", "B")


@scene("add_duty")
async def adding_a_duty(desk):
    await desk.go("satpel-persinggahan")
    before = len(desk.units["satpel-persinggahan"].duties)
    await desk.press("w", "down", "enter", "=Penerimaan laporan", "enter")
    duties = desk.units["satpel-persinggahan"].duties
    assert len(duties) == before + 1
    assert (duties[-1].level, duties[-1].text) == ("fungsi", "Penerimaan laporan")


@scene("transfer_duty")
async def transferring(desk):
    await desk.go("seksi-tunasosial")
    duty = desk.units["seksi-tunasosial"].duties[0]
    await desk.press("t", "enter", "=bina karya", "enter")
    assert duty in desk.units["uptd-prsbk"].duties
    left = desk.units["seksi-tunasosial"].duties
    await desk.press("t", *["down"] * len(left), "enter", "=bina karya", "enter")
    assert desk.units["seksi-tunasosial"].duties == ()


@scene("add_post")
async def adding_a_post(desk):
    await desk.go("satpel-persinggahan")
    before = len(desk.units["satpel-persinggahan"].positions)
    await desk.press("b", "enter", "=Pekerja Sosial", "enter", "=3", "enter")
    posts = desk.units["satpel-persinggahan"].positions
    assert len(posts) == before + 1
    assert (posts[-1].title, posts[-1].category, posts[-1].need) == ("Pekerja Sosial", "fungsional", 3)


@scene("undo", "redo")
async def undoing(desk):
    await desk.press("u")
    assert "Tidak ada yang dapat dibatalkan" in desk.painted()
    await desk.go("bid-rehsos")
    await desk.press("K", "ctrl+z")
    assert children(desk, "dinsos")[2] == "bid-rehsos"
    await desk.press("ctrl+y")
    assert children(desk, "dinsos")[1] == "bid-rehsos"
    await desk.press("u", "U", "U")
    assert children(desk, "dinsos")[1] == "bid-rehsos"


@scene("save")
async def saving(desk):
    await desk.go("bid-rehsos")
    await desk.press("K")
    assert desk.painted().startswith("*")
    await desk.press("ctrl+s")
    assert not desk.state.changed
    assert "move_unit" in desk.session.desk.path.read_text("utf-8")
    assert "Sudah disimpan" in desk.painted()


@scene("begin_proposal", proposal=False)
async def beginning_a_proposal(desk):
    await desk.press("B", "=Usulan Baru", "enter")
    assert desk.session.desk.path.name == "usulan-baru.yaml"
    assert desk.state.mode == "proposal"


@scene("open_other")
async def opening_another(desk):
    await desk.press("ctrl+o", "=timkerja", "enter")
    assert desk.session.desk.path.name == "usulan-uks-timkerja.yaml"
    assert len(desk.state.document.scenario.operations) > 5


@scene("quit")
async def leaving(desk):
    await desk.go("bid-rehsos")
    await desk.press("K", "q")
    assert isinstance(desk.app.screen, Choose)
    await desk.press("escape")
    assert desk.state.changed
    await desk.press("q", "enter")
    assert "move_unit" in desk.session.desk.path.read_text("utf-8")


@scene("help", "palette")
async def helping(desk):
    await desk.press("question_mark")
    assert isinstance(desk.app.screen, Read)
    await desk.press("j", "space", "escape")
    await desk.press("ctrl+p", "=kontras")
    assert isinstance(desk.app.screen, Choose)
    await desk.press("escape", "colon", "=ganti nama", "enter", "=Nama Lain", "enter")
    assert desk.units["dinsos"].name == "Nama Lain"


@scene("fix", "explain")
async def findings(desk):
    await desk.found()
    await desk.press("f", "x")
    assert isinstance(desk.app.screen, Read)
    await desk.press("escape", "F")
    assert "Tidak ada perbaikan otomatis" in desk.painted()
    await desk.press("enter")
    assert isinstance(desk.app.focused, UnitTree)


@scene("see_changes")
async def changes(desk):
    await desk.press("o")
    assert isinstance(desk.app.screen, ChangesScreen)
    assert "Belum ada perubahan" in desk.painted()
    await desk.press("escape")
    assert isinstance(desk.app.focused, UnitTree)


@scene("language")
async def language(desk):
    assert "bantuan" in desk.painted()
    await desk.press("f8")
    assert "help" in desk.painted()
    await desk.press("f8")
    assert "bantuan" in desk.painted()


@scene("theme")
async def theme(desk):
    seen = [desk.app.theme]
    for _ in range(4):
        await desk.press("f9")
        seen.append(desk.app.theme)
    assert seen[0] == seen[-1]
    assert len(set(seen)) == 4


@scene("see_chart", "chart_extent")
async def chart_beside_the_tree(desk):
    await desk.go("bid-rehsos")
    await desk.press("v")
    chart = await desk.drawn()
    assert chart.display
    assert chart.picture.extent == "branch"
    assert chart.picture.scene.box_of("seksi-tunasosial") is not None
    assert chart.picture.scene.box_of("bid-pfm") is None
    await desk.press("z")
    await desk.drawn()
    assert chart.picture.extent == "near"
    await desk.press("z")
    await desk.drawn()
    assert chart.picture.scene.box_of("bid-pfm") is not None
    await desk.press("v")
    assert not chart.display


@scene("chart_left", "chart_right", "chart_up", "chart_down", size=(160, 48))
async def going_on_the_chart(desk):
    await desk.go("bid-rehsos")
    await desk.press("V")
    await desk.drawn()
    for key, unit in (
        ("right", "bid-linjamsos"),
        ("left", "bid-rehsos"),
        ("down", "seksi-anak-lansia"),
        ("k", "bid-rehsos"),
    ):
        await desk.press(key)
        await desk.drawn()
        assert cursor(desk) == unit


@scene(
    "full_chart",
    "chart_width",
    "pan_left",
    "pan_right",
    "pan_up",
    "pan_down",
    "chart_page_up",
    "chart_page_down",
    size=(80, 24),
)
async def chart_on_the_whole_screen(desk):
    await desk.press("V")
    assert isinstance(desk.app.screen, ChartScreen)
    chart = await desk.drawn()
    await desk.press("w")
    await desk.drawn()
    assert chart.picture.sight.width is None
    assert chart.picture.scene.width > 80
    await desk.press("pagedown")
    down = chart.scroll_offset.y
    assert down > 0
    await desk.press("J")
    assert chart.scroll_offset.y > down
    await desk.press("K", "pageup")
    assert chart.scroll_offset.y == 0
    across = chart.scroll_offset.x
    await desk.press("L")
    assert chart.scroll_offset.x > across
    await desk.press("H")
    assert chart.scroll_offset.x == across
    await desk.press("escape")
    assert isinstance(desk.app.focused, UnitTree)


@scene("export", "write_export", "next_value", "previous_value")
async def exporting(desk):
    await desk.go("bid-rehsos")
    await desk.press("K", "ctrl+e")
    screen = desk.app.screen
    assert isinstance(screen, ExportScreen)
    assert screen.order.path.name == "usulan-uks-perubahan.pptx"
    await desk.press("down", "right", "right", "right", "right")
    assert screen.order.path.name == "usulan-uks-perubahan.svg"
    await desk.press("left", "right", "w")
    await desk.written()
    assert b"<svg" in screen.order.path.read_bytes()[:400]
    assert "Sudah ditulis" in desk.painted()
    screen.order.path.write_text("mine")
    await desk.press("w")
    assert isinstance(desk.app.screen, Choose)
    await desk.press("escape")
    assert screen.order.path.read_text() == "mine"
    await desk.press("escape")
    assert isinstance(desk.app.focused, UnitTree)


async def _with_changes(desk):
    await desk.go("satpel-persinggahan")
    await desk.press("m", "=bina karya", "enter")
    await desk.go("bid-rehsos")
    await desk.press("K", "o")


def _first(desk):
    return desk.state.document.scenario.operations[0]


@scene("agree", "postpone", "reject", "reopen")
async def deciding(desk):
    await _with_changes(desk)
    for key, status in (
        ("s", "disepakati"),
        ("t", "ditunda"),
        ("x", "ditolak"),
        ("p", "usul"),
        ("3", "ditunda"),
    ):
        await desk.press(key)
        assert _first(desk).status == status
        moved = desk.units["satpel-persinggahan"].parent == "uptd-prsbk"
        assert moved == (status in ("usul", "disepakati"))
    await desk.press("u")
    assert _first(desk).status == "usul"


@scene("note", "why", "proposed_by")
async def remarking(desk):
    await _with_changes(desk)
    await desk.press(
        "n", "=tunggu ABK", "enter", "w", "=Beban kerja", "enter", "b", "=Biro Organisasi", "enter"
    )
    first = _first(desk)
    assert (first.note, first.why, first.proposed_by) == ("tunggu ABK", "Beban kerja", "Biro Organisasi")
    assert "Pengusul: Biro Organisasi" in desk.painted()
    await desk.press("n")
    assert isinstance(desk.app.screen, Write)


@scene("withdraw")
async def withdrawing(desk):
    await _with_changes(desk)
    await desk.press("delete", "enter")
    assert len(desk.state.document.scenario.operations) == 1
    assert desk.units["satpel-persinggahan"].parent == "uptd-ppks"


SHOWN = scenes_once()


@pytest.mark.parametrize("actions", SHOWN)
def test_actions(actions, play):
    function, options = SHOWN[actions]
    play(function, **options)
