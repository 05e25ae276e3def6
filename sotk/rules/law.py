"""The law that holds for one structure: the regime of its day, and the limits and exemptions of its pack.

Everything here is data of the pack. Answers are kept, because thousands of units ask the same.
"""

from datetime import date
from functools import cached_property

from sotk.model import Header, Unit
from sotk.packs import EchelonRule, Limit, Pack, Topic


class Law:
    """What a pack says about a structure with a given header on a given day."""

    def __init__(self, pack: Pack, header: Header, today: date) -> None:
        self.pack = pack
        self.header = header
        self.today = today
        self.level = header.government.level if header.government else None
        self.agency_type = header.agency.type if header.agency else None
        self.affairs = header.agency.affairs if header.agency else ()
        self._limits: dict[tuple[object, ...], tuple[Limit, ...]] = {}
        self._undecided: dict[tuple[object, ...], tuple[str, ...]] = {}
        self._echelons: dict[tuple[object, ...], EchelonRule | None] = {}

    @cached_property
    def day(self) -> date:
        """The day the law is asked for: that of the structure, else today."""
        return self.header.effective or self.today

    @cached_property
    def regime(self) -> str | None:
        """The regime the structure names, else the one in force on its day; None without a day."""
        found = self.pack.regime_at(self.header.effective, self.header.regime)
        return None if found is None else found.id

    @cached_property
    def groups(self) -> frozenset[str]:
        """Kinds that are no office: functional groups, service sites, teams."""
        return frozenset(kind.id for kind in self.pack.kinds.values() if not kind.structural)

    @cached_property
    def supporting(self) -> frozenset[str]:
        """Kinds that stand beside the line: UPTD, branch offices."""
        return frozenset(kind.id for kind in self.pack.kinds.values() if kind.role == "support")

    def has_limits(self, topic: Topic) -> bool:
        """Whether the pack says anything about a topic."""
        return any(limit.topic == topic for limit in self.pack.limits)

    def limits(self, topic: Topic, unit: Unit, parent: Unit | None) -> tuple[Limit, ...]:
        """The limits that hold for a unit; none where an exemption takes it out."""
        under = None if parent is None else parent.kind
        key = (topic, unit.kind, under, unit.unit_class, unit.retained is None, unit.exempt is None)
        found = self._limits.get(key)
        if found is None:
            found = self._limits[key] = self._found_limits(topic, unit, under)
        return found

    def undecided(self, topic: Topic, unit: Unit, parent: Unit | None) -> tuple[str, ...]:
        """What is not given, but decides whether a limit holds for a unit."""
        under = None if parent is None else parent.kind
        key = (topic, unit.kind, under, unit.unit_class)
        found = self._undecided.get(key)
        if found is None:
            found = self._undecided[key] = self.pack.undecided(
                topic,
                kind=unit.kind,
                under=under,
                agency_type=self.agency_type,
                regime=self.regime,
                level=self.level,
                unit_class=unit.unit_class,
            )
        return found

    def echelon(self, unit: Unit, parent: Unit | None) -> EchelonRule | None:
        """The echelons the head of a unit may have; None where the pack does not say."""
        under = None if parent is None else parent.kind
        key = (unit.kind, under, unit.unit_class)
        if key not in self._echelons:
            self._echelons[key] = self.pack.echelon(
                unit.kind, self.level, unit.unit_class, under=under, regime=self.regime
            )
        return self._echelons[key]

    def exempt(self, topic: Topic, unit: Unit) -> bool:
        """Whether an exemption of the pack takes a unit out of a topic."""
        said = {"always": True, "retained": unit.retained is not None, "exempt": unit.exempt is not None}
        return any(
            said[exemption.when]
            for exemption in self.pack.exemptions_for(
                topic, kind=unit.kind, regime=self.regime, level=self.level
            )
        )

    def _found_limits(self, topic: Topic, unit: Unit, under: str | None) -> tuple[Limit, ...]:
        if self.exempt(topic, unit):
            return ()
        return self.pack.limits_for(
            topic,
            kind=unit.kind,
            under=under,
            agency_type=self.agency_type,
            regime=self.regime,
            level=self.level,
            unit_class=unit.unit_class,
        )
