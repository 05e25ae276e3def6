"""How long the graph and the rules take on structures of 100 to 100,000 units, and after one edit.

python tests/bench/check_structures.py [SELECT ...]

Prints seconds for the load of the file, the graph, the rules, and one edit, and the ratio of graph and
rules to the load. The load is measured with the garbage collector as it is.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from time import perf_counter
from typing import Any

from sotk.files import load_text
from sotk.graph import OrgGraph
from sotk.packs import Pack, load_pack
from sotk.rules import checked

SIZES = (100, 1_000, 10_000, 100_000)
TODAY = date(2024, 1, 1)
UNITS_OF_AN_AGENCY = 22
CLASSES = {"II.a": 15, "III.a": 11, "IV.a": 9, "": 0}


def main(select: list[str]) -> None:
    pack = load_pack("pemda").pack
    assert pack is not None
    print(f"{'units':>8} {'load':>8} {'graph':>8} {'rules':>8} {'ratio':>7} {'edit':>9} {'findings':>9}")
    for size in SIZES:
        row(size, pack, select)


def row(size: int, pack: Pack, select: list[str]) -> None:
    text = "".join(workload(size))
    load, loaded = timed(lambda: load_text(text))
    structure = loaded.structure
    graph, _ = timed(lambda: tables(OrgGraph(structure, {"kjf"})))
    rules, done = timed(lambda: checked(structure, pack, select=select, today=TODAY))
    unit = f"seksi-{size // 2 // UNITS_OF_AN_AGENCY}-1-1"
    edited = replace(structure.units[unit], name="Seksi Baru")
    after = replace(structure, units={**structure.units, unit: edited})
    again, _ = timed(lambda: checked(after, pack, select=select, today=TODAY, previous=done, touched=[unit]))
    ratio = (graph + rules) / load
    times = f"{size:8} {load:8.3f} {graph:8.3f} {rules:8.3f} {ratio:7.2f} {again * 1000:6.1f} ms"
    print(f"{times} {len(done.findings):9}", flush=True)


def timed(call: Callable[[], Any]) -> tuple[float, Any]:
    start = perf_counter()
    result = call()
    return perf_counter() - start, result


def tables(graph: OrgGraph) -> tuple[object, ...]:
    return graph.parents, graph.order, graph.depths, graph.sizes, graph.heights


def workload(size: int) -> Iterator[str]:
    """The text of a government of agencies, `size` units in all, with duties and positions."""
    yield "sotk: 1\nstructure: bench\nname: Bench\npack: pemda\neffective: 2017-01-01\n"
    yield "government: {level: provinsi}\nagency: {type: A}\n"
    yield "root:\n  id: pemda\n  name: Pemerintah\n  kind: pemda\n  head: {id: gub, title: Gubernur}\n  units:\n"
    count = 1
    for number in range(size):
        if count >= size:
            return
        for depth, ident, kind, echelon in agency(number):
            if count >= size:
                return
            yield unit(depth, ident, kind, echelon, count, opens=kind in ("dinas", "sekretariat", "bidang"))
            count += 1


def agency(number: int) -> Iterator[tuple[int, str, str, str]]:
    yield 1, f"dinas-{number}", "dinas", "II.a"
    yield 2, f"sekretariat-{number}", "sekretariat", "III.a"
    for part in range(3):
        yield 3, f"subbagian-{number}-{part}", "subbagian", "IV.a"
    for bidang in range(4):
        yield 2, f"bidang-{number}-{bidang}", "bidang", "III.a"
        for part in range(3):
            yield 3, f"seksi-{number}-{bidang}-{part}", "seksi", "IV.a"
    yield 2, f"kjf-{number}", "kjf", ""


def unit(depth: int, ident: str, kind: str, echelon: str, count: int, *, opens: bool) -> str:
    pad = "    " * depth
    head = f"{pad}  head: {{id: kepala-{ident}, title: Kepala {ident}, echelon: {echelon}, class: {CLASSES[echelon]}}}\n"
    lines = [
        f"{pad}- id: {ident}\n{pad}  name: {kind.title()} {ident}\n{pad}  kind: {kind}\n",
        head if echelon else "",
        f"{pad}  duties:\n",
        f"{pad}    - {{id: t-{ident}, level: tugas, text: melaksanakan urusan nomor {count}}}\n",
        f'{pad}    - {{id: f-{ident}, text: penyusunan bahan kebijakan {count}, code: "7.{count // 5000 + 10}.{count // 70 % 70 + 10}.1.{count % 70 + 10}"}}\n',
        f"{pad}  positions:\n",
        f"{pad}    - {{id: a-{ident}, title: Analis Kebijakan, category: pelaksana, class: 7, need: 4, filled: 3}}\n",
        f"{pad}    - {{id: p-{ident}, title: Pengelola Data, category: pelaksana, class: 6, need: 2, filled: 2}}\n",
        f"{pad}  units:\n" if opens else "",
    ]
    return "".join(lines)


if __name__ == "__main__":
    main(sys.argv[1:])
