"""A pair of statements that an index found, and why it was found, when that is asked."""

from dataclasses import dataclass, field
from functools import cached_property

from sotk.overlap.judge import compare
from sotk.overlap.values import Judgement, Statement, under


@dataclass(frozen=True)
class Overlap:
    """Two statements of an index, by their places in it (-1: not in it), with their score.

    Why is found when it is asked for: of thousands of overlaps a reader looks at some.
    """

    i: int
    j: int
    score: float
    a: Statement = field(repr=False)
    b: Statement = field(repr=False)

    @cached_property
    def judgement(self) -> Judgement:
        """The same score with the reasons for it."""
        return compare(self.a, self.b)

    @property
    def delegation(self) -> bool:
        """Whether the unit of one stands under that of the other, so that repeating a duty hands it down."""
        return under(self.a.path, self.b.path) or under(self.b.path, self.a.path)
