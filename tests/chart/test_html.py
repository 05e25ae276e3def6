"""The page of a chart as a person uses it: in a browser, with mouse and keyboard, on paper."""

import asyncio
import base64
import os
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from sotk.chart.picture import picture
from sotk.workspace import open_path
from tests.browser import CHROMIUM, MISSING, browsing

aiohttp = pytest.importorskip("aiohttp", reason="the extra `serve` is not installed")

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=MISSING)

STRUCTURE = Path(__file__).parents[2] / "structures" / "dinsos-jabar" / "eksisting.yaml"
SHOWN = "[...document.querySelectorAll('g.box')].filter(g => getComputedStyle(g).display !== 'none').length"
VIEW = "document.querySelector('#stage svg').getAttribute('viewBox').split(' ').map(Number)"


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """The file of Dinas Sosial Jawa Barat, and how many boxes it shows."""
    found = open_path(STRUCTURE)
    path = tmp_path_factory.mktemp("html") / "bagan.html"
    path.write_bytes(picture(found.structure, found.pack, "html"))
    return path


def keep(name, data):
    """For a look at it: SOTK_WRITE names a folder."""
    if os.environ.get("SOTK_WRITE"):
        Path(os.environ["SOTK_WRITE"], name).write_bytes(data)


def using(page, scene, tmp_path, fragment=""):
    """Open the file in a browser and play a scene; it asks for nothing but the file."""

    async def go():
        async with aiohttp.ClientSession() as client, browsing(client, tmp_path) as browser:
            await browser.call("Page.navigate", url=page.as_uri() + fragment)
            await browser.until("document.readyState === 'complete' && !!document.querySelector('g.box')")
            await scene(browser)
            shot = await browser.call("Page.captureScreenshot")
            keep("html.png", base64.b64decode(shot["data"]))
            assert all(each.startswith(("file:", "data:", "about:")) for each in browser.asked)

    asyncio.run(go())


async def click(browser, selector):
    await browser.see(f"document.querySelector({selector!r}).click()")


def test_a_unit_is_searched_and_its_branch_opened(page, tmp_path):
    async def scene(browser):
        whole = await browser.see(SHOWN)
        await click(browser, "#collapse")
        assert await browser.see(SHOWN) < whole
        await browser.press("/")
        assert await browser.see("document.activeElement.id") == "search"
        await browser.type("lanjut usia", pause=0.0)
        await browser.until("document.querySelectorAll('g.box.hit').length > 0")
        hits = await browser.see("document.querySelectorAll('g.box.hit').length")
        assert str(hits) in await browser.see("document.getElementById('count').value")
        assert await browser.see(
            "[...document.querySelectorAll('g.box.hit')].every(g => getComputedStyle(g).display !== 'none')"
        )
        before = await browser.see(VIEW)
        await browser.press("Enter")
        after = await browser.see(VIEW)
        assert after[2] < before[2] or after[:2] != before[:2]
        assert "Lanjut Usia" in await browser.see("document.querySelector('#details h2').textContent")
        await browser.press("Escape")
        assert await browser.see("document.querySelectorAll('g.box.hit').length") == 0

    using(page, scene, tmp_path)


def test_enter_goes_from_one_found_unit_to_the_next_and_round(page, tmp_path):
    async def scene(browser):
        await browser.press("/")
        await browser.type("seksi", pause=0.0)
        hits = await browser.see("document.querySelectorAll('g.box.hit').length")
        heads = []
        for n in range(hits + 1):
            await browser.press("Enter")
            heads.append(await browser.see("document.querySelector('#details h2').textContent"))
            place = await browser.see("document.getElementById('count').value")
            assert place.startswith(f"{n % hits + 1}/{hits} ")
        assert len(set(heads)) == hits > 1
        assert heads[0] == heads[-1]

    using(page, scene, tmp_path)


