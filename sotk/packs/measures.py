"""What workload and its evaluation are measured with: working time, bands, weights, echelons in order."""

from typing import Annotated, Literal

from pydantic import Field

from sotk.model.fields import Count, Id, Name
from sotk.model.value import record
from sotk.packs.cited import Cited
from sotk.packs.limit import Number
from sotk.packs.wording import Wording


@record(frozen=True, slots=True, kw_only=True)
class WorkingTime(Cited):
    """Effective working time of one person; `per_year` turns a volume a period into one a year."""

    minutes_per_year: Annotated[Count, Field(gt=0)] = 75_000
    times_tahun: Count = 1
    times_bulan: Count = 12
    times_minggu: Count = 50
    times_hari: Count = 250

    @property
    def hours_per_year(self) -> float:
        return self.minutes_per_year / 60

    def per_year(self, period: Literal["tahun", "bulan", "minggu", "hari"]) -> int:
        return {
            "tahun": self.times_tahun,
            "bulan": self.times_bulan,
            "minggu": self.times_minggu,
            "hari": self.times_hari,
        }[period]


@record(frozen=True, slots=True, kw_only=True)
class Band:
    """A band of a scale: it holds from `min` on (inclusive, or exclusive where `above`), up to the next."""

    id: Name
    name: Wording
    min: Number = 0
    above: bool = False

    def reached(self, value: float) -> bool:
        return value > self.min if self.above else value >= self.min


@record(frozen=True, slots=True, kw_only=True)
class Scale(Cited):
    """A scale of bands, such as EU and EJ; the highest band comes first."""

    id: Id
    name: Wording
    bands: Annotated[tuple[Band, ...], Field(min_length=1)]

    def band(self, value: float) -> Band:
        """The band a value falls into; below the last bound, the last."""
        return next((band for band in self.bands if band.reached(value)), self.bands[-1])


@record(frozen=True, slots=True, kw_only=True)
class Weight:
    """A dimension of an evaluation and its share of 100; `computed` where the structure itself gives it."""

    id: Id
    name: Wording
    weight: Number
    computed: bool = False


@record(frozen=True, slots=True, kw_only=True)
class Evaluation(Cited):
    """An evaluation of institutions: dimensions with weights."""

    id: Id
    name: Wording
    dimensions: tuple[Weight, ...] = ()


@record(frozen=True, slots=True, kw_only=True)
class Echelon:
    """An echelon and the category of positions it belongs to."""

    id: Name
    category: Literal["jpt", "administrator", "pengawas", "pelaksana"]
    name: Wording | None = None


@record(frozen=True, slots=True, kw_only=True)
class Measures:
    """The file `measures.yaml`. Echelons stand in order, the highest first."""

    working_time: WorkingTime | None = None
    scales: tuple[Scale, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    echelons: tuple[Echelon, ...] = ()
