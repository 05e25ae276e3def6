"""Measures the exact difference beside other tools, on values that are already loaded.

python -m tests.bench.diff_bench [SIZES ...]    default: 100 1000 10000 100000

One workload: units with a head, positions and duties, five below each; 2 % of them are touched: renames,
adds, removes, moves. Every tool gets the form of data it is made for, and ids where it can use them.
xmldiff, diffx-python, deepdiff and jsonpatch are measured where they are installed, and left out above a
size that would take them minutes.
"""

import gc
import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

from sotk.compare import diff, diff_guessed, merge, operations
from sotk.files import structure_data
from sotk.model import AddUnit as Add
from sotk.model import Duty, Header, MoveUnit, Position, Remove, RemoveUnit, Set, Structure, Unit
from sotk.scenario import apply_all

FANOUT = 5
PEERS_UP_TO = {
    "xmldiff": 10_000,
    "xmldiff units only": 10_000,
    "deepdiff": 1_000,
    "jsonpatch": 10_000,
    "diffx": 100_000,
}


def made(size: int) -> Structure:
    units: dict[str, Unit] = {}
    children: dict[str, list[str]] = {}
    for number in range(size):
        id = f"u{number}"
        parent = f"u{(number - 1) // FANOUT}" if number else None
        units[id] = Unit(
            id=id,
            name=f"Seksi {number} Pelayanan {number % 97}",
            kind="seksi",
            parent=parent,
            head=Position(id=f"h{number}", title=f"Kepala Seksi {number}", echelon="IV.a", job_class=9),
            positions=(Position(id=f"p{number}", title="Analis", need=3, filled=2),),
            duties=tuple(
                Duty(id=f"d{number}-{each}", text=f"penyiapan bahan kebijakan {number} bagian {each}")
                for each in range(3)
            ),
        )
        if parent is not None:
            children.setdefault(parent, []).append(id)
    below = {parent: tuple(each) for parent, each in children.items()}
    return Structure(header=Header(id="b", name="Besar"), root="u0", units=units, children=below)


