"""What a duty speaks of as a whole, as one vector, by small vectors learned from the register.

`data/vectors.txt` names the stems, `data/vectors.bin` holds 64 signed bytes for each. Without numpy:
a duty has some ten words, and a product of 64 numbers takes microseconds.
"""

from functools import cache, lru_cache
from importlib.resources import files
from math import sqrt
from operator import mul

from sotk.overlap.lexicon import lexicon

DIMENSIONS = 64
UNKNOWN = 0.3
"""The likeness of two duties where nothing is known of one."""
Vector = tuple[float, ...]


@cache
def places() -> dict[str, int]:
    """The row of each stem in the table; stems that the register did not hold often enough have none."""
    text = files("sotk.overlap").joinpath("data", "vectors.txt").read_text(encoding="utf-8")
    return {name: at for at, name in enumerate(text.split())}


@cache
def table() -> memoryview:
    """Signed bytes, `DIMENSIONS` a row."""
    return memoryview(files("sotk.overlap").joinpath("data", "vectors.bin").read_bytes()).cast("b")


def vector(stem: str) -> memoryview | None:
    """The learned vector of a stem, if it has one."""
    at = places().get(stem)
    return None if at is None else table()[at * DIMENSIONS : (at + 1) * DIMENSIONS]


@lru_cache(maxsize=5_000)
def topic(stems: tuple[str, ...]) -> Vector:
    """What stems speak of together: one vector of unit length, by their weights; empty when none is known."""
    total = [0.0] * DIMENSIONS
    known = False
    for stem in stems:
        if (weight := lexicon().weight(stem)) > 0 and (found := vector(stem)):
            known = True
            total = [sum_ + weight * number for sum_, number in zip(total, found, strict=True)]
    length = sqrt(sum(number * number for number in total))
    return tuple([number / length for number in total]) if known and length else ()


def agreement(left: Vector, right: Vector) -> float:
    """Cosine of two blends; `UNKNOWN` where one is empty: nothing is known, nothing is claimed."""
    if not left or not right:
        return UNKNOWN
    return float(sum(map(mul, left, right)))
