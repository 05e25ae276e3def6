"""Coordinates of a tree of boxes beside Graphviz `dot` (with its splines) and d3-flextree.

    npm install --prefix FOLDER d3-flextree     (once; needs node)
    python tests/bench/chart_layout_bench.py [--node FOLDER] [--dot-limit N] 100 1000 2000 10000

The tree is the same for all three: boxes of different size, up to eight children each. Times are seconds
of processor time inside the program: without its start, without reading and writing. For dot, which
cannot be asked from inside, the whole process less one that lays out a single box. Printed with the
ratio to ours; of three runs the fastest counts.

With `--texts` the whole layouts are measured instead: names of two to seven words are measured and wrapped,
boxes sized, placed, linked and made a Scene, by `bagan` and by `tree`, beside dot with the same names, which
it does not wrap. d3-flextree does nothing of this.
"""

import argparse
import json
import os
import resource
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from sotk.chart.layout.bagan import bagan
from sotk.chart.layout.chart import Chart, Frame, Node, Phrase
from sotk.chart.layout.flextree import coordinates
from sotk.chart.layout.tree import tree as tidy
from sotk.chart.scene import Scene

FAN = 8
RUNS = 3
WORDS = [
    "Rehabilitasi",
    "Sosial",
    "Anak",
    "dan",
    "Lanjut",
    "Usia",
    "Perlindungan",
    "Jaminan",
    "Keluarga",
    "Pemberdayaan",
    "Penanganan",
    "Fakir",
    "Miskin",
    "Perkotaan",
]
FLEXTREE = """
const {flextree} = require(process.env.FLEXTREE);
const {widths, heights, children} = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const nodes = widths.map((w, n) => ({size: [w, heights[n]], children: []}));
children.forEach((below, n) => below.forEach(c => nodes[n].children.push(nodes[c])));
const layout = flextree({});
let best = Infinity;
for (let run = 0; run < 3; run++) {
  const tree = layout.hierarchy(nodes[0]);
  const start = process.cpuUsage();
  layout(tree);
  const used = process.cpuUsage(start);
  best = Math.min(best, (used.user + used.system) / 1e6);
}
console.log(best);
"""


def tree(count: int) -> tuple[list[float], list[float], list[list[int]]]:
    random = Random(7)
    children: list[list[int]] = [[] for _ in range(count)]
    open_to = [0]
    for node in range(1, count):
        place = random.randrange(len(open_to))
        parent = open_to[place]
        children[parent].append(node)
        if len(children[parent]) == FAN:
            open_to[place] = open_to[-1]
            open_to.pop()
        open_to.append(node)
    widths = [float(random.randrange(60, 160)) for _ in range(count)]
    return widths, [float(random.randrange(24, 60)) for _ in range(count)], children


def ours(widths: list[float], heights: list[float], children: list[list[int]]) -> float:
    def run() -> float:
        start = time.process_time()
        coordinates(widths, heights, children)
        return time.process_time() - start

    return min(run() for _ in range(RUNS))


def dot(widths: list[float], heights: list[float], children: list[list[int]]) -> float:
    boxes = [
        f"n{n} [shape=box,fixedsize=true,width={w / 72:.3f},height={h / 72:.3f}]"
        for n, (w, h) in enumerate(zip(widths, heights, strict=True))
    ]
    return _dot(boxes, children)


def _dot(boxes: list[str], children: list[list[int]]) -> float:
    lines = [f"n{n} -> n{child}" for n, below in enumerate(children) for child in below]
    text = ";\n".join(["digraph { splines=true", *boxes, *lines]) + "}"
    runs = 1 if len(boxes) > 500 else RUNS
    idle = min(_spent(["dot", "-Tplain"], "digraph { a }") for _ in range(RUNS))
    return min(_spent(["dot", "-Tplain"], text) for _ in range(runs)) - idle


def named(children: list[list[int]]) -> Chart:
    random = Random(7)
    above = {child: n for n, below in enumerate(children) for child in below}
    nodes = []
    for n in range(len(children)):
        name = f"Seksi {' '.join(random.choice(WORDS) for _ in range(random.randrange(1, 6)))} {n}"
        parent = f"n{above[n]}" if n else None
        nodes.append(Node(f"n{n}", name, (Phrase(name, n % 3 == 0),), parent))
    return Chart(tuple(nodes), Frame(title=("Bagan",)))


def texts(counts: list[int], limit: int) -> None:
    print("boxes", "bagan, s", "tree, s", "dot, s | ratio to tree", sep=" | ")
    layouts: tuple[Callable[[Chart], Scene], ...] = (bagan, tidy)
    for count in counts:
        _, _, children = tree(count)
        chart = named(children)
        own = []
        for layout in layouts:
            best = float("inf")
            for _ in range(RUNS if count <= 10_000 else 1):
                start = time.process_time()
                layout(chart)
                best = min(best, time.process_time() - start)
            own.append(best)
        boxes = [f"n{n} [shape=box,label={json.dumps(each.title)}]" for n, each in enumerate(chart.nodes)]
        spent = _dot(boxes, children) if count <= limit else None
        peer = "- | -" if spent is None else f"{spent:.3f} | {spent / own[1]:.1f}"
        print(f"{count:,}", *(f"{each:.3f}" for each in own), peer, sep=" | ", flush=True)


def flextree(folder: Path) -> Callable[..., float]:
    module = str((folder / "node_modules" / "d3-flextree").resolve())

    def run(widths: list[float], heights: list[float], children: list[list[int]]) -> float:
        data = json.dumps({"widths": widths, "heights": heights, "children": children})
        done = subprocess.run(
            ["node", "--stack-size=4000", "-e", FLEXTREE],
            env=os.environ | {"FLEXTREE": module},
            input=data,
            capture_output=True,
            text=True,
            check=True,
        )
        return float(done.stdout)

    return run


def _spent(command: list[str], text: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("counts", nargs="*", type=int, default=[100, 1_000, 2_000])
    parser.add_argument("--node", type=Path, help="the folder d3-flextree was installed in")
    parser.add_argument("--dot-limit", type=int, default=2_000, help="boxes; dot is not asked for more")
    parser.add_argument("--texts", action="store_true", help="whole layouts, with their texts")
    given = parser.parse_args()
    if given.texts:
        texts(given.counts, given.dot_limit)
        return
    peers: list[tuple[str, Callable[..., float], int]] = [("dot", dot, given.dot_limit)]
    if given.node:
        peers.append(("d3-flextree", flextree(given.node), 10**9))
    print("boxes", "sotk, s", *(f"{name}, s | ratio" for name, _, _ in peers), sep=" | ")
    for count in given.counts:
        boxes = tree(count)
        own = ours(*boxes)
        row = [f"{count:,}", f"{own:.4f}"]
        for _, run, limit in peers:
            spent = run(*boxes) if count <= limit else None
            row.append("- | -" if spent is None else f"{spent:.4f} | {spent / own:.1f}")
        print(" | ".join(row), flush=True)


if __name__ == "__main__":
    main()
