"""Pictures in the same places: a proposal over what exists, and the slides of a comparison to be flipped.

Each picture is drawn with room for the boxes and the words of the others, so that what stays does not
move. The same structures give the same places, whichever of them is drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sotk.chart.view import NO_OVERLAY, ViewOptions

if TYPE_CHECKING:
    from sotk.chart.layout.chart import Chart
    from sotk.chart.overlays import Overlay
    from sotk.chart.scene import Scene, Told
    from sotk.compare import Diff
    from sotk.locale import Language
    from sotk.model import Structure, Unit
    from sotk.packs import Pack


@dataclass(frozen=True, slots=True)
class Side:
    """A structure as one of the pictures shows it."""

    structure: "Structure"
    pack: "Pack"
    overlay: "Overlay" = NO_OVERLAY
    unplaced: tuple["Unit", ...] = ()


def anchored(
    side: Side,
    others: Sequence[Side],
    options: ViewOptions,
    *,
    split: bool = True,
    layout: str | None = None,
) -> "Scene":
    """The chart of `side`, in the places it shares with the charts of `others`.

    Raises KeyError if the unit of the options is not in `side`; others without it have no say.
    """
    from sotk.chart.layout.pages import paged, whole
    from sotk.chart.layout.together import together

    unit = options.unit
    others = [other for other in others if unit is None or unit in other.structure.units]
    sides = sorted([side, *others], key=_rank)
    charts = together([_chart(each, options) for each in sides], _aliases(sides))
    chart = charts[sides.index(side)]
    form = layout or _layout(side, options.language)
    return paged(chart, None, form) if split else whole(chart, None, form)


def flipped(
    before: Side, after: Side, options: ViewOptions, names: tuple[str, str], *, layout: str | None = None
) -> "Scene":
    """Before, after, and what changed, page by page in the same places; `names` are those of the sides.

    The overlay of `after` is drawn on the third picture.
    """
    from sotk.chart.layout.pages import paged
    from sotk.chart.layout.together import together
    from sotk.chart.picture import drawn
    from sotk.compare import diff

    found = diff(before.structure, after.structure)
    difference = drawn(found, options.language, names)
    sides = [*_plain(before, after, difference, options.language, names), _joined(after, difference)]
    made = [replace(_chart(side, options), appendix=None) for side in sides]
    charts = together(made, _aliases(sides))
    form = layout or _layout(after, options.language)
    scenes = [paged(chart, None, form, (n, len(charts))) for n, chart in enumerate(charts, 1)]
    pages = tuple(page for row in zip(*(scene.pages for scene in scenes), strict=True) for page in row)
    return replace(scenes[-1], pages=pages, told=told(found, options.language))


def told(difference: "Diff", language: "Language") -> "tuple[Told, ...]":
    """A difference in words, by unit in the order of the chart."""
    from sotk.chart.scene import Told
    from sotk.compare.output.sentences import grouped
    from sotk.findings.names import clean
    from sotk.locale import Message, say

    def text(words: str | Message) -> str:
        return clean(say(words, language) if isinstance(words, Message) else words)

    return tuple(
        Told(
            f"{group.sign} {text(group.title)}",
            tuple(f"{each.sign} {text(each.message)}" for each in group.sentences),
        )
        for group in grouped(difference)
    )


def _plain(
    before: Side, after: Side, difference: "Overlay", language: "Language", names: tuple[str, str]
) -> list[Side]:
    """Both sides without marks, with a box for each supporting unit that the comparison speaks of."""
    from sotk.chart.overlays import Overlay
    from sotk.findings.names import clean
    from sotk.locale import msg, say

    old, new = before.structure, after.structure
    spoken = {unit for unit in new.below(new.root) if difference.speaks_of(new, unit)}
    stayed = set(new.below(new.root)) - spoken
    heirs = _aliases([before, after])
    stayed |= {heirs[unit] for unit in stayed if unit in heirs}
    apart = spoken | (set(old.below(old.root)) - stayed)
    words = (msg("before"), msg("after"))
    return [
        replace(
            side,
            overlay=Overlay(
                title=(clean(name),),
                subtitle=say(word, language),
                collapse=difference.collapse,
                apart=frozenset(apart),
            ),
        )
        for side, name, word in zip((before, after), names, words, strict=True)
    ]


def _joined(side: Side, difference: "Overlay") -> Side:
    from sotk.chart.overlays import joined

    return replace(side, overlay=joined([difference, side.overlay]))


def _chart(side: Side, options: ViewOptions) -> "Chart":
    from sotk.chart.conventions import conventions_of
    from sotk.chart.view import view

    conventions = conventions_of(side.pack, side.structure, options.language)
    return view(side.structure, conventions, options, side.unplaced, side.overlay)


def _layout(side: Side, language: "Language") -> str:
    from sotk.chart.conventions import conventions_of

    return conventions_of(side.pack, side.structure, language).layout


def _rank(side: Side) -> tuple[bool, str]:
    """What exists comes first; else by content, so that the order of being named has no say."""
    from sotk.files import digest

    return side.structure.header.status == "usulan", digest(side.structure)


def _aliases(sides: Sequence[Side]) -> dict[str, str]:
    """Units that go on under another id, by the id they had in a structure before."""
    known: dict[str, str] = {}
    for side in sides:
        units = side.structure.units
        heirs: dict[str, list[str]] = {}
        for unit in units.values():
            for origin in unit.lineage:
                heirs.setdefault(origin, []).append(unit.id)
        for unit in units.values():
            if len(unit.lineage) != 1 or len(heirs[unit.lineage[0]]) != 1:
                continue
            (origin,) = unit.lineage
            if origin not in units and any(origin in each.structure.units for each in sides):
                known.setdefault(unit.id, origin)
    return {unit: known.get(origin, origin) for unit, origin in known.items()}
