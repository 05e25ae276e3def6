"""Objectives and indicators: the performance tree (pohon kinerja) and the IKU that hang on it.

PermenPANRB 89/2021 cascades conditions, not indicators; the tree of objectives may cross units.
"""

from decimal import Decimal
from typing import Literal

from sotk.model.fields import DecimalByYear, Id, Ids, Name, Text
from sotk.model.value import value


@value(frozen=True, slots=True, kw_only=True)
class Objective:
    """A condition to be reached; `csf` is the critical success factor it was broken down by."""

    id: Id
    level: Literal["kondisi", "tujuan", "sasaran", "program", "kegiatan"] = "sasaran"
    text: Text
    parent: Id | None = None
    csf: Text | None = None
    plan: Name | None = None


@value(frozen=True, slots=True, kw_only=True)
class Indicator:
    """An indicator (IKU) of an objective; exactly one unit leads it, any number support it."""

    id: Id
    text: Text
    objective: Id | None = None
    measure: Name | None = None
    formula: Text | None = None
    source: Text | None = None
    polarity: Literal["maksimasi", "minimasi"] | None = None
    cumulation: Literal["kumulatif", "non-kumulatif"] | None = None
    lead: Id | None = None
    supporters: Ids = ()
    baseline: Decimal | None = None
    targets: DecimalByYear = ()
    actuals: DecimalByYear = ()
