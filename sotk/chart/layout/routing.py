"""Finds right-angled ways between boxes that stand anywhere: shortest first, few bends, through no box.

A search from best to best (A*, Hart, Nilsson and Raphael 1968) over the lines that run close beside the
boxes. A way that lies on a line already drawn costs more, but for ways with an end in common: they are
drawn as one line that forks. Where the search would take too long there is
no way: the caller leaves such a line out.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import pairwise
from typing import Final, TypeAlias

from sotk.chart.layout.block import Sized
from sotk.chart.layout.chart import Tie
from sotk.chart.scene import End, Port

Point: TypeAlias = tuple[float, float]
Span: TypeAlias = tuple[float, float]
Ends: TypeAlias = frozenset[str]
Rect: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom."""
Step: TypeAlias = tuple[int, int, bool]
"""The numbers of an x and a y, and whether the way came there across."""

BESIDE: Final = (5.0, 9.0)  # how far from a box lines run, in points
CLEAR: Final = 1.5
AT: Final = 0.7  # of the height of a box: below the lines of command, which arrive in the middle
BEND: Final = 12.0  # a bend costs as much as so many points of line
SHARED: Final = 4.0  # a stretch on a line that is there costs so many times its length
FORKED: Final = 0.8  # and so many on one that has an end in common
HUGE: Final = 3_000  # boxes; on a picture of more nobody can follow such a line
MOST: Final = 40_000  # places looked at for one line


def ways(
    ties: Sequence[Tie], boxes: Sequence[Sized], lines: Iterable[Sequence[Point]]
) -> Iterator[tuple[Tie, tuple[End, End], list[Point]]]:
    """Each tie with its ends and its way, as far as there is one; `lines` are drawn already."""
    known = {box.node.id: box for box in boxes}
    wanted = [tie for tie in ties if {tie.source, tie.target} <= known.keys() and tie.source != tie.target]
    if not wanted or len(boxes) > HUGE:
        return
    field_ = Field.around(boxes, lines)
    for tie in wanted:
        found = field_.way(known[tie.source], known[tie.target])
        if found is not None:
            ports, points = found
            field_.draw(points, frozenset((tie.source, tie.target)))
            yield tie, (End(tie.source, ports[0]), End(tie.target, ports[1])), points


