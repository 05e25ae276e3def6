"""Elbow connectors of DrawingML that follow a routed line and stay glued to the boxes at both ends.

A rectangle has four places to glue to. Where two lines would be glued to one of them, the box has places
further down for the second one, and the stretch beside it is a line of its own: programs find no way out of
such places by themselves. Some programs bend a connector only half way. So a line that
hangs from a spine is drawn from the left side of the upper box, and a line whose bus does not run half
way, or that has many corners, goes over joints: small shapes on the line, each glued like a box. All
lengths are points here.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sotk.chart.scene import Box, End, Link

SITES: Final = {"top": 0, "left": 1, "bottom": 2, "right": 3}
LOW_SITES: Final = {"right": 4, "left": 5}
HALF_WAY: Final = (0.3, 0.7)
LONGEST: Final = 3  # segments of a connector that every program bends alike
THIN: Final = 0.01
TO_LEFT: Final = 'rot="5400000"'
TO_RIGHT: Final = 'rot="16200000" flipH="1"'
SPINE_OUT: Final = 6.0  # how far left of a box its spine runs

Point = tuple[float, float]
Stop = str | Point
"""The key of a box, or the place of a joint."""


@dataclass(frozen=True, slots=True)
class Elbow:
    """A connector: its preset, its frame before turning, how it is turned, where it bends, its ends."""

    preset: str
    frame: tuple[float, float, float, float]
    turn: str
    bends: tuple[float, ...]
    start: tuple[Stop, int]
    end: tuple[Stop, int]


def elbows(
    link: Link, boxes: Mapping[str, Box], scale: float, low: Container[tuple[str, str]] = ()
) -> list[Elbow]:
    """The connectors of a link: one, or several over joints. `scale` is that of the page, `low` says which
    sides of boxes have a place further down.
    """
    upper, lower = boxes[link.source.box], boxes[link.target.box]
    below = _is_low(upper, link.source, low), _is_low(lower, link.target, low)
    ends = (_glued(link.source, low=below[0]), _glued(link.target, low=below[1]))
    if link.source.port.side == "bottom" and abs(link.source.port.at - 0.5) > THIN:
        start, end = (upper.x, _middle(upper)[1]), (lower.x, _middle(lower)[1])
        out = min(upper.x, lower.x) - SPINE_OUT * scale
        points = [start, (out, start[1]), (out, end[1]), end]
        return [_sideways(points, (link.source.box, SITES["left"]), (link.target.box, SITES["left"]))]
    points = list(link.points)
    points[0], points[-1] = _site(upper, link.source, low=below[0]), _site(lower, link.target, low=below[1])
    beside, points, ends = _low_ends(_joined(points, link), ends, below)
    return [*beside, *_between(points, ends)]


def _between(points: Sequence[Point], ends: tuple[tuple[Stop, int], tuple[Stop, int]]) -> list[Elbow]:
    if _falls(points) and len(points) > 3 and not _half_way(points):
        return _over_joints(points, *ends)
    if len(points) - 1 > LONGEST:
        return _around(points, *ends)
    return [(_downwards if _falls(points) else _sideways)(points, *ends)]


def _glued(end: End, *, low: bool) -> tuple[Stop, int]:
    """The box and the number of the place on it that a line is glued to."""
    return end.box, (LOW_SITES if low else SITES)[end.port.side]


def _falls(points: Sequence[Point]) -> bool:
    """Whether a line leaves upright."""
    return abs(points[0][0] - points[1][0]) < abs(points[0][1] - points[1][1])


def _half_way(points: Sequence[Point]) -> bool:
    low, high = HALF_WAY
    tall = points[-1][1] - points[0][1]
    return len(points) == 4 and tall > 0 and low <= (points[1][1] - points[0][1]) / tall <= high


def _over_joints(points: Sequence[Point], start: tuple[Stop, int], end: tuple[Stop, int]) -> list[Elbow]:
    """From the head down to a joint; from each joint sideways and down to the next, and to the box."""
    joints = [points[n] for n in range(1, len(points) - 2, 2)]
    made = [_downwards([points[0], joints[0]], start, (joints[0], SITES["top"]))]
    for joint, target in zip(joints, [*joints[1:], points[-1]], strict=True):
        side = SITES["right"] if target[0] > joint[0] else SITES["left"]
        stop = end if target is points[-1] else (target, SITES["top"])
        made.append(_sideways([joint, (target[0], joint[1]), target], (joint, side), stop))
    return made


def _middle(box: Box) -> Point:
    height = box.height - (box.table.height if box.table else 0.0)
    return box.x + box.width / 2, box.y + height / 2


def low_sites(links: Iterable[Link], boxes: Mapping[str, Box]) -> dict[tuple[str, str], float]:
    """Sides of boxes (key, side) that one line leaves in the middle and another below it, with how far down
    that is, in heights of the shape.
    """
    taken: set[tuple[str, str]] = set()
    low: dict[tuple[str, str], float] = {}
    for link in links:
        for end in (link.source, link.target):
            box, side = boxes[end.box], end.port.side
            down = box.height * end.port.at / (2 * (_middle(box)[1] - box.y))
            if side in LOW_SITES and down > 0.5 + THIN:
                low[end.box, side] = down
            else:
                taken.add((end.box, side))
    return {key: down for key, down in low.items() if key in taken}


def _is_low(box: Box, end: End, low: Container[tuple[str, str]]) -> bool:
    below = box.y + box.height * end.port.at - _middle(box)[1]
    return (end.box, end.port.side) in low and below > THIN * box.height


def _low_ends(
    points: list[Point], ends: tuple[tuple[Stop, int], tuple[Stop, int]], low: tuple[bool, bool]
) -> tuple[list[Elbow], list[Point], tuple[tuple[Stop, int], tuple[Stop, int]]]:
    """The straight stretches beside ends that are glued low, and what is left between their joints."""
    (start, end), made = ends, list[Elbow]()
    if low[0] and len(points) > 2:
        joint = points[1]
        made.append(_sideways(points[:2], start, (joint, SITES[_side(joint, points[0])])))
        start, points = (joint, SITES[_side(joint, points[2])]), points[1:]
    if low[1] and len(points) > 2:
        joint = points[-2]
        made.append(_sideways(points[-2:], (joint, SITES[_side(joint, points[-1])]), end))
        end, points = (joint, SITES[_side(joint, points[-3])]), points[:-1]
    return made, points, (start, end)


def _site(box: Box, end: End, *, low: bool) -> Point:
    x, y = _middle(box)
    if low:
        return box.x + (box.width if end.port.side == "right" else 0.0), box.y + box.height * end.port.at
    height = 2 * (y - box.y)
    return {
        "top": (x, box.y),
        "bottom": (x, box.y + height),
        "left": (box.x, y),
        "right": (box.x + box.width, y),
    }[end.port.side]


def _joined(points: Sequence[Point], link: Link) -> list[Point]:
    """Right angles again after the ends went to their places of glue: a line leaves a side square to it."""
    points = list(points)
    for inner, end, at in ((1, 0, link.source), (-2, -1, link.target)):
        if len(points) > 3:
            axis = int(at.port.side in ("left", "right"))
            fixed = list(points[inner])
            fixed[axis] = points[end][axis]
            points[inner] = fixed[0], fixed[1]
    return points


def _around(points: Sequence[Point], start: tuple[Stop, int], end: tuple[Stop, int]) -> list[Elbow]:
    """A line with many corners as single elbows from joint to joint: a longer connector is bent by each
    program in its own way, through boxes too.
    """
    made: list[Elbow] = []
    last = len(points) - 1
    begun = start
    for n in range(0, last, 2):
        piece = points[n : n + 3]
        stop = end if n + 2 >= last else (piece[-1], SITES[_side(piece[-1], piece[-2])])
        made.append((_downwards if _falls(piece) else _sideways)(piece, begun, stop))
        if n + 2 < last:
            begun = piece[-1], SITES[_side(piece[-1], points[n + 3])]
    return made


def _side(joint: Point, neighbour: Point) -> str:
    """The side of a joint that faces another point of the line."""
    across, down = neighbour[0] - joint[0], neighbour[1] - joint[1]
    if abs(across) > abs(down):
        return "right" if across > 0 else "left"
    return "bottom" if down > 0 else "top"


def _sideways(points: Sequence[Point], start: tuple[Stop, int], end: tuple[Stop, int]) -> Elbow:
    (ax, ay), (bx, by) = points[0], points[-1]
    wide, tall = bx - ax or THIN, by - ay or THIN
    turn = " ".join(name for name, back in (('flipH="1"', wide < 0), ('flipV="1"', tall < 0)) if back)
    bends = tuple((x - ax) / wide if n % 2 else (y - ay) / tall for n, (x, y) in enumerate(points[1:-2], 1))
    frame = min(ax, bx), min(ay, by), max(abs(wide), THIN), abs(by - ay)
    return Elbow(_preset(points), frame, turn, bends if len(points) > 3 else (), start, end)


def _downwards(points: Sequence[Point], start: tuple[Stop, int], end: tuple[Stop, int]) -> Elbow:
    """Leaves downwards: a connector that leaves to the right, turned by a quarter."""
    (ax, ay), (bx, by) = points[0], points[-1]
    if len(points) == 2:
        frame = min(ax, bx), min(ay, by), abs(bx - ax), abs(by - ay)
        return Elbow("straightConnector1", frame, "", (), start, end)
    wide, tall = bx - ax or THIN, by - ay or THIN
    bends = tuple((y - ay) / tall if n % 2 else (x - ax) / wide for n, (x, y) in enumerate(points[1:-2], 1))
    long, across = abs(tall), abs(bx - ax)
    frame = (ax + bx - long) / 2, (ay + by - across) / 2, long, across
    turn = TO_LEFT if wide < 0 else TO_RIGHT
    return Elbow(_preset(points), frame, turn, bends if len(points) > 3 else (), start, end)


def _preset(points: Sequence[Point]) -> str:
    return f"bentConnector{len(points) - 1}" if len(points) > 2 else "straightConnector1"
