"""The tidy tree: exact on published cases, and what must hold for any tree."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sotk.chart.layout.flextree import coordinates

CASES = json.loads((Path(__file__).parent.parent / "data/layout/d3-flextree-cases.json").read_text("utf-8"))


def flat(data, expected=None):
    widths, heights, children, places = [], [], [], []
    waiting = [(data, expected, None)]
    while waiting:
        node, wanted, parent = waiting.pop(0)
        index = len(widths)
        widths.append(node[0])
        heights.append(node[1])
        children.append([])
        if wanted:
            places.append(tuple(wanted[:2]))
        if parent is not None:
            children[parent].append(index)
        below = wanted[2:] if wanted else [None] * len(node[2:])
        waiting.extend((child, place, index) for child, place in zip(node[2:], below, strict=True))
    return widths, heights, children, places


@pytest.mark.parametrize("case", CASES, ids=[case["desc"] for case in CASES])
def test_published_cases_have_their_exact_coordinates(case):
    widths, heights, children, places = flat(case["data"], case["expected"])
    xs, ys = coordinates(widths, heights, children)
    for x, y, (wanted_x, wanted_y) in zip(xs, ys, places, strict=True):
        assert (x, y) == pytest.approx((wanted_x, wanted_y), abs=1e-9)


@st.composite
def trees(draw):
    size = st.integers(1, 60)
    count = draw(st.integers(1, 40))
    parents = [None] + [draw(st.integers(0, n - 1)) for n in range(1, count)]
    children = [[] for _ in range(count)]
    for n, parent in enumerate(parents[1:], 1):
        children[parent].append(n)
    return [draw(size) for _ in range(count)], [draw(size) for _ in range(count)], children


@given(trees())
def test_no_two_boxes_overlap(tree):
    widths, heights, _ = tree
    xs, ys = coordinates(*tree)
    boxes = [(x - w / 2, x + w / 2, y, y + h) for x, y, w, h in zip(xs, ys, widths, heights, strict=True)]
    for n, (left, right, top, bottom) in enumerate(boxes):
        for other in boxes[:n]:
            across = min(right, other[1]) - max(left, other[0])
            down = min(bottom, other[3]) - max(top, other[2])
            assert across < 1e-6 or down < 1e-6


@given(trees())
def test_parents_are_centred_and_siblings_keep_their_order(tree):
    widths, _, children = tree
    xs, _ = coordinates(*tree)
    for node, below in enumerate(children):
        if below:
            left = xs[below[0]] - widths[below[0]] / 2
            right = xs[below[-1]] + widths[below[-1]] / 2
            assert xs[node] == pytest.approx((left + right) / 2, abs=1e-6)
            assert all(xs[a] < xs[b] for a, b in pairwise(below))


def test_ten_thousand_levels_are_no_danger():
    count = 10_000
    xs, ys = coordinates([1.0] * count, [1.0] * count, [[n + 1] for n in range(count - 1)] + [[]])
    assert (xs[-1], ys[-1]) == (0.0, count - 1)
