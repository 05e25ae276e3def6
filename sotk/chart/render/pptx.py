"""PowerPoint that can be edited: one native shape a box, elbow connectors that follow, groups by branch.

With a template of the user its theme, master and layouts are kept, its slides and all that leads out of
it (external relations) dropped. The chart is fitted below the title of the template.
"""

from collections.abc import Iterable
from io import BytesIO
from itertools import count
from typing import Any, Final

from sotk.chart.render.drawingml import EMU, Shapes
from sotk.chart.render.fit import with_room
from sotk.chart.render.package import repacked
from sotk.chart.render.pptx_legend import legend_xml
from sotk.chart.render.pptx_told import put_table, slides_of
from sotk.chart.render.safe import words
from sotk.chart.render.signs import changes_title, legend_entries, legend_title
from sotk.chart.scene import NOTICE_INK, Block, Box, Page, Scene

LARGEST: Final = 51_206_400  # EMU, the longest side of a slide
MARGIN: Final = 14.0
SMALL_TITLE: Final = 20.0
TITLE_HEIGHT: Final = 40.0
TITLE_KINDS: Final = frozenset({"title", "subtitle"})
PLACED: Final = 12  # XML ids that a slide of a template may already use


def pptx(scene: Scene, template: bytes | None = None) -> bytes:
    """A slide a page, a title slide before them and a legend slide after them.

    Raises ValueError if `template` is no presentation.
    """
    from sotk.chart.render.pptx_template import container

    deck: Any = container(template)
    if template is None and scene.pages:
        page = max(scene.pages, key=lambda page: page.width)
        shrink = min(1.0, LARGEST / (EMU * max(page.width, page.height)))
        deck.slide_width = round(page.width * EMU * shrink)
        deck.slide_height = round(page.height * EMU * shrink)
    _Deck(deck, scene, own=template is None).fill()
    out = BytesIO()
    deck.save(out)
    return repacked(out.getvalue())


def slide_count(scene: Scene) -> int:
    """The slides that `pptx` makes of a picture."""
    return 1 + len(scene.pages) + len(slides_of(scene.told)) + bool(legend_entries(scene))


