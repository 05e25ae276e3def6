"""How many of the overlaps that a look at every pair finds, the index finds too.

    python tests/bench/overlap_recall.py [COUNT]

Duties of PM 4/2025 (structures/kemenhub-2025) and statements of random terms; every pair of different
units is scored for comparison, so mind the square.
"""

import sys
from itertools import combinations
from pathlib import Path

from overlap_speed import statements

from sotk.files import load
from sotk.overlap import Index, Statement, read
from sotk.overlap.carried import carried
from sotk.overlap.judge import likeness

KEMENHUB = Path(__file__).parents[2] / "structures" / "kemenhub-2025" / "kemenhub.yaml"


def shares(name: str, texts: list[Statement]) -> None:
    found = {(one.i, one.j): one.score for one in Index.build(texts).pairs(0.5)}
    readings = [read(text) for text in texts]
    every = {
        (i, j): score
        for i, j in combinations(range(len(texts)), 2)
        if texts[i].holder != texts[j].holder and (score := likeness(readings[i], readings[j])) >= 0.5
    }
    for least in (0.5, 0.7, 0.9):
        wanted = [pair for pair, score in every.items() if score >= least]
        share = sum(pair in found for pair in wanted) / max(len(wanted), 1)
        print(f"{name}: {len(texts)} duties, score {least} and more: {share:.1%} of {len(wanted)} pairs")


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    loaded = load(KEMENHUB)
    if loaded.structure is not None:
        shares("PM 4/2025", [duty.statement for duty in carried(loaded.structure)][:count])
    shares("random terms", statements(count))
