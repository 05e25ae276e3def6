"""What a reviewer would find, on the boxes it is about: signs by severity, the words in the tool tip."""

from collections.abc import Iterable, Mapping
from typing import Final

from sotk.chart.layout.chart import Phrase, Swatch
from sotk.chart.overlays.overlay import Look, Overlay
from sotk.chart.scene import Dash, Detail, Mark, Stroke, Style
from sotk.findings import Finding
from sotk.locale import Language, Message, msg, say
from sotk.model import Structure

SIGNS: Final[Mapping[str, tuple[str, Message, str, str, Dash]]] = {
    "error": ("✕", msg("error"), "#fbe3e3", "#b3282d", "solid"),
    "warning": ("▲", msg("warning"), "#fdf0d6", "#a8600f", "dashed"),
    "advice": ("·", msg("advice"), "#eef2fb", "#3b5aa5", "dotted"),
}
SMALLER: Final = 0.82


def findings(structure: Structure, found: Iterable[Finding], language: Language) -> Overlay:
    """The overlay of findings; what is about no unit of the chart stands on its top."""
    owners = _owners(structure)
    by_unit: dict[str, list[Finding]] = {}
    for finding in found:
        if finding.severity in SIGNS:
            owner = owners.get(finding.subject[:2], structure.root) if finding.subject else structure.root
            by_unit.setdefault(owner, []).append(finding)
    looks = {unit: _look(each, language) for unit, each in by_unit.items()}
    used = {finding.severity for each in by_unit.values() for finding in each}
    legend = tuple(
        Swatch(say(words, language), Style(fill, Stroke(ink, 1.2, dash)), sign)
        for severity, (sign, words, fill, ink, dash) in SIGNS.items()
        if severity in used
    )
    return Overlay(looks, legend=legend)


def _owners(structure: Structure) -> dict[tuple[str, str], str]:
    owners = {("unit", unit): unit for unit in structure.units}
    owners |= {("position", position.id): unit.id for unit, position in structure.positions()}
    owners |= {("duty", duty.id): unit.id for unit, duty in structure.duties()}
    return owners | {("indicator", each.id): each.lead for each in structure.indicators if each.lead}


def _look(found: list[Finding], language: Language) -> Look:
    worst = next(severity for severity in SIGNS if any(each.severity == severity for each in found))
    sign, _, fill, ink, dash = SIGNS[worst]
    codes = " ".join(dict.fromkeys(each.code for each in found))
    words = "; ".join(say(each.message, language) for each in found)
    note = Phrase(f"{sign} {codes}", strong=False, size=SMALLER, ink="#333333")
    details = tuple(Detail(each.code, say(each.message, language), long=True) for each in found)
    return Look(Style(fill, Stroke(ink, 1.2, dash)), Mark(worst, sign, words), notes=(note,), details=details)
