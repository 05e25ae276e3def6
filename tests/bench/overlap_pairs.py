"""Labelled duty pairs, their numbers, and a logistic fit under signs: shared by the fit and the quality bench."""

import csv
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sotk.overlap.features import numbers_of
from sotk.overlap.reading import read
from sotk.overlap.values import Statement

Array = NDArray[np.float64]
PAIRS = Path(__file__).parents[1] / "data" / "overlap"
PARTIAL_WEIGHT = 0.4
REAL_WEIGHT = 0.5
STRENGTH = 3.0
RAISING = frozenset(
    [
        "all_low",
        "all_high",
        "phrase",
        "cover_low",
        "best_term",
        "met",
        "action",
        "topic",
        "concern",
    ]
)
LOWERING = frozenset(
    [
        "field_gap",
        "unit_clash",
        "house",
        "house_one",
        "stage_gap",
        "deed_gap",
        "sequence",
        "divided",
        "parallel",
        "parallel_house",
        "parallel_stage",
        "parallel_deed",
        "parallel_twin",
        "twin",
        "parallel_field",
        "parallel_divided",
        "parallel_term",
        "oversight",
        "step_hint",
        "presupposes",
        "narrowed",
        "breadth",
    ]
)
SET_BY_HAND = {
    "clash": -2.5,
    "mark_clash": -4.0,
    "unknown": 0.4,
    "parallel_unit": -4.0,
    "code": 2.0,
    "order_gap": -4.5,
    "client_gap": -3.0,
    "site_gap": -3.0,
}
"""From the law, not from labelled pairs, which declare no code, client, stage or site: equal codes raise;
one activity has one policy owner and executors by client group and by site; areas, grades and denials part."""
UNKNOWN = {"code": 0.3}
"""What a hand-set number is where nothing is declared; others are 0 there."""


def load(name: str) -> list[dict[str, str]]:
    with (PAIRS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def label(row: dict[str, str]) -> float:
    """0, 0.5 or 1: how far the pair is an overlap; two labellers are averaged."""
    if "label" in row:
        return int(row["label"]) / 2
    return (int(row["label_1"]) + int(row["label_2"])) / 4


def sides(row: dict[str, str]) -> tuple[Statement, Statement]:
    return Statement(row["duty_a"], row["unit_a"]), Statement(row["duty_b"], row["unit_b"])


def numbers(rows: list[dict[str, str]]) -> tuple[list[str], Array, Array]:
    """Names and values of the fitted numbers, and what the hand-set ones add to each pair."""
    found = [numbers_of(*map(read, sides(row))) for row in rows]
    names = [name for name in found[0] if name not in SET_BY_HAND]
    given = [
        sum(weight * (one[name] - UNKNOWN.get(name, 0.0)) for name, weight in SET_BY_HAND.items())
        for one in found
    ]
    return names, np.array([[one[name] for name in names] for one in found]), np.array(given)


def groups(rows: list[dict[str, str]]) -> list[int]:
    """Pairs that share a statement, directly or through others, share a group."""
    parent = list(range(len(rows)))

    def root(at: int) -> int:
        while parent[at] != at:
            at = parent[at]
        return at

    seen: dict[str, int] = {}
    for at, row in enumerate(rows):
        for text in (row["duty_a"], row["duty_b"]):
            if text in seen:
                parent[root(at)] = root(seen[text])
            seen[text] = at
    return [root(at) for at in range(len(rows))]


def fit(names: list[str], x: Array, given: Array, y: Array, weight: Array) -> tuple[Array, float]:
    """Coefficients and intercept of a logistic model with L2, each coefficient of the sign it must have."""
    scale = x.std(axis=0) + 1e-6
    middle = x.mean(axis=0)
    z = (x - middle) / scale
    low = np.array([0.0 if name in RAISING else -np.inf for name in names])
    high = np.array([0.0 if name in LOWERING else np.inf for name in names])
    b, intercept, step = (
        np.zeros(len(names)),
        0.0,
        4.0 / (weight.sum() * (1 + np.linalg.norm(z, 2) ** 2 / len(y))),
    )
    for _ in range(6000):
        gap = weight * (1 / (1 + np.exp(-(z @ b + intercept + given))) - y)
        b = np.clip(b - step * (z.T @ gap + STRENGTH * b), low, high)
        intercept -= step * gap.sum()
    return b / scale, float(intercept - (b * middle / scale).sum())


def score(x: Array, given: Array, model: tuple[Array, float]) -> Array:
    return np.asarray(1 / (1 + np.exp(-(x @ model[0] + model[1] + given))))


def weights(rows: list[dict[str, str]]) -> Array:
    return np.array([_weight(row) for row in rows])


def _weight(row: dict[str, str]) -> float:
    if "label_1" in row:
        return REAL_WEIGHT
    return PARTIAL_WEIGHT if label(row) == 0.5 else 1.0


def cross_validated(rows: list[dict[str, str]], *, folds: int = 5, repeats: int = 5) -> Array:
    """Scores of pairs by models that saw neither the pair nor any statement of it; mean of the repeats."""
    names, x, given = numbers(rows)
    y, weight, group = np.array([label(row) for row in rows]), weights(rows), np.array(groups(rows))
    every = sorted(set(group.tolist()))
    total = np.zeros(len(rows))
    for repeat in range(repeats):
        order = np.random.default_rng(repeat).permutation(len(every))
        fold_of = {every[at]: place % folds for place, at in enumerate(order)}
        fold = np.array([fold_of[one] for one in group.tolist()])
        for one in range(folds):
            out = fold == one
            total[out] += score(x[out], given[out], fit(names, x[~out], given[~out], y[~out], weight[~out]))
    return total / repeats


def average_precision(truth: Array, scores: Array) -> float:
    hits = truth[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    return float(precision[hits == 1].mean())
