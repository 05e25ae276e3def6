"""Splits a chart that cannot be read on one page: an overview, then a page for each branch.

A page keeps the small branches whole and refers to the pages of the large ones; a page of a branch refers
back. Children that are too many for one page go on over several. Every unit has one primary box; all
others are references. A layout is asked only how small it would make a page.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from sotk.chart.layout.appendix import appendix_pages, appendix_parts
from sotk.chart.layout.block import Sizer
from sotk.chart.layout.catalogue import LAYOUTS, Layout
from sotk.chart.layout.chart import Chart, Frame, Node, Paper, Phrase, Place, Tie
from sotk.chart.measure import FontMeasure
from sotk.chart.scene import Box, Page, Scene

HOPELESS: Final = 160  # boxes; no page of these papers shows more of them legibly
SPARSE: Final = 8  # boxes; a page with fewer is filled with more levels
PLACEHOLDER: Final = 888  # as wide as any page number
SMALL: Final = 0.85
GROWTHS: Final = 5
GROWN: Final = 0.95

Shown: TypeAlias = frozenset[str]


@dataclass(slots=True)
class Sheet:
    """A page in the plan: its head, which of the head's children it shows, and the branches cut off."""

    head: str
    children: tuple[str, ...]
    cut: Shown
    first: bool = True
    above: "Sheet | None" = None
    number: int = 0
    part: tuple[int, int] = (1, 1)
    last: bool = True


def paged(
    chart: Chart, sizer: Sizer | None = None, layout: str = "bagan", series: tuple[int, int] = (1, 1)
) -> Scene:
    """The chart on as few pages as its smallest legible text allows.

    `series` says which of how many charts this is, whose pages follow each other by turns: their numbers
    are those of all of them together.
    """
    form = LAYOUTS[layout]
    sizer = sizer or Sizer(FontMeasure(), chart.text_size)
    planning = _Planning(chart, sizer, form)
    root = chart.root
    tables = appendix_parts(chart, sizer)
    title = " ".join(chart.frame.title)
    if root is None or planning.legible(chart):
        page = form.page(_counted(chart, 1 + len(tables)), sizer).pages[0]
        after = appendix_pages(chart, sizer, tables, 2)
        return Scene(title, chart.language, form.name, (replace(page, number=series[0]), *after))
    sheets = planning.sheets(root.id)
    for n, sheet in enumerate(sheets):
        sheet.number, sheet.last = n * series[1] + series[0], n == len(sheets) - 1
    pages = {sheet.head: sheet for sheet in reversed(sheets)}
    planning.settle(sheets)
    total = len(sheets) * series[1] + len(tables)
    scenes = [form.page(planning.drawn(sheet, pages, total), sizer) for sheet in sheets]
    made = tuple(_numbered(scene.pages[0], sheet, pages) for scene, sheet in zip(scenes, sheets, strict=True))
    after = appendix_pages(chart, sizer, tables, len(sheets) * series[1] + 1)
    return Scene(title, chart.language, scenes[0].layout, (*made, *after))


def whole(chart: Chart, sizer: Sizer | None = None, layout: str = "bagan") -> Scene:
    """The chart on one page that is as large as it needs: for pictures that can be moved and zoomed."""
    sizer = sizer or Sizer(FontMeasure(), chart.text_size)
    form = LAYOUTS[layout if len(chart.nodes) <= HOPELESS or layout != "bagan" else "tree"]
    for _ in range(GROWTHS):
        scale = form.scale(chart, sizer, 1.0)
        if scale >= GROWN:
            break
        paper = chart.paper
        larger = Paper(paper.name, paper.width / scale, paper.height / scale, paper.margin)
        chart = replace(chart, paper=larger)
    tables = appendix_parts(chart, sizer)
    scene = form.page(_counted(chart, 1 + len(tables)), sizer)
    return replace(scene, pages=(*scene.pages, *appendix_pages(chart, sizer, tables, 2)))


