"""The formats a picture can be written in, by the ending of the file."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

from sotk.chart.scene import Scene


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. Its renderer, and the library of that, are imported when it writes.

    `options` are what the renderer is told for a file of its own; `template` says that it can take the
    look of a file of the user.
    """

    ending: str
    name: str
    module: str
    renderer: str
    options: tuple[tuple[str, Any], ...] = ()
    template: bool = False
    paged: bool = True
    """Whether a chart that cannot be read on one page is split; else the page grows."""
    flips: bool = False
    """Whether a comparison is before, after and what changed, in the same places on pages by turns."""

    slides: bool = False
    """Whether its pages are slides, with others before and after those of the charts."""

    def count(self, scene: Scene) -> int:
        """How many pages the file has, or slides."""
        if not self.slides:
            return len(scene.pages)
        from sotk.chart.render.pptx import slide_count

        return slide_count(scene)

    def write(self, scene: Scene, template: bytes | None = None) -> bytes:
        """The bytes of the file. Raises ValueError for a `template` that cannot be read."""
        module = import_module(f"sotk.chart.render.{self.module}")
        render: Callable[..., bytes | str] = getattr(module, self.renderer)
        given = dict(self.options) | ({"template": template} if template and self.template else {})
        made = render(scene, **given)
        return made.encode("utf-8") if isinstance(made, str) else made


FORMATS: Final = (
    Format("svg", "SVG", "svg", "svg", (("embed_font", True),)),
    Format("png", "PNG", "png", "png"),
    Format("pdf", "PDF", "pdf", "pdf"),
    Format("pptx", "PowerPoint", "pptx", "pptx", template=True, flips=True, slides=True),
    Format("html", "HTML", "html", "html", paged=False),
    Format("drawio", "draw.io", "drawio", "drawio"),
    Format("dot", "Graphviz DOT", "dot", "dot", paged=False),
    Format("mmd", "Mermaid", "mermaid", "mermaid", paged=False),
    Format("txt", "text", "text", "text", paged=False),
)


def format_of(file_name: str) -> Format | None:
    """The format of a file name; None if there is none with its ending."""
    ending = file_name.rpartition(".")[2].lower()
    return next((each for each in FORMATS if each.ending == ending), None)
