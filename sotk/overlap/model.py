"""The fitted weights: numbers of a pair to one score. Made by `tests/bench/overlap_fit.py`."""

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def score(numbers: Mapping[str, float]) -> float:
    """How surely a pair with these numbers is the same work, 0 to 1."""
    intercept, weight_of = weights()
    return _share(intercept + sum([weight * numbers[name] for name, weight in weight_of.items()]))


def _share(total: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


MOST = {"best_term": 1.2}
"""Numbers that can exceed 1."""


@cache
def weights() -> tuple[float, dict[str, float]]:
    """The intercept, and the weight of each number by its name."""
    text = files("sotk.overlap").joinpath("data", "model.json").read_text(encoding="utf-8")
    model = json.loads(text)
    return float(model["intercept"]), {str(k): float(v) for k, v in model["weights"].items() if v}
