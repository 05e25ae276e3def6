"""The formats a picture can be written in, by the ending of the file."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from sotk.chart.scene import Scene


@dataclass(frozen=True, slots=True)
class Format:
    """`write` gives the bytes of the file; it imports its library when it is called."""

    ending: str
    name: str
    write: Callable[[Scene], bytes]


def _svg(scene: Scene) -> bytes:
    from sotk.chart.render.svg import svg

    return svg(scene, embed_font=True).encode("utf-8")


def _text(scene: Scene) -> bytes:
    from sotk.chart.render.text import text

    return text(scene).encode("utf-8")


FORMATS: Final = (
    Format("svg", "SVG", _svg),
    Format("txt", "text", _text),
)


def format_of(file_name: str) -> Format | None:
    """The format of a file name; None if there is none with its ending."""
    ending = file_name.rpartition(".")[2].lower()
    return next((each for each in FORMATS if each.ending == ending), None)
