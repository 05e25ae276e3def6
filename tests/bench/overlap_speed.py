"""Time and memory of all pairs, beside sparse_dot_topn on the same statements in the same run.

    python tests/bench/overlap_speed.py [--large]     (--large adds 100,000 statements)

Statements are made of words of the lexicon, so that no file is needed. sparse_dot_topn and scikit-learn
are used if they are installed by hand (`pip install sparse_dot_topn scikit-learn`); they are no dependencies
of sotk. Each runs in a process of its own; a ratio is ours by theirs.
"""

import math
import multiprocessing
import random
import resource
import sys
import time
from multiprocessing.queues import Queue

from sotk.overlap import Index, Statement
from sotk.overlap.lexicon import lexicon

UNITS = 12
SIZES = (100, 1_000, 10_000)
LIMIT = 250_000
"""Pairs asked for at most."""


def statements(count: int) -> list[Statement]:
    dice = random.Random(7)  # repeatable, not secret
    written = sorted(set(lexicon().written.values()))
    verbs = [
        "pelaksanaan",
        "penyusunan kebijakan",
        "pembinaan",
        "pengawasan",
        "pendataan",
        "pelatihan",
        "penyaluran",
    ]
    return [
        Statement(
            f"{dice.choice(verbs)} {' '.join(dice.sample(written, 3))} di {dice.choice(written)} nomor {dice.randrange(count)}",
            f"Bidang {at // UNITS}",
        )
        for at in range(count)
    ]


def ours(count: int, took: "Queue[float]") -> None:
    texts = statements(count)
    start = time.perf_counter()
    index = Index.build(texts)
    built = time.perf_counter() - start
    found = index.pairs(0.5, LIMIT)
    total = time.perf_counter() - start
    took.put(total)
    start = time.perf_counter()
    index.replace(5, Statement(texts[5].text + " lansia", texts[5].unit))
    index.around(5)
    edit = (time.perf_counter() - start) * 1000
    print(
        f"{count:>7} sotk.overlap      {total:7.2f} s (build {built:.2f}), {len(found)} pairs, edit {edit:.1f} ms, {peak()} MB"
    )


def theirs(count: int, took: "Queue[float]") -> None:
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sparse_dot_topn import sp_matmul_topn
    except ImportError:
        took.put(math.nan)
        return
    texts = [one.text for one in statements(count)]
    start = time.perf_counter()
    matrix = TfidfVectorizer().fit_transform(texts)
    sp_matmul_topn(matrix, matrix.T, top_n=10, threshold=0.5, n_threads=1)
    took.put(time.perf_counter() - start)
    print(f"{count:>7} sparse_dot_topn   {time.perf_counter() - start:7.2f} s, {peak()} MB")


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    for size in (*SIZES, *([100_000] if "--large" in sys.argv else [])):
        seconds = []
        for run in (ours, theirs):
            took = context.Queue()
            process = context.Process(target=run, args=(size, took))
            process.start()
            seconds.append(took.get())
            process.join()
        print(f"{size:>7} ratio             {seconds[0] / seconds[1]:7.1f}")
