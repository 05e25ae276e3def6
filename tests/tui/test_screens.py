"""Screens as plain text: each compared with a file a person can read.

When a screen changed on purpose: SOTK_WRITE=1 python -m pytest tests/tui/test_screens.py
"""

import asyncio
import os
from pathlib import Path

import pytest
from textual.widgets import Static

from sotk.findings import Finding, Subject
from sotk.locale import msg
from sotk.session.reviewing import Reviewer
from sotk.tui.app import welcome
from tests.tui.compare_scenes import beside_the_uptd
from tests.tui.styles import looks, poor, written

GOLDEN = Path(__file__).with_name("golden")
SIZES = {"80x24": (80, 24), "160x48": (160, 48)}
READABLE = 3.0
"""The least contrast of large or bold text and of signs (WCAG 2.2, 1.4.3 and 1.4.11)."""
SHIPPED = Path(__file__).resolve().parents[2] / "structures" / "dinsos-jabar"


@pytest.fixture(autouse=True)
def one_finding(monkeypatch):
    """The screens are compared with one finding, whatever the rules say of the example by now."""
    found = Finding(
        "SPN001",
        "wide-span",
        "warning",
        msg("{n} offices report to the head of {unit}", n=13, unit="Dinas Sosial"),
        Subject("unit", "dinsos"),
    )
    monkeypatch.setattr(Reviewer, "__call__", lambda _self, _structure: (found,))


