"""The duties of structures as statements, and their overlaps by pairs of units.

The only module of the room that knows structures. A duty of a head or another position is a duty of its
unit: regulations often give the duties of a unit to its head.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sotk.model import Duty, Structure, Unit
from sotk.overlap.found import Overlap
from sotk.overlap.index import Index
from sotk.overlap.reading import read
from sotk.overlap.values import Judgement, Statement

SURE = 0.5
"""The score from which an overlap is shown unless another is asked for."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A duty with the structure and the unit that carry it, and the statement made of them."""

    structure: str
    unit: Unit
    duty: Duty
    statement: Statement


@dataclass(frozen=True, slots=True)
class DutyOverlap:
    """Two duties of two units that may be the same work."""

    a: Carried
    b: Carried
    found: Overlap

    @property
    def score(self) -> float:
        """How sure it is that both are the same work, 0 to 1."""
        return self.found.score

    @property
    def delegation(self) -> bool:
        """Whether one unit stands above the other, so that repeating a duty hands it down."""
        return self.found.delegation

    @property
    def judgement(self) -> Judgement:
        """The same score with the reasons for it; worked out when it is asked for."""
        return self.found.judgement


@dataclass(frozen=True, slots=True)
class UnitPair:
    """All overlaps between two units, the surest first."""

    a: Carried
    b: Carried
    overlaps: tuple[DutyOverlap, ...]

    @property
    def score(self) -> float:
        """That of the surest overlap, 0 to 1."""
        return self.overlaps[0].score

    @property
    def delegation(self) -> bool:
        """Whether nothing stands between the two but duties handed down."""
        return all(overlap.delegation for overlap in self.overlaps)


def carried(structure: Structure) -> tuple[Carried, ...]:
    """Every duty of a structure, ready to be compared. Support of another's duty is no duty of one's own."""
    paths: dict[str, tuple[str, ...]] = {}
    kinds: dict[str, tuple[str, ...]] = {}
    bodies: dict[str, tuple[str, ...]] = {}
    sites: dict[str, str] = {}
    found: list[Carried] = []
    area = _area(structure)
    for unit in structure.walk():
        above = unit.parent
        paths[unit.id] = (*(paths[above] if above is not None else (structure.id,)), unit.id)
        kinds[unit.id] = () if above is None else (*kinds[above], structure.units[above].kind)
        bodies[unit.id] = (*(() if above is None else bodies[above]), unit.name, unit.short or "")
        sites[unit.id] = unit.site or ("" if above is None else sites[above])
    for unit, duty in structure.duties():
        if duty.role != "support":
            statement = Statement(
                text=duty.text,
                unit=unit.name,
                kind=unit.kind,
                code=duty.code,
                clients=duty.clients,
                stage=duty.stage,
                role=duty.role,
                path=paths[unit.id],
                within=kinds[unit.id],
                bodies=bodies[unit.id],
                site=duty.site or sites[unit.id],
                area=area,
            )
            found.append(Carried(structure.id, unit, duty, statement))
    return tuple(found)


def _area(structure: Structure) -> str:
    government = structure.header.government
    return f"{government.level or ''} {government.name or ''}".strip() if government else ""


def executes(duty: Carried) -> bool:
    """Whether the unit of a duty carries out (UPTD, service site, what stands below one)."""
    return read(duty.statement).operational


def phases_of(duty: Carried) -> frozenset[str]:
    """The phases of work a duty names or declares; see `phases.py`."""
    return read(duty.statement).phases


def overlaps(structures: Iterable[Structure], threshold: float = SURE) -> tuple[DutyOverlap, ...]:
    """The overlaps within and between structures, the surest first."""
    duties: Sequence[Carried] = [duty for structure in structures for duty in carried(structure)]
    index = Index.build([duty.statement for duty in duties])
    return tuple(DutyOverlap(duties[found.i], duties[found.j], found) for found in index.pairs(threshold))


def by_units(found: Iterable[DutyOverlap]) -> tuple[UnitPair, ...]:
    """Overlaps grouped by the pair of units they are between, the surest pair first."""
    pairs: dict[frozenset[tuple[str, str]], list[DutyOverlap]] = {}
    for overlap in found:
        key = frozenset((side.structure, side.unit.id) for side in (overlap.a, overlap.b))
        pairs.setdefault(key, []).append(overlap)
    groups = [UnitPair(group[0].a, group[0].b, tuple(group)) for group in pairs.values()]
    return tuple(sorted(groups, key=lambda pair: -pair.score))
