"""The overlaps of a structure, kept current over edits: one edited duty is compared anew, not all of them.

What is kept changes no answer; it only saves asking again. Structures are told apart by their id, and a
few are held: the editor, its proposals, a check of a workspace.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Sequence
from threading import Lock

from sotk.model import Structure
from sotk.overlap.carried import Carried, DutyOverlap, carried
from sotk.overlap.found import Overlap
from sotk.overlap.index import Index
from sotk.overlap.values import Statement

LEAST = 0.5
"""Overlaps below this score are not kept."""
MOST_STRUCTURES = 4
Pair = tuple[int, int]


class Standing:
    """Duties by id with their place in an index, and the overlaps between them."""

    def __init__(self) -> None:
        self._index = Index.build(())
        self._places: dict[str, int] = {}
        self._found: dict[Pair, Overlap] = {}
        self._pairs_of: defaultdict[int, set[Pair]] = defaultdict(set)

    def update(self, duties: Sequence[Carried]) -> tuple[DutyOverlap, ...]:
        """The overlaps among these duties, the surest first; only what changed is compared.

        In the order of their ids, so that no order of a file or of edits changes the answer.
        """
        by_id = {each.duty.id: each for each in sorted(duties, key=lambda each: each.duty.id)}
        statements = self._index.statements
        gone = [name for name in self._places if name not in by_id]
        fresh = [name for name in by_id if name not in self._places]
        edited = [
            name
            for name, each in by_id.items()
            if name in self._places and statements[self._places[name]] != each.statement
        ]
        if len(fresh) + len(edited) + len(gone) > len(by_id) // 4:
            self._all(by_id)
        else:
            self._some(by_id, gone, fresh, edited)
        return self._carried(by_id)

    def _all(self, by_id: dict[str, Carried]) -> None:
        self._index = Index.build([each.statement for each in by_id.values()])
        self._places = {name: at for at, name in enumerate(by_id)}
        self._found, self._pairs_of = {}, defaultdict(set)
        for overlap in self._index.pairs(LEAST):
            self._keep(overlap)

    def _some(self, by_id: dict[str, Carried], gone: list[str], fresh: list[str], edited: list[str]) -> None:
        for name in gone:
            self._put(self._places.pop(name), Statement(""))
        for name in edited:
            self._put(self._places[name], by_id[name].statement)
        for name in fresh:
            self._places[name] = self._index.add(by_id[name].statement)
        for name in (*edited, *fresh):
            for overlap in self._index.around(self._places[name], LEAST):
                self._keep(overlap)

    def _put(self, at: int, statement: Statement) -> None:
        self._index.replace(at, statement)
        for pair in self._pairs_of.pop(at, ()):
            self._found.pop(pair, None)

    def _keep(self, overlap: Overlap) -> None:
        pair = (min(overlap.i, overlap.j), max(overlap.i, overlap.j))
        self._found[pair] = overlap
        for at in pair:
            self._pairs_of[at].add(pair)

    def _carried(self, by_id: dict[str, Carried]) -> tuple[DutyOverlap, ...]:
        names = {at: name for name, at in self._places.items()}
        found = []
        for overlap in self._found.values():
            first, second = sorted((names[overlap.i], names[overlap.j]))
            found.append((-overlap.score, first, second, overlap))
        found.sort(key=lambda one: one[:3])
        return tuple(DutyOverlap(by_id[a], by_id[b], overlap) for _, a, b, overlap in found)


_HELD: OrderedDict[str, Standing] = OrderedDict()
_LOCK = Lock()


def standing(structure: Structure) -> tuple[DutyOverlap, ...]:
    """The overlaps within a structure from `LEAST` on, the surest first."""
    duties = carried(structure)
    with _LOCK:
        held = _HELD.setdefault(structure.id, Standing())
        _HELD.move_to_end(structure.id)
        while len(_HELD) > MOST_STRUCTURES:
            _HELD.popitem(last=False)
        return held.update(duties)
