"""Chooses what of a structure is shown, and in which words: structure and conventions in, `Chart` out.

The annex prints neither echelon nor type nor names of persons. Nothing is dropped silently: hidden units
are counted on the box above them, unplaced ones stand apart, illustrative data is said to be such.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from sotk.chart.captions import Captions
from sotk.chart.conventions import Conventions
from sotk.chart.layout.chart import PLAIN, Chart, Frame, Node, Paper, Phrase, Place, Tie
from sotk.chart.overlays import Ghost, Look, Overlay
from sotk.chart.scene import Stroke, Style
from sotk.chart.words import heading, notices, page_words, signature, titles
from sotk.findings.names import clean
from sotk.locale import Language, msg, say
from sotk.model import Structure, Unit

UNPLACED = Style("#ffffff", Stroke("#8a1c1c", 0.9, "dotted"))
UNPLACED_KEY = "unplaced:"
OVERVIEW_TEXT = 5.4  # points: a comparison is worth most on one page
NO_OVERLAY = Overlay()
NO_LOOK = Look()

Entry: TypeAlias = Unit | Ghost | Node


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewOptions:
    """What is shown. `depth` counts levels below the top box; None shows all.

    An `annex` is drawn as the law prints it: with heading and signature, without `echelons`.
    `each_support` draws every unit of a kind that the annex would draw as one generic box.
    """

    unit: str | None = None
    depth: int | None = None
    annex: bool = True
    echelons: bool = False
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
    overlay: Overlay = NO_OVERLAY,
) -> Chart:
    """The chart of a structure, or of one unit in it. Raises KeyError if there is no such unit."""
    options = options or ViewOptions()
    captions = Captions(
        structure,
        conventions,
        options.language,
        echelons=options.echelons,
        plain=bool(overlay.title),
    )
    viewing = _Viewing(structure, conventions, options, overlay, captions)
    nodes = [*viewing.nodes(), *viewing.loose(unplaced)]
    shown = {node.id for node in nodes}
    ties = [
        Tie(line.source, line.target, line.kind, clean(line.notes or ""))
        for line in structure.lines
        if {line.source, line.target} <= shown
    ]
    top = options.unit or structure.root
    return Chart(
        tuple(nodes),
        _frame(structure, conventions, options, overlay, illustrative=captions.marked),
        tuple(ties),
        options.paper or conventions.paper,
        options.language,
        smallest_text=options.smallest_text
        or (OVERVIEW_TEXT if overlay.title else conventions.smallest_text),
        appendix=overlay.appendix(structure.walk(top)) if overlay.appendix else None,
    )


def _frame(
    structure: Structure,
    conventions: Conventions,
    options: ViewOptions,
    overlay: Overlay,
    *,
    illustrative: bool,
) -> Frame:
    """The words around the boxes; `illustrative` says that some of these carry the sign for it."""
    named = conventions
    if overlay.headline and conventions.title:
        named = replace(conventions, title=(overlay.headline, *conventions.title[1:]))
    return Frame(
        title=overlay.title or titles(structure, named, options.unit, capitals=conventions.capitals),
        subtitle=overlay.subtitle,
        heading=heading(structure, conventions) if options.annex else (),
        signature=signature(structure, conventions) if options.annex else (),
        paraf=_paraf(conventions) if options.draft else (),
        notices=notices(
            structure,
            options.language,
            illustrative,
            partial=options.partial,
            numbers=overlay.illustrative,
        ),
        line_words=conventions.line_words,
        unplaced_words=say(msg("NOT PLACED"), options.language),
        swatches=overlay.legend,
        page_words=page_words(options.language),
    )


@dataclass(slots=True)
class _Viewing:
    structure: Structure
    conventions: Conventions
    options: ViewOptions
    overlay: Overlay
    captions: Captions

    def nodes(self) -> Iterator[Node]:
        """Boxes in order, each after the one above it."""
        top = self.structure.units[self.options.unit or self.structure.root]
        yield self.node(top, top.id, None, "line", 0)
        below = self.below(top.id, top, 0)
        waiting: list[tuple[Entry, str, Unit, int]] = [(entry, top.id, top, 1) for entry in reversed(below)]
        places: dict[str, Place] = {}
        while waiting:
            entry, parent, above, depth = waiting.pop()
            if isinstance(entry, Node):
                yield entry
                continue
            unit, key = (entry.unit, entry.key) if isinstance(entry, Ghost) else (entry, entry.id)
            place = places[key] = self.place(top, unit, depth)
            strong = depth == 1 or places.get(parent) == "secretariat"
            look = entry.look if isinstance(entry, Ghost) else None
            yield self.node(unit, key, parent, place, depth, strong=strong, above=above.kind, ghost=look)
            waiting.extend((child, key, unit, depth + 1) for child in reversed(self.below(key, unit, depth)))

    def below(self, key: str, unit: Unit, depth: int) -> list[Entry]:
        """The boxes under a unit or a ghost: its subordinates, and what stood among them before."""
        if self.options.depth is not None and depth >= self.options.depth:
            return []
        children = [self.structure.units[child] for child in self.structure.below(key)]
        if self.options.annex:
            children = [child for child in children if child.kind not in self.conventions.internal]
        if depth == 0 and self.collapsed():
            return self.as_one(unit, children)
        ghosts = self.overlay.ghosts.get(key)
        return _interleaved(children, ghosts) if ghosts else list(children)

    def collapsed(self) -> bool:
        return bool(self.overlay.collapse) or (self.options.annex and not self.options.each_support)

    def as_one(self, above: Unit, children: list[Unit]) -> list[Entry]:
        """The children; those of a generic kind are drawn as one box, where the last of them stands."""
        alike: dict[str, list[Unit]] = {}
        for child in children:
            if child.kind in self.conventions.generic and not self.spoken_of(child):
                alike.setdefault(child.kind, []).append(child)
        if self.overlay.collapse:
            alike = {kind: units for kind, units in alike.items() if len(units) > 1}
        within = {unit.id for units in alike.values() for unit in units}
        boxes: list[Entry] = [child for child in children if child.id not in within]
        boxes = _interleaved(boxes, self.overlay.ghosts.get(above.id, ()))
        return [*boxes, *(self.generic(above, kind, units) for kind, units in alike.items())]

    def spoken_of(self, unit: Unit) -> bool:
        """Whether the overlay says more of a branch than that it is as it was."""
        return bool(self.overlay.collapse) and self.overlay.speaks_of(self.structure, unit.id)

    def generic(self, above: Unit, kind: str, units: list[Unit]) -> Node:
        name, style = self.conventions.generic[kind], PLAIN
        if self.overlay.collapse:
            name = f"{self.overlay.collapse.replace('{kind}', name)} ({len(units)})"
            style = (self.overlay.looks.get(units[0].id) or Look()).style or PLAIN
        text = self.captions.cased(name, strong=True)
        hidden = sum(self.count(unit.id) for unit in units)
        place = self.conventions.place(above.kind, kind)
        phrases = (Phrase(text),)
        key = f"kind:{kind}"
        return Node(
            key, text, phrases, above.id, place, kind, "kind", style=style, hidden=hidden, under=place
        )

    def node(
        self,
        unit: Unit,
        key: str,
        parent: str | None,
        place: Place,
        depth: int,
        *,
        strong: bool = True,
        above: str = "",
        ghost: Look | None = None,
    ) -> Node:
        look = ghost or self.overlay.looks.get(unit.id, NO_LOOK)
        mark = self.captions.mark(unit, top=parent is None)
        hidden = 0
        if self.options.depth is not None and depth >= self.options.depth and ghost is None:
            hidden = self.count(unit.id) - 1
        functional = place == "functional" and depth == 1
        return Node(
            key,
            clean(unit.name),
            tuple(self.captions.text(unit, look, mark, hidden, strong=strong, top=parent is None)),
            parent,
            place,
            unit.kind,
            line=self.conventions.functional_line if functional else "komando",
            grid=self.conventions.functional_grid if functional and self.options.annex else None,
            style=look.style or PLAIN,
            marks=(*mark, look.mark) if look.mark else mark,
            details=(*look.details, *self.captions.details(unit)),
            role="ghost" if ghost else "primary",
            hidden=hidden,
            under=self.conventions.place(above, unit.kind),
            unit=unit.id if ghost else "",
            table=look.table,
            changed=bool(self.overlay.collapse) and (ghost or look.mark) is not None,
        )

    def loose(self, units: Sequence[Unit]) -> Iterator[Node]:
        """Units that have no place in the tree; their keys cannot clash with those that have."""
        for n, unit in enumerate(units, 1):
            name = clean(unit.name)
            text = (Phrase(self.captions.cased(name, strong=False), strong=False),)
            key = f"{UNPLACED_KEY}{n}:{unit.id}"
            yield Node(key, name, text, None, "unplaced", unit.kind, style=UNPLACED, unit=unit.id)

    def place(self, top: Unit, unit: Unit, depth: int) -> Place:
        place = self.conventions.place(top.kind, unit.kind)
        return place if depth == 1 or place == "functional" else "line"

    def count(self, unit: str) -> int:
        return sum(1 for _ in self.structure.walk(unit))


def _interleaved(children: Sequence[Entry], ghosts: Sequence[Ghost]) -> list[Entry]:
    """Ghosts after the sibling they stood behind."""
    after: dict[str | None, list[Entry]] = {}
    for ghost in ghosts:
        after.setdefault(ghost.after, []).append(ghost)
    result: list[Entry] = [*after.pop(None, [])]
    for child in children:
        result.append(child)
        if isinstance(child, Unit):
            result.extend(after.pop(child.id, []))
    return [*result, *(ghost for row in after.values() for ghost in row)]


def _paraf(conventions: Conventions) -> tuple[tuple[str, ...], ...]:
    if not conventions.paraf:
        return ()
    rows = conventions.paraf_rows or ("", "", "")
    return (conventions.paraf, *((str(n), row, "") for n, row in enumerate(rows, 1)))
