"""Overlaps of duties on the boxes: how sure the surest is, with whom, and all of them in the tool tip.

Partners are named in the box instead of drawn as lines: a line across a chart says less and hides more.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sotk.chart.layout.chart import Phrase, Swatch
from sotk.chart.naming import told_apart
from sotk.chart.overlays.overlay import Look, Overlay
from sotk.chart.scene import Detail, Mark, Stroke, Style
from sotk.findings.names import clean
from sotk.locale import Language, msg, say
from sotk.model import Structure

if TYPE_CHECKING:
    from sotk.overlap.carried import DutyOverlap
    from sotk.rules import RuleSettings

SIGN: Final = "≈"
SMALLER: Final = 0.82
INK: Final = "#7a3a12"
HEAT: Final = (
    (0.9, Style("#f3b27c", Stroke(INK, 1.6))),
    (0.7, Style("#f9d3ae", Stroke(INK, 1.2))),
    (0.0, Style("#fdf0e2", Stroke(INK, 0.9))),
)
MOST_PARTNERS: Final = 5
"""Units named in a tool tip."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is said of a unit: its partners, the surest first, each with the score and the surest overlap."""

    partners: tuple[tuple[str, "DutyOverlap"], ...]
    duties: int
    """Pairs of duties."""

    @property
    def score(self) -> float:
        """The score of the surest overlap, 0 to 1."""
        return self.partners[0][1].score


def standings(structure: Structure, settings: "RuleSettings | None" = None) -> dict[str, Standing]:
    """By unit, its overlaps within the structure: neither handed down nor accepted."""
    from sotk.overlap.standing import standing
    from sotk.rules.accepted import Accepted

    accepted = Accepted(structure, settings)
    return by_unit(
        overlap
        for overlap in standing(structure)
        if not overlap.delegation and accepted.reason(overlap) is None
    )


def by_unit(found: Iterable["DutyOverlap"]) -> dict[str, Standing]:
    """Overlaps, the surest first, by the units they are of."""
    partners: dict[str, dict[str, DutyOverlap]] = {}
    duties: dict[str, int] = {}
    for overlap in found:
        for own, other in ((overlap.a, overlap.b), (overlap.b, overlap.a)):
            partners.setdefault(own.unit.id, {}).setdefault(other.unit.id, overlap)
            duties[own.unit.id] = duties.get(own.unit.id, 0) + 1
    return {unit: Standing(tuple(others.items()), duties[unit]) for unit, others in partners.items()}


def overlaps(structure: Structure, language: Language, settings: "RuleSettings | None" = None) -> Overlay:
    """The overlay of a structure."""
    found = standings(structure, settings)
    names = {unit: name for (_, unit), name in told_apart([structure]).items()}
    looks = {unit: _look(unit, standing, names, language) for unit, standing in found.items()}
    used = [style for _, style in HEAT if any(_style(each.score) == style for each in found.values())]
    bounds = [round(100 * low) for low, _ in HEAT]
    legend: Sequence[Swatch] = [
        Swatch(_range(max(bounds[n], 50), bounds[n - 1] - 1 if n else 100, language), style, SIGN)
        for n, (_, style) in enumerate(HEAT)
        if style in used
    ]
    return Overlay(looks, legend=tuple(legend))


def _look(unit: str, standing: Standing, names: Mapping[str, str], language: Language) -> Look:
    (first, _), *others = standing.partners
    more = f" (+{len(others)})" if others else ""
    said = say(msg("{score} with {unit}", score=_percent(standing.score), unit=names[first]), language)
    words = say(msg("units with which duties overlap: {n}", n=len(standing.partners)), language)
    told = [
        Detail(f"{_percent(overlap.score)} {names[partner]}", _duties(unit, overlap))
        for partner, overlap in standing.partners[:MOST_PARTNERS]
    ]
    return Look(
        _style(standing.score),
        Mark("overlap", SIGN, words),
        notes=(Phrase(f"{SIGN} {said}{more}", strong=False, size=SMALLER, ink="#333333"),),
        details=tuple(told),
    )


def _duties(unit: str, overlap: "DutyOverlap") -> str:
    """Both duties, the unit's own first."""
    sides = sorted((overlap.a, overlap.b), key=lambda side: side.unit.id != unit)
    return " ↔ ".join(f"“{clean(side.duty.text)}”" for side in sides)


def _style(score: float) -> Style:
    return next(style for low, style in HEAT if score >= low)


def _range(low: int, high: int, language: Language) -> str:
    return say(msg("duties overlap, {low} to {high} of 100", low=low, high=high), language)


def _percent(score: float) -> str:
    return str(round(100 * score))
