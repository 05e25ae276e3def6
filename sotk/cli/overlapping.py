"""What `sotk overlap` was asked, and what it found: which documents, which overlaps, which are left out."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from sotk.cli.language import follow
from sotk.cli.opened import opened, refuse, unit_of
from sotk.cli.progress import working
from sotk.locale import Language, msg

if TYPE_CHECKING:
    from sotk.model import Structure
    from sotk.overlap.carried import DutyOverlap
    from sotk.rules.accepted import Accepted
    from sotk.workspace import Opened

Change: TypeAlias = Literal["", "new", "gone", "kept"]
Key: TypeAlias = frozenset[tuple[str, str, str]]
BETWEEN: Final = ("agencies", "uptd")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which overlaps are looked for, and where."""

    paths: tuple[Path, ...]
    against: Path | None = None
    threshold: float = 0.5
    between: str | None = None
    units: tuple[str, ...] = ()
    """Ids: pairs with one side in this branch; of two ids, pairs between the two branches."""
    delegation: bool = False
    waived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An overlap; how it changed against another structure; why it is accepted, None where it is not."""

    overlap: "DutyOverlap"
    change: Change = ""
    accepted: str | None = None

    @property
    def key(self) -> Key:
        return key_of(self.overlap)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The overlaps that were asked for, the surest first, and how many pairs of duties were left out."""

    structures: tuple["Structure", ...]
    before: "Structure | None"
    language: Language
    threshold: float
    told: tuple[Told, ...]
    accepted: int = 0
    handed_down: int = 0
    partial: bool = False
    delegations: tuple["DutyOverlap", ...] = ()
    """Every duty handed down to a unit below, whether it was asked for or not."""


def find(asked: Asked) -> Found:
    """Open the documents and compare their duties; exit 2 where one cannot be read."""
    documents = _documents(asked.paths)
    if not documents:
        refuse(msg("Name a structure, a proposal or a folder, or a CSV file with --pairs."))
    search = _Search(asked, documents)
    if asked.against is not None:
        search.compare(asked.against)
    return search.found()


def key_of(overlap: "DutyOverlap") -> Key:
    """What makes two overlaps the same: the duties and who carries them."""
    return frozenset((side.structure, side.unit.id, side.duty.id) for side in (overlap.a, overlap.b))


