"""A structure as data in the form its file is written in: nested, flat, or some of both."""

from bisect import bisect_left
from typing import Any

from sotk.files.plain import lists_data, unit_data
from sotk.files.tree import written_units
from sotk.model import Structure
from sotk.text import Mapping


class Form:
    """Which units of a file stand in its list at the top, and which inside their parent."""

    def __init__(self, document: Mapping, ids: dict[int, str]) -> None:
        units = [(ids.get(unit.raw.at, ""), unit) for unit in written_units(document)]
        root = document.get("root")
        self.root = ids.get(root.at) if isinstance(root, Mapping) else None
        self.top = [id_ for id_, unit in units if unit.nested_in is None and id_ != self.root]
        self.inside = {id_ for id_, unit in units if unit.nested_in is not None}
        self.is_flat = isinstance(document.get("units"), list)

    def data(self, structure: Structure, before: Structure) -> dict[str, Any]:
        """The structure as this file writes it; `before` is the structure the file was read as."""
        header, lists = lists_data(structure)
        made = {unit.id: unit_data(unit) for unit in structure.walk()}
        top = [] if not self.is_flat else self._top(structure, before)
        listed = set(top)
        for parent, children in structure.children.items():
            inner = [made[child] for child in children if child not in listed]
            if inner:
                made[parent]["units"] = inner
        for unit in listed:
            parent_id = structure.units[unit].parent
            if parent_id is not None:
                made[unit] = _with_parent(made[unit], parent_id)
        data: dict[str, Any] = {"sotk": 1, **header}
        if structure.root not in listed:
            data["root"] = made[structure.root]
        if top:
            data["units"] = [made[unit] for unit in top]
        return data | lists

    def _top(self, structure: Structure, before: Structure) -> list[str]:
        """The units of the list at the top, in an order that keeps as many in place as can be."""
        listed = {unit.id for unit in structure.walk() if self._is_listed(unit.id, structure, before)}
        place = {unit: number for number, unit in enumerate(self.top)}
        following: dict[str | None, list[str]] = {}
        kept: set[str] = set() if structure.root not in listed else {structure.root}
        for parent in structure.children:
            children = [child for child in structure.children[parent] if child in listed]
            stay = _longest_rising([child for child in children if child in place], place)
            kept |= stay
            previous: str | None = None
            waiting: list[str] = []
            for child in children:
                if child in stay:
                    previous = child
                elif previous is not None:
                    following.setdefault(previous, []).append(child)
                    previous = child
                else:
                    waiting.append(child)
            if waiting:
                first = next((child for child in children if child in stay), None)
                self._before(first, parent if parent in listed else None, waiting, following)
        order: list[str] = []
        stack = list(reversed([None, *(unit for unit in self.top if unit in kept)]))
        while stack:
            unit = stack.pop()
            ahead = following.pop(f"<{unit}", None) if unit is not None else None
            if ahead:
                stack.append(unit)
                stack.extend(reversed(ahead))
                continue
            if unit is not None:
                order.append(unit)
            stack.extend(reversed(following.pop(unit, [])))
        return order

    @staticmethod
    def _before(
        first: str | None,
        parent: str | None,
        units: list[str],
        following: dict[str | None, list[str]],
    ) -> None:
        """Put units before a sibling that stays, else behind their parent."""
        key = f"<{first}" if first is not None else parent
        following[key] = units + following.get(key, [])

    def _is_listed(self, unit: str, structure: Structure, before: Structure) -> bool:
        if unit == self.root:
            return False
        known = before.units.get(unit)
        parent = structure.units[unit].parent
        if known is not None and known.parent == parent:
            return unit not in self.inside
        return parent is None or parent not in self.inside


def _with_parent(data: dict[str, Any], parent: str) -> dict[str, Any]:
    """A unit with its parent behind its kind, where a reader looks for it."""
    made: dict[str, Any] = {}
    for key, value in data.items():
        made[key] = value
        if key == "kind":
            made["parent"] = parent
    return made


def _longest_rising(units: list[str], place: dict[str, int]) -> set[str]:
    """The longest part of a sequence that stands in order already (patience sorting, O(n log n))."""
    tails: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for number, unit in enumerate(units):
        at = bisect_left(tails, place[unit])
        back.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(place[unit])
            ends.append(number)
        else:
            tails[at], ends[at] = place[unit], number
    found: set[str] = set()
    number = ends[-1] if ends else -1
    while number >= 0:
        found.add(units[number])
        number = back[number]
    return found
