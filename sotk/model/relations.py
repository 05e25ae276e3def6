"""Lines, teams, waivers, and conflicts a merge left open."""

from typing import Annotated, Any, Literal

from pydantic import Field

from sotk.model.entities import EntityType
from sotk.model.fields import Day, Id, Ids, Name, Text
from sotk.model.value import value


@value(frozen=True, slots=True, kw_only=True)
class Line:
    """A relation beside command: coordination (drawn dashed) or functional."""

    source: Annotated[Id, Field(alias="from")]
    target: Annotated[Id, Field(alias="to")]
    kind: Literal["koordinasi", "fungsional"] = "koordinasi"
    notes: Text | None = None

    @property
    def id(self) -> str:
        """A line is identified by its ends and its kind."""
        return f"{self.source}>{self.target}:{self.kind}"


@value(frozen=True, slots=True, kw_only=True)
class Team:
    """A work team (tim kerja): no office, drawn on internal charts only.

    `unit` is where it has its home; `leader` names the position or says the title; `members` are
    positions or units; `letter` is the letter of appointment.
    """

    id: Id
    name: Name
    unit: Id | None = None
    leader: Name | None = None
    members: Ids = ()
    task: Text | None = None
    letter: Name | None = None
    site: Name | None = None


@value(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A finding accepted with a reason, until a day."""

    id: Id
    rule: Annotated[str, Field(pattern=r"^[A-Z]{3}\d{3}$")]
    unit: Id | None = None
    entity: EntityType | None = None
    subject: Name | None = None
    reason: Text
    until: Day | None = None


@value(frozen=True, slots=True, kw_only=True)
class Conflict:
    """What a merge could not decide: the value before, ours and theirs, kept as data."""

    id: Id
    kind: Name
    entity: EntityType
    subject: Name
    field: Name | None = None
    base: Any = None
    ours: Any = None
    theirs: Any = None
