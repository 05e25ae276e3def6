"""Nomenclature of position titles. A table, one row a title."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from sotk.model.fields import Name, Text
from sotk.model.value import record


def _listed(value: object) -> object:
    return tuple(part.strip() for part in value.split("|")) if isinstance(value, str) else value


@record(frozen=True, slots=True, kw_only=True)
class Title:
    """A title of a post; `grades` are the jenjang of a functional post, written with `|` between them."""

    title: Name
    category: Literal["fungsional", "pelaksana", "manager", "specialist", "staff"]
    grades: Annotated[tuple[Name, ...], BeforeValidator(_listed)] = ()
    source: Text
    verified: bool = False
