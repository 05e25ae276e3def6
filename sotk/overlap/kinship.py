"""How near two concepts are, by the lexicon alone."""

from functools import lru_cache

from sotk.overlap.lexicon import lexicon

BY_DISTANCE = {1: 0.75, 2: 0.55, 3: 0.4}
"""A wider term one, two, three steps up."""
SAME_STAGE = 0.5
COMMON_WORDS = 0.85


@lru_cache(maxsize=400_000)
def kinship(left: str, right: str) -> float:
    """0 to 1: the same 1, wider and narrower less, siblings that exclude each other 0; symmetric."""
    if left == right:
        return 1.0
    words = lexicon()
    one, two = words.concepts.get(left), words.concepts.get(right)
    if one and two and (one.stage or two.stage):
        return SAME_STAGE if one.stage == two.stage else 0.0
    steps = [words.ancestors(left).get(right), words.ancestors(right).get(left)]
    if known := [step for step in steps if step]:
        return BY_DISTANCE[min(known)]
    if one and two and one.excludes & two.excludes:
        return 0.0
    return _common_words(left, right)


@lru_cache(maxsize=100_000)
def reach(concept: str) -> frozenset[str]:
    """Words and wider terms of a concept: two concepts whose reaches share nothing are no kin."""
    return frozenset((concept, *concept.split(), *lexicon().ancestors(concept)))


def _common_words(left: str, right: str) -> float:
    a, b = set(left.split()), set(right.split())
    if not a & b:
        return 0.0
    weight = lexicon().weight
    every = sum(map(weight, sorted(a | b)))
    return round(COMMON_WORDS * sum(map(weight, sorted(a & b))) / every, 3) if every else 0.0
