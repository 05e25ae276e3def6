"""What the ids of a structure stand for: the name of each subject, and the unit it belongs to.

Posts and duties stand inside units, so a table of them is kept and, after an edit, corrected only for the
units that changed.
"""

from collections.abc import Iterable, Iterator, Mapping

from sotk.findings import Subject
from sotk.findings.names import clean
from sotk.model import Move, Operation, Remove, Set, Structure, Unit
from sotk.model.sharing import compared

Key = tuple[str, str]


class Subjects:
    """The subjects of a structure under edit, of its base for what is no more, and of `operations`.

    An operation that was not carried out, such as a postponed one, still tells the name of the unit it adds.
    """

    def __init__(
        self,
        structure: Structure | None = None,
        base: Structure | None = None,
        operations: Iterable[Operation] = (),
    ) -> None:
        self._base = None if base is None else Subjects(base)
        self._proposed = dict(_added(operations))
        self._structure = structure
        self._units: Mapping[str, Unit] = {}
        self._inside: dict[Key, tuple[str, str]] = {}  # the unit that carries it, and its text
        if structure is not None:
            self.follow(structure)

    def follow(self, structure: Structure) -> None:
        """Go on to another state of the structure."""
        before, now = self._units, structure.units
        other, went = compared(before, now)
        for unit in (*went, *(each for each in other if each in before)):
            for key, _text in _inside(before[unit]):
                self._inside.pop(key, None)
        for unit in other:
            self._inside.update((key, (unit, text)) for key, text in _inside(now[unit]))
        self._structure, self._units = structure, now

    def unit(self, subject: Subject | None) -> str | None:
        """The unit of a subject; the root for the structure itself, None for what belongs to no unit."""
        if subject is None or self._structure is None:
            return None
        if subject.entity == "structure":
            return self._structure.root
        if subject.entity == "unit":
            return subject.id if subject.id in self._units else None
        if subject.entity == "indicator":
            return next((each.lead for each in self._structure.indicators if each.id == subject.id), None)
        return self._inside.get((subject.entity, subject.id), (None, ""))[0]

    def place(self, operation: Operation) -> str | None:
        """The unit under which people look for what an operation does; None where it is about none."""
        made = getattr(operation, "into", None) or getattr(operation, "unit", None)
        named = [made.get("id") if isinstance(made, dict) else made]
        named += [getattr(operation, word, None) for word in ("to", "under")]
        units = (self.unit(Subject("unit", each)) for each in named if isinstance(each, str))
        found = next((unit for unit in units if unit is not None), None)
        if found is not None or not isinstance(operation, (Move, Remove, Set)):
            return found
        return self.unit(Subject(operation.entity, operation.id or ""))

    def of(self, entity: str, id: str | None) -> str:
        """The name of an entity, cleaned; its id where it is not known."""
        found = self._name(entity, id or "")
        if found is None and self._base is not None:
            found = self._base._name(entity, id or "")  # noqa: SLF001 - another of this class
        if found is None and entity == "unit":
            found = self._proposed.get(id or "")
        return clean(found or id or "")

    def was(self, entity: str, id: str | None) -> str:
        """What an entity is called in the base; its name now, where the base has it not."""
        before = None if self._base is None else self._base._name(entity, id or "")  # noqa: SLF001
        return self.of(entity, id) if before is None else clean(before)

    def _name(self, entity: str, name: str) -> str | None:
        if entity == "unit":
            return self._units[name].name if name in self._units else None
        if entity in ("position", "duty"):
            return self._inside.get((entity, name), (None, None))[1]
        if entity == "line":
            return self._line(name)
        listed = getattr(self._structure, f"{entity}s", ())
        found = next((each for each in listed if each.id == name), None)
        return getattr(found, "text", getattr(found, "name", None))

    def _line(self, name: str) -> str | None:
        """A line by the names of the units it joins."""
        source, _sign, rest = name.partition(">")
        target = rest.partition(":")[0]
        ends = [self._name("unit", end) for end in (source, target)]
        return None if None in ends else " – ".join(end for end in ends if end)


def _added(operations: Iterable[Operation]) -> Iterator[tuple[str, str]]:
    """The units that operations add, each with its name."""
    for operation in operations:
        made = getattr(operation, "into", None) or getattr(operation, "unit", None)
        for each in [part.unit for part in made] if isinstance(made, tuple) else [made]:
            if isinstance(each, dict) and {"id", "name"} <= each.keys():
                yield str(each["id"]), str(each["name"])


def _inside(unit: Unit) -> list[tuple[Key, str]]:
    """The posts and duties of a unit with their texts."""
    found = [(("duty", duty.id), duty.text) for duty in unit.duties]
    for post in (unit.head, *unit.positions):
        if post is not None:
            found.append((("position", post.id), post.title))
            found += [(("duty", duty.id), duty.text) for duty in post.duties]
    return found
