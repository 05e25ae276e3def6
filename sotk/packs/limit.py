"""Limits: the numbers a structure is measured against, and the words that say where they hold."""

from math import isfinite
from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator

from sotk.findings import Severity
from sotk.model.fields import Id, Ids, Texts
from sotk.model.value import record
from sotk.packs.cited import Cited
from sotk.packs.wording import Wording


def _number(value: object) -> object:
    if not isinstance(value, str):
        return value
    number = float(value) if "." in value else int(value)
    if not isfinite(number):
        message = "a limit is a finite number"
        raise ValueError(message)
    return number


def one_or_many(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Number = Annotated[int | float, BeforeValidator(_number)]
Level: TypeAlias = Literal["pusat", "provinsi", "kabupaten", "kota"]
Levels = Annotated[tuple[Level, ...], BeforeValidator(one_or_many)]
Types = Annotated[tuple[Literal["A", "B", "C"], ...], BeforeValidator(one_or_many)]
Classes = Annotated[tuple[Literal["A", "B"], ...], BeforeValidator(one_or_many)]
Force: TypeAlias = Literal["law", "benchmark"]
Topic: TypeAlias = Literal[
    "children",
    "simplification",
    "branch-affairs",
    "hours",
    "score",
    "affairs",
    "affair-group",
    "agencies",
    "span-structural",
    "span-persons",
    "span-supporting",
    "span-total",
    "depth",
    "position-hours",
    "unit-load",
    "indicators",
    "balance",
]
"""What a limit bounds.

children: units of `counts` directly below; simplification: the same, for posts the simplification
removed; branch-affairs: the only affairs a unit of the kind may serve; hours: effective hours a year;
score: score of the mapping of affairs; affairs: affairs joined in one agency; affair-group: affairs that may be joined with each other; agencies: agencies of the
kind in one government; span-*: direct subordinates (offices; persons; supporting units; offices and
supporting units together); depth: layers of offices, the root counted; position-hours: hours a year that justify a position; unit-load: load of a unit (EU); indicators:
indicators an objective; balance: largest over smallest sibling.
"""


@record(frozen=True, slots=True, kw_only=True)
class Limit(Cited):
    """A number a structure is measured against.

    It holds for units of `kinds` whose parent is of one of `under`, in agencies of `agency_types`, of
    governments of `levels`, for UPTD of `classes`, in `regimes`; what is empty does not restrict.
    """

    id: Id
    topic: Topic
    kinds: Ids = ()
    under: Ids = ()
    counts: Ids = ()
    agency_types: Types = ()
    levels: Levels = ()
    classes: Classes = ()
    regimes: Ids = ()
    affairs: Texts = ()
    min: Number | None = None
    max: Number | None = None
    force: Force = "law"
    note: Wording | None = None

    @property
    def severity(self) -> Severity:
        """Law whose article was read is an error, law known at second hand a warning, a benchmark advice."""
        if self.force == "benchmark":
            return "advice"
        return "error" if self.verified else "warning"

    def allows(self, value: float) -> bool:
        return (self.min is None or value >= self.min) and (self.max is None or value <= self.max)
