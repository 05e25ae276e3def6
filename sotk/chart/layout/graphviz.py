"""Boxes where Graphviz puts them: its layered layout `dot`, with lines and pages of this program.

Graphviz is told sizes and numbers only, never a name. It is asked for places; the layers are then moved
apart as far as the page has room, and the picture is made larger, within limits. The lines of command run
between the layers, each family on a height of its own, and cross no box. Graphviz runs as a program of its own:
`dot` of the machine, else `graphviz-pure` of the Python environment.
"""

import shutil
import subprocess
import sysconfig
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from sotk.chart.layout.block import BOTTOM, TOP, Sized, Sizer
from sotk.chart.layout.chart import Chart, Node
from sotk.chart.layout.drawing import Drawing, Fit, led
from sotk.chart.layout.frame import Framed, Room, framed
from sotk.chart.layout.levels import depths_of
from sotk.chart.layout.routing import lanes
from sotk.chart.measure import FontMeasure
from sotk.chart.scene import End, Scene
from sotk.locale import Message, msg

WIDTHS: Final = (122.0, 98.0)  # of boxes, to try in turn: narrow ones where the page is not wide enough
MANY_BOXES: Final = 160  # no page shows so many legibly: then only the first width is tried
ACROSS: Final = 20.0  # between neighbours
DOWN: Final = 34.0  # between layers, at least
FARTHEST: Final = 84.0  # between layers, at most
LARGEST: Final = 1.25  # scale
GENTLY: Final = 0.02  # how much larger the text must get before narrow boxes are taken
INCH: Final = 72.0
PURE: Final = "graphviz-pure"
PATIENCE: Final = 300  # seconds, for a program that never ends

Place = tuple[float, float]


class GraphvizProblem(Exception):  # noqa: N818 - it is told to people as a message, not as an error
    """Graphviz is not there, or gives no places; `told` says what to do."""

    def __init__(self, told: Message) -> None:
        super().__init__(str(told))
        self.told = told


def layered(chart: Chart, sizer: Sizer | None = None) -> Scene:
    """The chart on one page, scaled to it. Raises GraphvizProblem."""
    sizer = sizer or Sizer(FontMeasure(), chart.text_size)
    frame = framed(chart, sizer.measure)
    depths = depths_of(chart)
    boxes, scale = _best(chart, sizer, frame.room, LARGEST)
    _apart(boxes, depths, frame.room.high / scale)
    drawing = _drawing(chart, frame, boxes, scale, sizer)
    _command(drawing, chart, boxes, depths)
    drawing.ties(list(boxes.values()))
    scene = drawing.scene("dot", frame, _branches(chart))
    ties = led(chart, scene)
    return scene if ties == chart.ties else layered(replace(chart, ties=ties), sizer)


def layered_scale(chart: Chart, sizer: Sizer, enough: float = 1.0) -> float:
    """The scale at which the chart fits its page, at most 1; `enough` ends the search early.

    Raises GraphvizProblem.
    """
    return min(1.0, _best(chart, sizer, framed(chart, sizer.measure).room, enough)[1])


def _best(chart: Chart, sizer: Sizer, room: Room, enough: float) -> tuple[dict[str, Sized], float]:
    """The boxes in their places with the largest text, and its scale; of equals the widest boxes."""
    best, best_scale = dict[str, Sized](), 0.0
    for width in WIDTHS if len(chart.nodes) <= MANY_BOXES else WIDTHS[:1]:
        boxes = _placed(chart, sizer, width)
        left, top, right, bottom = _extent(boxes)
        scale = room.scale(right - left, bottom - top, LARGEST)
        if scale > best_scale + GENTLY:
            best, best_scale = boxes, scale
        if best_scale >= min(1.0, enough):
            break
    return best, best_scale


def _placed(chart: Chart, sizer: Sizer, width: float) -> dict[str, Sized]:
    """All boxes with their places; those of one parent stand in their order, those of a layer on one line."""
    width = max([width, *map(sizer.whole_words, chart.nodes)])
    boxes = {node.id: sizer.box(node, width) for node in chart.nodes}
    depths = depths_of(chart)
    _even(boxes, depths)
    numbers = {key: n for n, key in enumerate(boxes)}
    lines = [
        "digraph {",
        f"rankdir=TB; ordering=out; nodesep={_inch(ACROSS)}; ranksep={_inch(DOWN)}; splines=false;",
        'node [shape=box, fixedsize=true, label=""];',
        *(
            f"n{n} [width={_inch(box.width)}, height={_inch(box.bottom)}];"
            for n, box in enumerate(boxes.values())
        ),
        *(f"n{numbers[n.parent]} -> n{numbers[n.id]};" for n in chart.nodes if n.parent in numbers),
        "}",
    ]
    places = _places("\n".join(lines))
    for box, (x, y) in zip(boxes.values(), places, strict=True):
        box.x, box.y = x - box.width / 2, y - box.bottom / 2
    for layer in _layers(boxes, depths).values():  # Graphviz puts their middles on one line
        top = min(box.y for box in layer)
        for box in layer:
            box.y = top
    return boxes


def _layers(boxes: dict[str, Sized], depths: dict[str, int]) -> dict[int, list[Sized]]:
    layers: dict[int, list[Sized]] = {}
    for key, box in boxes.items():
        layers.setdefault(depths[key], []).append(box)
    return layers


