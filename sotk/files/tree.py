"""Where each unit of a file belongs: from nested or flat writing to parents, order, and what is left over.

Knows raw mappings only, so that units that cannot be valid still find their place.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sotk.files.codes import CODES
from sotk.findings import Finding, Subject
from sotk.locale import Message, msg
from sotk.text import Mapping, Marks, Sequence


@dataclass(slots=True)
class RawUnit:
    """A unit as written: its mapping and the unit it is nested in or names as its parent."""

    raw: Mapping
    nested_in: "RawUnit | None"
    id: str = ""
    parent: str | None = None
    duplicate: bool = False


@dataclass(slots=True)
class Tree:
    """The order of the units below the root, and those without a place, with the code of the reason."""

    root: RawUnit | None = None
    placed: list[RawUnit] = field(default_factory=list)
    children: dict[str, tuple[str, ...]] = field(default_factory=dict)
    left: list[tuple[RawUnit, str]] = field(default_factory=list)


def written_units(document: Mapping) -> Iterator[RawUnit]:
    """Every unit of a document in the order of the text, a unit before those nested in it."""
    waiting = [RawUnit(raw, None) for raw in _mappings(document.get("units"))]
    waiting.reverse()
    root = document.get("root")
    if isinstance(root, Mapping):
        waiting.append(RawUnit(root, None))
    while waiting:
        unit = waiting.pop()
        yield unit
        inner = unit.raw.get("units")
        if inner:
            waiting.extend(RawUnit(raw, unit) for raw in reversed(_mappings(inner)))


def _mappings(value: Any) -> list[Mapping]:
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, Sequence) else []


def arrange(units: list[RawUnit], document: Mapping, marks: Marks, findings: list[Finding]) -> Tree:
    """Give every unit its parent, find the root, and walk the tree from it."""
    return _Arranging(document, marks, findings).run(units)


class _Arranging:
    def __init__(self, document: Mapping, marks: Marks, findings: list[Finding]) -> None:
        self.document = document
        self.marks = marks
        self.findings = findings
        self.units: list[RawUnit] = []

    def run(self, units: list[RawUnit]) -> Tree:
        tree = Tree()
        self.units = units
        by_id = {unit.id: unit for unit in units}
        below: dict[str, list[RawUnit]] = {}
        for unit in units:
            self._find_parent(unit)
            if unit.duplicate:
                tree.left.append((unit, "INT004"))
            elif unit.parent is None:
                self._accept_root(tree, unit)
            elif unit.parent in by_id:
                below.setdefault(unit.parent, []).append(unit)
            else:
                self._report(unit, "INT005", "parent")
                tree.left.append((unit, "INT005"))
        if tree.root is not None:
            self._walk(tree, below)
        self._sort_out(tree, units, below, by_id)
        return tree

    def _find_parent(self, unit: RawUnit) -> None:
        stated = unit.raw.get("parent")
        if unit.nested_in is None:
            unit.parent = stated if isinstance(stated, str) else None
            return
        unit.parent = unit.nested_in.id
        if stated is not None and stated != unit.parent:
            self._report(unit, "INT011", "parent")

    def _accept_root(self, tree: Tree, unit: RawUnit) -> None:
        if tree.root is None:
            tree.root = unit
            return
        self._report(unit, "INT007", "id")
        tree.left.append((unit, "INT007"))

    def _walk(self, tree: Tree, below: dict[str, list[RawUnit]]) -> None:
        assert tree.root is not None  # noqa: S101 - the caller's guard, for the type checker
        waiting = [tree.root]
        while waiting:
            unit = waiting.pop()
            tree.placed.append(unit)
            inner = below.pop(unit.id, None)
            if inner:
                tree.children[unit.id] = tuple(child.id for child in inner)
                waiting.extend(reversed(inner))

    def _sort_out(
        self, tree: Tree, units: list[RawUnit], below: dict[str, list[RawUnit]], by_id: dict[str, RawUnit]
    ) -> None:
        """What the walk did not reach hangs on a unit without a place, or on a cycle."""
        if len(tree.placed) + len(tree.left) == len(units):
            return
        reached = {unit.id for unit in tree.placed}
        waiting = [unit for unit, _code in tree.left]
        while waiting:
            unit = waiting.pop()
            reached.add(unit.id)
            for child in below.get(unit.id, ()):
                tree.left.append((child, "INT005"))
                waiting.append(child)
        for unit in units:
            if unit.id in reached:
                continue
            circle = self._circle(unit, by_id)
            if circle[0].id not in reached:
                self._report_cycle(circle)
            waiting = [unit, *circle]
            while waiting:
                member = waiting.pop()
                if member.id not in reached:
                    reached.add(member.id)
                    tree.left.append((member, "INT006"))
                    waiting.extend(below.get(member.id, ()))

    @staticmethod
    def _circle(unit: RawUnit, by_id: dict[str, RawUnit]) -> list[RawUnit]:
        """The units of the cycle that the chain of command from a unit runs into."""
        seen: dict[str, int] = {}
        chain: list[RawUnit] = []
        while unit.id not in seen:
            seen[unit.id] = len(chain)
            chain.append(unit)
            unit = by_id[unit.parent or ""]
        return chain[seen[unit.id] :]

    def _report_cycle(self, circle: list[RawUnit]) -> None:
        names = " → ".join(unit.id for unit in (*circle, circle[0]))
        self.findings.append(
            Finding(
                "INT006",
                CODES["INT006"],
                "error",
                msg("Units report to each other in a circle: {units}.", units=names),
                subject=Subject("unit", circle[0].id, "parent"),
                related=tuple(Subject("unit", unit.id) for unit in circle[1:]),
                remedy=msg("Give one of them a parent outside the circle."),
            )
        )

    def _named(self, stated: Any) -> Message | None:
        """What to write where a parent is given by its name, as tables of staff do."""
        wanted = _plain(stated)
        if not wanted:
            return None
        meant = [unit.id for unit in self.units if wanted in (_plain(unit.raw.get("name")), _plain(unit.id))]
        if len(meant) > 1:
            return msg("Several units have this name; write the id of one: {ids}.", ids=tuple(meant))
        return msg("Write the id of that unit: {id}.", id=meant[0]) if meant else None

    def _report(self, unit: RawUnit, code: str, field_name: str) -> None:
        stated = unit.raw.get("parent")
        message, remedy = {
            "INT005": (
                msg("The parent {parent} of {unit} is not a unit of this file.", parent=stated, unit=unit.id),
                self._named(stated) or msg("Correct the id, or add the unit {parent}.", parent=stated),
            ),
            "INT007": (
                msg("{unit} has no parent, and the structure has a root already.", unit=unit.id),
                msg("Give it a parent: a structure has one root."),
            ),
            "INT011": (
                msg(
                    "{unit} names {parent} as its parent but stands inside {outer}; the nesting is read.",
                    unit=unit.id,
                    parent=stated,
                    outer=unit.parent,
                ),
                msg("Delete parent, or move the unit."),
            ),
        }[code]
        found = self.marks.key(unit.raw.at, field_name)
        self.findings.append(
            Finding(
                code,
                CODES[code],
                "error",
                message,
                subject=Subject("unit", unit.id, field_name),
                remedy=remedy,
                at=self.marks.span(found[0], found[2]) if found else None,
            )
        )


def _plain(name: Any) -> str:
    """A name without regard to capitals and spaces."""
    return " ".join(str(name or "").casefold().split())
