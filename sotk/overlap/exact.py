"""Words taken as they are written, not by their root: names of places, and words that part one work in two.

A place lies in a province, a province on an island; places beside each other exclude each other, and so do
the words of a row of opposites: a duty in Garut is not one in Cianjur, exports are not imports.
"""

from collections.abc import Iterator
from typing import NamedTuple

EXACT = "="
"""Opens the names of concepts that stand for a writing."""


class Writing(NamedTuple):
    """A phrase as written, what it is narrower than (a writing, or nothing), and the group it excludes within."""

    phrase: str
    broader: str
    group: str


def opposites(rows: list[list[str]]) -> Iterator[Writing]:
    """Of rows of a name and words."""
    for name, words in rows:
        for word in words.split(";"):
            yield Writing(word, "", EXACT + name)


def places(rows: list[list[str]]) -> Iterator[Writing]:
    """Of rows of an island, a province and its regencies and cities; one named like its island is the island."""
    for island, province, regencies in rows:
        yield Writing(island, "", EXACT + "pulau")
        if province != island:
            yield Writing(province, island, EXACT + "provinsi")
        for regency in regencies.split(";"):
            yield Writing(regency, province, f"{EXACT}daerah di {province}")
