"""Keys taken out of and put into a mapping that is written in brackets."""

from collections.abc import Collection
from typing import Any

from sotk.text.emit import flow, scalar
from sotk.text.marks import Marks
from sotk.text.nodes import Mapping
from sotk.text.splice import Splice


def without_keys(marks: Marks, node: Mapping, gone: Collection[str]) -> list[Splice]:
    """Splices that take keys out, each with the comma that parted it from a neighbour that stays."""
    keys = list(node)
    found: list[Splice] = []
    for place, key in enumerate(keys):
        if key not in gone:
            continue
        start, _value, end = marks.place(node.at, key)
        if any(other not in gone for other in keys[:place]):
            found.append((marks.place(node.at, keys[place - 1])[2], end, ""))
        elif place + 1 < len(keys):
            found.append((start, marks.place(node.at, keys[place + 1])[0], ""))
        else:
            found.append((start, end, ""))
    return found


def with_key(marks: Marks, node: Mapping, before: str | None, key: str, value: Any) -> Splice:
    """The splice that puts a key behind another; in front of all where there is none before it."""
    said = f"{scalar(key)}: {flow(value)}"
    if before is None:
        start = marks.extent(node.at)[0] + 1
        return start, start, f"{said}, "
    end = marks.place(node.at, before)[2]
    return end, end, f", {said}"
