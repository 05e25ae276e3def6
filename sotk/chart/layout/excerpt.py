"""The chart of one page out of a larger one: places, weights, references and words as they are on that page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from sotk.chart.layout.chart import Chart, Frame, Node, Phrase, Place, Tie
from sotk.chart.layout.sheets import Forest, Sheet

PLACEHOLDER: Final = 888  # as wide as any page number
SMALL: Final = 0.85

NOWHERE: Final[Mapping[str, int]] = {}


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Makes the chart of a page. `home` says on which page a box is primary, `total` how many there are."""

    chart: Chart
    forest: Forest
    home: Mapping[str, int]
    total: int

    def of(self, sheet: Sheet) -> Chart:
        """The chart of one page: its boxes in order, the lines among them, the frame as it is there."""
        whole = self.forest.nodes[sheet.head].parent is None
        places: dict[str, Place] = {}
        nodes = []
        shown = {node.unit or node.id for node, _ in self.forest.walk(sheet)}
        for node, depth in self.forest.walk(sheet):
            place = _place(node, depth, whole=whole)
            places[node.id] = place
            strong = depth <= 1 or places.get(node.parent or "") == "secretariat"
            made = self.rewritten(node, sheet, place, strong=strong)
            nodes.append(replace(made, text=(*made.text, *self.elsewhere(made, shown))))
        if sheet.above is None and sheet.first:
            nodes += [node for node in self.chart.children.get(None, []) if node.id != sheet.head]
        ties = self.ties({node.unit or node.id: node.id for node in nodes})
        beside = tuple((self.frame(frame, sheet), kinds) for frame, kinds in self.chart.beside)
        frame = self.frame(self.chart.frame, sheet)
        return replace(self.chart, nodes=tuple(nodes), ties=ties, frame=frame, beside=beside)

    def ties(self, keys: dict[str, str]) -> tuple[Tie, ...]:
        """The lines whose ends are both on a page; others are told in the details of their boxes."""
        return tuple(
            replace(tie, source=keys[tie.source], target=keys[tie.target])
            for tie in self.chart.ties
            if tie.source in keys and tie.target in keys
        )

    def elsewhere(self, node: Node, shown: set[str]) -> Iterator[Phrase]:
        """Where the lines of a box go whose other end is on another page, a line of text a kind.

        Not on charts in the same places: their boxes would have to know each other's lines. There, and
        everywhere else too, the details of a box name the other ends.
        """
        if self.chart.beside or node.role != "primary" or node.reserved:
            return
        kinds = dict(self.chart.frame.line_words)
        found: dict[str, set[int]] = {}
        for kind, other in self.chart.partners.get(node.unit or node.id, ()):
            if other not in shown:
                place = self.home.get(other, PLACEHOLDER + len(found.get(kind, ())))
                found.setdefault(kind, set()).add(place)
        for kind, numbers in found.items():
            told = self.chart.frame.page_words.tie.replace("{kind}", kinds.get(kind, kind))
            yield Phrase(told.replace("{n}", ", ".join(map(str, sorted(numbers)))), strong=False, size=SMALL)

    def rewritten(self, node: Node, sheet: Sheet, place: Place, *, strong: bool) -> Node:
        """A box as it is on a page: a reference with the number of the other page where the chart goes on."""
        words = self.chart.frame.page_words
        key, unit, role, hidden = node.id, node.unit, node.role, node.hidden
        parent, more = None if node.id == sheet.head else node.parent, ""
        number = str(self.home.get(node.id, PLACEHOLDER))
        if parent == sheet.head and not sheet.first:
            parent = _key(sheet.head, sheet)
        if node.id in sheet.cut:
            hidden = self.forest.own[node.id] - 1
            more = words.to.replace("{n}", number) + f"  +{hidden}"
            key, unit, role = _key(node.id, sheet), node.id, "reference"
        elif node.id == sheet.head and not sheet.first:
            more = words.back.replace("{n}", number)
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

    def frame(self, frame: Frame, sheet: Sheet) -> Frame:
        """A frame as it is on one page: words of the annex only on the first, the signature on the last."""
        words = frame.page_words
        overview = sheet.above is None and sheet.first
        last = sheet.last and not sheet.cut  # the branches cut off follow on other pages
        title = list(frame.title)
        if self.forest.nodes[sheet.head].parent is not None:
            title.insert(max(0, len(title) - 1), self.name(sheet.head))
        if title and sheet.shared:
            title[-1] += f" {words.continued}"
        elif title and sheet.part[1] > 1:
            part = words.more.replace("{n}", str(sheet.part[0])).replace("{all}", str(sheet.part[1]))
            title[-1] += f" {part}"
        absent = frame.subtitle, words.absent if self.forest.nodes[sheet.head].reserved else ""
        return replace(
            frame,
            title=tuple(title),
            subtitle=": ".join(filter(None, absent)),
            heading=frame.heading if overview else (),
            signature=frame.signature if last else (),
            paraf=frame.paraf if last else (),
            number=words.number.replace("{n}", str(sheet.number)).replace("{all}", str(self.total)),
        )

    def name(self, head: str) -> str:
        """The longest of the names that the box has on the charts in the same places."""
        return max((text[0].text for text in self.forest.nodes[head].texts if text), key=len, default="")


def _place(node: Node, depth: int, *, whole: bool) -> Place:
    if depth == 0 or whole:
        return node.place if depth else "line"
    return node.under if depth == 1 or node.under == "functional" else "line"


def _worded(text: tuple[Phrase, ...], more: str, *, strong: bool) -> tuple[Phrase, ...]:
    """A box's text with its first phrase as strong as its place, and a small line under it."""
    said = (replace(text[0], strong=strong), *text[1:]) if text else ()
    return (*said, Phrase(more, strong=False, size=SMALL)) if more else said


def _key(node: str, sheet: Sheet) -> str:
    return f"{node}@{sheet.number}"
