"""Dates and numbers as each language writes them."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final

from sotk.findings.names import clean
from sotk.locale import Language, Message, msg, say
from sotk.model import LegalBasis
from sotk.report.document import Cell, Number

UNKNOWN: Final = "–"
"""What stands for a value that is not given: it is never taken for zero."""
_MONTHS: Final = (
    msg("January"),
    msg("February"),
    msg("March"),
    msg("April"),
    msg("May"),
    msg("June"),
    msg("July"),
    msg("August"),
    msg("September"),
    msg("October"),
    msg("November"),
    msg("December"),
)


def day_of(day: date | None, language: Language) -> str:
    """1 Juli 2021, 1 July 2021."""
    if day is None:
        return UNKNOWN
    return f"{day.day} {say(_MONTHS[day.month - 1], language)} {day.year}"


def number_of(value: Number | None, language: Language, places: int | None = None) -> str:
    """1.250,5 in Indonesian, 1,250.5 in English; `places` after the decimal sign where they are told."""
    if value is None:
        return UNKNOWN
    exact = Decimal(value)
    if places is not None:
        said = f"{exact:,.{places}f}"
    else:
        said = f"{exact:,f}"
        if "." in said:
            said = said.rstrip("0").rstrip(".")
    return said.translate(_INDONESIAN) if language == "id" else said


def signed(value: int | None, language: Language) -> str:
    """A difference with its sign; zero has none."""
    if not value:
        return UNKNOWN if value is None else "0"
    return ("+" if value > 0 else "−") + number_of(abs(value), language)


def counted(value: Number | None, language: Language, places: int | None = None) -> Cell:
    """A cell with a number."""
    return Cell(number_of(value, language, places), value)


def difference(value: int | None, language: Language) -> Cell:
    """A cell with a difference."""
    return Cell(signed(value, language), value)


def legal_basis(entries: Iterable[LegalBasis], language: Language) -> tuple[str, ...]:
    """Each basis in one line: instrument, number, title, article."""
    return tuple(_basis(entry, language) for entry in entries)


def _basis(entry: LegalBasis, language: Language) -> str:
    said: Message | str = clean(entry.instrument)
    if entry.number:
        said = msg("{instrument} Number {number}", instrument=said, number=clean(entry.number))
    if entry.title:
        said = msg("{instrument} on {title}", instrument=said, title=clean(entry.title))
    if entry.article:
        said = msg("{instrument}, {article}", instrument=said, article=clean(entry.article))
    return said if isinstance(said, str) else say(said, language)


_INDONESIAN: Final = str.maketrans(",.", ".,")
