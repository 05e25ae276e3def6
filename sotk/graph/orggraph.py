"""The graph of one structure: plain adjacency, each table made once, when it is first asked for.

Which kinds of units are no offices (functional groups, service sites, teams) is told by the caller:
the graph knows no pack. Every table costs one pass over the units; a chain costs its own length.
"""

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

from sotk.model import Structure, Unit


class OrgGraph:
    """Chains, spans, depths and sizes of a structure.

    `groups` are the kinds that are no office of their own: they have no structural head and do not
    count in structural spans and depths. `parents` may be given where it is known from an earlier
    graph that shares it.
    """

    def __init__(
        self,
        structure: Structure,
        groups: Collection[str] = (),
        parents: Mapping[str, str] | None = None,
    ) -> None:
        self.structure = structure
        self.groups = frozenset(groups)
        if parents is not None:
            self.__dict__["parents"] = parents

    @cached_property
    def parents(self) -> Mapping[str, str]:
        """The superior of every unit but the root."""
        return {child: unit for unit, below in self.structure.children.items() for child in below}

    @cached_property
    def order(self) -> tuple[str, ...]:
        """All units in the order of the chart, each before its subordinates."""
        children = self.structure.children
        found: list[str] = []
        waiting = [self.structure.root]
        while waiting:
            unit = waiting.pop()
            found.append(unit)
            if unit in children:
                waiting.extend(reversed(children[unit]))
        return tuple(found)

    @cached_property
    def depths(self) -> Mapping[str, int]:
        """The layer of every unit, the root's being 1; a group stands in the layer of its unit."""
        units, groups, parents = self.structure.units, self.groups, self.parents
        found = {self.structure.root: 1}
        for unit in self.order[1:]:
            found[unit] = found[parents[unit]] + (units[unit].kind not in groups)
        return found

    @cached_property
    def sizes(self) -> Mapping[str, int]:
        """How many units each branch holds, its top included."""
        found = dict.fromkeys(self.order, 1)
        for unit in reversed(self.order[1:]):
            found[self.parents[unit]] += found[unit]
        return found

    @cached_property
    def heights(self) -> Mapping[str, int]:
        """How many layers of offices each branch has, its top included."""
        units, groups = self.structure.units, self.groups
        found = dict.fromkeys(self.order, 1)
        for unit in reversed(self.order[1:]):
            parent = self.parents[unit]
            reach = found[unit] + (units[unit].kind not in groups)
            found[parent] = max(found[parent], reach)
        return found

    @cached_property
    def layers(self) -> tuple[tuple[str, ...], ...]:
        """The offices of each layer, the root's first, in the order of the chart."""
        found: list[list[str]] = [[] for _ in range(max(self.depths.values()))]
        for unit in self.order:
            if self.is_office(unit):
                found[self.depths[unit] - 1].append(unit)
        return tuple(tuple(layer) for layer in found)

    def unit(self, unit: str) -> Unit:
        """A unit by its id. Raises KeyError for one the structure does not have."""
        return self.structure.units[unit]

    def parent(self, unit: str) -> str | None:
        """The superior of a unit; None for the root."""
        return self.parents.get(unit)

    def is_office(self, unit: str) -> bool:
        """Whether a unit has a head of its own; the root always has."""
        return self.structure.units[unit].kind not in self.groups or unit == self.structure.root

    def chain(self, unit: str) -> tuple[str, ...]:
        """The units from this one up to the root, both included."""
        found = [unit]
        while (above := self.parents.get(found[-1])) is not None:
            found.append(above)
        return tuple(found)

    def depth(self, unit: str) -> int:
        """The layer of a unit, the root's being 1, found along its chain."""
        if "depths" in self.__dict__:
            return self.depths[unit]
        units, groups = self.structure.units, self.groups
        return 1 + sum(units[above].kind not in groups for above in self.chain(unit)[:-1])

    def height(self, unit: str) -> int:
        """The layers of offices of a branch, its top included, found along the branch."""
        if "heights" in self.__dict__:
            return self.heights[unit]
        units, children, groups = self.structure.units, self.structure.children, self.groups
        waiting, highest = [(unit, 1)], 1
        while waiting:
            above, layer = waiting.pop()
            for child in children.get(above, ()):
                reach = layer + (units[child].kind not in groups)
                highest = max(highest, reach)
                if child in children:
                    waiting.append((child, reach))
        return highest

    def offices_below(self, unit: str) -> tuple[str, ...]:
        """The direct subordinates that are offices, in order."""
        return tuple(child for child in self.structure.below(unit) if self.is_office(child))

    def groups_below(self, unit: str) -> tuple[str, ...]:
        """The direct subordinates that are groups or sites, in order."""
        return tuple(child for child in self.structure.below(unit) if not self.is_office(child))

    def span(self, unit: str) -> int:
        """How many offices report to a unit directly."""
        units, groups = self.structure.units, self.groups
        return sum(units[child].kind not in groups for child in self.structure.below(unit))

    def branch(self, unit: str) -> Iterator[str]:
        """The units of a branch in the order of the chart, its top first."""
        return (found.id for found in self.structure.walk(unit))