def compare(name, text):
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("SOTK_WRITE"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    repair = f"SOTK_WRITE=1 python -m pytest tests/tui/test_screens.py -k {name.split('/')[-1].split('-')[0]}"
    assert text == path.read_text("utf-8"), f"if it is meant: {repair}"


async def compare_styles(desk, name):
    """The colours of the screen in every theme; words stand out from their ground, and without colours there is none."""
    found = await looks(desk)
    compare(f"styles/{name}", written(found))
    dialog = next(iter(desk.app.screen.query(".dialog")), desk.app.screen)  # what lies below one is dimmed
    assert poor(found, READABLE, dialog.region) == {}
    for line in found["tanpa-warna"]:
        for front, back, _attributes in line:
            assert all(len(set(colour)) == 1 for colour in (front, back) if colour is not None)


async def tree(desk):
    await desk.found()


async def proposal(desk):
    await desk.press("a", "=uptd", "enter", "=UPTD UKS", "enter")
    await desk.go("satpel-persinggahan")
    await desk.press("m", "=uptd uks", "enter")
    await desk.found()


async def changes(desk):
    await proposal(desk)
    await desk.press("o", "t", "n", "=tunggu ABK", "enter")


async def helping(desk):
    await desk.press("question_mark")


async def palette(desk):
    await desk.press("ctrl+p", "=tugas")


async def choosing(desk):
    await desk.press("a")


async def refusing(desk):
    await desk.press("a", "enter", "space", "enter")


async def chart(desk):
    await proposal(desk)
    await desk.press("v", "z")
    await desk.drawn()


async def full_chart(desk):
    await proposal(desk)
    await desk.press("V")
    await desk.drawn()


async def exporting(desk):
    await desk.press("ctrl+e")


async def reporting(desk):
    await proposal(desk)
    await desk.press("ctrl+e", "right")


async def comparing(desk):
    await proposal(desk)
    await beside_the_uptd(desk)
    await desk.press("down")


async def differing(desk):
    await comparing(desk)
    await desk.press("f")


async def presenting(desk):
    await proposal(desk)
    await desk.press("P", "v")
    await desk.drawn()


async def decision(desk):
    await changes(desk)
    await desk.press("P")


async def flat(desk):
    await proposal(desk)
    await desk.press("T")


async def flatchanges(desk):
    await changes(desk)
    await desk.press("T")


SCREENS = {
    "presenter": presenting,
    "decision": decision,
    "flat": flat,
    "flatchanges": flatchanges,
    "compare": comparing,
    "differences": differing,
    "chart": chart,
    "wholechart": full_chart,
    "export": exporting,
    "report": reporting,
    "tree": tree,
    "proposal": proposal,
    "changes": changes,
    "help": helping,
    "palette": palette,
    "choose": choosing,
    "refuse": refusing,
}


@pytest.mark.parametrize("size", list(SIZES))
@pytest.mark.parametrize("screen", list(SCREENS))
def test_screen(screen, size, play):
    async def scene(desk):
        await SCREENS[screen](desk)
        await desk.found()
        compare(f"{screen}-{size}", desk.painted().replace(str(desk.session.desk.path.parent), "FOLDER"))
        await compare_styles(desk, f"{screen}-{size}")

    play(scene, size=SIZES[size])


def test_english_screen(play):
    async def scene(desk):
        await proposal(desk)
        compare("english-80x24", desk.painted())

    play(scene, size=SIZES["80x24"], language="en")


def test_welcome_screen(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    async def go():
        app = welcome(tmp_path, SHIPPED, "id")
        async with app.run_test(size=SIZES["80x24"]) as pilot:
            await pilot.pause()
            lines = app.screen._compositor.render_strips()
            text = "\n".join("".join(segment.text for segment in line).rstrip() for line in lines) + "\n"
            compare("welcome-80x24", text)
            await pilot.press("end", "enter")
            await pilot.pause()
            assert app.screen.session.desk.path == tmp_path / "dinsos-jabar" / "eksisting.yaml"
            app.screen.end()

    asyncio.run(go())


@pytest.mark.parametrize(
    ("name", "answers", "level"),
    [
        ("Dinas Sosial Kota Bogor", (), "kota"),
        ("Dinas Sosial", ("down", "enter", *"Garut", "enter"), "kabupaten"),
    ],
)
def test_a_template_is_begun_for_the_government_the_person_names(tmp_path, monkeypatch, name, answers, level):
    monkeypatch.chdir(tmp_path)

    async def go():
        app = welcome(tmp_path, SHIPPED, "id")
        async with app.run_test(size=SIZES["80x24"]) as pilot:
            await pilot.pause()
            lines = app.screen.query_one("#changes")
            lines.highlighted = next(
                place for place, each in enumerate(lines.options) if each.id == "*template:dinas-b-2022"
            )
            await pilot.press("enter", *("space" if each == " " else each for each in name), "enter")
            for key in answers:
                await pilot.pause()
                await pilot.press(key)
            await pilot.pause()
            await pilot.pause()
            header = app.screen.session.state.structure.header
            assert header.government.level == level
            assert header.name == f"Dinas Sosial {level.capitalize()} {header.government.name}"
            assert header.government.name in ("Bogor", "Garut")
            app.screen.end()

    asyncio.run(go())


@pytest.mark.parametrize(("downs", "example"), [(0, "Jawa Barat"), (1, "Garut"), (2, "Bogor")])
def test_the_name_of_a_government_is_asked_with_an_example_of_its_level(tmp_path, downs, example):
    async def go():
        app = welcome(tmp_path, SHIPPED, "id")
        async with app.run_test(size=SIZES["80x24"]) as pilot:
            await pilot.pause()
            lines = app.screen.query_one("#changes")
            lines.highlighted = next(
                place for place, each in enumerate(lines.options) if each.id == "*template:dinas-b-2022"
            )
            for key in ("enter", *"Dinas", "enter", *["down"] * downs, "enter"):
                await pilot.press(key)
                await pilot.pause()
            asked = str(app.screen.query_one(".question", Static).content)
            assert asked.endswith(example), asked

    asyncio.run(go())


def test_signs_are_there_without_colours(play, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")

    async def scene(desk):
        await proposal(desk)
        painted = desk.painted()
        assert "+" in painted
        assert "→" in painted
        assert desk.app.theme == "tanpa-warna"

    play(scene)


def test_names_are_data_and_never_markup(play):
    async def scene(desk):
        await desk.go("bid-pfm")
        await desk.press("r", "=[bold]Bidang[/x] [link", "enter")
        assert desk.units["bid-pfm"].name == "[bold]Bidang[/x] [link"
        assert "[bold]Bidang[/x] [link" in desk.painted()
        await desk.press("o")
        assert "[bold]Bidang[/x] [link" in desk.painted()

    play(scene)


def test_a_unit_dragged_onto_another_goes_under_it(play):
    async def scene(desk):
        tree = desk.app.screen.query_one("#tree")
        place = tree.rows.place
        await desk.pilot.mouse_down(tree, offset=(20, place("subbag-keuangan")))
        await desk.pilot.mouse_up(tree, offset=(20, place("bid-dayasos")))
        await desk.settle()
        assert desk.units["subbag-keuangan"].parent == "bid-dayasos"

    play(scene)
