"""The line at the bottom tells what the keys do where the cursor is; a fix goes where the planner says."""

import asyncio

import pytest

from sotk.packs import load_pack
from sotk.session.opening import open_desk
from sotk.tui.picking import kind_choices
from tests.tui.conftest import editor

HEAD = "head: {id: kasi-pfm-kota,"


def headless(workspace):
    """The structure with one section whose head was forgotten."""
    path = workspace / "eksisting.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if HEAD not in line), encoding="utf-8")
    return path


def test_a_fix_is_carried_out_in_the_proposal_that_it_had_to_ask_for(workspace):
    path = headless(workspace)

    async def scene():
        async with editor(path) as desk:
            await desk.press("f")
            findings = desk.app.screen.query_one("#findings")
            wanted = next(at for at, each in enumerate(findings.found) if each.code == "HED001")
            await desk.press(*["j"] * wanted, "F", "enter", "=Kepala kembali", "enter")
            assert desk.state.document.scenario is not None
            assert desk.units["seksi-pfm-kota"].head.title == "Kepala Seksi Penanganan Fakir Miskin Perkotaan"
            await desk.found()
            assert not any(each.code == "HED001" for each in desk.app.screen.live.found)

    asyncio.run(scene())


def test_hints_tell_what_can_be_done_with_findings_while_the_cursor_is_among_them(workspace):
    async def scene():
        async with editor(workspace / "eksisting.yaml") as desk:
            assert "F perbaiki" not in desk.painted()
            await desk.press("f")
            assert "F perbaiki" in desk.painted()
            assert "x alasan" in desk.painted()
            assert "a tambah" not in desk.painted()
            await desk.press("escape")
            assert "a tambah" in desk.painted()

    asyncio.run(scene())


def test_ctrl_c_says_in_the_language_of_the_screen_how_to_leave(workspace):
    async def scene():
        async with editor(workspace / "eksisting.yaml") as desk:
            await desk.press("ctrl+c")
            assert "Untuk keluar, tekan q" in desk.painted()

    asyncio.run(scene())


def test_a_field_that_must_not_be_empty_says_so_without_a_word_of_the_file(workspace):
    async def scene():
        async with editor(workspace / "usulan-uks-uptd.yaml") as desk:
            await desk.go("seksi-pfm-kota")
            lines = ["j"] * 6  # past name, short name, kind, place, hours, notes: the title of the head
            await desk.press("enter", *lines, "enter", "end", "ctrl+u", "enter")
            assert "tidak boleh kosong" in desk.painted()
            assert "title" not in desk.painted()

    asyncio.run(scene())


def test_a_kind_that_stands_above_is_not_offered_below_as_usual(workspace):
    structure = open_desk(workspace / "eksisting.yaml").document.structure
    pack = load_pack("pemda").pack
    below = {each.id: each.remark for each in kind_choices(pack, structure, "seksi-pfm-kota", "en")}
    assert "unusual here" in below["pemda"]
    assert "unusual here" not in below["tim-kerja"]


@pytest.mark.parametrize("show", ["show_steps", "show_full_chart", "show_export"])
def test_a_screen_pushed_on_the_editor_goes_on_with_the_document_an_edit_begins(workspace, show):
    async def scene():
        async with editor(workspace / "eksisting.yaml") as desk:
            getattr(desk.app.screen_stack[1], show)()
            await desk.settle()
            pushed = desk.app.screen_stack[2]
            pushed.open_path(workspace / "usulan-uks-uptd.yaml")
            await desk.found()
            assert pushed.session is desk.session
            assert pushed.state.document.scenario is not None

    asyncio.run(scene())


def test_what_asked_for_a_proposal_is_done_to_the_unit_at_the_cursor(workspace):
    async def scene():
        async with editor(workspace / "eksisting.yaml") as desk:
            await desk.go("bid-rehsos")
            await desk.press("a", "enter", "=Usulan", "enter", "=seksi", "enter", "=Seksi Baru", "enter")
            assert desk.state.document.scenario is not None
            new = next(unit for unit in desk.units.values() if unit.name == "Seksi Baru")
            assert new.parent == "bid-rehsos"

    asyncio.run(scene())


def test_units_marked_before_a_proposal_was_begun_stay_marked(workspace):
    async def scene():
        async with editor(workspace / "eksisting.yaml") as desk:
            await desk.go("seksi-pfm-kota")
            await desk.press("space", "B", "=Usulan", "enter")
            assert desk.state.document.scenario is not None
            assert desk.state.selection.marked == {"seksi-pfm-kota"}

    asyncio.run(scene())
