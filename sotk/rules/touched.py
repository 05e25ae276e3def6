"""What differs between two structures of one history, as far as rules must know it.

Structures share what did not change, so that identity tells nearly all of it; a value that was made
anew and is equal counts as touched, which costs a check and never a finding.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields

from sotk.model import Structure, Unit
from sotk.model.sharing import touched_units

UNIT_FIELDS = tuple(f"unit.{entry.name}" for entry in fields(Unit))
LISTS = ("objectives", "indicators", "lines", "teams", "waivers", "conflicts")
EVERY_FIELD = frozenset({*UNIT_FIELDS, "children", "superior"})


@dataclass(frozen=True, slots=True)
class Touched:
    """What an edit touched.

    `units` holds, for each unit touched or new, the fields that changed (`unit.head`), with `children`
    where the direct subordinates changed and `superior` where it came under another unit; `gone` the
    units that are no more; `rest` the fields of the header (`header.agency`) and the lists
    (`indicators`) that changed.
    """

    units: Mapping[str, frozenset[str]] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    rest: frozenset[str] = frozenset()

    @property
    def fields(self) -> frozenset[str]:
        """Every field touched anywhere."""
        return self.rest.union(*self.units.values())


def touched_between(old: Structure, new: Structure, units: Iterable[str] | None = None) -> Touched:
    """What changed.

    `units` bounds the search to units whose fields or direct subordinates the caller edited; branches
    that came or went need be named by their top only.
    """
    named = touched_units(old, new) if units is None else _with_branches(old, new, units)
    found: dict[str, set[str]] = {}
    for unit in named:
        before, after = old.units.get(unit), new.units.get(unit)
        if after is not None and before is not after:
            found.setdefault(unit, set()).update(_unit_fields(before, after))
        _note_children(unit, old, new, found)
    gone = frozenset(unit for unit in named if unit in old.units and unit not in new.units)
    return Touched({unit: frozenset(names) for unit, names in found.items()}, gone, _rest(old, new))


def _note_children(unit: str, old: Structure, new: Structure, found: dict[str, set[str]]) -> None:
    before, after = old.children.get(unit, ()), new.children.get(unit, ())
    if before is after or before == after:
        return
    if unit in new.units:
        found.setdefault(unit, set()).add("children")
    for child in set(after) - set(before):
        found.setdefault(child, set()).add("superior")


def _with_branches(old: Structure, new: Structure, units: Iterable[str]) -> set[str]:
    named = set(units)
    for unit in tuple(named):
        for here, there in ((old, new), (new, old)):
            if unit in here.units and unit not in there.units:
                named.update(found.id for found in here.walk(unit))
    for unit in tuple(named):
        came = set(new.below(unit)) - set(old.below(unit))
        went = set(old.below(unit)) - set(new.below(unit))
        for child in came:
            if child not in old.units:
                named.update(found.id for found in new.walk(child))
        for child in went:
            if child not in new.units:
                named.update(found.id for found in old.walk(child))
    return named


def _unit_fields(before: Unit | None, after: Unit) -> Iterable[str]:
    if before is None:
        return EVERY_FIELD
    return [
        f"unit.{entry.name}"
        for entry in fields(Unit)
        if (one := getattr(before, entry.name)) is not (other := getattr(after, entry.name)) and one != other
    ]


def _rest(old: Structure, new: Structure) -> frozenset[str]:
    lists = {name for name in LISTS if getattr(old, name) is not getattr(new, name)}
    if old.root != new.root:
        lists.add("root")
    if old.header is not new.header:
        lists |= {
            f"header.{entry.name}"
            for entry in fields(old.header)
            if getattr(old.header, entry.name) != getattr(new.header, entry.name)
        }
    return frozenset(lists)
