"""How a regulation counts: chapters in Roman numerals, parts in words, items in letters."""

from typing import Final

from sotk.locale import Language

_ROMAN: Final = (
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_ONES: Final = ("", "Satu", "Dua", "Tiga", "Empat", "Lima", "Enam", "Tujuh", "Delapan", "Sembilan")


def roman(number: int) -> str:
    """I, II, III, IV, ..."""
    text = ""
    for value, sign in _ROMAN:
        while number >= value:
            text, number = text + sign, number - value
    return text


def ordinal(number: int, language: Language) -> str:
    """Kesatu, Kedua, Kesebelas, Kedua Puluh Satu; in English the number itself."""
    if language == "en" or not 1 <= number < 1_000:
        return str(number)
    first, *rest = _words(number)
    return " ".join([f"Ke{first.lower()}", *rest])


def letter(number: int) -> str:
    """From a to z, then aa: how the items of an article are counted."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(97 + rest) + text
    return text


def _words(number: int) -> list[str]:
    """The number in Indonesian words; 0 has none."""
    hundreds, rest = divmod(number, 100)
    told = [] if not hundreds else ["Seratus"] if hundreds == 1 else [_ONES[hundreds], "Ratus"]
    if rest in (10, 11):
        return [*told, "Sepuluh" if rest == 10 else "Sebelas"]
    tens, ones = divmod(rest, 10)
    if tens == 1:
        return [*told, _ONES[ones], "Belas"]
    told += [_ONES[tens], "Puluh"] if tens else []
    return [*told, _ONES[ones]] if ones else told
