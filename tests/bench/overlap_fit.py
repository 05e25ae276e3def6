"""Fits the weights of the overlap model on the labelled pairs and writes sotk/overlap/data/model.json.

python tests/bench/overlap_fit.py
"""

import json
from pathlib import Path

import numpy as np
from overlap_pairs import fit, label, load, numbers, weights

MODEL = Path(__file__).parents[2] / "sotk" / "overlap" / "data" / "model.json"
CODE_WEIGHT = 2.0
"""Set by hand: no labelled pair declares a code. Equal codes raise, codes of other programs lower."""
STEP_WEIGHT = -1.5
"""Set by hand, from the law: a bidang and a UPTD overlap only where the same step is given to both."""

if __name__ == "__main__":
    rows = load("written.csv") + load("real.csv")
    names, x = numbers(rows)
    coefficients, intercept = fit(names, x, np.array([label(row) for row in rows]), weights(rows))
    found = {name: round(float(value), 4) for name, value in zip(names, coefficients, strict=True)}
    model = {
        "intercept": round(intercept - 0.3 * CODE_WEIGHT, 4),
        "weights": {**found, "code": CODE_WEIGHT, "order_gap": STEP_WEIGHT},
    }
    MODEL.write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(model, indent=1))
