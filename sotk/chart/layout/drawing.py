"""Turns placed blocks and floors into a page of the Scene: scaled, with routed lines and groups."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sotk.chart.layout.block import BOTTOM, LEFT, RIGHT, TOP, Joint, Sized
from sotk.chart.layout.block import Block as Placed
from sotk.chart.layout.chart import Chart, Node, Tie
from sotk.chart.layout.frame import Framed, text_block
from sotk.chart.layout.ledger import as_table
from sotk.chart.layout.routing import ways
from sotk.chart.layout.tiers import Floor
from sotk.chart.layout.ties import routed
from sotk.chart.measure import BASELINE, LEADING, Measure
from sotk.chart.scene import Block, Box, End, Group, Link, Page, Port, Row, Run, Scene, Stroke, Table

Point = tuple[float, float]
LABEL: Final = 8.5
NEAR: Final = 0.01


@dataclass(frozen=True, slots=True)
class Fit:
    """How natural places become points of the page: scaled about the trunk's top."""

    scale: float
    origin: Point
    measure: Measure


class Drawing:
    """One page in the making: natural places in, points of the page out."""

    def __init__(self, chart: Chart, fit: Fit) -> None:
        self.chart, self.scale, self.origin, self.measure = chart, fit.scale, fit.origin, fit.measure
        self.boxes: list[Box] = []
        self.links: list[Link] = []
        self.drawn: list[list[Point]] = []
        self.strokes: dict[str, Stroke] = {}
        self.reserved = {node.id for node in chart.nodes if node.reserved}

    def at(self, x: float, y: float) -> Point:
        """A natural place in points of the page, rounded to hundredths."""
        return round(self.origin[0] + x * self.scale, 2), round(self.origin[1] + y * self.scale, 2)

    def box(self, sized: Sized, parent: str | None) -> None:
        """Draw a box below `parent`; one that is only reserved is left out."""
        node = sized.node
        if node.reserved:
            return
        x, y = self.at(sized.x, sized.y)
        right, bottom = self.at(sized.x + sized.width, sized.bottom)
        self.boxes.append(
            Box(
                node.id,
                node.entity,
                node.unit or node.id,
                parent,
                node.kind,
                node.title,
                x,
                y,
                round(right - x, 2),
                round(bottom - y, 2),
                self._rows(sized),
                node.style,
                self._grid(sized),
                node.marks,
                node.details,
                node.role,
                hidden=node.hidden,
            )
        )

    def block(self, block: Placed, parent: str | None) -> None:
        """All boxes and lines of a block whose head stands below `parent`."""
        self.box(block.head, parent)
        parents = {id(joint.child): joint.parent.node.id for joint in block.joints}
        for box in block.boxes[1:]:
            self.box(box, parents[id(box)])
        for joint in block.joints:
            self.link(joint)

    def link(self, joint: Joint) -> None:
        """Draw the line of command of a block."""
        points = [_port(joint.parent, joint.out), *joint.bends, _port(joint.child, joint.into)]
        ends = End(joint.parent.node.id, joint.out), End(joint.child.node.id, joint.into)
        self.line(joint.child.node.line, ends, points)

    def line(
        self, kind: str, ends: tuple[End, End], points: list[Point], title: str = "", sign: str = ">"
    ) -> None:
        """Draw a line through natural places; not where either end is only reserved.

        `sign` stands between both ends in its key: `>` for command, `~` for other lines.
        """
        if self.reserved and not self.reserved.isdisjoint((ends[0].box, ends[1].box)):
            return
        stroke = self.strokes.get(kind) or self.strokes.setdefault(
            kind, Stroke(dash=self.chart.dashes.get(kind, "solid"))
        )
        points = straightened(points)
        self.drawn.append(points)
        placed = tuple(self.at(*point) for point in points)
        key = f"{ends[0].box}{sign}{ends[1].box}:{kind}"
        self.links.append(Link(key, kind, *ends, placed, stroke, title))

    def ties(self, boxes: Sequence[Sized]) -> None:
        """The lines beside command, each around all boxes; those that find no way are left out."""
        for tie, ends, points in ways(self.chart.ties, boxes, self.drawn):
            self.line(tie.kind, ends, points, tie.title, "~")

    def scene(
        self, layout: str, frame: Framed, branches: Iterable[Sequence[Node]], notes: Sequence[Block] = ()
    ) -> Scene:
        """What was drawn as the one page of a scene, boxes in the order of the chart.

        `branches` become the groups of the page, the top of each first.
        """
        width, height, _ = self.chart.paper.points
        title = " ".join(self.chart.frame.title)
        order = {node.id: n for n, node in enumerate(self.chart.nodes)}
        page = Page(
            1,
            title,
            round(width, 2),
            round(height, 2),
            tuple(sorted(self.boxes, key=lambda box: order[box.key])),
            tuple(self.links),
            (*frame.blocks, *notes),
            frame.legend,
            tuple(_groups(branches)),
            round(self.scale, 4),
        )
        return Scene(title, self.chart.language, layout, (page,))

    def _rows(self, sized: Sized) -> tuple[Row, ...]:
        scale, down = self.scale, self.origin[1]
        steps = [LEADING * sized.size * line.phrase.size for line in sized.lines]
        x = round(self.origin[0] + (sized.x + sized.width / 2) * scale, 2)
        y = sized.y + (sized.height - sum(steps)) / 2
        rows = []
        for line, step in zip(sized.lines, steps, strict=True):
            phrase = line.phrase
            base = round(down + (y + step * BASELINE) * scale, 2)
            run = Run(line.text, round(sized.size * phrase.size * scale, 3), phrase.strong, phrase.ink)
            rows.append(Row((run,), x, base, round(line.width * scale, 2), "middle", line.opens))
            y += step
        return tuple(rows)

    def _grid(self, sized: Sized) -> Table | None:
        x, y = self.at(sized.x, sized.y + sized.height)
        if sized.table:
            return as_table(sized.table, (x, y), self.scale, self.measure)
        if not sized.node.grid:
            return None
        columns, rows = sized.node.grid
        wide, tall = sized.width * self.scale / columns, sized.grid * self.scale / rows
        return Table(x, y, (round(wide, 3),) * columns, (round(tall, 3),) * rows)


