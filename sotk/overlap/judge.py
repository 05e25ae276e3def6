"""Judges two duty statements: the score of the model, the reasons, delegation."""

from collections.abc import Mapping

from sotk.overlap.features import compare_readings, numbers_of
from sotk.overlap.model import score
from sotk.overlap.reading import read
from sotk.overlap.reasons import delegated, elsewhere, reasons, same_text
from sotk.overlap.values import Judgement, Reading, Statement, under

ALL = 0.999
AGAINST = (
    "clash", "unit_clash", "mark_clash", "sequence", "presupposes", "stage_gap", "deed_gap", "oversight", "client_gap", "site_gap", "order_gap",
)  # fmt: skip
SAME = 0.99
"""The score of two duties that say the same in any form and order."""


def compare(a: Statement, b: Statement) -> Judgement:
    """How surely two duties are the same work, and why. The order of the two does not matter to the score."""
    left, right = read(a), read(b)
    met = compare_readings(left, right)
    value = score(met.numbers)
    why = reasons(left, right, met)
    if _same_work(left, right, met.numbers):
        value, why = max(value, SAME), (same_text(), *why)
    if a.area and b.area and a.area != b.area:
        why = (elsewhere(a.area, b.area), *why)
    if under(a.path, b.path) or under(b.path, a.path):
        return Judgement(round(value, 4), (delegated(), *why), delegation=True)
    return Judgement(round(value, 4), why)


def likeness(left: Reading, right: Reading) -> float:
    """The score of `compare` without the cost of saying why."""
    numbers = numbers_of(left, right)
    value = score(numbers)
    return round(max(value, SAME) if _same_work(left, right, numbers) else value, 4)


def _same_work(a: Reading, b: Reading, numbers: Mapping[str, float]) -> bool:
    """The same words in any form and order, and nothing against it."""
    if numbers["cover_low"] < ALL or any(numbers[name] for name in AGAINST) or a.own != b.own:
        return False
    if (a.housekeeping or b.housekeeping) and not a.own:
        return False
    return bool(a.objects) and a.said == b.said and a.cues == b.cues
