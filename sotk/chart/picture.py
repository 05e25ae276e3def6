"""From a structure and its pack to a picture: view, layout and renderer in one call.

What `sotk draw`, `sotk demo`, the reports and the editor's export share. Heavy parts are imported when
they are needed.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sotk.chart.view import ViewOptions

if TYPE_CHECKING:
    from sotk.chart.scene import Scene
    from sotk.model import Structure, Unit
    from sotk.packs import Pack


def scene_of(
    structure: "Structure",
    pack: "Pack",
    options: ViewOptions | None = None,
    unplaced: Sequence["Unit"] = (),
) -> "Scene":
    """The chart of a structure, laid out. Raises KeyError if the unit of the options is not there."""
    from sotk.chart.conventions import conventions_of
    from sotk.chart.layout.pages import paged
    from sotk.chart.view import view

    options = options or ViewOptions()
    conventions = conventions_of(pack, structure, options.language)
    return paged(view(structure, conventions, options, unplaced))


def picture(
    structure: "Structure", pack: "Pack", ending: str = "svg", options: ViewOptions | None = None
) -> bytes:
    """The file of a chart, by its ending (`svg`, `png`, ...). Raises KeyError for an unknown ending."""
    from sotk.chart.render.catalogue import format_of

    found = format_of(f"bagan.{ending}")
    if found is None:
        raise KeyError(ending)
    return found.write(scene_of(structure, pack, options))
