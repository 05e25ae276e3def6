"""The layouts that a chart can be drawn with, each with how small it would make a page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from sotk.chart.layout.bagan import bagan, scale_on_page
from sotk.chart.layout.block import Sizer
from sotk.chart.layout.chart import Chart
from sotk.chart.layout.graphviz import layered, layered_scale
from sotk.chart.layout.tree import tree, tree_scale
from sotk.chart.scene import Scene


@dataclass(frozen=True, slots=True)
class Layout:
    """`page` draws a chart on one page; `scale` says how large that would be, `enough` ends its search."""

    name: str
    page: Callable[[Chart, Sizer], Scene]
    scale: Callable[[Chart, Sizer, float], float]


def _rightwards(chart: Chart, sizer: Sizer) -> Scene:
    return tree(chart, sizer, "right")


def _rightwards_scale(chart: Chart, sizer: Sizer, enough: float) -> float:
    return tree_scale(chart, sizer, enough, "right")


LAYOUTS: Final = {
    layout.name: layout
    for layout in (
        Layout("bagan", bagan, scale_on_page),
        Layout("tree", tree, tree_scale),
        Layout("tree-right", _rightwards, _rightwards_scale),
        Layout("dot", layered, layered_scale),
    )
}
