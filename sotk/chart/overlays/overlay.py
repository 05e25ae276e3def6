"""What an overlay tells the view: how the box of a unit looks, and boxes where something was before.

A look always carries a sign or words; colour and line style only repeat what they say.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from sotk.chart.layout.chart import Appendix, Phrase, Swatch
from sotk.chart.layout.ledger import Ledger
from sotk.chart.scene import Detail, Mark, Style
from sotk.model import Structure, Unit

Appended: TypeAlias = Callable[[Iterable[Unit]], Appendix | None]


@dataclass(frozen=True, slots=True)
class Look:
    """How a box looks. `before` and `after` are written around its name, `notes` below it.

    `name` is written instead of that of the unit, `table` stands below the box.
    """

    style: Style | None = None
    mark: Mark | None = None
    before: str = ""
    after: str = ""
    notes: tuple[Phrase, ...] = ()
    details: tuple[Detail, ...] = ()
    name: str = ""
    table: Ledger | None = None

    def over(self, other: "Look") -> "Look":
        """Both looks; the style of this one wins."""
        return replace(
            self,
            style=self.style or other.style,
            mark=self.mark or other.mark,
            before=self.before + other.before,
            after=self.after + other.after,
            notes=self.notes + other.notes,
            details=self.details + other.details,
            name=self.name or other.name,
            table=self.table or other.table,
        )


@dataclass(frozen=True, slots=True)
class Ghost:
    """A box where a unit stood: under `parent` (a unit or another ghost), after one of its siblings."""

    key: str
    unit: Unit
    after: str | None
    look: Look


@dataclass(frozen=True, slots=True)
class Overlay:
    """`collapse` draws supporting units that nothing is said of as one box, with these words.

    Those in `apart` have a box of their own all the same. `title` is all that stands above the chart,
    `headline` only its first line. `appendix` makes the table that follows the chart, for the units that
    it is about. `illustrative` says that a star stands somewhere in what the overlay adds.
    """

    looks: Mapping[str, Look] = field(default_factory=dict)
    ghosts: Mapping[str, tuple[Ghost, ...]] = field(default_factory=dict)
    legend: tuple[Swatch, ...] = ()
    title: tuple[str, ...] = ()
    subtitle: str = ""
    collapse: str = ""
    apart: frozenset[str] = frozenset()
    headline: str = ""
    appendix: Appended | None = None
    illustrative: bool = False

    def speaks_of(self, structure: Structure, branch: str) -> bool:
        """Whether it says more of a branch than that it is as it was."""
        return branch in self.apart or any(
            each.id in self.ghosts
            or ((look := self.looks.get(each.id)) is not None and look.mark is not None)
            for each in structure.walk(branch)
        )


def joined(overlays: Iterable[Overlay]) -> Overlay:
    """All of them in one; of two styles of a box the first one's is taken."""
    result = Overlay()
    for overlay in overlays:
        looks = dict(result.looks)
        for unit, look in overlay.looks.items():
            looks[unit] = looks[unit].over(look) if unit in looks else look
        subtitles = [text for text in (result.subtitle, overlay.subtitle) if text]
        result = Overlay(
            looks,
            {**result.ghosts, **overlay.ghosts},
            result.legend + overlay.legend,
            result.title or overlay.title,
            " · ".join(subtitles),
            result.collapse or overlay.collapse,
            result.apart | overlay.apart,
            result.headline or overlay.headline,
            result.appendix or overlay.appendix,
            result.illustrative or overlay.illustrative,
        )
    return result
