"""The fitted weights: numbers of a pair to one score. Made by `tests/bench/overlap_fit.py`."""

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def score(numbers: Mapping[str, float]) -> float:
    """How surely a pair with these numbers is the same work, 0 to 1."""
    intercept, weights = _model()
    total = intercept + sum(weight * numbers[name] for name, weight in weights)
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def ceiling(against: Mapping[str, float]) -> float:
    """The highest score a pair can have when these numbers are known and all others are at their best."""
    intercept, weights = _model()
    best = sum(weight * MOST.get(name, 1.0) for name, weight in weights if weight > 0 and name not in against)
    known = sum(weight * against[name] for name, weight in weights if name in against)
    return 1.0 / (1.0 + math.exp(-(intercept + best + known)))


MOST = {"best_term": 1.2}
"""Numbers that can exceed 1."""


@cache
def _model() -> tuple[float, tuple[tuple[str, float], ...]]:
    text = files("sotk.overlap").joinpath("data", "model.json").read_text(encoding="utf-8")
    model = json.loads(text)
    return float(model["intercept"]), tuple((str(k), float(v)) for k, v in model["weights"].items() if v)
