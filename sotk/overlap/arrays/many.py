"""The search among many duties: every pair is estimated, those that can reach the threshold are scored."""

from collections.abc import Sequence

import numpy as np

from sotk.model.pace import without_collector
from sotk.overlap.arrays.columns import Columns
from sotk.overlap.arrays.estimate import Estimate, Factors
from sotk.overlap.arrays.meeting import Pairs
from sotk.overlap.arrays.ragged import Flags, Floats, Ints
from sotk.overlap.arrays.scores import logit, scores
from sotk.overlap.arrays.table import Table
from sotk.overlap.arrays.vocabulary import Vocabulary
from sotk.overlap.reading import take_apart
from sotk.overlap.values import Statement

READ_AT_ONCE = 4_000
SCORED_AT_ONCE = 40_000


class Many:
    """Duties as a table, kept current. Their readings are not kept."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._columns = Columns()
        self._units = Vocabulary()
        self._table = self._columns.table([])
        self._unit_of = np.zeros(0, dtype=np.int64)
        self.add(statements)

    def add(self, statements: Sequence[Statement]) -> None:
        tables = [self._table]
        for start in range(0, len(statements), READ_AT_ONCE):
            with without_collector():
                readings = [take_apart(each) for each in statements[start : start + READ_AT_ONCE]]
                tables.append(self._columns.table(readings))
        self._table = Table.joined(tables)
        self._factors: Factors | None = None
        units = np.array([self._units.id(each.holder) for each in statements], dtype=np.int64)
        self._unit_of = np.concatenate([self._unit_of, units])

    def replace(self, at: int, statement: Statement) -> None:
        row = self._columns.table([take_apart(statement)])
        self._table.put(at, row)
        if self._factors:
            self._factors.put(at, Factors.of(row))
        self._unit_of[at] = self._units.id(statement.holder)

    def pairs(self, threshold: float, limit: int) -> list[tuple[float, int, int]]:
        """The surest pairs of two units that score at least `threshold`, at most `limit` of them."""
        surest = Surest(threshold, limit)
        estimate = Estimate(self._table, self._table, self._known_factors())
        waiting: list[tuple[Pairs, Floats]] = []
        for start, end in estimate.blocks():
            pairs, hoped = estimate.hopeful(start, end, start + 1, logit(surest.least))
            kept = np.flatnonzero((pairs.left < pairs.right) & self._of_two_units(pairs))
            waiting.append((pairs.only(kept), hoped[kept]))
            if sum(len(some) for some, _ in waiting) >= SCORED_AT_ONCE or end == len(self._unit_of):
                self._score(waiting, surest)
                waiting = []
        return surest.found()

    def near(self, statement: Statement, threshold: float) -> list[tuple[float, int]]:
        """Duties of other units that score at least `threshold` with this one, surest first."""
        row = self._columns.table([take_apart(statement)])
        pairs, hoped = Estimate(row, self._table, self._known_factors()).hopeful(0, 1, 0, logit(threshold))
        unit = self._units.id(statement.holder)
        kept = np.flatnonzero((self._unit_of[pairs.right] != unit) | (unit == 0))
        pairs, hoped = pairs.only(kept), hoped[kept]
        found = scores(row, self._table, pairs, self._columns.groupings.masks(), threshold, hoped)
        order = np.lexsort((pairs.right, -found))
        order = order[found[order] >= threshold]
        return list(zip(found[order].tolist(), pairs.right[order].tolist(), strict=True))

    def _of_two_units(self, pairs: Pairs) -> Flags:
        one, two = self._unit_of[pairs.left], self._unit_of[pairs.right]
        return np.asarray((one != two) | (one == 0))

    def _known_factors(self) -> Factors:
        """Those of the table, found once and then kept current."""
        if self._factors is None:
            self._factors = Factors.of(self._table)
        return self._factors

    def _score(self, waiting: list[tuple[Pairs, Floats]], surest: "Surest") -> None:
        pairs = Pairs(*(np.concatenate([getattr(p, side) for p, _ in waiting]) for side in ("left", "right")))
        hoped = np.concatenate([each for _, each in waiting])
        masks = self._columns.groupings.masks()
        surest.add(scores(self._table, self._table, pairs, masks, surest.least, hoped), pairs)


class Surest:
    """The best pairs met so far. When they are many enough, only better ones are asked for."""

    def __init__(self, least: float, limit: int) -> None:
        self.least = least
        self._limit = limit
        self._found: tuple[Floats, Ints, Ints] = (np.zeros(0), *(np.zeros(0, dtype=np.int64),) * 2)

    def add(self, values: Floats, pairs: Pairs) -> None:
        kept = np.flatnonzero(values >= self.least)
        values_before, left, right = self._found
        self._found = (
            np.concatenate([values_before, values[kept]]),
            np.concatenate([left, pairs.left[kept]]),
            np.concatenate([right, pairs.right[kept]]),
        )
        if len(self._found[0]) > 2 * self._limit:
            self._cut()

    def found(self) -> list[tuple[float, int, int]]:
        self._cut()
        return list(zip(*(each.tolist() for each in self._found), strict=True))

    def _cut(self) -> None:
        values, left, right = self._found
        order = np.lexsort((right, left, -values))[: self._limit]
        self._found = values[order], left[order], right[order]
        if len(order) == self._limit:
            self.least = max(self.least, float(values[order[-1]]))
