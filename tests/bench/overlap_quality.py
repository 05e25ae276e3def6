"""How well `sotk.overlap` tells overlap from likeness, cross-validated, beside measures of likeness.

    python tests/bench/overlap_quality.py

The model is fitted anew in every fold, on pairs that share no statement with those it scores; thresholds
are read off those scores. Baselines need no fit. rapidfuzz is used if it is installed.
"""

import math
import re
import statistics
import sys
from collections import Counter
from collections.abc import Callable

import numpy as np
from overlap_pairs import Array, average_precision, cross_validated, label, load, sides

from sotk.overlap import compare

PRECISION = 0.8
Row = dict[str, str]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def trigrams(text: str) -> list[str]:
    plain = " " + " ".join(words(text)) + " "
    return [plain[at : at + size] for size in (3, 4, 5) for at in range(len(plain) - size + 1)]


def tfidf(rows: list[Row], cut: Callable[[str], list[str]]) -> Array:
    documents = [Counter(cut(row[side])) for row in rows for side in ("duty_a", "duty_b")]
    holding = Counter(part for document in documents for part in document)
    weighed = [
        {part: n * (math.log((1 + len(documents)) / (1 + holding[part])) + 1) for part, n in document.items()}
        for document in documents
    ]
    return np.array([_cosine(weighed[2 * at], weighed[2 * at + 1]) for at in range(len(rows))])


def token_set(rows: list[Row]) -> Array | None:
    try:
        from rapidfuzz.fuzz import token_set_ratio
    except ImportError:
        return None
    return np.array([token_set_ratio(row["duty_a"].lower(), row["duty_b"].lower()) for row in rows])


def report(rows: list[Row], scores: dict[str, Array]) -> None:
    truth = np.array([label(row) for row in rows])
    clear = truth != 0.5
    print(f"written.csv, label 2 against 0: {int(clear.sum())} pairs, chance {truth[clear].mean():.2f}")
    for name, found in scores.items():
        spread = " ".join(f"{p:.2f}@{r:.1f}" for r, p in points(truth[clear], found[clear]))
        print(
            f"  {name:28} AP {average_precision(truth[clear], found[clear]):.3f}   precision@recall {spread}"
        )
    for name, found in scores.items():
        kinds(rows, truth, found, name)


def points(truth: Array, scores: Array) -> list[tuple[float, float]]:
    hits = truth[np.argsort(-scores, kind="stable")]
    precision, recall = np.cumsum(hits) / np.arange(1, len(hits) + 1), np.cumsum(hits) / hits.sum()
    return [(at, float(precision[recall >= at].max())) for at in (0.2, 0.4, 0.6, 0.8, 0.9, 1.0)]


def threshold_at(truth: Array, scores: Array, precision: float) -> float:
    """The lowest score at which at least this share of what is reported is an overlap."""
    order = np.argsort(-scores, kind="stable")
    share = np.cumsum(truth[order]) / np.arange(1, len(order) + 1)
    good = np.flatnonzero(share >= precision)
    return float(scores[order][good[-1]]) if len(good) else math.inf


def kinds(rows: list[Row], truth: Array, scores: Array, name: str) -> None:
    clear = truth != 0.5
    cut = threshold_at(truth[clear], scores[clear], PRECISION)
    print(f"{name}: reported at precision {PRECISION} (score {cut:.2f})")
    for kind in sorted({row["kind"] for row in rows}):
        of_kind = [at for at, row in enumerate(rows) if row["kind"] == kind]
        share = statistics.mean(float(scores[at] >= cut) for at in of_kind)
        print(f"  {kind:14} label {2 * truth[of_kind].mean():.0f}: {share:5.0%} of {len(of_kind)}")


def report_real(rows: list[Row], scores: Array) -> None:
    truth = np.array([label(row) for row in rows])
    some = (truth > 0).astype(float)
    print(
        f"real.csv, label above 0: {int(some.sum())} of {len(rows)}, AP {average_precision(some, scores):.3f}"
    )
    for at in np.argsort(-scores)[:10]:
        row = rows[at]
        print(
            f"  {scores[at]:.2f} {row['label_1']}{row['label_2']} {row['pair']} {row['duty_a'][:60]} | {row['duty_b'][:60]}"
        )


def report_steps(rows: list[Row], scores: Array) -> None:
    truth = np.array([label(row) for row in rows])
    print(f"steps.csv: {len(rows)}, AP {average_precision(truth, scores):.3f}")
    kinds(rows, truth, scores, "sotk.overlap on steps.csv")


def _cosine(a: dict[str, float], b: dict[str, float]) -> float:
    length = math.sqrt(sum(v * v for v in a.values()) * sum(v * v for v in b.values()))
    return sum(v * b.get(part, 0.0) for part, v in a.items()) / length if length else 0.0


if __name__ == "__main__":
    written, real, steps = load("written.csv"), load("real.csv"), load("steps.csv")
    ours = cross_validated(written + real)
    found = {"sotk.overlap": ours[: len(written)], "TF-IDF words": tfidf(written, words)}
    found["TF-IDF characters 3-5"] = tfidf(written, trigrams)
    fuzzy = token_set(written)
    if fuzzy is not None:
        found["rapidfuzz token_set_ratio"] = fuzzy
    report(written, found)
    report_real(real, ours[len(written) :])
    report_steps(steps, np.array([compare(*sides(row)).score for row in steps]))
    sys.exit(0)
