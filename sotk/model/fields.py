"""Types of fields: what a scalar of a file may be.

Every scalar arrives as text; the type of the field decides what it means. So `no`, `012` and `1:30`
stay what was typed where text is meant, and a number is a number only where one is meant.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema

ID_PATTERN: Final = r"^[a-z0-9][a-z0-9-]{0,63}$"
_ISO_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def _iso_date(value: object) -> object:
    if isinstance(value, str) and not _ISO_DATE.fullmatch(value):
        message = "a date is written year-month-day, such as 2021-07-01"
        raise ValueError(message)
    return value


def _by_year(value: object) -> object:
    if isinstance(value, Mapping):
        return tuple(sorted((int(str(year)), entry) for year, entry in value.items()))
    return value


def _one_or_many(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _all_or_named(value: object) -> object:
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value.lower(), (value,))
    return value


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
"""An identifier: small letters, digits and hyphens, at most 64 characters."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=1_000)]
Count = Annotated[int, Field(ge=0, le=10_000_000)]
Day = Annotated[date, BeforeValidator(_iso_date)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_one_or_many)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_one_or_many)]

Illustrative = Annotated[bool | tuple[Text, ...], BeforeValidator(_all_or_named)]
"""True where all of it is an illustration, or the ids and fields (`id`, `id.field`) that are."""

_YEARS: Final[dict[str, Any]] = {
    "type": "object",
    "patternProperties": {r"^(19|20|21)\d\d$": {"type": ["number", "string"]}},
    "additionalProperties": False,
}
Year = Annotated[int, Field(ge=1900, le=2199)]
CountByYear = Annotated[tuple[tuple[Year, Count], ...], BeforeValidator(_by_year), WithJsonSchema(_YEARS)]
"""Counts by year, in order of the years; a mapping in the file."""

DecimalByYear = Annotated[tuple[tuple[Year, Decimal], ...], BeforeValidator(_by_year), WithJsonSchema(_YEARS)]
"""Values by year, in order of the years; a mapping in the file."""
