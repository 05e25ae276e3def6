"""Which units stand in the matrix, and what each of its cells says.

A cell holds the highest score of the duties of two units, not a sum: a sum grows with the number of duties
and is no likelihood. How many pairs of duties there are stands beside it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from sotk.chart.naming import UnitKey, branch, raised, told_apart
from sotk.findings.names import clean
from sotk.model import Structure

if TYPE_CHECKING:
    from sotk.overlap.carried import DutyOverlap

Change: TypeAlias = Literal["", "kept", "new", "gone"]
MOST_UNITS: Final = 40
"""More cannot be read on one page; those of the surest overlaps are kept, the others counted."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An overlap for the matrix, and how it changed where two structures are compared."""

    overlap: "DutyOverlap"
    change: Change = ""


@dataclass(frozen=True, slots=True)
class Head:
    """A unit of the matrix: its name, its agency, the branch it stands in, whether what is shown of it is illustrative."""

    key: UnitKey
    name: str
    agency: str
    group: str
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Two units by their places, the lower first; the same place for overlaps within a branch.

    `entries` are its overlaps, the surest first. A cell is `delegation` where all of them hand a duty down.
    """

    column: int
    row: int
    entries: tuple[Entry, ...]
    delegation: bool
    change: Change

    @property
    def score(self) -> float:
        """The score of the surest overlap, 0 to 1."""
        return self.entries[0].overlap.score


@dataclass(frozen=True, slots=True)
class Matrix:
    """Units in the order of the chart and the cells between them; and how many are not shown."""

    heads: tuple[Head, ...]
    cells: tuple[Cell, ...]
    pairs: int
    """Pairs of units that overlap, shown or not, delegation apart."""
    without: int
    """Units that have no overlap."""
    beyond: int
    """Units that have one and are not shown, because there are too many."""


def matrix(
    structures: Sequence[Structure],
    entries: Iterable[Entry],
    *,
    depth: int | None = None,
    delegation: bool = False,
    most: int = MOST_UNITS,
) -> Matrix:
    """The matrix of overlaps between the units of structures; `depth` counts deeper units with those above.

    Units that only hand duties down stand in it where `delegation` is asked for; between units that stand
    in it anyway it is always shown.
    """
    counted = {structure.id: raised(structure, depth) for structure in structures}
    found: dict[tuple[UnitKey, UnitKey], list[Entry]] = {}
    order = _order(structures, counted)
    for entry in entries:
        ends = [
            _counted(counted, side.structure, side.unit.id) for side in (entry.overlap.a, entry.overlap.b)
        ]
        if any(end not in order for end in ends):
            continue  # a unit of the structure before that is gone
        first, second = sorted(ends, key=order.__getitem__)
        if first != second or not entry.overlap.delegation:
            found.setdefault((first, second), []).append(entry)
    cells = {ends: _told(each) for ends, each in found.items()}
    overlapping = {ends: told for ends, told in cells.items() if delegation or not told[1]}
    shown, beyond = _chosen(overlapping, most)
    places = {key: n for n, key in enumerate(sorted(shown, key=order.__getitem__))}
    drawn = tuple(
        Cell(places[a], places[b], each, is_delegation, _change(each))
        for (a, b), (each, is_delegation) in sorted(
            cells.items(), key=lambda one: [order[end] for end in one[0]]
        )
        if a in places and b in places
    )
    said = _said((entry for cell in drawn for entry in cell.entries), counted)
    return Matrix(
        _heads(structures, places, said),
        drawn,
        sum(1 for _, is_delegation in cells.values() if not is_delegation),
        len(order) - len(shown) - beyond,
        beyond,
    )


def _order(structures: Sequence[Structure], counted: Mapping[str, Mapping[str, str]]) -> dict[UnitKey, int]:
    keys = [
        (each.id, unit.id)
        for each in structures
        for unit in each.walk()
        if counted[each.id][unit.id] == unit.id
    ]
    return {key: n for n, key in enumerate(keys)}


def _counted(counted: Mapping[str, Mapping[str, str]], structure: str, unit: str) -> UnitKey:
    return structure, counted.get(structure, {}).get(unit, unit)


def _told(entries: list[Entry]) -> tuple[tuple[Entry, ...], bool]:
    """The overlaps that a cell speaks of: true ones where there are any, else those handed down."""
    true = [entry for entry in entries if not entry.overlap.delegation]
    current = [entry for entry in true if entry.change != "gone"] or true or entries
    return tuple(sorted(current, key=lambda entry: -entry.overlap.score)), not true


def _change(entries: tuple[Entry, ...]) -> Change:
    changes = {entry.change for entry in entries}
    return next((each for each in ("new", "gone", "kept") if each in changes), "")


def _chosen(
    cells: Mapping[tuple[UnitKey, UnitKey], tuple[tuple[Entry, ...], bool]], most: int
) -> tuple[frozenset[UnitKey], int]:
    """The units of the surest overlaps, true ones before those handed down; and how many are left."""
    chosen: set[UnitKey] = set()
    every = {end for ends in cells for end in ends}
    surest = sorted(cells.items(), key=lambda one: (one[1][1], -one[1][0][0].overlap.score, one[0]))
    for ends, _ in surest:
        if len(chosen.union(ends)) <= most:
            chosen.update(ends)
    return frozenset(chosen), len(every) - len(chosen)


def _heads(
    structures: Sequence[Structure], keys: Iterable[UnitKey], said: Mapping[UnitKey, set[str]]
) -> tuple[Head, ...]:
    by_id = {structure.id: structure for structure in structures}
    names = {key: name for structure in structures for key, name in told_apart([structure]).items()}
    heads = []
    for key in keys:
        structure = by_id[key[0]]
        group = clean(structure.units[branch(structure, key[1])].name)
        marked = structure.header.illustrative
        own = {key[1], f"{key[1]}.name"} | said.get(key, set())
        illustrative = not isinstance(marked, bool) and not own.isdisjoint(marked)
        heads.append(Head(key, names[key], clean(structure.name), group, illustrative))
    return tuple(heads)


def _said(entries: Iterable[Entry], counted: Mapping[str, Mapping[str, str]]) -> dict[UnitKey, set[str]]:
    """By unit of the matrix, what may be listed as illustrative of the duties that are counted with it."""
    said: dict[UnitKey, set[str]] = {}
    for entry in entries:
        for side in (entry.overlap.a, entry.overlap.b):
            key = _counted(counted, side.structure, side.unit.id)
            names = (side.unit.id, f"{side.unit.id}.duties", side.duty.id, f"{side.duty.id}.text")
            said.setdefault(key, set()).update(names)
    return said
