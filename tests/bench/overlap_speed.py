"""Time and memory of all pairs, beside sparse_dot_topn on the same statements in the same run.

    python tests/bench/overlap_speed.py [--large]     (--large adds 100,000 statements)

Statements are made of words of the lexicon, so that no file is needed. sparse_dot_topn and scikit-learn
are used if they are installed; they are no dependencies of sotk. Each size runs in a process of its own.
"""

import multiprocessing
import random
import resource
import sys
import time

from sotk.overlap import Index, Statement
from sotk.overlap.lexicon import lexicon

UNITS = 12
SIZES = (1_000, 10_000)


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


def ours(count: int) -> None:
    texts = statements(count)
    start = time.perf_counter()
    index = Index.build(texts)
    built = time.perf_counter() - start
    found = index.pairs(0.5)
    total = time.perf_counter() - start
    start = time.perf_counter()
    index.replace(5, Statement(texts[5].text + " lansia", texts[5].unit))
    index.around(5)
    edit = (time.perf_counter() - start) * 1000
    print(
        f"{count:>7} sotk.overlap      {total:7.2f} s (build {built:.2f}), {len(found)} pairs, edit {edit:.1f} ms, {peak()} MB"
    )


def theirs(count: int) -> None:
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sparse_dot_topn import sp_matmul_topn
    except ImportError:
        print("        sparse_dot_topn is not installed")
        return
    texts = [one.text for one in statements(count)]
    start = time.perf_counter()
    matrix = TfidfVectorizer().fit_transform(texts)
    sp_matmul_topn(matrix, matrix.T, top_n=10, threshold=0.5, n_threads=1)
    print(f"{count:>7} sparse_dot_topn   {time.perf_counter() - start:7.2f} s, {peak()} MB")


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    for size in (*SIZES, *([100_000] if "--large" in sys.argv else [])):
        for run in (ours, theirs):
            process = multiprocessing.get_context("spawn").Process(target=run, args=(size,))
            process.start()
            process.join()
