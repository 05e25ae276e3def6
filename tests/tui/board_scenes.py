"""Scenes on the boards of duties, indicators and posts, on points of the discussion and on steps."""

from sotk.tui.dialogs.choose import Choose
from sotk.tui.dialogs.read import Read
from sotk.tui.screens.changes import ChangesScreen
from sotk.tui.screens.duties import DutiesScreen
from sotk.tui.screens.editor import EditorScreen
from sotk.tui.screens.indicators import IndicatorsScreen
from sotk.tui.screens.posts import PostsScreen
from sotk.tui.screens.steps import StepsScreen
from tests.tui.resting import until
from tests.tui.scenes import scene


def row(desk):
    return desk.app.screen.query_one("#grid").row


def lines(desk):
    return [key[1] for key in desk.app.screen.lines]


async def to(desk, *key, column=0):
    """Put the cursor on a cell."""
    grid = desk.app.screen.query_one("#grid")
    assert grid.go_to(key)
    grid._column = column
    await desk.settle()


async def overlaps(desk):
    """Wait until the overlaps are there."""
    await until(lambda: not desk.app.screen.waiting)
    await desk.settle()


def duties_of(desk, unit):
    return [duty.id for duty in desk.units[unit].duties]


def post(desk, id):
    return next(each for _unit, each in desk.state.structure.positions() if each.id == id)


def indicator(desk, id):
    return next(each for each in desk.state.structure.indicators if each.id == id)


@scene("see_duties", "see_indicators", "see_posts")
async def to_the_boards_and_back(desk):
    await desk.go("bid-pfm")
    for key, screen in (("1", DutiesScreen), ("2", IndicatorsScreen), ("3", PostsScreen)):
        await desk.press(key)
        assert isinstance(desk.app.screen, screen)
        await desk.press("q")
        assert isinstance(desk.app.screen, EditorScreen)
    await desk.press("3")
    assert row(desk) == ("unit", "bid-pfm")
    await to(desk, "unit", "uptd-prsbk")
    await desk.press("down", "escape")
    assert desk.state.selection.cursor == "uptd-prsbk"


@scene("row_up", "row_down", "rows_up", "rows_down", "first_row", "last_row", "cell_left", "cell_right")
async def going_around_a_table(desk):
    await desk.press("3", "home", "j", "down")
    assert row(desk) == ("unit", "sekretariat")
    await desk.press("k", "G")
    assert row(desk) == tuple(desk.app.screen.lines[-1])
    await desk.press("pageup")
    assert row(desk) != desk.app.screen.lines[-1]
    await desk.press("g", "pagedown", "pageup")
    assert row(desk) == desk.app.screen.lines[0]
    grid = desk.app.screen.query_one("#grid")
    await desk.press("l", "tab", "right", "h")
    assert grid.column.id == list(grid.view.columns)[2].id


@scene("change_cell")
async def typing_as_in_a_spreadsheet(desk):
    await desk.press("3")
    await to(desk, "position", "satpel-persinggahan-p1", column=3)
    await desk.press("7", "enter", "1", "2", "tab", "6", "enter")
    assert post(desk, "satpel-persinggahan-p1").filled == 7
    below = post(desk, "satpel-persinggahan-p2")
    assert (below.filled, below.need) == (12, 6)
    await desk.press("u", "u", "u")
    assert post(desk, "satpel-persinggahan-p1").filled != 7
    await to(desk, "position", "satpel-persinggahan-p1", column=3)
    await desk.press("9", "x", "enter")
    assert "Ketik angka" in desk.painted()
    assert post(desk, "satpel-persinggahan-p1").filled != 9
    await desk.press("enter", "=5+1", "enter")
    split = post(desk, "satpel-persinggahan-p1").filled
    assert (split.pns, split.pppk) == (5, 1)
    await to(desk, "position", "satpel-persinggahan-p1")
    await desk.press("f2", "=Pekerja Sosial Utama", "enter")
    assert post(desk, "satpel-persinggahan-p1").title == "Pekerja Sosial Utama"
    await to(desk, "position", "satpel-persinggahan-p1", column=5)
    await desk.press("enter")
    assert "B − K" in desk.painted()


