"""Chooses what of a structure is shown, and in which words: structure and conventions in, `Chart` out.

The annex prints neither echelon nor type nor names of persons. Nothing is dropped silently: hidden units
are counted on the box above them, unplaced ones stand apart, illustrative data is said to be such.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sotk.chart.conventions import Conventions
from sotk.chart.layout.chart import Chart, Frame, Node, Paper, Phrase, Place, Tie
from sotk.chart.scene import Detail, Mark, Stroke, Style
from sotk.chart.words import heading, notices, page_words, signature, titles
from sotk.findings.names import clean
from sotk.locale import Language, msg, say
from sotk.model import Structure, Unit

SMALLER = 0.85
UNPLACED = Style("#ffffff", Stroke("#8a1c1c", 0.9, "dotted"))
UNPLACED_KEY = "unplaced:"


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewOptions:
    """What is shown. `depth` counts levels below the top box; None shows all.

    An `annex` is drawn as the law prints it; else echelons are shown too and there is no heading.
    `each_support` draws every unit of a kind that the annex would draw as one generic box.
    """

    unit: str | None = None
    depth: int | None = None
    annex: bool = True
    each_support: bool = False
    draft: bool = False
    partial: bool = False
    language: Language = "id"
    paper: Paper | None = None
    smallest_text: float | None = None
    """In points; a chart with smaller text is split over pages. None asks the conventions."""


def view(
    structure: Structure,
    conventions: Conventions,
    options: ViewOptions | None = None,
    unplaced: Sequence[Unit] = (),
) -> Chart:
    """The chart of a structure, or of one unit in it. Raises KeyError if there is no such unit."""
    options = options or ViewOptions()
    viewing = _Viewing(structure, conventions, options)
    nodes = [*viewing.nodes(), *viewing.loose(unplaced)]
    shown = {node.id for node in nodes}
    ties = [
        Tie(line.source, line.target, line.kind, clean(line.notes or ""))
        for line in structure.lines
        if {line.source, line.target} <= shown
    ]
    frame = Frame(
        title=titles(structure, conventions, options.unit, capitals=conventions.capitals),
        heading=heading(structure, conventions) if options.annex else (),
        signature=signature(structure, conventions) if options.annex else (),
        paraf=_paraf(conventions) if options.draft else (),
        notices=notices(structure, options.language, viewing.marked, partial=options.partial),
        line_words=conventions.line_words,
        unplaced_words=say(msg("NOT PLACED"), options.language),
        page_words=page_words(options.language),
    )
    paper = options.paper or conventions.paper
    return Chart(
        tuple(nodes),
        frame,
        tuple(ties),
        paper,
        options.language,
        smallest_text=options.smallest_text or conventions.smallest_text,
    )


@dataclass(slots=True)
class _Viewing:
    structure: Structure
    conventions: Conventions
    options: ViewOptions
    marked: bool = False
    """Whether a box carries the sign of illustrative data."""

    def nodes(self) -> Iterator[Node]:
        """Boxes in order, each after the one above it."""
        top = self.structure.units[self.options.unit or self.structure.root]
        yield self.node(top, None, "line", 0)
        waiting = [(child, top.id, 1) for child in reversed(self.below(top, 0))]
        places: dict[str, Place] = {}
        while waiting:
            entry, parent, depth = waiting.pop()
            if isinstance(entry, Node):
                yield entry
                continue
            place = self.place(top, entry, depth)
            places[entry.id] = place
            strong = depth == 1 or places.get(parent) == "secretariat"
            yield self.node(entry, parent, place, depth, strong=strong)
            waiting.extend((child, entry.id, depth + 1) for child in reversed(self.below(entry, depth)))

    def below(self, unit: Unit, depth: int) -> list[Unit | Node]:
        """The boxes under a unit; units of a generic kind are drawn as one, where the last of them stands."""
        if self.options.depth is not None and depth >= self.options.depth:
            return []
        children = [self.structure.units[child] for child in self.structure.below(unit.id)]
        if self.options.annex:
            children = [child for child in children if child.kind not in self.conventions.internal]
        if depth or self.options.each_support or not self.options.annex:
            return list(children)
        boxes: list[Unit | Node] = []
        done: set[str] = set()
        for child in children:
            if child.kind not in self.conventions.generic:
                boxes.append(child)
            elif child.kind not in done:
                done.add(child.kind)
                boxes.append(self.generic(unit, child.kind, children))
        return boxes

    def generic(self, above: Unit, kind: str, children: list[Unit]) -> Node:
        text = self.cased(self.conventions.generic[kind])
        hidden = sum(self.count(child.id) for child in children if child.kind == kind)
        place = self.conventions.place(above.kind, kind)
        phrases = (Phrase(text),)
        return Node(f"kind:{kind}", text, phrases, above.id, place, kind, "kind", hidden=hidden)

    def node(self, unit: Unit, parent: str | None, place: Place, depth: int, *, strong: bool = True) -> Node:
        name = self.name(unit, top=parent is None)
        mark = self.mark(unit, top=parent is None)
        text = [Phrase(self.cased(name) + ("*" if mark else ""), strong)]
        hidden = (
            self.count(unit.id) - 1 if self.options.depth is not None and depth >= self.options.depth else 0
        )
        if hidden:
            text.append(Phrase(f"+{hidden}", strong=False, size=SMALLER))
        if not self.options.annex and unit.head and unit.head.echelon:
            text.append(Phrase(clean(unit.head.echelon), strong=False, size=SMALLER))
        functional = place == "functional" and depth == 1
        above = self.structure.units[parent].kind if parent else ""
        return Node(
            unit.id,
            clean(unit.name),
            tuple(text),
            parent,
            place,
            unit.kind,
            line=self.conventions.functional_line if functional else "komando",
            grid=self.conventions.functional_grid if functional else None,
            marks=mark,
            details=() if self.options.annex else self.details(unit),
            hidden=hidden,
            under=self.conventions.place(above, unit.kind),
        )

    def loose(self, units: Sequence[Unit]) -> Iterator[Node]:
        """Units that have no place in the tree; their keys cannot clash with those that have."""
        for n, unit in enumerate(units, 1):
            name = clean(unit.name)
            text = (Phrase(self.cased(name), strong=False),)
            key = f"{UNPLACED_KEY}{n}:{unit.id}"
            yield Node(key, name, text, None, "unplaced", unit.kind, style=UNPLACED)

    def place(self, top: Unit, unit: Unit, depth: int) -> Place:
        place = self.conventions.place(top.kind, unit.kind)
        return place if depth == 1 or place == "functional" else "line"

    def name(self, unit: Unit, *, top: bool) -> str:
        if top and unit.head and self.conventions.head_prints == "position":
            return clean(unit.head.title)
        return clean(unit.name)

    def mark(self, unit: Unit, *, top: bool) -> tuple[Mark, ...]:
        """A star where this box, and not the whole structure, is illustrative."""
        names = self.structure.header.illustrative
        if isinstance(names, bool):
            return ()
        shown = {unit.id, f"{unit.id}.name"}
        if top and unit.head:
            shown |= {unit.head.id, f"{unit.head.id}.title"}
        if not shown & set(names):
            return ()
        self.marked = True
        return (Mark("illustrative", "*", say(msg("illustrative data"), self.options.language)),)

    def details(self, unit: Unit) -> tuple[Detail, ...]:
        language = self.options.language
        if not unit.head:
            return ()
        facts = [(msg("Head"), unit.head.title), (msg("Echelon"), unit.head.echelon)]
        return tuple(Detail(say(label, language), clean(value)) for label, value in facts if value)

    def count(self, unit: str) -> int:
        return sum(1 for _ in self.structure.walk(unit))

    def cased(self, text: str) -> str:
        return text.upper() if self.conventions.capitals else text


def _paraf(conventions: Conventions) -> tuple[tuple[str, ...], ...]:
    if not conventions.paraf:
        return ()
    rows = conventions.paraf_rows or ("", "", "")
    return (conventions.paraf, *((str(n), row, "") for n, row in enumerate(rows, 1)))
