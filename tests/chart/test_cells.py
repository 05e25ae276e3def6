"""The chart of the terminal: laws of its boxes, for any structure, around any unit, in any width."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sotk.chart.measure import cells
from sotk.tui.charting import Sight, picture
from tests.strategies import structures

WIDTHS = st.one_of(st.none(), st.integers(20, 200))
EXTENTS = st.sampled_from(("whole", "branch", "near"))


@st.composite
def pictures(draw):
    """A drawn sight of a generated structure."""
    structure = draw(structures(max_units=25))
    cursor = draw(st.sampled_from(sorted(structure.units)))
    return picture(Sight(structure, cursor, extent=draw(EXTENTS), width=draw(WIDTHS)))


def inside(box):
    return {(x, y) for x in range(box.x, box.x + box.width) for y in range(box.y, box.y + box.height)}


@given(pictures())
@settings(max_examples=150)
def test_no_two_boxes_share_a_cell_and_all_lie_in_the_picture(drawn):
    taken = set()
    for box in drawn.scene.boxes:
        here = inside(box)
        assert taken.isdisjoint(here)
        taken |= here
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.width <= drawn.scene.width
        assert box.bottom < drawn.scene.height


@given(pictures())
@settings(max_examples=150)
def test_the_text_of_a_box_is_painted_inside_its_border(drawn):
    for box in drawn.scene.boxes:
        for row, line in enumerate(box.lines, box.y + 1):
            assert cells(line.text) <= box.width - 2
            painted = "".join(piece.text for piece in drawn.lines[row] if piece.box == box.key)
            assert line.text.strip() in painted


@given(pictures())
@settings(max_examples=150)
def test_no_line_runs_through_the_inside_of_a_box(drawn):
    core = {
        (x, y): box.key
        for box in drawn.scene.boxes
        for x in range(box.x + 1, box.x + box.width - 1)
        for y in range(box.y + 1, box.bottom)
    }
    for link in drawn.scene.links:
        for (x, y), (to_x, to_y) in zip(link.points, link.points[1:], strict=False):
            assert x == to_x or y == to_y
            way = {
                (across, down)
                for across in range(min(x, to_x), max(x, to_x) + 1)
                for down in range(min(y, to_y), max(y, to_y) + 1)
            }
            assert way.isdisjoint(core)


@given(pictures())
@settings(max_examples=150)
def test_no_painted_line_is_wider_than_the_picture(drawn):
    for row in drawn.lines[: drawn.scene.height]:
        assert sum(cells(piece.text) for piece in row) <= drawn.scene.width


@given(pictures())
@settings(max_examples=100)
def test_the_cursor_has_its_box_and_no_unit_has_two(drawn):
    assert drawn.scene.box_of(drawn.sight.cursor) is not None
    units = [box.unit for box in drawn.scene.boxes if box.role == "primary"]
    assert len(units) == len(set(units))
