"""The board of duties: who carries what, who else says the same, what nobody carries any more.

A duty overlaps with another one where both read as the same work; between a unit and one below it that is
no overlap but delegation.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from sotk.files import plain
from sotk.locale import Message
from sotk.model import Add, Duty, Operation, Remove, Set, Structure, TransferDuty, Unit, Waiver
from sotk.session.boards import Key
from sotk.session.boards.posts import posts_of

if TYPE_CHECKING:
    from sotk.overlap.carried import DutyOverlap

Only: TypeAlias = Literal["all", "overlapping", "delegated", "unassigned", "found"]
ONLY: Final[tuple[Only, ...]] = ("all", "overlapping", "delegated", "unassigned", "found")
OVERLAP_RULES: Final = ("FUN004", "FUN012")
"""The rules that tell of overlaps: a waiver of one of them accepts an overlap of its duty."""
NOBODY: Final[Key] = ("nobody", "")
"""The heading of the duties of the base that no unit carries any more."""


@dataclass(frozen=True, slots=True)
class Shared:
    """An overlap as seen from one duty: the other one, and how sure it is, 0 to 1."""

    duty: str
    unit: str
    overlap: "DutyOverlap"

    @property
    def score(self) -> float:
        """How sure it is that both are the same work, 0 to 1."""
        return self.overlap.score

    @property
    def delegation(self) -> bool:
        """Whether one unit stands above the other, so that repeating a duty hands it down."""
        return self.overlap.delegation

    @property
    def reasons(self) -> tuple[Message, ...]:
        """Why both are, or are not, the same work; found when it is asked for."""
        return tuple(reason.message for reason in self.overlap.judgement.reasons)


Sharing: TypeAlias = Mapping[str, tuple[Shared, ...]]
"""The overlaps of each duty that has any, the surest first."""


@dataclass(frozen=True, slots=True)
class DutyChoice:
    """What is shown: duties that hold some words, only some of them."""

    words: str = ""
    only: Only = "all"


def sharing(structure: Structure) -> Sharing:
    """The overlaps and delegations of every duty. After an edit only what changed is compared anew."""
    from sotk.overlap.standing import standing

    found: dict[str, list[Shared]] = {}
    for overlap in standing(structure):
        a, b = overlap.a, overlap.b
        found.setdefault(a.duty.id, []).append(Shared(b.duty.id, b.unit.id, overlap))
        found.setdefault(b.duty.id, []).append(Shared(a.duty.id, a.unit.id, overlap))
    return {duty: tuple(entries) for duty, entries in found.items()}


def duties_by_id(structure: Structure) -> dict[str, tuple[Unit, Duty]]:
    """Every duty with its unit, in the order of the chart."""
    return {duty.id: (unit, duty) for unit in structure.walk() for duty in _carried(unit)}


def lost(structure: Structure, base: Structure | None) -> dict[str, tuple[Unit, Duty]]:
    """The duties of the base that no unit carries any more, with the unit that carried each."""
    if base is None or base is structure:
        return {}
    known = duties_by_id(structure)
    return {id_: found for id_, found in duties_by_id(base).items() if id_ not in known}


def rows(
    structure: Structure,
    base: Structure | None,
    choice: DutyChoice,
    shared: Sharing,
    found: Collection[str] = (),
) -> list[Key]:
    """The lines: units with their duties below them, before all what nobody carries any more."""
    gone = [id_ for id_, (_unit, duty) in lost(structure, base).items() if _holds(duty, "", choice.words)]
    lines: list[Key] = []
    if gone and choice.only in ("all", "unassigned"):
        lines = [NOBODY, *(("lost", id_) for id_ in gone)]
    every = choice.only == "all" and not choice.words
    for unit in structure.walk():
        duties = _carried(unit)
        shown = duties if every else [duty for duty in duties if _fits(unit, duty, choice, shared, found)]
        empty = not duties and choice.only in ("all", "unassigned")
        if shown or (empty and choice.words.casefold() in unit.name.casefold()):
            lines.append(("unit", unit.id))
            lines += [("duty", duty.id) for duty in shown]
    return lines


def transfer(structure: Structure, duties: Sequence[str], to: str) -> tuple[Operation, ...]:
    """Duties to a unit, in their order; one whose superior duty goes along anyway needs no operation."""
    known = duties_by_id(structure)
    chosen = [duty for duty in duties if duty in known and known[duty][0].id != to]
    going = frozenset(chosen)
    return tuple(
        TransferDuty(duty=duty, to=to)
        for duty in chosen
        if not any(
            above in going and known[above][0].id == known[duty][0].id for above in _above(known, duty)
        )
    )


def merge(structure: Structure, kept: str, others: Iterable[str]) -> tuple[Operation, ...]:
    """One duty of several that say the same: the others go, what stands below them comes to stand below it."""
    known = duties_by_id(structure)
    gone = [duty for duty in dict.fromkeys(others) if duty in known and duty != kept]
    if kept not in known or not gone:
        return ()
    above_kept = frozenset(_above(known, kept))
    steps: list[Operation] = []
    for id_, (_unit, duty) in known.items():
        if duty.parent in gone and id_ not in gone:
            below = id_ != kept and id_ not in above_kept
            free = next((above for above in _above(known, id_) if above not in gone), None)
            steps.append(Set(entity="duty", id=id_, field="parent", value=kept if below else free))
    below_first = sorted(gone, key=lambda duty: -len(_above(known, duty)))
    return (*steps, *(Remove(entity="duty", id=duty) for duty in below_first))


def assign(structure: Structure, base: Structure, duties: Iterable[str], to: str) -> tuple[Operation, ...]:
    """Duties of the base that nobody carries any more, given to a unit under their old ids."""
    known, gone = duties_by_id(structure), lost(structure, base)
    made: list[Operation] = []
    there = set(known)
    for id_ in duties:
        if id_ in gone:
            data = plain(gone[id_][1])
            if data.get("parent") not in there:
                data.pop("parent", None)
            there.add(id_)
            made.append(Add(entity="duty", to=to, value=data))
    return tuple(made)


def removal(structure: Structure, duties: Iterable[str]) -> tuple[Operation, ...]:
    """Remove duties, those below others first, so that none loses its place."""
    known = duties_by_id(structure)
    wanted = sorted((duty for duty in duties if duty in known), key=lambda duty: -len(_above(known, duty)))
    return tuple(Remove(entity="duty", id=duty) for duty in wanted)


def acceptance(structure: Structure, duty: str, other: str) -> Waiver | None:
    """The waiver that accepts the overlap of two duties; None where there is none."""
    return next(
        (
            waiver
            for waiver in structure.waivers
            if waiver.rule in OVERLAP_RULES and waiver.entity == "duty" and waiver.subject in (duty, other)
        ),
        None,
    )


def _carried(unit: Unit) -> Sequence[Duty]:
    """The duties of a unit, those of its posts after its own."""
    of_posts = [duty for post in posts_of(unit) for duty in post.duties]
    return (*unit.duties, *of_posts) if of_posts else unit.duties


def _fits(unit: Unit, duty: Duty, choice: DutyChoice, shared: Sharing, found: Collection[str]) -> bool:
    if not _holds(duty, unit.name, choice.words):
        return False
    if choice.only == "all":
        return True
    near = shared.get(duty.id, ())
    return {
        "overlapping": any(not each.delegation for each in near),
        "delegated": any(each.delegation for each in near),
        "unassigned": False,
        "found": duty.id in found,
    }[choice.only]


def _holds(duty: Duty, unit: str, words: str) -> bool:
    return not words or words.casefold() in f"{duty.text} {duty.code or ''} {unit}".casefold()


def _above(known: Mapping[str, tuple[Unit, Duty]], duty: str) -> list[str]:
    """The duties one stands below, nearest first."""
    found: list[str] = []
    at = known[duty][1].parent
    while at is not None and at in known and at not in found:
        found.append(at)
        at = known[at][1].parent
    return found