def edited(structure: Structure, seed: int = 7) -> tuple[Structure, dict[str, int]]:
    """2 % touched: 0.8 % renamed, 0.4 % each added, removed, moved; every thing by operations."""
    random, size = Random(seed), len(structure.units)
    few, leaves = max(1, size * 4 // 1000), [id for id in structure.units if id not in structure.children]
    random.shuffle(leaves)
    removed, moved = leaves[:few], leaves[few : 2 * few]
    gone = {*removed, *moved}
    stay = [id for id in structure.units if id not in gone]
    steps: list[Any] = [
        Set(entity="unit", id=id, field="name", value=f"{structure.units[id].name} Baru")
        for id in random.sample(stay, 2 * few)
    ]
    for id in removed:
        unit = structure.units[id]
        steps += [Remove(entity="duty", id=duty.id) for duty in unit.duties]
        steps += [Remove(entity="position", id=each.id) for each in (unit.head, *unit.positions) if each]
        steps.append(RemoveUnit(unit=id))
    steps += [MoveUnit(unit=id, under=random.choice(stay)) for id in moved]
    for number in range(few):
        new = {"id": f"n{number}", "name": f"Seksi Baru {number}", "kind": "seksi"}
        steps.append(Add(under=random.choice(stay), unit=new))
    truth = {"unit_renamed": 2 * few, "unit_added": few, "unit_removed": few, "unit_moved": few}
    return apply_all(structure, steps).structure, truth


def reloaded(structure: Structure) -> Structure:
    """A copy that shares nothing, as two files give."""
    units = {
        f"{id}": replace(
            unit,
            name=f"{unit.name} "[:-1],
            head=unit.head and replace(unit.head),
            positions=tuple(replace(each) for each in unit.positions),
            duties=tuple(replace(each, text=f"{each.text} "[:-1]) for each in unit.duties),
        )
        for id, unit in structure.units.items()
    }
    return replace(
        structure, units=units, children={key: (*each,) for key, each in structure.children.items()}
    )


def timed(work: Callable[[], Any], rounds: int = 3) -> tuple[float, Any]:
    best, result = float("inf"), None
    for _ in range(rounds):
        gc.collect()
        start = time.perf_counter()
        result = work()
        best = min(best, time.perf_counter() - start)
        if best > 5:
            break
    return best, result


def xml(structure: Structure, *, contents: bool = True) -> Any:
    from lxml import etree

    def branch(id: str) -> Any:
        unit = structure.units[id]
        node = etree.Element("unit", id=id, name=unit.name, kind=unit.kind)
        if not contents:
            return node
        for each in (unit.head, *unit.positions):
            if each is not None:
                etree.SubElement(node, "position", id=each.id, title=each.title)
        for duty in unit.duties:
            etree.SubElement(node, "duty", id=duty.id, text=duty.text)
        return node

    nodes = {unit.id: branch(unit.id) for unit in structure.walk()}
    for parent, below in structure.children.items():
        nodes[parent].extend(nodes[each] for each in below)
    return nodes[structure.root]


def peers(before: Structure, after: Structure, size: int) -> dict[str, Callable[[], Any]]:
    found: dict[str, Callable[[], Any]] = {}
    left, right = (json.loads(json.dumps(structure_data(each), default=str)) for each in (before, after))
    try:
        from xmldiff import main as xmldiff

        trees = xml(before), xml(after)
        options = {"uniqueattrs": ["id"], "ratio_mode": "faster", "F": 0.5}
        bare = xml(before, contents=False), xml(after, contents=False)
        found["xmldiff units only"] = lambda: xmldiff.diff_trees(*bare, diff_options=options)
        found["xmldiff"] = lambda: xmldiff.diff_trees(*trees, diff_options=options)
    except ImportError:
        pass
    try:
        import diffx

        found["diffx"] = lambda: diffx.diff(left, right, array_id_key="id")
    except ImportError:
        pass
    try:
        from deepdiff import DeepDiff

        found["deepdiff"] = lambda: DeepDiff(left, right)
    except ImportError:
        pass
    try:
        import jsonpatch

        found["jsonpatch"] = lambda: jsonpatch.make_patch(left, right)
    except ImportError:
        pass
    return {name: work for name, work in found.items() if size <= PEERS_UP_TO[name]}


def main(sizes: list[int]) -> None:
    for size in sizes:
        measure(size)


def measure(size: int) -> None:
    before = made(size)
    target, truth = edited(before)
    after = reloaded(target)
    assert after == target
    own, found = timed(lambda: diff(before, after))
    exact = found.summary() == truth
    print(
        f"{size:>7} units: diff {own * 1000:9.1f} ms  {own / size * 1e6:5.2f} us/unit  exact: {exact}",
        flush=True,
    )
    took, steps = timed(lambda: operations(found), 1)
    print(f"        operations {took * 1000:9.1f} ms, {len(steps)} of them")
    took, applied = timed(lambda: apply_all(before, steps), 1)
    print(f"        apply      {took * 1000:9.1f} ms, equal: {applied.structure == after}")
    took, merged = timed(lambda: merge(before, after, reloaded(before)), 1)
    print(f"        merge      {took * 1000:9.1f} ms, conflicts: {len(merged.conflicts)}")
    took, guessed = timed(lambda: diff_guessed(before, after), 1)
    print(f"        guessed    {took * 1000:9.1f} ms, open questions: {len(guessed.matching.questions)}")
    for name, work in peers(before, after, size).items():
        took, result = timed(work, 1)
        count = len(result) if hasattr(result, "__len__") else sum(1 for _ in result)
        print(f"        {name:18} {took * 1000:9.1f} ms  {took / own:8.1f} x  {count} entries", flush=True)


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [100, 1_000, 10_000, 100_000])