@dataclass(slots=True)
class Field:
    """The boxes that are in the way, and the lines that are drawn so far."""

    rects: list[Rect]
    xs: list[float]
    ys: list[float]
    drawn: dict[tuple[bool, int], list[tuple[Span, Ends]]] = field(default_factory=dict)
    """By (across, place in tenths of a point), with the boxes that the line is between."""
    closed: dict[tuple[bool, float], list[Span]] = field(default_factory=dict)

    @classmethod
    def around(cls, boxes: Sequence[Sized], lines: Iterable[Sequence[Point]]) -> "Field":
        """The field of some boxes, with places to pass at distances BESIDE from their edges."""
        rects = [(box.x, box.y, box.x + box.width, box.bottom) for box in boxes]
        xs = {edge for left, _, right, _ in rects for far in BESIDE for edge in (left - far, right + far)}
        ys = {edge for _, top, _, low in rects for far in BESIDE for edge in (top - far, low + far)}
        ys |= {box.y + box.height * AT for box in boxes}
        made = cls(rects, sorted(xs), sorted(ys))
        for line in lines:
            made.draw(line)
        return made

    def draw(self, points: Sequence[Point], ends: Ends = frozenset()) -> None:
        """Keep a line, so that later ones pay for running along it; `ends` are the boxes it is between."""
        for (ax, ay), (bx, by) in pairwise(points):
            across = abs(ay - by) < abs(ax - bx)
            key = across, round(10 * (ay if across else ax))
            span = (min(ax, bx), max(ax, bx)) if across else (min(ay, by), max(ay, by))
            self.drawn.setdefault(key, []).append((span, ends))

    def blocked(self, at: float, *, across: bool) -> list[Span]:
        """The stretches of a straight line that run through boxes or too close to them, in order."""
        key = across, at
        found = self.closed.get(key)
        if found is None:
            inside = sorted(
                (left - CLEAR, right + CLEAR) if across else (top - CLEAR, low + CLEAR)
                for left, top, right, low in self.rects
                if (top - CLEAR < at < low + CLEAR if across else left - CLEAR < at < right + CLEAR)
            )
            found = self.closed[key] = inside
        return found

    def free(self, at: float, start: float, end: float, *, across: bool) -> bool:
        """Whether the stretch from `start` up to `end` meets nothing; those of a line do not overlap."""
        spans = self.blocked(at, across=across)
        n = bisect_left(spans, (end, -1.0))
        return all(high <= start for _, high in spans[max(0, n - 2) : n])

    def cost(self, at: float, start: float, end: float, ends: Ends, *, across: bool) -> float:
        """What a stretch costs: its length, more where another line runs there."""
        taken = self.drawn.get((across, round(10 * at)), ())
        met = [other for (low, high), other in taken if low < end and high > start]
        if not met:
            return end - start
        return (end - start) * (SHARED if any(ends.isdisjoint(other) for other in met) else FORKED)

    def way(self, source: Sized, target: Sized) -> tuple[tuple[Port, Port], list[Point]] | None:
        """The ports and the points of the best way; None if it is not found soon enough."""
        starts, goals = dict(self.doors(source)), dict(self.doors(target))
        ends = frozenset((source.node.id, target.node.id))
        aim = [(self.xs[x], self.ys[y]) for x, y in goals]
        best: dict[Step, float] = {(x, y, True): 0.0 for x, y in starts}
        came: dict[Step, Step] = {}
        heap = [(self.far((x, y), aim), (x, y, True)) for x, y in starts]
        heap.sort()
        done: set[Step] = set()
        while heap and len(done) < MOST:
            _, step = heappop(heap)
            if step in done:
                continue
            done.add(step)
            if step[:2] in goals and step[2]:
                return self.told(step, came, starts, goals)
            for near, length in self.near(step, ends):
                cost = best[step] + length
                if cost < best.get(near, float("inf")):
                    best[near], came[near] = cost, step
                    heappush(heap, (cost + self.far(near[:2], aim), near))
        return None

    def far(self, place: tuple[int, int], aim: Sequence[Point]) -> float:
        """How far a place is from the nearest goal, in steps along the axes: never more than the way costs."""
        x, y = self.xs[place[0]], self.ys[place[1]]
        return min(abs(x - ax) + abs(y - ay) for ax, ay in aim)

    def doors(self, box: Sized) -> Iterator[tuple[tuple[int, int], tuple[Port, Point]]]:
        """Where a box can be left sideways: the place beside it, its port, and the place of that."""
        y = bisect_left(self.ys, box.y + box.height * AT)
        at = round(AT * box.height / (box.bottom - box.y), 4)
        right = box.x + box.width
        yield (bisect_left(self.xs, right + BESIDE[0]), y), (Port("right", at), (right, self.ys[y]))
        yield (bisect_left(self.xs, box.x - BESIDE[0]), y), (Port("left", at), (box.x, self.ys[y]))

    def near(self, step: Step, ends: Ends) -> Iterator[tuple[Step, float]]:
        """The next places in all four ways that can be gone to, and what that costs."""
        x, y, came_across = step
        for to_x, to_y in ((x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)):
            if not (0 <= to_x < len(self.xs) and 0 <= to_y < len(self.ys)):
                continue
            across = to_y == y
            at = self.ys[y] if across else self.xs[x]
            line, a, b = (self.xs, x, to_x) if across else (self.ys, y, to_y)
            start, end = line[min(a, b)], line[max(a, b)]
            if self.free(at, start, end, across=across):
                bend = BEND if across != came_across else 0.0
                yield (to_x, to_y, across), self.cost(at, start, end, ends, across=across) + bend

    def told(
        self,
        step: Step,
        came: Mapping[Step, Step],
        starts: Mapping[tuple[int, int], tuple[Port, Point]],
        goals: Mapping[tuple[int, int], tuple[Port, Point]],
    ) -> tuple[tuple[Port, Port], list[Point]]:
        """The way that was found, from the last step back to the start."""
        into, last = goals[step[:2]]
        points = [last, (self.xs[step[0]], self.ys[step[1]])]
        while step in came:
            step = came[step]
            points.append((self.xs[step[0]], self.ys[step[1]]))
        out, first = starts[step[:2]]
        points.append(first)
        return (out, into), points[::-1]


def lanes(spans: Sequence[Span], gap: float = 1.0) -> list[int]:
    """A lane for each stretch, so that no two of one lane meet: as few lanes as that takes."""
    order = sorted(range(len(spans)), key=lambda n: spans[n])
    ends: list[float] = []
    found = [0] * len(spans)
    for n in order:
        low, high = spans[n]
        lane = next((lane for lane, end in enumerate(ends) if end + gap <= low), len(ends))
        ends[lane : lane + 1] = [high]
        found[n] = lane
    return found