@dataclass(slots=True)
class _Planning:
    chart: Chart
    sizer: Sizer
    form: Layout
    sizes: dict[str, int] = field(default_factory=dict)
    own: dict[str, int] = field(default_factory=dict)
    """As `sizes`, without the boxes that only keep room for another chart's."""
    order: dict[str, int] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)
    partners: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    """By unit: kind and other end of its lines beside command."""
    homes: dict[str, int] = field(default_factory=dict)
    """By unit: the number of the page with its own box, once the pages are planned."""

    def __post_init__(self) -> None:
        for node in reversed(self.chart.nodes):
            self.nodes[node.id] = node
            below = self.below(node.id)
            self.sizes[node.id] = 1 + sum(self.sizes[child.id] for child in below)
            self.own[node.id] = (not node.reserved) + sum(self.own[child.id] for child in below)
        self.order = {node.id: n for n, node in enumerate(self.chart.nodes)}
        units = {node.unit or node.id for node in self.chart.nodes}
        for tie in self.chart.ties:
            if {tie.source, tie.target} <= units:
                self.partners.setdefault(tie.source, []).append((tie.kind, tie.target))
                self.partners.setdefault(tie.target, []).append((tie.kind, tie.source))

    def settle(self, sheets: list[Sheet]) -> None:
        """Note on which page each unit has its own box."""
        for sheet in sheets:
            for node, _ in self.walk(sheet):
                if self.own_box(node, sheet):
                    self.homes[node.unit or node.id] = sheet.number

    def own_box(self, node: Node, sheet: Sheet) -> bool:
        """Whether a node is on a page itself, not as a reference or a sign of what was."""
        cut = node.id in sheet.cut or (node.id == sheet.head and not sheet.first)
        return not cut and node.role == "primary" and not node.reserved

    def below(self, node: str) -> list[Node]:
        return self.chart.children.get(node, [])

    def sheets(self, root: str) -> list[Sheet]:
        """All pages in the order of the chart."""
        waiting: list[tuple[str, Sheet | None]] = [(root, None)]
        found: list[Sheet] = []
        while waiting:
            head, above = waiting.pop()
            parts = self.parts(head, above)
            found.extend(parts)
            cut = [(node, part) for part in parts for node in self.ordered(part.cut)]
            waiting.extend(reversed(cut))
        return found

    def ordered(self, cut: Shown) -> list[str]:
        return sorted(cut, key=self.order.__getitem__)

    def parts(self, head: str, above: Sheet | None) -> list[Sheet]:
        """The page of a branch, or several where its direct children are too many for one."""
        children = tuple(child.id for child in self.below(head))
        whole = Sheet(head, children, frozenset(), above=above)
        if self.fits(whole):
            return [whole]
        closed = replace(whole, cut=self.closed(children))
        if self.fits(closed):
            return [self.opened(closed)]
        for count in range(2, len(children) + 1):
            size = -(-len(children) // count)
            chunks = [children[start : start + size] for start in range(0, len(children), size)]
            parts = [Sheet(head, chunk, self.closed(chunk), n == 0, above) for n, chunk in enumerate(chunks)]
            if all(map(self.fits, parts)):
                for n, part in enumerate(parts, 1):
                    part.part = (n, len(parts))
                return parts
        return [closed]

    def closed(self, children: tuple[str, ...]) -> Shown:
        return frozenset(child for child in children if self.sizes[child] > 1)

    def opened(self, sheet: Sheet) -> Sheet:
        """The page with as many of its small branches shown whole, and levels if it is nearly empty."""
        order = sorted(sheet.cut, key=lambda each: (self.sizes[each], self.order[each]))

        def opened_to(count: int) -> Sheet:
            return replace(sheet, cut=frozenset(order[count:]))

        best = _most(len(order) - 1, lambda n: self.fits(opened_to(n)))
        sheet = opened_to(best)
        while self.shown(sheet) < SPARSE and sheet.cut:
            lower = frozenset(c.id for cut in sheet.cut for c in self.below(cut) if self.sizes[c.id] > 1)
            deeper = replace(sheet, cut=lower)
            if not self.fits(deeper):
                break
            sheet = deeper
        return sheet

    def shown(self, sheet: Sheet) -> int:
        return sum(1 for _ in self.walk(sheet))

    def walk(self, sheet: Sheet) -> Iterator[tuple[Node, int]]:
        """The nodes of a page with their depth, each after the one above it."""
        yield self.nodes[sheet.head], 0
        waiting = [(child, 1) for child in reversed(sheet.children)]
        while waiting:
            key, depth = waiting.pop()
            yield self.nodes[key], depth
            if key not in sheet.cut:
                waiting.extend((child.id, depth + 1) for child in reversed(self.below(key)))

    def fits(self, sheet: Sheet) -> bool:
        shown = 1 + sum(self.sizes[child] for child in sheet.children)
        shown -= sum(self.sizes[cut] - 1 for cut in sheet.cut)
        return shown <= HOPELESS and self.legible(self.drawn(sheet, {}, PLACEHOLDER))

    def legible(self, chart: Chart) -> bool:
        if len(chart.nodes) > HOPELESS:
            return False
        smallest = min((node.smallest for node in chart.nodes), default=1.0) * chart.text_size
        needed = chart.smallest_text / smallest
        return self.form.scale(chart, self.sizer, needed) >= needed

    def drawn(self, sheet: Sheet, pages: dict[str, Sheet], total: int) -> Chart:
        """The chart of one page: places, weights and references as they are on that page."""
        whole = self.nodes[sheet.head].parent is None
        places: dict[str, Place] = {}
        nodes = []
        shown = {node.unit or node.id for node, _ in self.walk(sheet)}
        for node, depth in self.walk(sheet):
            place = self.place(node, depth, whole=whole)
            places[node.id] = place
            strong = depth <= 1 or places.get(node.parent or "") == "secretariat"
            made = self.rewritten(node, sheet, pages, place, strong=strong)
            nodes.append(replace(made, text=(*made.text, *self.elsewhere(node, sheet, shown))))
        if sheet.above is None and sheet.first:
            nodes += [node for node in self.chart.children.get(None, []) if node.id != sheet.head]
        ties = self.ties({node.unit or node.id: node.id for node in nodes})
        beside = tuple((self.frame(frame, sheet, total), kinds) for frame, kinds in self.chart.beside)
        frame = self.frame(self.chart.frame, sheet, total)
        return replace(self.chart, nodes=tuple(nodes), ties=ties, frame=frame, beside=beside)

    def ties(self, keys: dict[str, str]) -> tuple[Tie, ...]:
        """The lines whose ends are both on a page; others are told in the details of their boxes."""
        return tuple(
            replace(tie, source=keys[tie.source], target=keys[tie.target])
            for tie in self.chart.ties
            if tie.source in keys and tie.target in keys
        )

    def elsewhere(self, node: Node, sheet: Sheet, shown: set[str]) -> Iterator[Phrase]:
        """Where the lines of a box go whose other end is on another page, a line of text a kind.

        Not on charts in the same places: their boxes would have to know each other's lines. There, and
        everywhere else too, the details of a box name the other ends.
        """
        if self.chart.beside or not self.own_box(node, sheet):
            return
        kinds = dict(self.chart.frame.line_words)
        found: dict[str, set[int]] = {}
        for kind, other in self.partners.get(node.unit or node.id, ()):
            if other not in shown:
                place = self.homes.get(other, PLACEHOLDER + len(found.get(kind, ())))
                found.setdefault(kind, set()).add(place)
        for kind, numbers in found.items():
            told = self.chart.frame.page_words.tie.replace("{kind}", kinds.get(kind, kind))
            yield Phrase(told.replace("{n}", ", ".join(map(str, sorted(numbers)))), strong=False, size=SMALL)

    def place(self, node: Node, depth: int, *, whole: bool) -> Place:
        if depth == 0 or whole:
            return node.place if depth else "line"
        return node.under if depth == 1 or node.under == "functional" else "line"

    def rewritten(
        self, node: Node, sheet: Sheet, pages: dict[str, Sheet], place: Place, *, strong: bool
    ) -> Node:
        words = self.chart.frame.page_words
        key, unit, role, hidden = node.id, node.unit, node.role, node.hidden
        parent, more = None if node.id == sheet.head else node.parent, ""
        if parent == sheet.head and not sheet.first:
            parent = _key(sheet.head, sheet)
        if node.id in sheet.cut:
            number = pages[node.id].number if node.id in pages else PLACEHOLDER
            hidden = self.own[node.id] - 1
            more = words.to.replace("{n}", str(number)) + f"  +{hidden}"
            key, unit, role = _key(node.id, sheet), node.id, "reference"
        elif node.id == sheet.head and not sheet.first:
            number = pages[node.id].number if node.id in pages else PLACEHOLDER
            more = words.back.replace("{n}", str(number))
            key, unit, role = _key(node.id, sheet), node.id, "reference"
        elif node.id == sheet.head and sheet.above:
            more = words.back.replace("{n}", str(sheet.above.number or PLACEHOLDER))
        refers = role == "reference" and node.role != "reference"
        text, *others = (_worded(text, more, strong=strong) for text in node.texts)
        return replace(
            node,
            id=key,
            unit=unit,
            role=role,
            parent=parent,
            place=place,
            text=text,
            others=tuple(others),
            hidden=hidden,
            table=None if refers else node.table,
            other_tables=() if refers else node.other_tables,
        )

    def frame(self, frame: Frame, sheet: Sheet, total: int) -> Frame:
        """A frame as it is on one page: words of the annex only on the first, the signature on the last."""
        words = frame.page_words
        overview = sheet.above is None and sheet.first
        title = list(frame.title)
        part = words.more.replace("{n}", str(sheet.part[0])).replace("{all}", str(sheet.part[1]))
        if sheet.above is not None:
            title.insert(max(0, len(title) - 1), self.name(sheet.head))
        if sheet.part[1] > 1 and title:
            title[-1] += f" {part}"
        absent = (frame.subtitle, words.absent) if self.nodes[sheet.head].reserved else (frame.subtitle,)
        return replace(
            frame,
            title=tuple(title),
            subtitle=": ".join(filter(None, absent)),
            heading=frame.heading if overview else (),
            signature=frame.signature if sheet.last else (),
            paraf=frame.paraf if sheet.last else (),
            number=words.number.replace("{n}", str(sheet.number)).replace("{all}", str(total)),
        )

    def name(self, head: str) -> str:
        """The longest of the names that the box has on the charts in the same places."""
        return max((text[0].text for text in self.nodes[head].texts if text), key=len, default="")


def _counted(chart: Chart, total: int) -> Chart:
    """The only page of a chart, numbered if others follow it."""
    if total == 1:
        return chart
    words = chart.frame.page_words.number.replace("{n}", "1").replace("{all}", str(total))
    return replace(chart, frame=replace(chart.frame, number=words))


def _worded(text: tuple[Phrase, ...], more: str, *, strong: bool) -> tuple[Phrase, ...]:
    """A box's text with its first phrase as strong as its place, and a small line under it."""
    said = (replace(text[0], strong=strong), *text[1:]) if text else ()
    return (*said, Phrase(more, strong=False, size=SMALL)) if more else said


def _key(node: str, sheet: Sheet) -> str:
    return f"{node}@{sheet.number}"


def _most(count: int, holds: Callable[[int], bool]) -> int:
    """The largest n up to `count` for which `holds` says yes, if it does so for all smaller ones."""
    low, high = 0, max(0, count)
    while low < high:
        middle = (low + high + 1) // 2
        if holds(middle):
            low = middle
        else:
            high = middle - 1
    return low


def _numbered(page: Page, sheet: Sheet, pages: dict[str, Sheet]) -> Page:
    """The page with its number; references lead to a page, and a head knows what is above it."""

    def settled(box: Box) -> Box:
        if box.role == "reference" and box.id in pages:
            return replace(box, page=pages[box.id].number)
        if box.key == sheet.head and sheet.above is not None:
            return replace(box, page=sheet.above.number)
        return box

    return replace(page, number=sheet.number, boxes=tuple(map(settled, page.boxes)))