class _Deck:
    def __init__(self, deck: Any, scene: Scene, *, own: bool) -> None:
        self.deck = deck
        self.scene = scene
        self.own = own
        self.width = deck.slide_width / EMU
        self.height = deck.slide_height / EMU

    def fill(self) -> None:
        self.title_slide()
        layout = self.layout("Title Only", 5)
        slides = [self.deck.slides.add_slide(layout) for _ in self.scene.pages]
        numbers = {page.number: slide for page, slide in zip(self.scene.pages, slides, strict=True)}
        for page, slide in zip(self.scene.pages, slides, strict=True):
            self.chart(page, slide, numbers)
        self.told_slides(layout)
        self.legend_slide(layout)
        self.properties()

    def layout(self, name: str, place: int) -> Any:
        layouts = list(self.deck.slide_layouts)
        found = next((each for each in layouts if each.name == name), None)
        return found or layouts[min(place, len(layouts) - 1)]

    def title_slide(self) -> None:
        slide = self.deck.slides.add_slide(self.layout("Title Slide", 0))
        named = (page for page in self.scene.pages if page.title == self.scene.title)
        page = next(named, self.scene.pages[0] if self.scene.pages else None)
        blocks = () if page is None else page.blocks
        stamps, said = (
            [row.text for block in blocks if block.kind == kind for row in block.rows]
            for kind in ("notice", "subtitle")
        )
        texts = iter([self.scene.title, "\n".join([*stamps, *said])])
        for place in slide.placeholders:
            place.text_frame.text = words_of(next(texts, ""))
        self.centred(slide)
        if self.own:
            self.stamped(slide, len(stamps))

    def stamped(self, slide: Any, count: int) -> None:
        """What a listener must know first stands out as on the charts."""
        from pptx.dml.color import RGBColor

        colours: Any = RGBColor  # the library has no types
        ink = colours.from_string(NOTICE_INK[1:].upper())
        for place in list(slide.placeholders)[1:2]:
            for paragraph in place.text_frame.paragraphs[:count]:
                for run in paragraph.runs:
                    run.font.bold, run.font.color.rgb = True, ink

    def centred(self, slide: Any) -> None:
        """The default layouts are made for another size of slide."""
        if not self.own:
            return
        for n, place in enumerate(slide.placeholders):
            wide = self.width * 0.8
            place.left, place.width = _emu(self.width * 0.1), _emu(wide)
            place.top, place.height = _emu(self.height * (0.3 + 0.25 * n)), _emu(self.height * 0.22)
            for paragraph in place.text_frame.paragraphs:
                for run in paragraph.runs:
                    run.font.size = _emu(28 if n == 0 else 14)

    def chart(self, page: Page, slide: Any, numbers: dict[int, Any]) -> None:
        from pptx.opc.constants import RELATIONSHIP_TYPE

        self.headline(page, slide)
        scale, left, top = self.fitted(page, slide)
        targets = {box.page for box in page.boxes if box.page in numbers and box.page != page.number}
        links = {
            number: slide.part.relate_to(numbers[number].part, RELATIONSHIP_TYPE.SLIDE)
            for number in sorted(number for number in targets if number is not None)
        }
        shapes = Shapes(page, scale, left, top, count(PLACED), links)
        spoken = {"title"} if self.own else TITLE_KINDS
        blocks = [block for block in with_room(page.blocks) if block.kind not in spoken]
        _put(slide, shapes.xml(blocks, page.legend))
        notes = _notes(page.boxes)
        if notes:
            slide.notes_slide.notes_text_frame.text = notes

    def headline(self, page: Page, slide: Any) -> None:
        title: Any = slide.shapes.title
        if title is None:
            return
        block = next((block for block in page.blocks if block.kind == "title"), None)
        lines = [row.text for row in block.rows] if block else [page.title]
        if not self.own:  # a template has one place for both
            lines += [row.text for each in page.blocks if each.kind == "subtitle" for row in each.rows]
        title.text_frame.text = "\v".join(map(words, lines))
        if not (self.own and block):
            return
        title.left, title.top = _emu(block.x), _emu(block.y)
        title.width, title.height = _emu(block.width), _emu(block.height)
        frame = title.text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        for run in frame.paragraphs[0].runs:
            run.font.size, run.font.bold = _emu(block.rows[0].runs[0].size), True

    def fitted(self, page: Page, slide: Any) -> tuple[float, float, float]:
        """Scale and place of the page on the slide: the whole slide, or what the title leaves."""
        if self.own:
            return min(self.width / page.width, self.height / page.height), 0.0, 0.0
        title: Any = slide.shapes.title
        top = (title.top + title.height) / EMU if title is not None and title.top is not None else MARGIN
        if top > self.height / 2:
            top = MARGIN
        left, upper, right, lower = _extent(page)
        room = self.width - 2 * MARGIN, self.height - top - MARGIN
        scale = min(room[0] / (right - left), room[1] / (lower - upper))
        x = MARGIN + (room[0] - (right - left) * scale) / 2 - left * scale
        return scale, x, top - upper * scale

    def told_slides(self, layout: Any) -> None:
        """The changes in words."""
        parts = slides_of(self.scene.told)
        for number, rows in enumerate(parts, 1):
            of_all = f" ({number}/{len(parts)})" if len(parts) > 1 else ""
            slide = self.deck.slides.add_slide(layout)
            self.small_title(slide, changes_title(self.scene) + of_all)
            title: Any = slide.shapes.title
            top = MARGIN + TITLE_HEIGHT
            if not self.own and title is not None and title.top is not None:
                top = (title.top + title.height) / EMU
            put_table(slide, rows, MARGIN, top, self.width - 2 * MARGIN, EMU)

    def legend_slide(self, layout: Any) -> None:
        entries = legend_entries(self.scene)
        if not entries:
            return
        slide = self.deck.slides.add_slide(layout)
        self.small_title(slide, legend_title(self.scene))
        _put(slide, legend_xml(entries, PLACED))

    def small_title(self, slide: Any, text: str) -> None:
        """A title that leaves the slide to what stands below it."""
        title = slide.shapes.title
        if title is None:
            return
        title.text_frame.text = text
        if self.own:
            title.left, title.top = _emu(MARGIN), _emu(MARGIN)
            title.width, title.height = _emu(self.width - 2 * MARGIN), _emu(TITLE_HEIGHT)
            for run in title.text_frame.paragraphs[0].runs:
                run.font.size, run.font.bold = _emu(SMALL_TITLE), True

    def properties(self) -> None:
        core = self.deck.core_properties
        core.title, core.author, core.last_modified_by = words(self.scene.title)[:255], "sotk", "sotk"
        core.language = self.scene.language


def words_of(text: str) -> str:
    """Lines of a placeholder, each made safe."""
    return "\n".join(words(line) for line in text.split("\n"))


def _emu(points: float) -> int:
    return round(points * EMU)


def _put(slide: Any, text: str) -> None:
    """Shapes at the end of those of a slide, the last thing that is done to these.

    The slide is read once more as a whole: to move thousands of elements from one document into another
    takes three times as long as to write and read all of them.
    """
    from pptx.oxml import parse_xml

    end = "</p:spTree>"
    inner = text[text.index(">") + 1 : text.rindex(end)]
    before, _, after = slide.part.blob.decode("utf-8").rpartition(end)
    whole = f"{before}{inner}{end}{after}".encode()
    slide.part._element = parse_xml(whole)  # noqa: SLF001 - the library has no public way in for ready XML


def _extent(page: Page) -> tuple[float, float, float, float]:
    """What of a page is used, without its title."""
    parts: list[Box | Block] = [
        *page.boxes,
        *(block for block in page.blocks if block.kind not in TITLE_KINDS),
    ]
    if not parts:
        return 0.0, 0.0, page.width, page.height
    lower = max(part.y + part.height for part in parts)
    return (
        min(part.x for part in parts),
        min(part.y for part in parts),
        max(part.x + part.width for part in parts),
        max([lower, *(entry.y + entry.height for entry in page.legend)]),
    )


def _notes(boxes: Iterable[Box]) -> str:
    """What the notes say of each unit of the slide: its duties, then its other facts."""
    parts = []
    for box in boxes:
        facts = [
            f"{detail.label}: {detail.value}" if detail.label else detail.value for detail in box.details
        ]
        if facts:
            parts.append("\n".join(map(words, [box.title.upper(), *facts])))
    return "\n\n".join(parts)