@scene("add_row", "remove_rows")
async def adding_and_removing_lines(desk):
    await desk.press("3")
    await to(desk, "unit", "seksi-tunasosial")
    await desk.press("down", "a", "enter", "=Penyuluh Sosial", "enter", "=2", "enter")
    made = row(desk)
    assert post(desk, made[1]).title == "Penyuluh Sosial"
    await desk.press("delete", "enter")
    assert made not in desk.app.screen.lines
    await desk.press("u")
    assert made in desk.app.screen.lines


@scene("mark_row", "mark_rows", "cut_rows", "copy_rows", "paste_rows")
async def cutting_and_copying_lines(desk):
    await desk.press("3")
    await to(desk, "position", "satpel-persinggahan-p1")
    await desk.press("space", "space", "x")
    await to(desk, "unit", "seksi-tunasosial")
    await desk.press("p")
    posts = [each.id for each in desk.units["seksi-tunasosial"].positions]
    assert posts[-2:] == ["satpel-persinggahan-p1", "satpel-persinggahan-p2"]
    await to(desk, "position", posts[-1])
    await desk.press("y")
    await to(desk, "unit", "bid-pfm")
    await desk.press("ctrl+v")
    assert desk.units["bid-pfm"].positions[-1].title == post(desk, posts[-1]).title
    await desk.press("ctrl+a")
    assert len(desk.app.screen.marked) == len(desk.app.screen.entries())
    await desk.press("escape")
    assert not desk.app.screen.marked
    await desk.press("p")
    assert "belum ada" in desk.painted().lower()


@scene("narrow", "show_only", "leave_board")
async def narrowing_a_table(desk):
    await desk.press("3")
    everything = len(lines(desk))
    await desk.press("slash", "=pengemudi")
    assert 0 < len(lines(desk)) < everything
    await desk.press("enter", "escape")
    assert len(lines(desk)) == everything
    await desk.press("f")
    assert desk.app.screen.choice.only == "short"
    assert all(post(desk, key[1]).need > post(desk, key[1]).filled_count for key in desk.app.screen.entries())
    await desk.press("ctrl+f", "=qqq", "escape")
    assert desk.app.screen.words == ""
    await desk.press("escape")
    assert isinstance(desk.app.screen, EditorScreen)


@scene("read_row")
async def reading_a_line_in_full(desk):
    await desk.found()
    await desk.press("2", "home", "e")
    assert isinstance(desk.app.screen, Read)
    assert "IKU001" in desk.painted()


@scene("transfer_duties")
async def transferring_marked_duties(desk):
    await desk.press("1")
    before = duties_of(desk, "seksi-tunasosial")
    await to(desk, "duty", before[0])
    await desk.press("space", "space", "t", "=bina karya", "enter")
    assert duties_of(desk, "uptd-prsbk")[-2:] == before[:2]
    assert row(desk) == ("duty", before[0])
    await desk.press("u")
    assert duties_of(desk, "seksi-tunasosial") == before
    await to(desk, "duty", before[-1])
    await desk.press("x")
    await to(desk, "unit", "bid-pfm")
    await desk.press("p")
    assert duties_of(desk, "bid-pfm")[-1] == before[-1]
    await desk.press("delete")
    assert duties_of(desk, "bid-pfm")[-1] == before[-1]


@scene("merge_duties")
async def merging_duties(desk):
    await desk.press("1")
    await to(desk, "duty", "seksi-tunasosial-f2")
    await desk.press("space", "space", "M", "enter")
    assert "seksi-tunasosial-f3" not in duties_of(desk, "seksi-tunasosial")
    assert "seksi-tunasosial-f2" in duties_of(desk, "seksi-tunasosial")
    await desk.press("u")
    assert "seksi-tunasosial-f3" in duties_of(desk, "seksi-tunasosial")


