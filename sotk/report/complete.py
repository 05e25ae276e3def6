"""What a reviewer asks of a structure, and how far it is there: all, some, none, or it cannot be told.

Counts what the structure itself can show; papers beside it are not known here.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.model import Indicator, Position, Structure, Unit
from sotk.report.material import Material
from sotk.report.posts import title_of

State: TypeAlias = Literal["there", "partly", "missing", "unknown"]
STATES: Final[dict[State, Message]] = {
    "there": msg("there"),
    "partly": msg("incomplete"),
    "missing": msg("not there"),
    "unknown": msg("cannot be told"),
}
_ANNEX: Final = {
    "number": msg("Number of the annex"),
    "date": msg("Day of the annex"),
    "title": msg("Subject of the annex"),
    "signatory_name": msg("Name of who signs the annex"),
}
_NAMED: Final = 4
"""So many of what is missing are named."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A thing that is asked for, whether it is there, and what is missing of it."""

    what: Message | str
    state: State
    remark: Message | None = None


def asked(material: Material) -> Iterator[Asked]:
    """What is asked of the structure itself."""
    yield from _header(material)
    yield from _units(material)
    yield from _posts(material)
    yield from _performance(material.structure)


def asked_of_proposal(material: Material) -> Iterator[Asked]:
    """What is asked of a proposal: reasons and decisions of its changes."""
    scenario = material.scenario
    if scenario is None:
        return
    numbers = [(str(at), change) for at, change in enumerate(scenario.operations, 1)]
    yield _counted(
        msg("A reason for every change"),
        [(name, bool(change.why)) for name, change in numbers],
        msg("changes {names}"),
    )
    yield _counted(
        msg("Every change says who proposed it"),
        [(name, bool(change.proposed_by)) for name, change in numbers],
        msg("changes {names}"),
    )
    yield _counted(
        msg("Every change is decided"),
        [(name, change.status != "usul") for name, change in numbers],
        msg("changes {names}"),
    )
    done = [(name, int(name) not in material.skipped) for name, _change in numbers]
    yield _counted(msg("Every change can be carried out"), done, msg("changes {names}"))


def _header(material: Material) -> Iterator[Asked]:
    header, structure = material.structure.header, material.structure
    yield _one(msg("Legal basis"), present=bool(header.legal_basis))
    yield _one(msg("Day of effect"), present=header.effective is not None)
    if any(limit.agency_types for limit in material.pack.limits):
        agency = header.agency
        yield _one(msg("Type of the agency"), present=bool(agency and agency.type))
        yield _one(
            msg("Score of the mapping of affairs"), present=agency is not None and agency.score is not None
        )
    if material.pack.chart.annex:
        annex = header.annex
        for field, what in _ANNEX.items():
            yield _one(what, present=bool(annex and getattr(annex, field)))
    loose = [(clean(unit.name), False) for unit in material.unplaced]
    yield _counted(msg("Every unit has a place"), [*((unit.id, True) for unit in structure.walk()), *loose])


def _units(material: Material) -> Iterator[Asked]:
    def structural(unit: Unit) -> bool:
        kind = material.pack.kind(unit.kind)
        return kind is None or kind.structural

    offices = [unit for unit in material.structure.walk() if structural(unit)]
    heads = [(unit, unit.head) for unit in offices if unit.head]
    yield _of_units(msg("A head for every office"), offices, lambda unit: unit.head is not None)
    yield _counted(
        msg("Echelon of every head"), [(title_of(head), bool(head.echelon)) for _unit, head in heads]
    )
    yield _of_units(msg("A mission for every office"), offices, _has("tugas"))
    yield _of_units(msg("Functions of every office"), offices, _has("fungsi"))


def _has(level: str) -> Callable[[Unit], bool]:
    def told(unit: Unit) -> bool:
        own = (*unit.duties, *(unit.head.duties if unit.head else ()))
        return any(duty.level == level for duty in own)

    return told


def _posts(material: Material) -> Iterator[Asked]:
    every = [post for _unit, post in material.structure.positions()]
    below = [post for unit in material.structure.walk() for post in unit.positions]
    yield _of_posts(msg("Job class of every post"), every, lambda post: post.job_class is not None)
    yield _of_posts(msg("Need of every post"), every, lambda post: post.need is not None)
    yield _of_posts(msg("Incumbents of every post"), every, lambda post: post.filled is not None)
    yield _of_posts(msg("Workload of every post below the heads"), below, lambda post: bool(post.workload))


def _performance(structure: Structure) -> Iterator[Asked]:
    yield _one(msg("Performance tree"), present=bool(structure.objectives))
    parts: tuple[tuple[Message, Callable[[Indicator], bool]], ...] = (
        (msg("A leading unit for every indicator"), lambda each: each.lead is not None),
        (msg("Formula, unit of measure and source of every indicator"), _defined),
        (msg("Targets of every indicator"), lambda each: bool(each.targets)),
    )
    for what, there in parts:
        yield _counted(what, [(clean(each.text), there(each)) for each in structure.indicators])


def _defined(indicator: Indicator) -> bool:
    return bool(indicator.formula and indicator.measure and indicator.source)


def _of_units(what: Message, units: Iterable[Unit], there: Callable[[Unit], bool]) -> Asked:
    return _counted(what, [(clean(unit.name), there(unit)) for unit in units])


def _of_posts(what: Message, posts: Iterable[Position], there: Callable[[Position], bool]) -> Asked:
    return _counted(what, [(title_of(post), there(post)) for post in posts])


def _one(what: Message, *, present: bool) -> Asked:
    return Asked(what, "there" if present else "missing")


def _counted(what: Message | str, each: Sequence[tuple[str, bool]], naming: Message | None = None) -> Asked:
    """How many of several are there; of none at all it cannot be told."""
    if not each:
        return Asked(what, "unknown", msg("there is nothing to look at"))
    missing = [name for name, there in each if not there]
    if not missing:
        return Asked(what, "there", msg("{n} of {all}", n=len(each), all=len(each)))
    names: tuple[str, ...] = tuple(missing[:_NAMED])
    told = msg("{names}", names=names) if naming is None else Message(naming.text, {"names": names})
    more = len(missing) - len(names)
    args = {"n": len(each) - len(missing), "all": len(each)}
    remark = (
        msg("{n} of {all}; missing: {names} and {more} more", **args, names=told, more=more)
        if more
        else msg("{n} of {all}; missing: {names}", **args, names=told)
    )
    return Asked(what, "missing" if len(missing) == len(each) else "partly", remark)
