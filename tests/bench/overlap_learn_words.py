"""Learns what `sotk.overlap` knows of words from the register: roots, weights, word vectors.

    python tests/bench/overlap_learn_words.py NOMENKLATUR_DIR [DUTIES.csv ...]

Reads the official list of sub-activities (subkegiatan_*.csv) and further CSV files with a column `teks`;
no labelled pair is read. Vectors: `overlap_vectors.py`. Needs numpy; writes into sotk/overlap/data/.
"""

import csv
import math
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from overlap_vectors import DIMENSIONS, corpus, learn

from sotk.overlap import sources
from sotk.overlap.lexicon import lexicon, split
from sotk.overlap.morphology import KEPT, SHORTEST_ROOT, Stemmer, candidates

DATA = Path(__file__).parents[2] / "sotk" / "overlap" / "data"
WORD = re.compile(r"[a-z]+")
COLUMNS = ("subkegiatan", "kinerja", "indikator", "teks", "nama")


def texts(paths: list[Path]) -> list[str]:
    """The distinct texts of the register, in the order of the files."""
    found: dict[str, None] = {}
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for column in COLUMNS:
                    if text := (row.get(column) or "").strip():
                        found[text] = None
    return list(found)


def learn_roots(words: Counter[str], kept: set[str]) -> dict[str, float]:
    """Weight of each root: how many different word forms it explains, and whether it stands alone."""
    frequent = {word: count for word, count in words.items() if count >= 2 and len(word) >= SHORTEST_ROOT}
    chosen = {word: candidates(word) for word in frequent}
    weights: dict[str, float] = {}
    for _ in range(4):
        family: dict[str, set[str]] = defaultdict(set)
        for word, roots in chosen.items():
            for root in roots:
                family[root].add(word)
        weights = {root: _weight(root, forms, words) for root, forms in family.items()}
        weights = {root: weight for root, weight in weights.items() if weight > 0}
        stem = Stemmer({**weights, **dict.fromkeys(kept, 2000.0)})
        chosen = {word: (stem.root(word),) for word in frequent}
    return weights


def _weight(root: str, forms: set[str], words: Counter[str]) -> float:
    derived = len(forms - {root})
    alone = words[root]
    if len(root) < 4 and not alone:
        return 0.0
    if not alone and derived < 2:
        return 0.0
    return round(math.log1p(derived) * (2 if alone else 1) + 0.2 * math.log1p(alone), 2)


def main(arguments: list[str]) -> None:
    folder = Path(arguments[0])
    paths = [*sorted(folder.glob("subkegiatan_*.csv")), folder / "levels.csv", *map(Path, arguments[1:])]
    found = texts(paths)
    words = Counter(word for text in found for word in WORD.findall(text.lower()))
    kept = set(sources.words("roots.txt"))
    roots = learn_roots(words, kept)
    stemmer = Stemmer({**roots, **dict.fromkeys(kept, KEPT * 2)})
    sentences = [[stemmer.root(word) for word in split(text)] for text in found]
    holding = Counter(stem for sentence in sentences for stem in set(sentence))
    rows = [
        (root, roots.get(root, 0.0), sources.rarity(len(sentences), holding[root]) if holding[root] else "")
        for root in sorted({*roots, *(stem for stem, count in holding.items() if count >= 2)})
        if root.isalpha()
    ]
    with (DATA / "roots.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("root", "weight", "rarity"), *rows])
    duties = [Path(argument) for argument in arguments[1:]]
    texts_of, names = corpus(folder, duties, lambda text: [stemmer.root(word) for word in split(text)])
    vocabulary, vectors = learn(texts_of, names, lambda stem: lexicon().weight(stem) > 0)
    (DATA / "vectors.txt").write_text(" ".join(vocabulary) + "\n", encoding="utf-8")
    (DATA / "vectors.bin").write_bytes(np.round(vectors * 127).astype(np.int8).tobytes())
    print(f"{len(found)} texts, {len(rows)} stems, {len(vocabulary)} vectors of {DIMENSIONS}")


if __name__ == "__main__":
    main(sys.argv[1:])
