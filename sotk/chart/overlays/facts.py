"""Overlays that say what is known of each unit: echelon, class, span, vacancies, indicators, teams.

Each writes words into the box; a fill, where there is one, only repeats them.
"""

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from sotk.chart.layout.chart import Phrase, Swatch
from sotk.chart.overlays.overlap import overlaps
from sotk.chart.overlays.overlay import Look, Overlay
from sotk.chart.overlays.posts import posts
from sotk.chart.scene import Detail, Mark, Stroke, Style
from sotk.findings.names import clean
from sotk.graph import OrgGraph
from sotk.locale import Language, msg, say
from sotk.model import Structure
from sotk.packs import Pack

Maker: TypeAlias = Callable[[Structure, Pack, Language], Overlay]

SMALLER: Final = 0.82
HEAT: Final = ((1, 3, "#fff7e6"), (4, 6, "#ffe3b3"), (7, 9, "#ffc266"), (10, None, "#ff9a3c"))
SHORT: Final = Style("#fbe3e3", Stroke("#b3282d", 1.2, "dashed"))
LEADS: Final = Style("#e8f0e0", Stroke("#4c7a1e", 1.2))
TEAMS: Final = Style("#eef2fb", Stroke("#3b5aa5", 1.2, "dotted"))


def echelons(structure: Structure, pack: Pack, language: Language) -> Overlay:  # noqa: ARG001
    """The echelon of each head that has one."""
    heads = {unit.id: unit.head.echelon for unit in structure.walk() if unit.head and unit.head.echelon}
    return Overlay({unit: Look(notes=(_note(clean(echelon)),)) for unit, echelon in heads.items()})


def classes(structure: Structure, pack: Pack, language: Language) -> Overlay:  # noqa: ARG001
    """The class of each unit that has one: of a UPTD, A or B."""

    def look(unit_class: str) -> Look:
        return Look(notes=(_note(say(msg("class {letter}", letter=unit_class), language)),))

    return Overlay({unit.id: look(unit.unit_class) for unit in structure.walk() if unit.unit_class})


def spans(structure: Structure, pack: Pack, language: Language) -> Overlay:
    """Offices that answer to each head directly, supporting ones too, and how many that is."""
    groups = frozenset(kind.id for kind in pack.kinds.values() if not kind.structural)
    graph = OrgGraph(structure, groups)
    looks: dict[str, Look] = {}
    for unit in structure.walk():
        wide = graph.span(unit.id)
        if wide:
            words = say(msg("span {n}", n=wide), language)
            looks[unit.id] = Look(
                Style(_heat(wide)), notes=(_note(words),), mark=Mark("span", str(wide), words)
            )
    found = {look.style.fill for look in looks.values() if look.style}
    legend = tuple(
        Swatch(_band(low, high, language), Style(fill), str(low)) for low, high, fill in HEAT if fill in found
    )
    return Overlay(looks, legend=legend)


def vacancies(structure: Structure, pack: Pack, language: Language) -> Overlay:
    """Incumbents (B) and need (K) of a unit's own posts, and their difference by the sign of the house."""
    looks: dict[str, Look] = {}
    for unit in structure.walk():
        posts = [post for post in (unit.head, *unit.positions) if post is not None and post.need is not None]
        if not posts:
            continue
        need = sum(post.need or 0 for post in posts)
        known = [post.filled_count for post in posts]
        short = sum(max(0, (post.need or 0) - (post.filled_count or 0)) for post in posts)
        filled = sum(count or 0 for count in known)
        gap = need - filled if pack.chart.gap_sign == "need-filled" else filled - need
        sign = f"{gap:+d}".replace("-", "−") if gap else "0"
        text = f"B {filled} · K {need} · {sign}" if None not in known else f"B ? · K {need}"
        words = say(msg("short of {n}", n=short), language)
        mark = Mark("vacancy", "▼", words) if short and None not in known else None
        looks[unit.id] = Look(SHORT if mark else None, mark, "▼ " if mark else "", "", (_note(text),))
    legend = (Swatch(say(msg("posts not filled"), language), SHORT, "▼"),) if looks else ()
    return Overlay(
        looks, legend=legend, subtitle=say(msg("B = incumbents, K = need"), language) if looks else ""
    )


def indicators(structure: Structure, pack: Pack, language: Language) -> Overlay:  # noqa: ARG001
    """The units that lead indicators (IKU), with how many, and their texts behind the box."""
    led: dict[str, list[str]] = {}
    for indicator in structure.indicators:
        if indicator.lead:
            led.setdefault(indicator.lead, []).append(clean(indicator.text))
    looks = {
        unit: Look(
            LEADS,
            Mark("indicator", "◆", say(msg("leads {n} indicator(s)", n=len(texts)), language)),
            notes=(_note(f"◆ IKU {len(texts)}"),),
            details=tuple(Detail("IKU", text, long=True) for text in texts),
        )
        for unit, texts in led.items()
    }
    return Overlay(
        looks, legend=(Swatch(say(msg("leads indicators (IKU)"), language), LEADS, "◆"),) if looks else ()
    )


def teams(structure: Structure, pack: Pack, language: Language) -> Overlay:  # noqa: ARG001
    """Teams by the units that take part, with their home first. For internal charts only."""
    homes = {position.id: unit.id for unit, position in structure.positions()}
    within: dict[str, list[str]] = {}
    for team in structure.teams:
        members = [homes.get(member, member) for member in team.members]
        for unit in dict.fromkeys([team.unit or "", homes.get(team.leader or "", ""), *members]):
            if unit in structure.units:
                within.setdefault(unit, []).append(clean(team.name))
    looks = {
        unit: Look(
            TEAMS,
            Mark("team", "○", ", ".join(names)),
            notes=tuple(_note(f"○ {name}") for name in names),
        )
        for unit, names in within.items()
    }
    return Overlay(
        looks, legend=(Swatch(say(msg("takes part in a team"), language), TEAMS, "○"),) if looks else ()
    )


def _note(text: str) -> Phrase:
    return Phrase(text, strong=False, size=SMALLER, ink="#333333")


def _band(low: int, high: int | None, language: Language) -> str:
    """The spans of one colour; the widest have no end."""
    if high is None:
        return say(msg("span {low} or more", low=low), language)
    return say(msg("span {low} to {high}", low=low, high=high), language)


def _heat(span: int) -> str:
    return next(fill for low, high, fill in reversed(HEAT) if span >= low)


MAKERS: Final[Mapping[str, Maker]] = {
    "echelon": echelons,
    "class": classes,
    "span": spans,
    "vacancy": vacancies,
    "posts": posts,
    "iku": indicators,
    "team": teams,
    "overlap": lambda structure, _, language: overlaps(structure, language),
}
