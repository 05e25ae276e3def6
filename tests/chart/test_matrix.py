"""The matrix of overlaps: every pair has one cell, nothing lies on a cell, what is left out is counted."""

from pathlib import Path

import pytest

from sotk.chart.matrix import Entry, matrix, matrix_scene
from sotk.chart.naming import told_apart
from sotk.overlap.carried import overlaps
from sotk.workspace import open_path

LEAST = 0.1
"""Of Gorontalo few pairs are surer; here any pair serves."""
STRUCTURES = Path(__file__).parent.parent.parent / "structures"


@pytest.fixture(scope="module")
def gorontalo():
    structure = open_path(STRUCTURES / "dinsos-gorontalo" / "dinsos.yaml").structure
    return structure, [Entry(each) for each in overlaps([structure], LEAST)]


def test_a_cell_holds_the_highest_score_of_its_pair(gorontalo):
    structure, entries = gorontalo
    table = matrix([structure], entries)
    for cell in table.cells:
        ends = {table.heads[cell.row].key[1], table.heads[cell.column].key[1]}
        scores = [e.overlap.score for e in entries if {e.overlap.a.unit.id, e.overlap.b.unit.id} == ends]
        assert cell.score == max(scores)


def test_shown_and_hidden_units_are_all_units(gorontalo):
    structure, entries = gorontalo
    for most in (2, 4, 40):
        table = matrix([structure], entries, most=most)
        assert len(table.heads) <= most
        assert len(table.heads) + table.without + table.beyond == len(structure.units)


def test_delegation_is_told_apart_from_overlap(gorontalo):
    structure, entries = gorontalo
    table = matrix([structure], entries, delegation=True)
    assert {cell.delegation for cell in table.cells} == {True, False}
    assert table.pairs == sum(1 for cell in table.cells if not cell.delegation)


def test_nothing_that_is_filled_lies_on_a_cell_and_all_is_on_the_page(gorontalo):
    structure, entries = gorontalo
    (page,) = matrix_scene(matrix([structure], entries, delegation=True), "id", title=("A",)).pages
    for box in page.boxes:
        for block in page.blocks:
            if block.style and block.style.fill and min(block.width, block.height) > 1:
                apart = block.x >= box.x + box.width or box.x >= block.x + block.width
                assert apart or block.y >= box.y + box.height or box.y >= block.y + block.height
    for block in page.blocks:
        assert block.x >= 0
        assert block.x + block.width <= page.width


def test_deeper_units_count_with_the_one_above_them(gorontalo):
    structure, entries = gorontalo
    table = matrix([structure], entries, depth=1, delegation=True)
    assert {structure.units[head.key[1]].parent for head in table.heads} <= {None, structure.root}
    assert any(cell.row == cell.column for cell in table.cells)


def test_units_of_one_name_are_told_apart_by_the_unit_above(make):
    names = told_apart([open_path(STRUCTURES / "dinsos-jabar" / "eksisting.yaml").structure])
    assert len(set(names.values())) == len(names)
