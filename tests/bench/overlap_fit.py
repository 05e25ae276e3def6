"""Fits the weights of the overlap model on the labelled pairs and writes sotk/overlap/data/model.json.

python tests/bench/overlap_fit.py
"""

import json
from pathlib import Path

import numpy as np
from overlap_pairs import SET_BY_HAND, UNKNOWN, fit, label, load, numbers, weights

MODEL = Path(__file__).parents[2] / "sotk" / "overlap" / "data" / "model.json"

if __name__ == "__main__":
    rows = load("written.csv") + load("real.csv")
    names, x, given = numbers(rows)
    coefficients, intercept = fit(names, x, given, np.array([label(row) for row in rows]), weights(rows))
    found = {name: round(float(value), 4) for name, value in zip(names, coefficients, strict=True)}
    model = {
        "intercept": round(intercept - sum(SET_BY_HAND[name] * value for name, value in UNKNOWN.items()), 4),
        "weights": {**found, **SET_BY_HAND},
    }
    MODEL.write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(model, indent=1))
