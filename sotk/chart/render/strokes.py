"""Joins the lines of a tree into as few strokes as possible.

Every link carries its whole route from the head down, so the trunk lies there once for each child. Drawn
that way a trunk looks bolder than its branches; joined, each stretch is drawn once.
"""

from collections.abc import Iterable
from typing import TypeAlias

from sotk.chart.scene import Link, Stroke

Segment: TypeAlias = tuple[float, float, float, float]


def strokes(links: Iterable[Link]) -> list[tuple[str, Stroke, list[Segment]]]:
    """(kind, stroke, segments) in order of first use; overlapping stretches of a straight line are one."""
    lines: dict[tuple[str, Stroke], dict[tuple[bool, float], list[tuple[float, float]]]] = {}
    for link in links:
        spans = lines.setdefault((link.kind, link.stroke), {})
        for (ax, ay), (bx, by) in zip(link.points, link.points[1:], strict=False):
            if ax == bx:
                spans.setdefault((True, ax), []).append((min(ay, by), max(ay, by)))
            else:
                spans.setdefault((False, ay), []).append((min(ax, bx), max(ax, bx)))
    return [(kind, stroke, list(_segments(spans))) for (kind, stroke), spans in lines.items()]


def _segments(spans: dict[tuple[bool, float], list[tuple[float, float]]]) -> Iterable[Segment]:
    for (upright, at), pieces in sorted(spans.items()):
        for start, end in _united(pieces):
            yield (at, start, at, end) if upright else (start, at, end, at)


def _united(pieces: list[tuple[float, float]]) -> Iterable[tuple[float, float]]:
    pieces.sort()
    start, end = pieces[0]
    for low, high in pieces[1:]:
        if low > end:
            yield start, end
            start, end = low, high
        end = max(end, high)
    yield start, end