def drawn(chart: Chart, frame: Framed, head: Sized | None, floors: list[Floor], fit: Fit) -> Scene:
    """The page of an official chart: the head, and floors of blocks below it."""
    drawing = Drawing(chart, fit)
    notes: list[Block] = []
    if head is not None:
        drawing.box(head, None)
        _floors(drawing, head, floors)
        for tie, ends, points in routed(chart.ties, head, floors):
            drawing.line(tie.kind, ends, points, tie.title, "~")
        notes = _unplaced_label(chart, drawing, floors, fit.measure)
    branches = ([box.node for box in block.boxes] for floor in floors for block, _, _ in floor.places)
    return drawing.scene("bagan", frame, branches, notes)


def led(chart: Chart, scene: Scene) -> tuple[Tie, ...]:
    """The ties of a chart that its picture draws: the legend names no line that is not there."""
    drawn = {(link.source.box, link.target.box, link.kind) for page in scene.pages for link in page.links}
    return tuple(tie for tie in chart.ties if (tie.source, tie.target, tie.kind) in drawn)


def straightened(points: list[Point]) -> list[Point]:
    """Without points that repeat or lie on a straight line between their neighbours."""
    kept: list[Point] = []
    for point in points:
        x, y = point
        if kept:
            last_x, last_y = kept[-1]
            level, upright = abs(last_y - y) < NEAR, abs(last_x - x) < NEAR
            if level and upright:
                continue
            if len(kept) > 1:
                before_x, before_y = kept[-2]
                if (upright and abs(before_x - last_x) < NEAR) or (level and abs(before_y - last_y) < NEAR):
                    kept.pop()
        kept.append(point)
    return kept


def _floors(drawing: Drawing, head: Sized, floors: list[Floor]) -> None:
    """Boxes and lines floor by floor; `way` is the trunk so far, `trunk` the x where it comes down."""
    way: list[Point] = [(0.0, head.bottom)]
    trunk = 0.0
    for floor in floors:
        for block, _, _ in floor.places:
            drawing.block(block, None if floor.tier.kind == "loose" else head.node.id)
            if floor.tier.kind == "loose":
                continue
            x, y = block.head.middle
            if floor.tier.kind == "side":
                into = LEFT if x > 0 else RIGHT
                points = [*way, (0.0, y), _port(block.head, into)]
            else:
                into, points = TOP, [*way, (trunk, floor.bus), (x, floor.bus), (x, block.head.y)]
            ends = End(head.node.id, BOTTOM), End(block.head.node.id, into)
            drawing.line(block.head.node.line, ends, points)
        way += [(trunk, floor.bus), (floor.passage, floor.bus)]
        trunk = floor.passage


def _port(box: Sized, port: Port) -> Point:
    if port.side in ("top", "bottom"):
        return box.x + box.width * port.at, box.y if port.side == "top" else box.bottom
    return box.x + (box.width if port.side == "right" else 0.0), box.y + box.height * port.at


def _groups(branches: Iterable[Sequence[Node]]) -> Iterator[Group]:
    """A group for each branch of more than one box that is drawn."""
    for branch in branches:
        keys = tuple(node.id for node in branch if not node.reserved)
        if len(keys) > 1:
            yield Group(branch[0].id, branch[0].title, keys)


def _unplaced_label(chart: Chart, drawing: Drawing, floors: list[Floor], measure: Measure) -> list[Block]:
    loose = [floor for floor in floors if floor.tier.kind == "loose"]
    if (
        all(block.head.node.reserved for floor in loose for block in floor.tier.blocks)
        or not chart.frame.unplaced_words
    ):
        return []
    width, _, margin = chart.paper.points
    y = drawing.at(0.0, loose[0].top)[1] - measure.line(LABEL) - 2
    texts = [(chart.frame.unplaced_words, LABEL, True, "#8a1c1c")]
    return [text_block("label", texts, measure, (margin, y, width - 2 * margin))]
