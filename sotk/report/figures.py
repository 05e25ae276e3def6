"""Charts as figures of a document: a page of the chart a figure, at print size."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from sotk.chart.layout.chart import Paper
from sotk.chart.picture import overlaid, scene_of
from sotk.chart.render.png import png
from sotk.chart.scene import POINTS_PER_MM
from sotk.chart.view import NO_OVERLAY, ViewOptions
from sotk.findings.names import clean
from sotk.locale import msg, say
from sotk.model import Structure
from sotk.report.document import Figure, Section
from sotk.report.material import Material

MOST_BOXES: Final = 150
"""A larger structure needs so many pages of chart that they are a file of their own."""
FEW_BOXES: Final = 45
"""So many can be read on half a page."""
DPI: Final = 200
FOOT: Final = 8
"""Millimetres of a page that the empty line below a figure needs."""


def charts(
    material: Material, page: Section, overlays: Sequence[str] = (), *, annex: bool = False
) -> tuple[Figure, ...]:
    """The chart of a structure, each page as large as fits between the margins; none where there would be too many.

    An `annex` is drawn as the regulation prints it, with heading and signature.
    """
    structure, language = material.structure, material.language
    if len(structure.units) > MOST_BOXES:
        return ()
    overlay = overlaid(structure, material.pack, overlays, language) if overlays else NO_OVERLAY
    width, height = page.room
    paper = Paper(page.paper, width, height - FOOT, margin=5)
    options = ViewOptions(annex=annex, language=language, paper=paper, partial=material.partial)
    scene = scene_of(structure, material.pack, options, material.unplaced, overlay)
    name, pages = clean(structure.name), len(scene.pages)
    return tuple(
        Figure(
            png(replace(scene, pages=(each,)), DPI),
            each.width / POINTS_PER_MM,
            each.height / POINTS_PER_MM,
            say(msg("Chart of {name}, page {n} of {all}", name=name, n=at, all=pages), language),
        )
        for at, each in enumerate(scene.pages, 1)
    )


def overview(material: Material, structure: Structure, caption: str) -> Figure:
    """The upper part of a chart in one picture, as many levels as can be read on half a page."""
    options = ViewOptions(annex=False, depth=_levels(structure), language=material.language)
    scene = scene_of(structure, material.pack, options, split=False)
    page = scene.pages[0]
    return Figure(png(scene, DPI), page.width / POINTS_PER_MM, page.height / POINTS_PER_MM, caption, caption)


def _levels(structure: Structure) -> int:
    """The levels below the head whose units together are few enough; one at least."""
    shown, level, units = 0, 0, [structure.root]
    for level, below in enumerate(_by_level(structure, units)):
        shown += below
        if shown > FEW_BOXES:
            return max(1, level - 1)
    return max(1, level)


def _by_level(structure: Structure, units: list[str]) -> Iterator[int]:
    while units:
        yield len(units)
        units = [below for unit in units for below in structure.below(unit)]