def test_duties_stand_under_one_heading_of_their_kind(page, tmp_path):
    async def scene(browser):
        await browser.see(
            "document.querySelector('g.box[data-key=bid-rehsos]').dispatchEvent("
            "new MouseEvent('click', {bubbles: true}))"
        )
        terms = await browser.see("[...document.querySelectorAll('#details dt')].map(t => t.textContent)")
        facts = await browser.see("document.querySelectorAll('#details dd').length")
        assert len(set(terms)) == len(terms) < facts

    using(page, scene, tmp_path)


def test_branches_close_and_open_and_say_how_much_they_hide(page, tmp_path):
    async def scene(browser):
        whole = await browser.see(SHOWN)
        await click(browser, "#collapse")
        shown = await browser.see(SHOWN)
        hidden = await browser.see(
            "[...document.querySelectorAll('g.box:not(.gone) .badge')]"
            ".map(b => Number(b.textContent.slice(1))).reduce((a, b) => a + b, 0)"
        )
        assert shown + hidden == whole
        lines = await browser.see(
            "[...document.querySelectorAll('path[data-to]')].filter(p => !p.classList.contains('gone')).length"
        )
        assert lines < whole
        await click(browser, "#expand")
        assert await browser.see(SHOWN) == whole
        assert await browser.see("document.querySelectorAll('.badge').length") == 0

    using(page, scene, tmp_path)


PLACES = """Object.fromEntries([...document.querySelectorAll('g.box')].filter(g => !g.matches('.gone')).map(g => {
  const b = g.querySelector('rect').getBBox(), m = g.transform.baseVal.consolidate();
  return [g.dataset.key, [b.x + (m ? m.matrix.e : 0), b.y + (m ? m.matrix.f : 0), b.width, b.height]];
}))"""
LINES = "[...document.querySelectorAll('path[data-to]')].filter(p => !p.matches('.gone')).map(p => p.getAttribute('d'))"


def test_shut_branches_leave_no_hole_and_what_is_seen_keeps_its_order(page, tmp_path):
    async def scene(browser):
        before, whole = await browser.see(PLACES), await browser.see(VIEW)
        lines = await browser.see(LINES)
        await click(browser, "#collapse")
        after, drawn = await browser.see(PLACES), await browser.see(VIEW)
        assert drawn[2] * drawn[3] < 0.8 * whole[2] * whole[3]
        for one in after:
            for other in after:
                for axis in (0, 1):
                    if before[one][axis] + before[one][axis + 2] <= before[other][axis]:
                        assert after[one][axis] + after[one][axis + 2] <= after[other][axis]
        assert [each[2:] for each in after.values()] == [before[key][2:] for key in after]
        for line in await browser.see(LINES):
            points = [tuple(map(float, point.split())) for point in line.lstrip("M").split(" L")]
            for (x, y), (there, below) in pairwise(points):
                assert abs(x - there) < 0.01 or abs(y - below) < 0.01
        await click(browser, "#expand")
        assert await browser.see(PLACES) == before
        assert await browser.see(LINES) == lines
        assert await browser.see(VIEW) == whole

    using(page, scene, tmp_path)


def test_a_branch_that_is_shut_stays_under_the_hand(page, tmp_path):
    where = (
        "(r => [r.x, r.y])(document.querySelector('g.box[data-key=bid-rehsos] rect').getBoundingClientRect())"
    )

    async def scene(browser):
        before = await browser.see(where)
        await browser.see(
            "document.querySelector('g.box[data-key=bid-rehsos]').dispatchEvent("
            "new MouseEvent('dblclick', {bubbles: true}))"
        )
        assert await browser.see(where) == pytest.approx(before, abs=1)

    using(page, scene, tmp_path)


