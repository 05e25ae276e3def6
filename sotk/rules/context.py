"""What a rule may look at: the structure, its graph, and the law that holds for it.

The day is given from outside, so that the same input gives the same findings on every day.
"""

from collections.abc import Mapping
from functools import cached_property

from sotk.findings import Subject
from sotk.graph import OrgGraph
from sotk.locale import Message, msg
from sotk.model import Duty, Structure, Unit
from sotk.packs import Kind, Limit, Pack, Topic
from sotk.rules.coding import coded
from sotk.rules.law import Law


class RuleContext:
    """A structure under the law of its pack, its day and its regime.

    `decided` are the entities that a proposal takes out by an operation of their own.
    """

    def __init__(
        self,
        structure: Structure,
        law: Law,
        base: Structure | None = None,
        parents: Mapping[str, str] | None = None,
        decided: frozenset[tuple[str, str]] = frozenset(),
    ) -> None:
        self.structure = structure
        self.law = law
        self.base = base
        self.decided = decided
        self._coded: dict[str, tuple[tuple[Duty, str], ...]] = {}
        self.graph = OrgGraph(structure, law.groups, parents)

    @property
    def pack(self) -> Pack:
        return self.law.pack

    @cached_property
    def whole(self) -> Subject:
        """The structure as a subject."""
        return Subject("structure", self.structure.id)

    @cached_property
    def root(self) -> Unit:
        return self.structure.units[self.structure.root]

    def coded(self, unit: Unit) -> tuple[tuple[Duty, str], ...]:
        """The duties of a unit and of its officers that carry a code of the nomenclature."""
        found = self._coded.get(unit.id)
        if found is None:
            found = self._coded[unit.id] = coded(unit)
        return found

    def kind(self, unit: Unit) -> Kind | None:
        """What the pack says of the kind of a unit; None for a kind it does not know."""
        return self.law.pack.kinds.get(unit.kind)

    def kind_name(self, kind: str) -> Message:
        """The word for a kind of units, in the language of the message it stands in."""
        known = self.law.pack.kinds.get(kind)
        return msg("{kind}", kind=kind if known is None else known.name)

    def parent(self, unit: Unit) -> Unit | None:
        """The superior of a unit; None for the root."""
        above = self.graph.parents.get(unit.id)
        return None if above is None else self.structure.units[above]

    def below(self, unit: Unit) -> tuple[Unit, ...]:
        """The direct subordinates of a unit, in order."""
        units = self.structure.units
        return tuple(units[child] for child in self.structure.children.get(unit.id, ()))

    def offices_below(self, unit: Unit) -> tuple[Unit, ...]:
        """The direct subordinates that have a head of their own."""
        groups, units = self.law.groups, self.structure.units
        below = self.structure.children.get(unit.id)
        if below is None:
            return ()
        return tuple(child for name in below if (child := units[name]).kind not in groups)

    def limits(self, topic: Topic, unit: Unit) -> tuple[Limit, ...]:
        """The limits of a topic that hold for a unit where it stands, exemptions taken into account."""
        return self.law.limits(topic, unit, self.parent(unit))

    def undecided(self, topic: Topic, unit: Unit) -> tuple[str, ...]:
        """What is not given, but decides whether a limit of a topic holds for a unit."""
        return self.law.undecided(topic, unit, self.parent(unit))
