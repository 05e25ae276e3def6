"""Loading with places, validation and the built structure, beside PyYAML's CSafeLoader on the same text.

python tests/bench/load_bench.py [100 1000 10000 100000]

Each side runs in a process of its own, so that the peak of memory is its own; sides take turns.
"""

import gc
import json
import resource
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from workload import text

RUNS = 3
TEN = ("SPN001", "SPN002", "SPN003", "LAY001", "LAY002", "HED001", "NAM001", "CAP001", "CAP002", "CAP003")


def ours(source: str) -> int:
    from sotk.files import load_text

    loaded = load_text(source)
    assert not loaded.findings
    return len(loaded.structure.units)


def peer(source: str) -> int:
    import yaml

    return len(yaml.load(source, yaml.CSafeLoader))


def rules(source: str) -> dict[str, float]:
    from sotk.files import load_text
    from sotk.packs import load_pack
    from sotk.rules import check

    structure, pack = load_text(source).structure, load_pack("generic").pack
    start = time.perf_counter()
    check(structure, pack, select=TEN)
    return {"seconds": time.perf_counter() - start, "memory": 0.0}


def one(side: str, units: int, collector: str) -> dict[str, float]:
    source = text(units)
    if collector == "off":
        gc.disable()
    if side == "rules":
        return rules(source)
    work = ours if side == "ours" else peer
    work(text(3))  # imports are no part of the work
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    work(source)
    seconds = time.perf_counter() - start
    return {
        "seconds": seconds,
        "memory": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024,
    }


def measured(side: str, units: int, collector: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, __file__, "--one", side, str(units), collector],
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def main(sizes: list[int]) -> None:
    print("| units | collector | sotk, s | CSafeLoader, s | ratio | sotk, MB | CSafeLoader, MB |")
    print("|---|---|---|---|---|---|---|")
    for units in sizes:
        for collector in ("on", "off"):
            runs = [
                (measured("ours", units, collector), measured("peer", units, collector))
                for _ in range(1 if units > 20_000 else RUNS)
            ]
            a, b = (min(run[side]["seconds"] for run in runs) for side in (0, 1))
            am, bm = (min(run[side]["memory"] for run in runs) for side in (0, 1))
            print(
                f"| {units:,} | {collector} | {a:.3f} | {b:.3f} | {a / b:.2f} | {am:.0f} | {bm:.0f} |",
                flush=True,
            )
        checked = min(measured("rules", units, "on")["seconds"] for _ in range(RUNS))
        load = min(measured("ours", units, "on")["seconds"] for _ in range(1))
        print(
            f"| {units:,} | rules and graph | {checked:.3f} | | {checked / load:.2f} of the load | | |",
            flush=True,
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(one(sys.argv[2], int(sys.argv[3]), sys.argv[4])))
    else:
        main([int(size) for size in sys.argv[1:]] or [100, 1_000, 10_000])
