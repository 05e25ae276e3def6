"""A pack: the conventions and the law of a country or a house, as one value to ask."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sotk.locale import Language
from sotk.packs.clients import ClientGroup
from sotk.packs.folder import PackFolder
from sotk.packs.kind import Kind
from sotk.packs.limit import Level, Limit, Topic
from sotk.packs.measures import Measures, Scale
from sotk.packs.nomenclature import Nomenclature
from sotk.packs.regulation import Authority, Checklist, EchelonRule, Exemption, Regime, Regulation
from sotk.packs.settings import ChartSettings, CodePattern, Template
from sotk.packs.titles import Title
from sotk.packs.wording import Bilingual

UNREGULATED = 1_000
"""Distance of what belongs to no regime: it holds in all, and nothing takes its place."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack with all it took over from the packs it extends.

    `folders` are those it was read from, its own first. Regimes stand in order of their first day,
    limits in order of files. The same id in an extending pack takes the place of the extended one's.
    """

    id: str
    name: Bilingual
    language: Language | None
    chart: ChartSettings
    code_pattern: CodePattern | None
    kinds: Mapping[str, Kind]
    regulations: Mapping[str, Regulation]
    regimes: Mapping[str, Regime]
    limits: tuple[Limit, ...]
    echelon_rules: tuple[EchelonRule, ...]
    exemptions: tuple[Exemption, ...]
    checklists: Mapping[str, Checklist]
    authorities: tuple[Authority, ...]
    measures: Measures
    clients: tuple[ClientGroup, ...]
    template_list: tuple[Template, ...]
    folders: tuple[PackFolder, ...]

    def kind(self, kind: str) -> Kind | None:
        return self.kinds.get(kind)

    def regime_at(self, day: date | None, explicit: str | None = None) -> Regime | None:
        """The regime named, else the latest in force on a day; None where neither tells."""
        if explicit is not None:
            return self.regimes.get(explicit)
        if day is None:
            return None
        in_force = [regime for regime in self.regimes.values() if regime.start <= day]
        return in_force[-1] if in_force else None

    def regime_chain(self, regime: str | None) -> tuple[str, ...]:
        """A regime and those it continues, nearest first."""
        chain: list[str] = []
        while regime is not None and regime in self.regimes and regime not in chain:
            chain.append(regime)
            regime = self.regimes[regime].continues
        return tuple(chain)

    def limits_for(
        self,
        topic: Topic,
        *,
        kind: str | None = None,
        under: str | None = None,
        agency_type: str | None = None,
        regime: str | None = None,
        level: Level | None = None,
        unit_class: str | None = None,
    ) -> tuple[Limit, ...]:
        """The limits that hold. A limit that asks for what is not given does not hold: see `undecided`.

        `under` is the kind of the parent. Of limits of a regime and of one it continues, the nearer wins.
        """
        given = (agency_type, level, unit_class)
        chain = self.regime_chain(regime)
        found = [
            (distance, limit)
            for limit in self.limits
            if _concerns(limit, topic, kind, under)
            and _holds(limit, *given)
            and (distance := _distance(limit.regimes, chain)) is not None
        ]
        return tuple(
            limit
            for distance, limit in found
            if not any(nearer < distance < UNREGULATED and _replaces(other, limit) for nearer, other in found)
        )

    def undecided(
        self,
        topic: Topic,
        *,
        kind: str | None = None,
        under: str | None = None,
        agency_type: str | None = None,
        regime: str | None = None,
        level: Level | None = None,
        unit_class: str | None = None,
    ) -> tuple[str, ...]:
        """What is not given but decides whether a limit holds: of agency_type, level, unit_class, regime."""
        given = {"agency_type": agency_type, "level": level, "unit_class": unit_class}
        chain = self.regime_chain(regime)
        missing: dict[str, None] = {}
        for limit in self.limits:
            if not _concerns(limit, topic, kind, under):
                continue
            asked = {"agency_type": limit.agency_types, "level": limit.levels, "unit_class": limit.classes}
            if any(given[name] not in (None, *values) for name, values in asked.items() if values):
                continue
            if regime is not None and _distance(limit.regimes, chain) is None:
                continue
            missing |= {name: None for name, values in asked.items() if values and given[name] is None}
            if limit.regimes and regime is None:
                missing["regime"] = None
        return tuple(missing)

    def echelon(
        self,
        kind: str,
        level: Level | None,
        unit_class: str | None = None,
        *,
        under: str | None = None,
        regime: str | None = None,
    ) -> EchelonRule | None:
        """The echelons of the head of a unit of a kind; the most particular rule, of equals the last."""
        chain = self.regime_chain(regime)
        best: EchelonRule | None = None
        for rule in self.echelon_rules:
            if (
                kind in rule.kinds
                and (not rule.under or under in rule.under)
                and (not rule.levels or level in rule.levels)
                and (not rule.classes or unit_class in rule.classes)
                and (not rule.regimes or regime is None or _distance(rule.regimes, chain) is not None)
                and (best is None or _particular(rule) >= _particular(best))
            ):
                best = rule
        return best

    def exemptions_for(
        self, topic: Topic, *, kind: str, regime: str | None = None, level: Level | None = None
    ) -> tuple[Exemption, ...]:
        """The exemptions from a topic; those with `when` other than always need the unit to say so."""
        chain = self.regime_chain(regime)
        return tuple(
            exemption
            for exemption in self.exemptions
            if topic in exemption.topics
            and (not exemption.kinds or kind in exemption.kinds)
            and (not exemption.levels or level in exemption.levels)
            and (not exemption.regimes or _distance(exemption.regimes, chain) is not None)
        )

    def checklist(self, name: str) -> Checklist | None:
        return self.checklists.get(name)

    def scale(self, name: str) -> Scale | None:
        """A scale of the measures, such as `eu` or `ej`."""
        return next((scale for scale in self.measures.scales if scale.id == name), None)

    def category_of(self, echelon: str) -> str | None:
        """The category of positions an echelon belongs to."""
        return next((entry.category for entry in self.measures.echelons if entry.id == echelon), None)

    def echelon_rank(self, echelon: str) -> int | None:
        """The place of an echelon from the top, 0 the highest; None for a stranger."""
        return next(
            (place for place, entry in enumerate(self.measures.echelons) if entry.id == echelon), None
        )

    def codes(self) -> Nomenclature:
        """The nomenclature of codes; read at the first call."""
        from sotk.packs.tables import codes_of

        return codes_of(self.folders)

    def titles(self) -> tuple[Title, ...]:
        """The nomenclature of position titles; read at the first call."""
        from sotk.packs.tables import titles_of

        return titles_of(self.folders)

    def templates(self) -> tuple[Template, ...]:
        """The structures `sotk new` can start from."""
        return self.template_list


def template_text(pack: Pack, name: str) -> str | None:
    """The text of a template; None where the pack has none of that name."""
    if not any(template.id == name for template in pack.template_list):
        return None
    texts = (folder.text(f"templates/{name}.yaml") for folder in pack.folders)
    return next((text for text in texts if text is not None), None)


def _concerns(limit: Limit, topic: str, kind: str | None, under: str | None) -> bool:
    return (
        limit.topic == topic
        and (kind is None or not limit.kinds or kind in limit.kinds)
        and (under is None or not limit.under or under in limit.under)
    )


def _holds(limit: Limit, agency_type: str | None, level: str | None, unit_class: str | None) -> bool:
    return (
        (not limit.agency_types or agency_type in limit.agency_types)
        and (not limit.levels or level in limit.levels)
        and (not limit.classes or unit_class in limit.classes)
    )


def _distance(regimes: tuple[str, ...], chain: tuple[str, ...]) -> int | None:
    """How far back the regime stands that says so; None where it does not hold."""
    if not regimes:
        return UNREGULATED
    return next((place for place, regime in enumerate(chain) if regime in regimes), None)


def _replaces(nearer: Limit, limit: Limit) -> bool:
    same = bool(set(nearer.counts) & set(limit.counts)) or nearer.counts == limit.counts
    about = not limit.kinds or not nearer.kinds or bool(set(nearer.kinds) & set(limit.kinds))
    place = not limit.under or not nearer.under or bool(set(nearer.under) & set(limit.under))
    bound = (nearer.max is not None and limit.max is not None) or (
        nearer.min is not None and limit.min is not None
    )
    return same and about and place and bound


def _particular(rule: EchelonRule) -> int:
    return bool(rule.under) + bool(rule.classes) + bool(rule.levels)