@dataclass(slots=True)
class _Search:
    asked: Asked
    documents: tuple["Opened", ...]
    before: "Structure | None" = None
    fresh: dict[Key, Change] = field(default_factory=dict)
    gone: tuple["DutyOverlap", ...] = ()
    _every: tuple["DutyOverlap", ...] | None = None

    @property
    def structures(self) -> tuple["Structure", ...]:
        return tuple(each.structure for each in self.documents if each.structure is not None)

    @property
    def every(self) -> tuple["DutyOverlap", ...]:
        if self._every is None:
            self._every = _overlaps(self.structures, self.asked.threshold)
        return self._every

    def compare(self, against: Path) -> None:
        """Which overlaps are new, and which are gone, since another structure; exit 2 with several documents."""
        if len(self.documents) != 1:
            refuse(msg("--against compares one proposal or structure with another; name one."))
        document = self.documents[0]
        if str(against) == "base" and document.base is not None and not against.exists():
            self.before = document.base
        else:
            self.before = _structure(against)[0].structure
        assert self.before is not None  # noqa: S101 - `_structure` has refused
        before = {key_of(overlap): overlap for overlap in _overlaps((self.before,), self.asked.threshold)}
        now = {key_of(overlap) for overlap in self.every}
        self.fresh = {key: "kept" if key in before else "new" for key in now}
        self.gone = tuple(overlap for key, overlap in before.items() if key not in now)

    def found(self) -> Found:
        accepted = self._accepted()
        wanted = [
            Told(overlap=each, change=self.fresh.get(key_of(each), ""))
            for each in self._asked_for(self.every)
        ]
        wanted += [Told(overlap=each, change="gone") for each in self._asked_for(self.gone)]
        shown, left_out = list[Told](), 0
        for told in wanted:
            overlap = told.overlap
            if overlap.delegation and not self.asked.delegation:
                continue
            reason = None
            if overlap.a.structure == overlap.b.structure and told.change != "gone":
                reason = accepted[overlap.a.structure].reason(overlap)
            if reason is not None and not self.asked.waived:
                left_out += 1
                continue
            shown.append(Told(overlap=overlap, change=told.change, accepted=reason))
        handed = tuple(each.overlap for each in wanted if each.overlap.delegation and each.change != "gone")
        return Found(
            structures=self.structures,
            before=self.before,
            language=follow(None),
            threshold=self.asked.threshold,
            told=tuple(shown),
            accepted=left_out,
            handed_down=0 if self.asked.delegation else len(handed),
            partial=any(each.partial for each in self.documents),
            delegations=handed,
        )

    def _accepted(self) -> dict[str, "Accepted"]:
        from sotk.cli.reviewing import rule_settings
        from sotk.rules.accepted import Accepted

        return {
            each.structure.id: Accepted(each.structure, rule_settings(each))
            for each in self.documents
            if each.structure is not None
        }

    def _asked_for(self, overlaps: Iterable["DutyOverlap"]) -> list["DutyOverlap"]:
        from sotk.overlap.carried import executes

        branches = [self._branch(unit) for unit in self.asked.units]
        found = []
        for overlap in overlaps:
            sides = [(side.structure, side.unit.id) for side in (overlap.a, overlap.b)]
            if self.asked.between == "agencies" and sides[0][0] == sides[1][0]:
                continue
            if self.asked.between == "uptd" and executes(overlap.a) == executes(overlap.b):
                continue
            if len(branches) == 1 and not branches[0].intersection(sides):
                continue
            if len(branches) > 1 and not any(
                sides[0] in one and sides[1] in other
                for n, one in enumerate(branches)
                for m, other in enumerate(branches)
                if n != m
            ):
                continue
            found.append(overlap)
        return found

    def _branch(self, unit: str) -> frozenset[tuple[str, str]]:
        """The units of a branch, in whichever document it is; exit 2 for a stranger."""
        structures = (*self.structures, *([self.before] if self.before is not None else ()))
        if not any(unit in structure.units for structure in structures):
            unit = unit_of(structures[0], unit) or unit
        holding = [structure for structure in structures if unit in structure.units]
        return frozenset((each.id, below.id) for each in holding for below in each.walk(unit))


def _overlaps(structures: tuple["Structure", ...], threshold: float) -> tuple["DutyOverlap", ...]:
    from sotk.overlap.carried import overlaps

    with working(msg("Comparing duties")):
        return overlaps(structures, threshold)


def _documents(paths: tuple[Path, ...]) -> tuple["Opened", ...]:
    """The documents of the paths; a folder stands for the structures in it, not for its proposals."""
    from sotk.workspace import documents

    found: dict[str, tuple[Opened, Path]] = {}
    for path in paths:
        inside = path.is_dir()
        for each in documents(path) if inside else [path]:
            document, where = _structure(each)
            if inside and document.loaded.scenario:
                continue
            assert document.structure is not None  # noqa: S101 - `_structure` has refused
            known = found.setdefault(document.structure.id, (document, where))
            if known[1] != where:
                refuse(
                    msg(
                        "{path} and {other} are both {id}: compare one with the other by --against, or give each agency an id of its own.",
                        path=str(known[1]),
                        other=str(where),
                        id=document.structure.id,
                    )
                )
    return tuple(document for document, _ in found.values())


def _structure(path: Path) -> tuple["Opened", Path]:
    found, _ = opened(path)
    if found.structure is None:
        refuse(msg("{path} cannot be read; see sotk check.", path=str(path)))
    return found, path
