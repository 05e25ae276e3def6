"""Processor time of one chart in every format, warm: layout and writing, each the median of seven.

    python tests/bench/chart_formats_bench.py [--layout bagan] [STRUCTURE]

The chart is that of a dinas with every supporting unit and its echelons, on A3.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TypeVar

from sotk.chart.layout.chart import PAPERS
from sotk.chart.picture import overlaid, scene_of
from sotk.chart.render.catalogue import FORMATS
from sotk.chart.view import ViewOptions
from sotk.workspace import open_path

RUNS = 7
JABAR = Path(__file__).parents[2] / "structures" / "dinsos-jabar" / "eksisting.yaml"

Made = TypeVar("Made")


def timed(make: Callable[[], Made]) -> tuple[Made, float]:
    """What is made, and the milliseconds that it takes once it has been made before."""
    made = make()
    spent = []
    for _ in range(RUNS):
        start = time.process_time()
        made = make()
        spent.append(time.process_time() - start)
    return made, 1000 * median(spent)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("structure", nargs="?", type=Path, default=JABAR)
    parser.add_argument("--layout", default="bagan")
    given = parser.parse_args()
    found = open_path(given.structure)
    assert found.structure is not None
    assert found.pack is not None
    structure, pack = found.structure, found.pack
    overlay = overlaid(structure, pack, ["echelon"], "id")
    options = ViewOptions(annex=False, paper=PAPERS["A3"])
    print("format", "boxes", "pages", "layout, ms", "writing, ms", sep=" | ")
    for each in FORMATS:
        paged, write = each.paged, each.write
        scene, laid = timed(
            lambda paged=paged: scene_of(
                structure, pack, options, (), overlay, split=paged, layout=given.layout
            )
        )
        _, written = timed(lambda write=write, scene=scene: write(scene))
        boxes = sum(len(page.boxes) for page in scene.pages)
        print(each.ending, boxes, len(scene.pages), f"{laid:.0f}", f"{written:.0f}", sep=" | ", flush=True)


if __name__ == "__main__":
    main()