@scene("see_other_duty")
async def going_to_the_other_duty(desk):
    await desk.press("1")
    await overlaps(desk)
    await desk.press("f")
    here = row(desk) if row(desk)[0] == "duty" else desk.app.screen.entries()[0]
    await to(desk, *here)
    others = [each.duty for each in desk.app.screen.shared_with(here[1])]
    await desk.press("o")
    if isinstance(desk.app.screen, Choose):
        await desk.press("enter")
    assert row(desk) == ("duty", others[0])
    assert "%" in desk.painted()


@scene("accept_overlap")
async def accepting_a_finding(desk):
    await desk.found()
    await desk.press("1")
    duty = next(key for key in desk.app.screen.found if key[0] == "duty")
    await to(desk, *duty)
    await desk.press("w")
    if isinstance(desk.app.screen, Choose):
        await desk.press("enter")
    await desk.press("=dibahas FGD", "enter")
    waiver = desk.state.structure.waivers[-1]
    assert (waiver.entity, waiver.subject, waiver.reason) == (*duty, "dibahas FGD")
    await desk.found()
    assert waiver.rule not in {each.code for each in desk.app.screen.found.get(duty, ())}
    await desk.press("e")  # the reason stands below what the panel has room for
    assert "dibahas FGD" in desk.painted()


@scene("add_objective")
async def adding_an_objective(desk):
    await desk.press("2")
    await to(desk, "objective", "o-p04")
    await desk.press("A", "enter", "=Terlayani di shelter", "enter")
    made = desk.state.structure.objectives[-1]
    assert (made.parent, made.level, made.text) == ("o-p04", "kegiatan", "Terlayani di shelter")
    assert row(desk) == ("objective", made.id)
    await desk.press("a", "=Jumlah terlayani", "enter")
    assert desk.state.structure.indicators[-1].objective == made.id
    await to(desk, "objective", made.id)
    await desk.press("enter", "down", "down", "enter", "=Shelter siap", "enter")
    assert desk.state.structure.objectives[-1].csf == "Shelter siap"


@scene("set_lead", "set_supporters")
async def giving_indicators(desk):
    await desk.press("2")
    await to(desk, "indicator", "iku-miskin")
    await desk.press("t", "=perdesaan", "enter")
    assert indicator(desk, "iku-miskin").lead == "seksi-pfm-desa"
    await desk.press("w", "=perkotaan", "enter", "=ok", "escape")
    assert indicator(desk, "iku-miskin").supporters == ("seksi-pfm-data",)
    await desk.press("w", "=perkotaan", "enter", "enter")
    assert indicator(desk, "iku-miskin").supporters == ("seksi-pfm-data", "seksi-pfm-kota")
    idle = desk.app.screen.lines[-1]
    await to(desk, *idle)
    await desk.press("enter", "=fakir miskin", "enter", "enter")
    assert idle[1] in indicator(desk, "iku-miskin").supporters


@scene("show_series", "show_year")
async def typing_targets(desk):
    await desk.press("2")
    await desk.press("n", "=2027", "enter")
    await to(desk, "indicator", "iku-miskin", column=3)
    await desk.press("8", "=7,5", "enter")
    assert str(dict(indicator(desk, "iku-miskin").targets)[2027]) == "87.5"
    await desk.press("v")
    await to(desk, "indicator", "iku-miskin", column=3)
    await desk.press("enter", "=71", "enter")
    assert str(dict(indicator(desk, "iku-miskin").actuals)[2027]) == "71"
    await to(desk, "indicator", "iku-miskin", column=3)
    await desk.press("enter", "=banyak", "enter")
    assert "Ketik angka" in desk.painted()


@scene("sort_posts", "scope_posts")
async def sorting_posts(desk):
    await desk.press("3")
    await to(desk, "unit", "sekretariat", column=4)
    await desk.press("s")
    needs = [post(desk, id).need for id in lines(desk)]
    assert needs == sorted(needs)
    await desk.press("s")
    assert [post(desk, id).need for id in lines(desk)] == sorted(needs, reverse=True)
    await desk.press("s")
    await to(desk, "unit", "sekretariat")
    everything = len(lines(desk))
    await desk.press("v")
    assert lines(desk)[0] == "sekretariat"
    assert len(lines(desk)) < everything
    await desk.press("v")
    assert lines(desk)[0] == "dinsos"


