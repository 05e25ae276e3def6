"""Single cells to the values of a file: counts, classes, echelons, categories, statements.

What cannot be read is kept as a note of its entity, and said; nothing is guessed.
"""

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any, Final

from sotk.compare.wording import normal
from sotk.exchange.drafts import Written
from sotk.exchange.rows import Row
from sotk.exchange.work import Work

_COUNT: Final = re.compile(r"(\d{1,7})(?:\s*(?:orang|org|jabatan|pegawai|posts?))?", re.IGNORECASE)
_FRACTION: Final = re.compile(r"\d{1,7}[.,]\d{1,2}|\d{1,7}\.\d{4,20}")
_CLASS: Final = re.compile(r"(?:kelas|class|kls)?\.?\s*(\d{1,2})", re.IGNORECASE)
_ECHELON: Final = re.compile(r"(?:eselon|esl\.?)?\s*(IV|III|II|I|V|[1-5])\s*[./ -]?\s*([ab])?", re.IGNORECASE)
_ROMAN: Final = {"1": "I", "2": "II", "3": "III", "4": "IV", "5": "V"}
_NO_ECHELON: Final = ("non eselon", "noneselon", "jf", "jfu", "jft", "fungsional", "pelaksana")
_CATEGORIES: Final[dict[str, str]] = {
    word: category
    for category, words in {
        "jpt": "jpt|jabatan pimpinan tinggi|jpt pratama|jpt madya|pimpinan tinggi pratama|pimpinan tinggi",
        "administrator": "administrator|jabatan administrator|jabatan administrasi administrator",
        "pengawas": "pengawas|jabatan pengawas",
        "fungsional": "fungsional|jf|jft|jabatan fungsional|jabatan fungsional tertentu|functional",
        "pelaksana": "pelaksana|jfu|jabatan pelaksana|jabatan fungsional umum",
        "manager": "manager|manajer",
        "specialist": "specialist|spesialis|tenaga ahli",
        "staff": "staff|staf",
    }.items()
    for word in words.split("|")
}
_ITEM: Final = re.compile(r"\s*(?:\(?(?:\d{1,2}|[a-z]{1,2})[.)]|[-•▪*–])\s*(?=\S)")
_END: Final = re.compile(r"\s*;?\s*(?:dan|and)?\s*$|[;,.]\s*$")


def take_number(row: Row, field: str, into: Written, key: str, work: Work) -> None:
    """A count (need, filled). A part of a post is rounded only with `--repair`, else it stays a note."""
    text = row.stated(field)
    if not text:
        return
    found = _COUNT.fullmatch(text)
    if found:
        into[key] = int(found[1])
        return
    if _FRACTION.fullmatch(text):
        exact = Decimal(text.replace(",", "."))
        if exact == exact.to_integral_value():
            into[key] = int(exact)
            return
        whole = int(exact.to_integral_value(ROUND_HALF_UP))
        if work.repairs.add("rounding", row.cell(field), text, str(whole)):
            into[key] = whole
            return
        note(row, field, into)
        return
    work.unread(row, field)
    note(row, field, into)


def take_class(row: Row, into: Written, work: Work) -> None:
    """A kelas jabatan, 1 to 17."""
    text = row.stated("class")
    if not text:
        return
    found = _CLASS.fullmatch(text)
    if found and 1 <= int(found[1]) <= 17:
        into["class"] = int(found[1])
        return
    work.unread(row, "class")
    note(row, "class", into)


def take_echelon(row: Row, into: Written, work: Work) -> None:
    """An echelon. Another way of writing one of the pack (IIIa, 3a) is a repair."""
    text = row.stated("echelon")
    if not text or normal(text) in _NO_ECHELON:
        return
    found = _ECHELON.fullmatch(text)
    if found is None:
        work.unread(row, "echelon")
        note(row, "echelon", into)
        return
    roman = _ROMAN.get(found[1], found[1].upper())
    made = f"{roman}.{found[2].lower()}" if found[2] else roman
    known = made in {each.id for each in work.kinds.pack.measures.echelons}
    if known and made != text and work.repairs.add("echelon-spelling", row.cell("echelon"), text, made):
        text = made
    into["echelon"] = text


def category(row: Row, into: Written, work: Work) -> None:
    """The category of a position, from its column or, for a head, from its echelon."""
    text = row.stated("category")
    said = normal(text)
    found = _CATEGORIES.get(said)
    if found is None and said:
        found = next((each for word, each in _CATEGORIES.items() if said.startswith(word + " ")), None)
    if found is None and text and said not in ("struktural", "jabatan struktural"):
        work.unread(row, "category")
        note(row, "category", into)
    if found is None and "echelon" in into:
        found = work.kinds.pack.category_of(into["echelon"])
    if found is not None:
        into["category"] = found


def is_echelon(text: str) -> bool:
    return bool(text) and _ECHELON.fullmatch(text) is not None


def decimal(text: str) -> str | None:
    """A number as a file writes it, with a point; None for a text that is no number."""
    said = text.replace("%", "").strip()
    if re.fullmatch(r"-?\d+,\d+", said):
        said = said.replace(",", ".")
    try:
        made = Decimal(said)
    except InvalidOperation:
        return None
    return said if made.is_finite() and "e" not in said.casefold() else None


def note(row: Row, field: str, into: Written) -> None:
    """Keep the text of a cell that could not be read with its entity, behind its heading."""
    heading = next((each.heading for each in row.reading.columns if each.field == field), field)
    said = f"{heading}: {row.get(field)}"
    into["notes"] = f"{into['notes']}; {said}" if "notes" in into else said


def statements(text: str) -> list[str]:
    """The statements of a cell: its lines where they are a list (a., 1., -), one statement otherwise."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) < 2:
        return [text.strip()] if text.strip() else []
    if not any(_ITEM.match(line) for line in lines):
        return lines if all(line.endswith((";", ".", ",")) for line in lines[:-1]) else [text.strip()]
    made: list[str] = []
    for line in lines:
        found = _ITEM.match(line)
        if found or not made:
            made.append(line[found.end() :] if found else line)
        else:
            made[-1] = f"{made[-1]} {line}"
    return [_END.sub("", each).strip() or each for each in made]


def true(text: str) -> bool:
    return text.casefold() in ("ya", "y", "yes", "true", "1", "x", "v", "✓", "√")


def put(into: dict[str, Any], key: str, text: str) -> None:
    """Set a key where there is something to say."""
    if text:
        into[key] = text
