"""The search among few duties, as long as that costs less than loading numpy.

Every pair is bounded, those that can reach the threshold are compared: the answer is that of comparing all.
"""

from collections.abc import Sequence

from sotk.overlap.bounds import Bounds, Known
from sotk.overlap.judge import likeness
from sotk.overlap.meetings import Meetings
from sotk.overlap.reading import read
from sotk.overlap.values import Statement


class Few:
    """Duties with their readings."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements: list[Statement] = []
        self._known: list[Known] = []
        self.add(statements)

    def add(self, statements: Sequence[Statement]) -> None:
        self._statements += statements
        self._known += [Known.of(read(each)) for each in statements]
        self._lists: Meetings | None = None

    def replace(self, at: int, statement: Statement) -> None:
        self._statements[at] = statement
        self._known[at] = Known.of(read(statement))
        self._lists = None

    def pairs(self, threshold: float, limit: int) -> list[tuple[float, int, int]]:
        """The surest pairs of two units that score at least `threshold`, at most `limit` of them."""
        found = [
            (score, i, j)
            for i, statement in enumerate(self._statements)
            for score, j in self._partners(statement, self._known[i], threshold, i + 1)
        ]
        return sorted(found, key=lambda one: (-one[0], one[1:]))[:limit]

    def near(self, statement: Statement, threshold: float) -> list[tuple[float, int]]:
        """Duties of other units that score at least `threshold` with this one, surest first."""
        found = self._partners(statement, Known.of(read(statement)), threshold, 0)
        return sorted(found, key=lambda one: (-one[0], one[1]))

    def _partners(
        self, statement: Statement, known: Known, threshold: float, first: int
    ) -> list[tuple[float, int]]:
        """Those from the place `first` on."""
        holder = statement.holder
        held = [each.holder for each in self._statements[first:]]
        places = [at for at, other in enumerate(held, first) if not other or other != holder]
        hopeful = Bounds(threshold).hopeful(known, self._known, self._meetings().of(known.reading), places)
        scored = [(likeness(known.reading, self._known[at].reading), at) for at in hopeful]
        return [one for one in scored if one[0] >= threshold]

    def _meetings(self) -> Meetings:
        if self._lists is None:
            self._lists = Meetings(each.reading for each in self._known)
        return self._lists
