"""The search among few duties: each pair is compared, as long as that costs less than loading numpy."""

from collections.abc import Sequence
from itertools import combinations

from sotk.overlap.judge import likeness
from sotk.overlap.reading import read
from sotk.overlap.values import Statement


class Few:
    """Duties with their readings."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = list(statements)
        self._readings = [read(each) for each in statements]

    def add(self, statements: Sequence[Statement]) -> None:
        self._statements += statements
        self._readings += [read(each) for each in statements]

    def replace(self, at: int, statement: Statement) -> None:
        self._statements[at] = statement
        self._readings[at] = read(statement)

    def pairs(self, threshold: float, limit: int) -> list[tuple[float, int, int]]:
        """The surest pairs of two units that score at least `threshold`, at most `limit` of them."""
        held, readings = [each.holder for each in self._statements], self._readings
        found = [
            (score, i, j)
            for i, j in combinations(range(len(readings)), 2)
            if (not held[i] or held[i] != held[j])
            and (score := likeness(readings[i], readings[j], threshold)) >= threshold
        ]
        return sorted(found, key=lambda one: (-one[0], one[1:]))[:limit]

    def near(self, statement: Statement, threshold: float) -> list[tuple[float, int]]:
        """Duties of other units that score at least `threshold` with this one, surest first."""
        reading = read(statement)
        found = [
            (score, at)
            for at, other in enumerate(self._statements)
            if (not other.holder or other.holder != statement.holder)
            and (score := likeness(reading, self._readings[at], threshold)) >= threshold
        ]
        return sorted(found, key=lambda one: (-one[0], one[1]))
