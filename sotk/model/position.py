"""Positions (jabatan) and who holds them."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from sotk.model.duty import Duty
from sotk.model.fields import Count, CountByYear, Id, Name, Text
from sotk.model.value import value


@value(frozen=True, slots=True, kw_only=True)
class Filled:
    """Incumbents (bezetting), split by status of employment."""

    pns: Count = 0
    pppk: Count = 0


@value(frozen=True, slots=True, kw_only=True)
class Holder:
    """A person who holds a position (pemangku). Leaves the program only where it is asked for."""

    name: Name
    nip: Name | None = None


@value(frozen=True, slots=True, kw_only=True)
class WorkloadLine:
    """One line of a workload analysis: `volume` a `period`, at `minutes` each."""

    task: Text
    volume: Annotated[Decimal, Field(ge=0, le=1_000_000_000)]
    minutes: Annotated[Decimal, Field(ge=0, le=1_000_000_000)]
    period: Literal["tahun", "bulan", "minggu", "hari"] = "tahun"
    product: Text | None = None


@value(frozen=True, slots=True, kw_only=True)
class Position:
    """A position. The head of a unit is one: echelon and class of a unit live on it, nowhere else.

    `grade` is the jenjang of a functional post; `job_class` (in a file `class`) the kelas jabatan,
    1 to 17; `need` the declared number of posts (it wins over the computed one); `filled` a count or
    its split.
    """

    id: Id
    title: Name
    category: (
        Literal[
            "jpt", "administrator", "pengawas", "fungsional", "pelaksana", "manager", "specialist", "staff"
        ]
        | None
    ) = None
    grade: Name | None = None
    echelon: Name | None = None
    job_class: Annotated[Annotated[int, Field(ge=1, le=17)] | None, Field(alias="class")] = None
    need: Count | None = None
    filled: Count | Filled | None = None
    retirements: CountByYear = ()
    workload: tuple[WorkloadLine, ...] = ()
    duties: tuple[Duty, ...] = ()
    acting: bool = False
    double_hatted: bool = False
    holders: tuple[Holder, ...] = ()
    notes: Text | None = None

    @property
    def filled_count(self) -> int | None:
        """Incumbents, however they are split; None where nothing is said."""
        if isinstance(self.filled, Filled):
            return self.filled.pns + self.filled.pppk
        return self.filled
