"""Elbow connectors of DrawingML that follow a routed line and stay glued to the boxes at both ends.

A rectangle has four places to glue to. A line that hangs from a spine is drawn from the left side of the
upper box, so that the place where it is glued is also where it is drawn. All lengths are points here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sotk.chart.scene import Box, End, Link

SITES: Final = {"top": 0, "left": 1, "bottom": 2, "right": 3}
LONGEST: Final = 5  # segments of an elbow connector
THIN: Final = 0.01
TURNED: Final = {True: 'rot="5400000"', False: 'rot="16200000" flipH="1"'}  # to the left, to the right
SPINE_OUT: Final = 6.0  # how far left of a box its spine runs

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Elbow:
    """A connector: its preset, its frame before turning, how it is turned, and where it bends."""

    preset: str
    x: float
    y: float
    width: float
    height: float
    turn: str
    bends: tuple[float, ...]
    start: int
    end: int


def elbow(link: Link, boxes: Mapping[str, Box], scale: float) -> Elbow:
    """The connector for a link between two boxes; `scale` is that of the page."""
    upper, lower = boxes[link.source.box], boxes[link.target.box]
    hung = link.source.port.side == "bottom" and abs(link.source.port.at - 0.5) > THIN
    if hung:
        start, end = (upper.x, _middle(upper)[1]), (lower.x, _middle(lower)[1])
        out = min(upper.x, lower.x) - SPINE_OUT * scale
        return _sideways([start, (out, start[1]), (out, end[1]), end], SITES["left"], SITES["left"])
    points = list(link.points)
    points[0], points[-1] = _site(upper, link.source), _site(lower, link.target)
    points = _short(_joined(points))
    sites = SITES[link.source.port.side], SITES[link.target.port.side]
    if abs(points[0][0] - points[1][0]) < abs(points[0][1] - points[1][1]):
        return _downwards(points, *sites)
    return _sideways(points, *sites)


def _middle(box: Box) -> Point:
    height = box.height - (box.table.height if box.table else 0.0)
    return box.x + box.width / 2, box.y + height / 2


def _site(box: Box, end: End) -> Point:
    x, y = _middle(box)
    height = 2 * (y - box.y)
    return {
        "top": (x, box.y),
        "bottom": (x, box.y + height),
        "left": (box.x, y),
        "right": (box.x + box.width, y),
    }[end.port.side]


def _joined(points: list[Point]) -> list[Point]:
    """Right angles again after the ends went to their places of glue."""
    points = list(points)
    for inner, end in ((1, 0), (-2, -1)):
        if len(points) > 3:
            axis = int(abs(points[inner][0] - points[end][0]) >= abs(points[inner][1] - points[end][1]))
            fixed = list(points[inner])
            fixed[axis] = points[end][axis]
            points[inner] = fixed[0], fixed[1]
    return points


def _short(points: list[Point]) -> list[Point]:
    """At most as many segments as a connector can have: the outer ones of a longer line."""
    if len(points) - 1 <= LONGEST:
        return points
    (a, b, c), (d, e, f) = points[:3], points[-3:]
    upright = abs(a[0] - b[0]) < abs(a[1] - b[1])
    corner = (d[0], c[1]) if not upright else (c[0], d[1])
    return [a, b, c, corner, e, f] if corner != c else [a, b, c, d, e, f]


def _sideways(points: Sequence[Point], start: int, end: int) -> Elbow:
    (ax, ay), (bx, by) = points[0], points[-1]
    wide, tall = bx - ax or THIN, by - ay or THIN
    turn = " ".join(name for name, back in (('flipH="1"', wide < 0), ('flipV="1"', tall < 0)) if back)
    bends = tuple(
        (x - ax) / wide if n % 2 else (y - ay) / tall for n, (x, y) in enumerate(points[1:-2], 1)
    )
    frame = min(ax, bx), min(ay, by), max(abs(wide), THIN), abs(by - ay)
    return Elbow(_preset(points), *frame, turn, bends, start, end)


def _downwards(points: Sequence[Point], start: int, end: int) -> Elbow:
    """Leaves downwards: a connector that leaves to the right, turned by a quarter."""
    (ax, ay), (bx, by) = points[0], points[-1]
    if len(points) == 2:
        return Elbow("straightConnector1", min(ax, bx), min(ay, by), abs(bx - ax), abs(by - ay), "", (), start, end)
    wide, tall = bx - ax or THIN, by - ay or THIN
    bends = tuple(
        (y - ay) / tall if n % 2 else (x - ax) / wide for n, (x, y) in enumerate(points[1:-2], 1)
    )
    middle_x, middle_y = (ax + bx) / 2, (ay + by) / 2
    long, across = abs(tall), abs(bx - ax)
    frame = middle_x - long / 2, middle_y - across / 2, long, across
    return Elbow(_preset(points), *frame, TURNED[wide < 0], bends, start, end)


def _preset(points: Sequence[Point]) -> str:
    return f"bentConnector{len(points) - 1}" if len(points) > 2 else "straightConnector1"