def _even(boxes: dict[str, Sized], depths: dict[str, int]) -> None:
    """Boxes of one layer are of one height, as far as nothing stands under their text."""
    for layer in _layers(boxes, depths).values():
        plain = [box for box in layer if not box.grid]
        tallest = max((box.height for box in plain), default=0.0)
        for box in plain:
            box.height = tallest


def _apart(boxes: dict[str, Sized], depths: dict[str, int], high: float) -> None:
    """Move the layers apart until they fill a height, within limits."""
    layers = max(depths.values(), default=0)
    if not layers:
        return
    _, top, _, bottom = _extent(boxes)
    more = min(FARTHEST - DOWN, max(0.0, (high - (bottom - top)) / layers))
    for key, box in boxes.items():
        box.y += depths[key] * more


@lru_cache(maxsize=64)
def _places(source: str) -> tuple[Place, ...]:
    """The middle of each box in points, y downwards, in the order of their numbers."""
    found: dict[int, Place] = {}
    height = 0.0
    for line in _plain(source).splitlines():
        kind, *words = line.split()
        if kind == "graph":
            height = float(words[2])
        elif kind == "node":
            found[int(words[0].removeprefix("n"))] = float(words[1]), float(words[2])
    return tuple((x * INCH, (height - y) * INCH) for _, (x, y) in sorted(found.items()))


def _plain(source: str) -> str:
    """What Graphviz says in its format `plain`."""
    import graphviz

    try:
        return str(graphviz.pipe_string("dot", "plain", source, encoding="utf-8", quiet=True))
    except graphviz.ExecutableNotFound:
        return _by_pure(source)
    except graphviz.CalledProcessError as error:
        raise GraphvizProblem(_failed("dot", error.returncode)) from error


def _by_pure(source: str) -> str:
    program = _pure()
    if program is None:
        raise GraphvizProblem(
            msg(
                "The layout dot needs the program Graphviz, and it is not there. Install it "
                "(apt install graphviz, brew install graphviz, winget install graphviz), "
                "or run: pip install 'sotk[dot]'. Or take --layout tree."
            )
        )
    try:
        done = subprocess.run(  # noqa: S603 - a program of this environment, with fixed arguments
            [program, "-Kdot", "-Tplain"],
            input=source,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
            timeout=PATIENCE,
        )
    except subprocess.CalledProcessError as error:
        raise GraphvizProblem(_failed(PURE, error.returncode)) from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise GraphvizProblem(_failed(PURE, -1)) from error
    return done.stdout


def _failed(program: str, code: int) -> Message:
    return msg(
        "{program} placed no boxes (exit code {code}). Take --layout tree.", program=program, code=code
    )


def _pure() -> str | None:
    """The program that the extra `dot` installs: beside this Python, or on the path."""
    return shutil.which(PURE, path=str(Path(sysconfig.get_path("scripts")))) or shutil.which(PURE)


def _command(drawing: Drawing, chart: Chart, boxes: dict[str, Sized], depths: dict[str, int]) -> None:
    """Boxes and lines of command: from a box down to the bus of its family, along it, and down."""
    layers = _layers(boxes, depths)
    families: dict[int, list[str]] = {}
    for node in chart.nodes:
        drawing.box(boxes[node.id], node.parent)
        if node.id in chart.children:
            families.setdefault(depths[node.id], []).append(node.id)
    for depth, heads in families.items():
        children = [[boxes[child.id] for child in chart.children[head]] for head in heads]
        upper = max(box.bottom for box in layers[depth])
        lower = min(box.y for box in layers[depth + 1])
        spans = [_span(boxes[head], row) for head, row in zip(heads, children, strict=True)]
        numbers = lanes(spans)
        step = (lower - upper) / (max(numbers) + 2)
        for head, row, lane in zip(heads, children, numbers, strict=True):
            for child in row:
                _line(drawing, boxes[head], child, upper + step * (lane + 1))


def _line(drawing: Drawing, head: Sized, child: Sized, bus: float) -> None:
    start, end = (head.middle[0], head.bottom), (child.middle[0], child.y)
    ends = End(head.node.id, BOTTOM), End(child.node.id, TOP)
    drawing.line(child.node.line, ends, [start, (start[0], bus), (end[0], bus), end])


def _span(head: Sized, children: Sequence[Sized]) -> tuple[float, float]:
    middles = [head.middle[0], *(child.middle[0] for child in children)]
    return min(middles), max(middles)


def _drawing(chart: Chart, frame: Framed, boxes: dict[str, Sized], scale: float, sizer: Sizer) -> Drawing:
    """A page on which the boxes are scaled to the room, in its middle."""
    left, top, right, _ = _extent(boxes)
    room = frame.room
    origin = room.centre - (left + right) / 2 * scale, room.top - top * scale
    return Drawing(chart, Fit(scale, origin, sizer.measure))


def _extent(boxes: dict[str, Sized]) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of all boxes; a point where there are none."""
    if not boxes:
        return 0.0, 0.0, 1.0, 1.0
    each = boxes.values()
    return (
        min(box.x for box in each),
        min(box.y for box in each),
        max(box.x + box.width for box in each),
        max(box.bottom for box in each),
    )


def _inch(points: float) -> str:
    return f"{points / INCH:.4f}"


def _branches(chart: Chart) -> Iterable[list[Node]]:
    """The branches right below the heads, each with all that is under it."""
    tops: dict[str, str] = {}
    within: dict[str, list[Node]] = {}
    for node in chart.nodes:
        if node.parent is not None:
            top = tops[node.id] = tops.get(node.parent, node.id)
            within.setdefault(top, []).append(node)
    return within.values()
