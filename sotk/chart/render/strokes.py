"""Joins the lines of a tree into as few strokes as possible.

Every link carries its whole route from the head down, so the trunk lies there once for each child. Drawn
that way a trunk looks bolder than its branches; joined, each stretch is drawn once, and a dashed line
that shares a stretch with a solid one leaves it to that.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeAlias

from sotk.chart.scene import Link, Stroke

Segment: TypeAlias = tuple[float, float, float, float]
Span: TypeAlias = tuple[float, float]
Spans: TypeAlias = dict[tuple[bool, float], list[Span]]
"""Stretches by their straight line: (upright, x or y)."""


def strokes(links: Iterable[Link]) -> list[tuple[str, Stroke, list[Segment]]]:
    """(kind, stroke, segments), solid ones first, each stretch once."""
    lines: dict[tuple[str, Stroke], Spans] = {}
    for link in links:
        spans = lines.setdefault((link.kind, link.stroke), {})
        for (ax, ay), (bx, by) in pairwise(link.points):
            key, span = ((True, ax), (ay, by)) if ax == bx else ((False, ay), (ax, bx))
            spans.setdefault(key, []).append((min(span), max(span)))
    result: list[tuple[str, Stroke, list[Segment]]] = []
    drawn: Spans = {}
    for (kind, stroke), spans in sorted(lines.items(), key=lambda entry: entry[0][1].dash != "solid"):
        segments: list[Segment] = []
        for (upright, at), pieces in sorted(spans.items()):
            taken = drawn.setdefault((upright, at), [])
            fresh = list(_without(_united(pieces), taken))
            segments += [(at, a, at, b) if upright else (a, at, b, at) for a, b in fresh]
            drawn[upright, at] = list(_united([*taken, *fresh]))
        result.append((kind, stroke, segments))
    return result


def _united(pieces: Iterable[Span]) -> Iterator[Span]:
    ordered = sorted(pieces)
    if not ordered:
        return
    start, end = ordered[0]
    for low, high in ordered[1:]:
        if low > end:
            yield start, end
            start, end = low, high
        end = max(end, high)
    yield start, end


def _without(pieces: Iterable[Span], taken: list[Span]) -> Iterator[Span]:
    """What of `pieces` is not in `taken`; both in order and disjoint."""
    for low, high in pieces:
        start = low
        for a, b in taken:
            if b <= start or a >= high:
                continue
            if a > start:
                yield start, a
            start = max(start, b)
        if start < high:
            yield start, high
