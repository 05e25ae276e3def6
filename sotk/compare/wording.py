"""How alike two names or texts are: words weighed by how much they tell. Knows no structure.

Weights are learned from the texts at hand: a word that stands in every name (bidang, seksi) tells
little, one that stands in two tells much.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Final

_WORD: Final = re.compile(r"\w+")


def normal(text: str) -> str:
    """A text without case, accents and punctuation."""
    folded = text.casefold()
    if not folded.isascii():
        parts = unicodedata.normalize("NFKD", folded)
        folded = "".join(each for each in parts if not unicodedata.combining(each))
    return " ".join(_WORD.findall(folded))


class Weights:
    """How much each word tells among some texts: the logarithm of how rare it is."""

    def __init__(self, texts: Iterable[str]) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for text in texts:
            counts.update(set(text.split()))
            total += 1
        self._weights = {word: math.log1p(total / count) for word, count in counts.items()}

    def of(self, word: str) -> float:
        """The weight of a word; 1 for one that stands in none of the texts."""
        return self._weights.get(word, 1.0)

    def alike(self, left: str, right: str) -> float:
        """0 to 1: the weight of the words both have, against the weight of all (Dice)."""
        if left == right:
            return 1.0
        mine, other = set(left.split()), set(right.split())
        whole = sum(map(self.of, mine)) + sum(map(self.of, other))
        if not whole:
            return 0.0
        both = 2 * sum(map(self.of, mine & other))
        both += self._nearly(mine - other, other - mine)
        return both / whole

    def _nearly(self, mine: set[str], other: set[str]) -> float:
        """The weight of words that are nearly the same: one typing error, or an ending."""
        found = 0.0
        for word in mine:
            near = next((each for each in other if _near(word, each)), None)
            if near is not None:
                other = other - {near}
                found += 0.8 * (self.of(word) + self.of(near))
        return found


def _near(left: str, right: str) -> bool:
    shortest = min(len(left), len(right))
    if shortest < 4 or abs(len(left) - len(right)) > 2:
        return False
    start = 0
    while start < shortest and left[start] == right[start]:
        start += 1
    end = 0
    while end < shortest - start and left[-1 - end] == right[-1 - end]:
        end += 1
    return max(len(left), len(right)) - start - end <= 2 and start + end >= 0.7 * shortest
