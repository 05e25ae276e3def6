"""Amounts that bound a duty: *di bawah 5 GT*, *10-18 tahun*, *di atas lima belas miliar rupiah*.

Each bound is a set of steps on a scale, so that two bounds of one unit exclude each other where they share
no step: they go the way of terms that exclude each other.
"""

import math
import re
from collections.abc import Iterator

AMOUNTS = "#"
"""Opens the names of groups of amounts; the rest is the unit."""
RUPIAH = "rupiah"
STEPS = 63
"""Steps of the scale; as many as a number has bits, far beyond the budget of the state."""
COUNTED = 30
"""Up to here each number is a step (ages, tonnages); beyond, a third of a doubling; of money two thirds, in millions."""
MOST_DIGITS = 15
_DIGITS = {
    word: at
    for at, word in enumerate(("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"))
}  # fmt: skip
_TENFOLD = {"puluh": 10, "ratus": 100}
_WHOLE = {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000}
_SCALES = {"ribu": 1e3, "juta": 1e6, "miliar": 1e9, "milyar": 1e9, "triliun": 1e12}
_MONEY = frozenset(_SCALES) - {"ribu"}
_WORD = "|".join((*_DIGITS, *_WHOLE))
_NUMBER = rf"(?:rp\.? ?)?(?P<{{0}}>\d{{{{1,3}}}}(?:\.\d{{{{3}}}})+|\d+|(?:{_WORD})(?: (?:puluh|belas|ratus|{_WORD})){{{{0,5}}}})\b(?:,\d+)?"
_SCALE = rf"(?: (?P<scale>{'|'.join(_SCALES)})\b)?"
_UNIT = r"(?: ?(?P<unit>[a-z]+))?"
_TO = r"(?: ?[-\u2013] ?| sampai dengan | sampai | hingga )"
_UPPER = r"\b(?:di bawah|kurang dari|tidak lebih dari|paling (?:banyak|tinggi|lama|besar)|maksimal|maksimum|sampai(?: dengan)?|hingga) "
_LOWER = r"\b(?:di atas|lebih dari|tidak kurang dari|paling (?:sedikit|rendah|singkat|kecil)|minimal|minimum|sekurang-kurangnya) "


def _amount(name: str) -> str:
    return _NUMBER.format(name)


_PATTERNS = (
    re.compile(rf"(?<!\w){_amount('low')}{_TO}{_amount('high')}{_SCALE}{_UNIT}"),
    re.compile(rf"{_UPPER}{_amount('high')}{_SCALE}{_UNIT}"),
    re.compile(rf"(?<!tidak ){_LOWER}{_amount('low')}{_SCALE}{_UNIT}"),
    re.compile(rf"(?<!\w){_amount('low')}{_SCALE}{_UNIT} ke atas\b"),
    re.compile(rf"(?<!\w){_amount('high')}{_SCALE}{_UNIT} ke bawah\b"),
)
_RUPIAH = re.compile(r"\brp\b|\brp(?=\d)")
_ANY_NUMBER = re.compile(rf"\d|\b(?:{_WORD})\b")


def bounds(text: str) -> dict[str, frozenset[str]]:
    """The units a text bounds amounts by, each with the steps of the scale that lie within."""
    plain = text.casefold()
    found: dict[str, frozenset[str]] = {}
    if _ANY_NUMBER.search(plain):
        for unit, low, high in _spans(plain):
            found.setdefault(AMOUNTS + unit, _steps(unit, low, high))
    return found


def _spans(text: str) -> Iterator[tuple[str, float, float]]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            known = match.groupdict()
            scale = known["scale"] or ""
            unit = RUPIAH if scale in _MONEY or _RUPIAH.search(match.group()) else known["unit"]
            if unit:
                factor = _SCALES.get(scale, 1.0)
                low, high = known.get("low"), known.get("high")
                yield unit, _value(low) * factor if low else 0.0, _value(high) * factor if high else math.inf


def _value(written: str) -> float:
    digits = written.replace(".", "")
    return float(digits[:MOST_DIGITS]) if digits.isdigit() else float(_of_words(written.split()))


def _of_words(words: list[str]) -> int:
    total, last = 0, 0
    for word in words:
        if word in _TENFOLD:
            last *= _TENFOLD[word]
        elif word == "belas":
            last += 10
        else:
            total += last
            last = _WHOLE.get(word, _DIGITS.get(word, 0))
    return total + last


def _steps(unit: str, low: float, high: float) -> frozenset[str]:
    """The upper bound is left out: up to 200 million and beyond 200 million share nothing."""
    first = _step(unit, low)
    return frozenset(map(str, range(first, max(_step(unit, high), first + 1))))


def _step(unit: str, amount: float) -> int:
    if math.isinf(amount):
        return STEPS
    if unit == RUPIAH:
        return min(STEPS - 1, int(1.5 * math.log2(1 + amount / 1e6)))
    beyond = 3 * math.log2(amount / COUNTED) if amount > COUNTED else 0.0
    return min(STEPS - 1, int(min(amount, COUNTED) + beyond))
