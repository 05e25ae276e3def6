"""Word vectors from the register, for `overlap_learn_words.py`.

Two words are alike that keep the same company: in one text (a sub-activity with its performance and
indicator, or a duty), in one activity or unit, and, less, in one program. Counts of company to positive
pointwise mutual information, reduced by SVD, each row to unit length.
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

DIMENSIONS = 64
OFTEN = 2
"""Texts a word must stand in to get a vector."""
BY_LEVEL = (0.3, 0.05)
"""What the company of an activity (or unit) and of a program counts, against 1 for that of one text."""
SMOOTHING = 0.75
Floats = NDArray[np.float32]
Stems = Callable[[str], list[str]]


@dataclass(frozen=True)
class Text:
    """The stems of one text, the activity (or unit) and the program it stands in."""

    stems: frozenset[str]
    groups: tuple[str, str]


def corpus(folder: Path, duties: list[Path], stems: Stems) -> tuple[list[Text], dict[str, list[str]]]:
    """The texts, and the stems of the names of their groups."""
    names = {}
    with (folder / "levels.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = row["kode"] if row["level"] == "program" else row["pemda"] + row["kode"]
            names[key] = stems(row["nama"])
    texts = [
        Text(frozenset(stems(text)), groups)
        for text, groups in (*_activities(folder), *(each for path in duties for each in _duties(path)))
    ]
    return texts, names


def _activities(folder: Path) -> Iterator[tuple[str, tuple[str, str]]]:
    for name, level in (("prov", "PROV"), ("kabkot", "KABKOT")):
        with (folder / f"subkegiatan_{name}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                code = row["kode_kegiatan"]
                text = f"{row['subkegiatan']} {row['kinerja']} {row['indikator']}"
                yield text, (level + code, ".".join(code.split(".")[:3]))


def _duties(path: Path) -> Iterator[tuple[str, tuple[str, str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            unit = row.get("unit") or row.get("unit_nama") or ""
            yield f"{row['teks']}", (f"{path.parent.name} {unit}", path.parent.name)


def learn(
    texts: list[Text], names: dict[str, list[str]], weighty: Callable[[str], bool]
) -> tuple[list[str], Floats]:
    """The words that get a vector, and their vectors."""
    holding = Counter(stem for text in texts for stem in text.stems)
    words = sorted(
        stem for stem, count in holding.items() if count >= OFTEN and stem.isalpha() and weighty(stem)
    )
    place = {word: at for at, word in enumerate(words)}
    together = _company([Counter(text.stems) for text in texts], place)
    for level, share in enumerate(BY_LEVEL):
        groups: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for text in texts:
            groups[text.groups[level]].update(text.stems)
        for key, group in groups.items():
            group.update(names.get(key, ()))
        together += share * _company(list(groups.values()), place)
    np.fill_diagonal(together, 0)
    return words, _reduced(together)


def _company(groups: list[Counter[str]], place: dict[str, int]) -> Floats:
    """How often two words stand in one group, the more of them there are the less each says."""
    held = np.zeros((len(groups), len(place)), dtype=np.float32)
    for at, group in enumerate(groups):
        for word, count in group.items():
            if word in place:
                held[at, place[word]] = np.sqrt(count)
    return np.asarray(held.T @ (held / np.maximum(held.sum(axis=1, keepdims=True), 1)))


def _reduced(together: Floats) -> Floats:
    rows = together.sum(axis=1, keepdims=True) + 1e-9
    smooth = rows.T**SMOOTHING
    chance = rows * smooth / smooth.sum()
    association = np.maximum(np.log(np.maximum(together, 1e-12) / chance), 0)
    left, sizes, _ = np.linalg.svd(association, full_matrices=False)
    vectors = left[:, :DIMENSIONS] * np.sqrt(sizes[:DIMENSIONS])
    return np.asarray(vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9))