@scene("copy_table")
async def copying_the_table(desk):
    await desk.press("3", "slash", "=pengemudi", "enter", "c")
    copied = desk.app.clipboard.splitlines()
    assert copied[0].startswith("Unit\tNama jabatan\t")
    assert len(copied) == 1 + len(desk.app.screen.entries())


@scene("take_need")
async def taking_the_need_of_the_workload(desk):
    await desk.press("3")
    worked = next(each for _unit, each in desk.state.structure.positions() if each.workload)
    await to(desk, "position", worked.id, column=4)
    await desk.press("9", "9", "enter")
    await to(desk, "position", worked.id, column=4)
    await desk.press("equals_sign")
    assert post(desk, worked.id).need == worked.need
    await to(desk, "unit", "dinsos")
    await desk.press("equals_sign")
    assert "Beban kerja tidak memberi" in desk.painted()


async def to_changes(desk):
    await desk.go("bid-rehsos")
    await desk.press("K", "o")
    assert isinstance(desk.app.screen, ChangesScreen)


def points(desk):
    return desk.state.document.scenario.points


@scene("add_point", "change_point", "decide_point", "point_unit")
async def points_of_the_discussion(desk):
    await to_changes(desk)
    await desk.press("a", "=Anggaran shelter belum ada", "enter")
    assert [(each.id, each.text) for each in points(desk)] == [
        ("anggaran-shelter-belum-ada", "Anggaran shelter belum ada")
    ]
    await desk.press("c", "=Sekretariat menghitung", "enter", "t", "n", "=akhir bulan", "enter")
    await desk.press("i", "=sekretariat", "enter")
    (point,) = points(desk)
    assert (point.decision, point.status, point.note, point.unit) == (
        "Sekretariat menghitung",
        "ditunda",
        "akhir bulan",
        "sekretariat",
    )
    await desk.press("enter", "=Anggaran shelter", "enter")
    assert points(desk)[0].text == "Anggaran shelter"
    await desk.press("delete", "enter")
    assert points(desk) == ()
    await desk.press("u")
    assert points(desk)[0].text == "Anggaran shelter"
    await desk.press("home", "enter", "=Beban kerja", "enter")
    assert desk.state.document.scenario.operations[0].why == "Beban kerja"


@scene("decision_date")
async def dating_a_decision(desk):
    await to_changes(desk)
    await desk.press("d", "home", *["delete"] * 10, "=2026-13-01", "enter")
    assert "Ketik tanggal" in desk.painted()
    await desk.press(*["backspace"] * 10, "=2026-03-12", "enter")
    assert desk.state.document.scenario.operations[0].date.isoformat() == "2026-03-12"
    assert "2026-03-12" in desk.painted()


@scene("show_decided", "write_minutes")
async def listing_and_writing_minutes(desk):
    await to_changes(desk)
    await desk.press("t", "f")
    assert desk.app.screen.number is None
    await desk.press("f", "f")
    assert desk.app.screen.number == 1
    await desk.press("e", "enter")
    written = desk.session.desk.path.with_name("usulan-uks-notulen.md")
    assert "Ditunda" in written.read_text("utf-8")
    await desk.press("e", "enter")
    assert isinstance(desk.app.screen, Choose)
    await desk.press("escape", "e", "=usulan-uks-notulen.txt", "enter")
    assert written.with_suffix(".txt").exists()


@scene("see_steps", "go_to_step")
async def going_back_to_a_step(desk):
    await desk.go("bid-rehsos")
    await desk.press("K", "K", "d", "Z")
    assert isinstance(desk.app.screen, StepsScreen)
    assert desk.app.screen.step == 3
    await desk.press("up", "up", "enter")
    assert desk.session.history.done == 1
    assert "Langkah 1 dari 3" in desk.painted()
    await desk.press("end", "enter", "escape")
    assert desk.session.history.done == 3