def test_the_keyboard_reaches_every_box_and_moves_the_picture(page, tmp_path):
    async def scene(browser):
        total = await browser.see("document.querySelectorAll('g.box').length")
        reached = await browser.see("document.querySelectorAll('g.box[tabindex=\"0\"]').length")
        assert reached == total
        whole = await browser.see(VIEW)
        await browser.press("+")
        nearer = await browser.see(VIEW)
        assert nearer[2] < whole[2]
        await browser.press("ArrowRight")
        assert (await browser.see(VIEW))[0] > nearer[0]
        await browser.press("0")
        assert await browser.see(VIEW) == pytest.approx(whole, abs=0.01)
        await browser.see("document.querySelector('g.box[aria-expanded]').focus()")
        await browser.press("Enter")
        assert await browser.see("document.activeElement.getAttribute('aria-expanded')") == "false"
        assert await browser.see(SHOWN) == 1
        await browser.press("Enter")
        assert await browser.see(SHOWN) == total
        await browser.press("Escape")
        assert await browser.see("document.getElementById('details').hidden")

    using(page, scene, tmp_path)


def test_the_wheel_zooms_and_a_drag_moves_without_choosing(page, tmp_path):
    async def scene(browser):
        whole = await browser.see(VIEW)
        at = {"x": 600, "y": 400}
        await browser.call("Input.dispatchMouseEvent", type="mouseWheel", deltaX=0, deltaY=-120, **at)
        await browser.until(f"({VIEW})[2] < {whole[2]} - 1")
        near = await browser.see(VIEW)
        await browser.call("Input.dispatchMouseEvent", type="mousePressed", button="left", clickCount=1, **at)
        await browser.call("Input.dispatchMouseEvent", type="mouseMoved", button="left", x=500, y=340)
        await browser.call(
            "Input.dispatchMouseEvent", type="mouseReleased", button="left", clickCount=1, x=500, y=340
        )
        moved = await browser.see(VIEW)
        assert moved[0] > near[0]
        assert moved[1] > near[1]
        assert await browser.see("document.getElementById('details').hidden")

    using(page, scene, tmp_path)


def test_it_prints_on_one_page_with_every_unit_and_without_the_buttons(page, tmp_path):
    async def scene(browser):
        await browser.press("+")
        await browser.press("ArrowRight")
        made = await browser.call("Page.printToPDF", printBackground=True, preferCSSPageSize=True)
        keep("html.pdf", base64.b64decode(made["data"]))
        paper = pypdfium2.PdfDocument(base64.b64decode(made["data"]))
        assert len(paper) == 1
        wide, tall = paper[0].get_size()
        assert wide > tall
        text = " ".join(paper[0].get_textpage().get_text_bounded().split())
        names = await browser.see("[...document.querySelectorAll('g.box')].map(g => g.textContent)")
        assert names
        for word in ("KEPALA DINAS", "BAGAN STRUKTUR ORGANISASI", "GUBERNUR JAWA BARAT", "UPTD"):
            assert word in text
        assert "Tutup semua" not in text

    using(page, scene, tmp_path)


def test_an_address_may_ask_for_a_search_or_for_closed_branches(page, tmp_path):
    async def scene(browser):
        await browser.until("document.querySelectorAll('g.box.hit').length > 0")
        assert await browser.see("document.getElementById('search').value") == "bencana"

    using(page, scene, tmp_path, "#q=bencana")


def test_a_long_title_pushes_no_button_off_the_bar(page, tmp_path):
    async def scene(browser):
        await browser.see("void (document.querySelector('h1').textContent += ' dibanding '.repeat(30))")
        inside = (
            "[...document.querySelectorAll('header > *')].every(e => {const r = e.getBoundingClientRect();"
        )
        assert await browser.see(inside + " return r.left >= 0 && r.right <= innerWidth && r.top >= 0})")
        tops = (
            "new Set([...document.querySelectorAll('header button')].map(b => b.getBoundingClientRect().top))"
        )
        assert await browser.see(f"innerWidth <= 900 || {tops}.size === 1")

    using(page, scene, tmp_path)
