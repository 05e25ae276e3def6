"""From a structure and its pack to a picture: view, layout and renderer in one call.

What `sotk draw`, `sotk demo`, the reports and the editor's export share. Heavy parts are imported when
they are needed.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sotk.chart.view import NO_OVERLAY, ViewOptions

if TYPE_CHECKING:
    from sotk.chart.overlays import Overlay
    from sotk.chart.scene import Scene
    from sotk.compare import Diff
    from sotk.findings import Finding
    from sotk.locale import Language
    from sotk.model import Structure, Unit
    from sotk.packs import Pack
    from sotk.rules import RuleSettings


def scene_of(
    structure: "Structure",
    pack: "Pack",
    options: ViewOptions | None = None,
    unplaced: Sequence["Unit"] = (),
    overlay: "Overlay" = NO_OVERLAY,
    *,
    split: bool = True,
    layout: str | None = None,
) -> "Scene":
    """The chart of a structure, laid out. Raises KeyError if the unit of the options is not there.

    What cannot be read on one page is split over several, or the page grows where `split` is false.
    """
    from sotk.chart.conventions import conventions_of
    from sotk.chart.layout.pages import paged, whole
    from sotk.chart.view import view

    options = options or ViewOptions()
    conventions = conventions_of(pack, structure, options.language)
    chart = view(structure, conventions, options, unplaced, overlay)
    form = layout or conventions.layout
    return paged(chart, None, form) if split else whole(chart, None, form)


def compared(
    before: "Structure", after: "Structure", language: "Language", names: tuple[str, str] | None = None
) -> "Overlay":
    """The overlay that draws what changed; `names` are those of the two sides in the title."""
    from sotk.compare import diff

    return drawn(diff(before, after), language, names or (before.name, after.name))


def drawn(difference: "Diff", language: "Language", names: tuple[str, str]) -> "Overlay":
    """The overlay of a difference that is worked out already."""
    from sotk.chart.overlays.diff import changes
    from sotk.findings.names import clean
    from sotk.locale import msg, say

    old, new = names
    beside = say(msg("compared with {name}", name=clean(old)), language)
    return changes(difference, language, (clean(new), beside))


def overlaid(
    structure: "Structure",
    pack: "Pack",
    names: Iterable[str],
    language: "Language",
    found: Iterable["Finding"] = (),
    settings: "RuleSettings | None" = None,
) -> "Overlay":
    """The overlays of these names in one. Raises KeyError for a name that is not known.

    `found` are the findings that can be shown, `settings` say which overlaps of duties count.
    """
    from sotk.chart.overlays import joined, told
    from sotk.chart.overlays.facts import MAKERS
    from sotk.chart.overlays.findings import findings

    def made(name: str) -> "Overlay":
        if name == "findings":
            return findings(structure, found, language)
        if name == "overlap":
            from sotk.chart.overlays.overlap import overlaps

            return overlaps(structure, language, settings)
        return MAKERS[name](structure, pack, language)

    return joined(told(name, made(name), language) for name in names)


def picture(
    structure: "Structure",
    pack: "Pack",
    ending: str = "svg",
    options: ViewOptions | None = None,
    overlay: "Overlay" = NO_OVERLAY,
) -> bytes:
    """The file of a chart, by its ending (`svg`, `png`, ...). Raises KeyError for an unknown ending."""
    from sotk.chart.render.catalogue import format_of

    found = format_of(f"bagan.{ending}")
    if found is None:
        raise KeyError(ending)
    return found.write(scene_of(structure, pack, options, (), overlay, split=found.paged))
