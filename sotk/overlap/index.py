"""All pairs among duties, kept current over edits: few are compared one by one, many through arrays."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sotk.overlap.few import Few
from sotk.overlap.found import Overlap
from sotk.overlap.values import Statement

if TYPE_CHECKING:
    from sotk.overlap.arrays.many import Many

FEW = 220
"""So many duties are compared one by one before numpy, a tenth of a second to load, would have been quicker."""
MOST_FOUND = 250_000
"""Pairs given at most, the surest ones; it bounds the memory of a search."""


class Index:
    """Duties ready to be searched. `replace` keeps it current; places stay what they were."""

    def __init__(self, statements: Sequence[Statement] = ()) -> None:
        self._statements = list(statements)
        self._search = _search(self._statements)

    @classmethod
    def build(cls, statements: Sequence[Statement]) -> "Index":
        return cls(statements)

    def add(self, statement: Statement) -> int:
        """Take in one more duty; its place."""
        self._statements.append(statement)
        if len(self._statements) > FEW and isinstance(self._search, Few):
            self._search = _search(self._statements)
        else:
            self._search.add([statement])
        return len(self._statements) - 1

    @property
    def statements(self) -> tuple[Statement, ...]:
        return tuple(self._statements)

    def pairs(self, threshold: float = 0.5, limit: int | None = None) -> list[Overlap]:
        """Pairs of different units scored at least `threshold`, surest first, delegations marked among them.

        At most `limit`, and never more than `MOST_FOUND`.
        """
        most = MOST_FOUND if limit is None else min(limit, MOST_FOUND)
        return [self._overlap(i, j, score) for score, i, j in self._search.pairs(threshold, most)]

    def around(self, at: int, threshold: float = 0.5) -> list[Overlap]:
        """The overlaps of one duty of the index, surest first."""
        near = self._search.near(self._statements[at], threshold)
        return [self._overlap(at, j, score) for score, j in near if j != at]

    def nearest(self, statement: Statement, limit: int = 10) -> list[Overlap]:
        """The duties likest to a statement that is not in the index: `i` is -1, `j` the place found."""
        near = self._search.near(statement, 0.0)[:limit]
        return [Overlap(-1, j, score, statement, self._statements[j]) for score, j in near]

    def replace(self, at: int, statement: Statement) -> None:
        """Put an edited duty in the place of the old one."""
        self._statements[at] = statement
        self._search.replace(at, statement)

    def _overlap(self, i: int, j: int, score: float) -> Overlap:
        return Overlap(i, j, score, self._statements[i], self._statements[j])


def _search(statements: Sequence[Statement]) -> "Few | Many":
    if len(statements) <= FEW:
        return Few(statements)
    from sotk.overlap.arrays.many import Many

    return Many(statements)
