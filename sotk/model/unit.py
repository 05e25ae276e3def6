"""Units and their duties."""

from typing import Annotated, Literal

from pydantic import Field

from sotk.model.duty import Duty
from sotk.model.fields import Count, Day, Id, Ids, Name, Text, Texts
from sotk.model.header import LegalBasis
from sotk.model.position import Position
from sotk.model.value import value

__all__ = ["Duty", "Unit"]


@value(frozen=True, slots=True, kw_only=True)
class Unit:
    """An office, group or service site.

    `unit_class` (in a file `class`) is the class of a UPTD, A or B; `hours` is its yearly workload in
    effective working hours, and `criteria` lists the founding criteria that are shown to be met.
    `retained` says why a post stays after the simplification; `exempt` why a statutory limit does not
    apply. `lineage` (in a file `from`) names the units of an earlier structure this one came from.
    """

    id: Id
    name: Name
    kind: Id
    parent: Id | None = None
    short: Name | None = None
    head: Position | None = None
    positions: tuple[Position, ...] = ()
    duties: tuple[Duty, ...] = ()
    site: Name | None = None
    unit_class: Annotated[Literal["A", "B"] | None, Field(alias="class")] = None
    hours: Count | None = None
    criteria: Texts = ()
    effective: Day | None = None
    until: Day | None = None
    legal_basis: tuple[LegalBasis, ...] = ()
    lineage: Annotated[Ids, Field(alias="from")] = ()
    retained: Text | None = None
    exempt: Text | None = None
    notes: Text | None = None
