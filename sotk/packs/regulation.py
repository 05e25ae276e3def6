"""Regulations and benchmarks as data: regimes, limits, echelons, exemptions, checklists.

One file a regulation, so that a new regulation is a new file. A number of a regulation carries the
article it stands in, and whether that article was read (`verified`).
"""

from dataclasses import dataclass
from math import isfinite
from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field, StringConstraints

from sotk.findings import Basis, Severity
from sotk.model.fields import Day, Id, Ids, Text, Texts
from sotk.packs.checked import Checked
from sotk.packs.wording import Wording


def _number(value: object) -> object:
    if not isinstance(value, str):
        return value
    number = float(value) if "." in value else int(value)
    if not isfinite(number):
        message = "a limit is a finite number"
        raise ValueError(message)
    return number


def _one_or_many(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Article = Annotated[str, StringConstraints(max_length=1_000)]
Number = Annotated[int | float, BeforeValidator(_number)]
Level: TypeAlias = Literal["pusat", "provinsi", "kabupaten", "kota"]
Levels = Annotated[tuple[Level, ...], BeforeValidator(_one_or_many)]
Types = Annotated[tuple[Literal["A", "B", "C"], ...], BeforeValidator(_one_or_many)]
Classes = Annotated[tuple[Literal["A", "B"], ...], BeforeValidator(_one_or_many)]
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
supporting units together); depth: layers of offices and staff, the root counted; position-hours: hours a year that justify a position; unit-load: load of a unit (EU); indicators:
indicators an objective; balance: largest over smallest sibling.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime(Checked):
    """A state of the law, in force from a day on; what it does not regulate anew continues from another."""

    id: Id
    name: Wording
    start: Annotated[Day, Field(alias="from")]
    continues: Id | None = None
    source: Text | None = None
    article: Article = ""
    verified: bool = False

    @property
    def basis(self) -> Basis:
        return Basis(self.source or "", self.article, self.verified)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit(Checked):
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
    source: Text | None = None
    article: Article = ""
    verified: bool = False
    note: Wording | None = None

    @property
    def basis(self) -> Basis:
        return Basis(self.source or "", self.article, self.verified)

    @property
    def severity(self) -> Severity:
        """Law whose article was read is an error, law known at second hand a warning, a benchmark advice."""
        if self.force == "benchmark":
            return "advice"
        return "error" if self.verified else "warning"

    def allows(self, value: float) -> bool:
        return (self.min is None or value >= self.min) and (self.max is None or value <= self.max)


@dataclass(frozen=True, slots=True, kw_only=True)
class EchelonRule(Checked):
    """The echelons the head of a unit may have; `under` is the kind of the agency or parent it stands in."""

    id: Id
    kinds: Ids
    echelons: Texts
    under: Ids = ()
    levels: Levels = ()
    classes: Classes = ()
    regimes: Ids = ()
    source: Text | None = None
    article: Article = ""
    verified: bool = False
    note: Wording | None = None

    @property
    def basis(self) -> Basis:
        return Basis(self.source or "", self.article, self.verified)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption(Checked):
    """Where a limit does not apply: always, or where the unit says why (`retained`, `exempt`)."""

    id: Id
    topics: Annotated[tuple[Topic, ...], BeforeValidator(_one_or_many)]
    kinds: Ids = ()
    levels: Levels = ()
    regimes: Ids = ()
    when: Literal["always", "retained", "exempt"] = "always"
    reason: Wording
    source: Text | None = None
    article: Article = ""
    verified: bool = False

    @property
    def basis(self) -> Basis:
        return Basis(self.source or "", self.article, self.verified)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem(Checked):
    """One thing to be shown; files name it by its id."""

    id: Id
    text: Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist(Checked):
    """Criteria or attachments a unit of some kind needs, such as those of founding a UPTD."""

    id: Id
    name: Wording
    kinds: Ids = ()
    items: tuple[ChecklistItem, ...]
    source: Text | None = None
    article: Article = ""
    verified: bool = False

    @property
    def basis(self) -> Basis:
        return Basis(self.source or "", self.article, self.verified)


@dataclass(frozen=True, slots=True, kw_only=True)
class Regulation(Checked):
    """One file: a regulation (or a benchmark), the regime it opens if it opens one, and what it says.

    `source` stands for every entry that names none of its own; so does `regimes`, or else the regime the
    file opens, or else every regime.
    """

    id: Id
    source: Text
    title: Text
    force: Force = "law"
    regime: Regime | None = None
    regimes: Ids = ()
    limits: tuple[Limit, ...] = ()
    echelons: tuple[EchelonRule, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    checklists: tuple[Checklist, ...] = ()
