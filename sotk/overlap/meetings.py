"""Which objects of which duties could meet at all: those that share a word or a wider term."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from sotk.overlap.kinship import reach
from sotk.overlap.values import Reading


class Could(NamedTuple):
    """Of the objects of one duty that could meet one of another: their weight, and the most of one."""

    mass: float = 0.0
    best: float = 0.0


NOTHING = Could()
Met = dict[int, tuple[Could, Could]]
"""For each duty that could be met: what of the asking one it meets, and what of it the asking one does."""


class Meetings:
    """Lists of the objects of some duties by each of their words and wider terms."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._objects: list[tuple[int, float]] = []
        """The duty of each object, and its weight."""
        self._holding: defaultdict[str, list[int]] = defaultdict(list)
        for at, reading in enumerate(readings):
            for term in reading.objects:
                for part in reach(term.concept):
                    self._holding[part].append(len(self._objects))
                self._objects.append((at, term.weight))

    def of(self, reading: Reading) -> Met:
        """The duties whose objects could meet those of a reading."""
        mine: dict[int, Could] = {}
        theirs: dict[int, Could] = {}
        for term in reading.objects:
            for duty in {self._objects[at][0] for at in self._sharing(reach(term.concept))}:
                _add(mine, duty, term.weight)
        for at in self._sharing(reading.reach):
            _add(theirs, *self._objects[at])
        return {duty: (met, theirs[duty]) for duty, met in mine.items()}

    def _sharing(self, parts: Iterable[str]) -> set[int]:
        return {at for part in parts for at in self._holding.get(part, ())}


def _add(met: dict[int, Could], duty: int, weight: float) -> None:
    mass, best = met.get(duty, NOTHING)
    met[duty] = Could(mass + weight, max(best, weight))
