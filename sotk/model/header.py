"""What a structure says of itself, before its units."""

from typing import Annotated, Literal

from pydantic import Field

from sotk.model.fields import Day, Id, Illustrative, Name, Text, Texts
from sotk.model.value import value


@value(frozen=True, slots=True, kw_only=True)
class Government:
    """The government an agency belongs to. A level decides echelons and authority."""

    level: Literal["pusat", "provinsi", "kabupaten", "kota"] | None = None
    name: Name | None = None


@value(frozen=True, slots=True, kw_only=True)
class Agency:
    """Type (tipelogi) and affairs (urusan) of an agency.

    The score is that of the mapping of affairs (pemetaan urusan), 0 to 1,000.
    """

    type: Literal["A", "B", "C"] | None = None
    score: Annotated[int, Field(ge=0, le=1000)] | None = None
    affairs: Texts = ()


@value(frozen=True, slots=True, kw_only=True)
class LegalBasis:
    """A legal basis (dasar hukum): instrument, number, title and, where known, the article."""

    instrument: Name
    number: Name | None = None
    title: Text | None = None
    article: Name | None = None


@value(frozen=True, slots=True, kw_only=True)
class Annex:
    """The heading and the signature of the annex (lampiran) that carries the chart."""

    instrument: Name | None = None
    number: Name | None = None
    date: Name | None = None
    title: Text | None = None
    signatory: Name | None = None
    signatory_name: Name | None = None


@value(frozen=True, slots=True, kw_only=True)
class Header:
    """The fields of a structure beside its entities.

    `regime` is explicit, or else follows from `effective` by the pack. `illustrative` is true where
    the whole structure is an illustration, or names the ids and fields (`id` or `id.field`) that are.
    """

    id: Id
    name: Name
    pack: Name = "generic"
    government: Government | None = None
    agency: Agency | None = None
    regime: Id | None = None
    legal_basis: tuple[LegalBasis, ...] = ()
    effective: Day | None = None
    until: Day | None = None
    status: Literal["eksisting", "usulan"] = "eksisting"
    illustrative: Illustrative = False
    annex: Annex | None = None
    notes: Text | None = None
