"""The outline of `sotk show`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sotk.chart.layout.bagan import bagan
from sotk.chart.layout.outline import Item, outline
from sotk.chart.listing import Extra, listing
from sotk.chart.measure import cells
from sotk.chart.render.text import lines, text
from sotk.chart.view import view


@pytest.fixture
def shown(make):
    def show(width, **options):
        extras = (Extra(head="Rentang", values={"dinsos": "6", "psrlu": "2"}),)
        items, columns = listing(make(), extras=extras, marks={"psrlu": ("▲",)})
        return lines(outline(items, columns, width, **options))

    return show


@pytest.mark.parametrize("width", [100, 60])
def test_the_outline_looks_as_reviewed(shown, width, golden):
    golden(f"outline-{width}.txt", shown(width))


def test_terminals_without_box_characters_get_ascii(shown):
    assert shown(100, ascii_only=True).replace("▲", "").isascii()


def test_hidden_levels_are_counted(make):
    items, _ = listing(make(), depth=1)
    assert next(item for item in items if item.id == "psrlu").hidden == 2


@given(
    st.lists(st.tuples(st.integers(0, 100), st.text(max_size=80), st.text(max_size=30)), max_size=30),
    st.integers(10, 120),
)
def test_no_line_is_wider_than_the_terminal(parts, width):
    items = [Item("0", None, "Kepala")]
    for n, (parent, name, cell) in enumerate(parts, 1):
        items.append(Item(str(n), str(parent % n), name, (cell,)))
    ordered = _preorder(items)
    rows = outline(ordered, (), width)
    assert [row.id for row in rows] == [item.id for item in ordered]
    assert all(cells(line) <= width and "\n" not in line for row in rows for line in row.lines)


def test_ten_thousand_levels_stay_within_the_terminal():
    items = [Item("0", None, "x"), *(Item(str(n), str(n - 1), "x") for n in range(1, 10_000))]
    assert all(cells(line) <= 80 for row in outline(items, (), 80) for line in row.lines)


def test_a_scene_can_be_written_as_text(make, pemda, golden):
    golden("bagan.txt", text(bagan(view(make(illustrative=True), pemda))))


def _preorder(items):
    below = {}
    for item in items[1:]:
        below.setdefault(item.parent, []).append(item)
    waiting, result = [items[0]], []
    while waiting:
        item = waiting.pop()
        result.append(item)
        waiting += reversed(below.get(item.id, []))
    return result
