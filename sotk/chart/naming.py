"""Names by which units are told apart where several are spoken of at once: two that have one name are
told apart by the nearest unit above them that differs, units of several agencies also by their agency.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from sotk.findings.names import clean
from sotk.model import Structure, Unit

UnitKey: TypeAlias = tuple[str, str]
"""The id of a structure and that of a unit in it."""


def told_apart(structures: Iterable[Structure]) -> dict[UnitKey, str]:
    """A name for each unit; no two are equal unless their whole chains of command are."""
    structures = tuple({structure.id: structure for structure in structures}.values())
    names = {
        (structure.id, unit.id): clean(unit.name) for structure in structures for unit in structure.walk()
    }
    met = Counter(names.values())
    shared = [key for key, name in names.items() if met[name] > 1]
    chains = {
        key: _chain(structure, key[1]) for structure in structures for key in shared if key[0] == structure.id
    }
    alike: dict[str, list[UnitKey]] = {}
    for key in shared:
        alike.setdefault(names[key], []).append(key)
    for name, keys in alike.items():
        for key in keys:
            names[key] = (
                f"{name} ({_telling(chains[key], [chains[other] for other in keys if other != key])})"
            )
    return names


def branch(structure: Structure, unit: str) -> str:
    """The unit right below the root that a unit is or stands under; the root for itself."""
    below = structure.units[unit]
    while below.parent is not None and below.parent != structure.root:
        below = structure.units[below.parent]
    return below.id


def raised(structure: Structure, depth: int | None) -> Mapping[str, str]:
    """Each unit with the one it is counted with: itself, or the one above it at `depth` levels below the root."""
    found: dict[str, str] = {}
    levels: dict[str, int] = {}
    for unit in structure.walk():
        above = unit.parent
        levels[unit.id] = 0 if above is None else levels[above] + 1
        within = depth is None or levels[unit.id] <= depth or above is None
        found[unit.id] = unit.id if within or above is None else found[above]
    return found


def _chain(structure: Structure, unit: str) -> tuple[str, ...]:
    """The names above a unit, nearest first, ended by that of the agency."""
    above: list[str] = []
    each: Unit = structure.units[unit]
    while each.parent is not None:
        each = structure.units[each.parent]
        above.append(clean(each.short or each.name))
    return (*above, clean(structure.name))


def _telling(chain: tuple[str, ...], others: Sequence[tuple[str, ...]]) -> str:
    """The nearest name of a chain that no other chain has at its level; else all of it."""
    for n, name in enumerate(chain):
        if all(other[n : n + 1] != chain[n : n + 1] for other in others):
            return name
    return " / ".join(chain)
