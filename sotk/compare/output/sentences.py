"""Facts as sentences with a sign, and the sentences of a unit together. Knows no format."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sotk.compare.facts import Diff, Fact, Verb
from sotk.compare.output.labels import COUNTED
from sotk.compare.output.values import NOTHING, Names
from sotk.files.labels import ENTITIES, FIELDS
from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.locale.message import Argument
from sotk.model import EntityType, Unit

SIGNS: Final[Mapping[Verb, str]] = {
    "added": "+",
    "removed": "−",
    "renamed": "~",
    "moved": "→",
    "reordered": "↕",
    "changed": "~",
    "merged": "⊕",
    "split": "÷",
    "transferred": "→",
}
"""A sign for each kind of change, so that colour never says something alone."""

_RANK: Final[tuple[Verb, ...]] = ("merged", "split", "added", "removed", "moved")
_SECTIONS: Final[tuple[tuple[Message, tuple[EntityType, ...]], ...]] = (
    (msg("Structure"), ("structure",)),
    (msg("Objectives and indicators"), ("objective", "indicator")),
    (msg("Lines and teams"), ("line", "team")),
    (msg("Waivers"), ("waiver",)),
    (msg("Open conflicts"), ("conflict",)),
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One fact in words; `verb` decides its sign and colour."""

    verb: Verb
    message: Message
    fact: Fact

    @property
    def sign(self) -> str:
        """One character before the sentence: + − ~ and the like."""
        return SIGNS[self.verb]


@dataclass(frozen=True, slots=True)
class Group:
    """The sentences about a unit and what it holds, or about a part of the structure beside its units."""

    title: str | Message
    id: str | None
    verb: Verb
    sentences: tuple[Sentence, ...]

    @property
    def sign(self) -> str:
        """One character before the title, as of a sentence."""
        return SIGNS[self.verb]


def grouped(diff: Diff) -> tuple[Group, ...]:
    """The facts of a difference by unit, in the order of the chart, then those beside the units."""
    names = Names(diff)
    by_unit: dict[str, list[Fact]] = {}
    beside: dict[int, list[Fact]] = {}
    for fact in diff.facts:
        if fact.entity in ("unit", "position", "duty") and fact.unit is not None:
            by_unit.setdefault(fact.unit, []).append(fact)
        else:
            beside.setdefault(_section(fact.entity), []).append(fact)
    sections = [
        Group(_SECTIONS[at][0], None, "changed", _sentences(facts, names, diff))
        for at, facts in sorted(beside.items())
    ]
    units = [
        Group(names.unit(unit), clean(unit), _verb(facts), _sentences(facts, names, diff))
        for unit, facts in by_unit.items()
    ]
    before = [section for section in sections if section.title == _SECTIONS[0][0]]
    return (*before, *units, *(section for section in sections if section not in before))


def totals(diff: Diff) -> Iterator[Message]:
    """One message for each type of entity: how many changes of each kind there are."""
    counted: dict[EntityType, dict[Verb, int]] = {}
    for fact in diff.facts:
        verbs = counted.setdefault(fact.entity, {})
        verbs[fact.verb] = verbs.get(fact.verb, 0) + 1
    for entity, verbs in counted.items():
        parts = tuple(_counted(entity, verb, n) for verb, n in verbs.items())
        yield msg("{entity}: {counts}", entity=ENTITIES[entity], counts=parts)


def _counted(entity: EntityType, verb: Verb, n: int) -> Message:
    if verb == "renamed" and entity != "unit":
        return msg("{n} reworded", n=n)
    return Message(COUNTED[verb].text, {"n": n})


def _section(entity: EntityType) -> int:
    return next((at for at, (_title, types) in enumerate(_SECTIONS) if entity in types), 0)


def _verb(facts: list[Fact]) -> Verb:
    """The change that says most of a unit: what became of the unit itself comes before its contents."""
    own: list[Verb] = [fact.verb for fact in facts if fact.entity == "unit"]
    return next((verb for verb in _RANK if verb in own), "changed")


def _sentences(facts: list[Fact], names: Names, diff: Diff) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(fact.verb, _guessed(fact, _SAID[fact.verb](fact, names, diff)), fact) for fact in facts
    )


def _guessed(fact: Fact, message: Message) -> Message:
    if fact.score is None:
        return message
    return msg("{what} (guessed, {percent} %)", what=message, percent=round(100 * fact.score))


def _added(fact: Fact, names: Names, diff: Diff) -> Message:
    unit = fact.after
    if not isinstance(unit, Unit):
        return msg("{entity} added: {name}", entity=ENTITIES[fact.entity], name=names.call(fact))
    positions = len(unit.positions) + (unit.head is not None)
    return msg(
        "new under {parent}; duties: {duties}, positions: {positions}",
        parent=names.unit(unit.parent),
        duties=len(unit.duties),
        positions=positions,
    )


def _removed(fact: Fact, names: Names, diff: Diff) -> Message:
    if isinstance(fact.before, Unit):
        return msg("removed; stood under {parent}", parent=names.unit(fact.before.parent))
    return msg("{entity} removed: {name}", entity=ENTITIES[fact.entity], name=names.call(fact))


def _renamed(fact: Fact, names: Names, diff: Diff) -> Message:
    before, after = clean(str(fact.before)), clean(str(fact.after))
    if fact.entity == "unit":
        return msg("renamed: “{before}” → “{after}”", before=before, after=after)
    return msg(
        "{entity} reworded: “{before}” → “{after}”", entity=ENTITIES[fact.entity], before=before, after=after
    )


def _moved(fact: Fact, names: Names, diff: Diff) -> Message:
    if fact.entity == "unit":
        return msg("moved: {before} → {after}", before=names.unit(fact.before), after=names.unit(fact.after))
    if fact.field is not None:
        before, after = names.other(fact.before), names.other(fact.after)
        return msg(
            "{name}: now below “{after}”, was below “{before}”",
            name=names.call(fact),
            before=before,
            after=after,
        )
    return msg(
        "{entity} “{name}” moved: {before} → {after}",
        entity=ENTITIES[fact.entity],
        name=names.call(fact),
        before=names.holder(fact.before),
        after=names.holder(fact.after),
    )


def _transferred(fact: Fact, names: Names, diff: Diff) -> Message:
    return msg(
        "duty taken over from {before}: {name}", before=names.holder(fact.before), name=names.call(fact)
    )


def _reordered(fact: Fact, names: Names, diff: Diff) -> Message:
    if fact.entity == "unit":
        return msg("place in the order: {before} → {after}", before=fact.before, after=fact.after)
    return msg(
        "{entity} “{name}”, place in the order: {before} → {after}",
        entity=ENTITIES[fact.entity],
        name=names.call(fact),
        before=fact.before,
        after=fact.after,
    )


def _changed(fact: Fact, names: Names, diff: Diff) -> Message:
    field = fact.field or ""
    label = FIELDS.get(field, field)
    if isinstance(fact.before, tuple) and isinstance(fact.after, tuple) and fact.before and fact.after:
        return _list_changed(fact, label, names)
    before, after = names.value(field, fact.before), names.value(field, fact.after)
    if fact.entity in ("unit", "structure"):
        return msg("{field}: {before} → {after}", field=label, before=before, after=after)
    return msg(
        "{entity} “{name}”, {field}: {before} → {after}",
        entity=ENTITIES[fact.entity],
        name=names.call(fact),
        field=label,
        before=before,
        after=after,
    )


def _list_changed(fact: Fact, label: Message | str, names: Names) -> Message:
    """What came into a list and what left it; the members that stay are not repeated."""
    field = fact.field or ""
    came = tuple(each for each in fact.after if each not in fact.before)
    left = tuple(each for each in fact.before if each not in fact.after)
    parts: tuple[Argument, ...] = tuple(
        Message(template.text, {"members": names.value(field, members)})
        for template, members in ((msg("with {members}"), came), (msg("without {members}"), left))
        if members
    )
    change = parts or msg("in another order")
    if fact.entity in ("unit", "structure"):
        return msg("{field}: now {change}", field=label, change=change)
    return msg(
        "{entity} “{name}”, {field}: now {change}",
        entity=ENTITIES[fact.entity],
        name=names.call(fact),
        field=label,
        change=change,
    )


def _merged(fact: Fact, names: Names, diff: Diff) -> Message:
    units = tuple(_name_before(diff, unit) for unit in fact.before)
    return msg("made by merging {units}", units=units)


def _split(fact: Fact, names: Names, diff: Diff) -> Message:
    units = tuple(names.unit(unit) for unit in fact.after)
    return msg("“{name}” was split into {units}", name=clean(fact.name), units=units)


def _name_before(diff: Diff, unit: str) -> str:
    known = diff.before.units.get(unit)
    return clean(unit if known is None else known.name) or NOTHING


_SAID: Final[Mapping[Verb, Callable[[Fact, Names, Diff], Message]]] = {
    "added": _added,
    "removed": _removed,
    "renamed": _renamed,
    "moved": _moved,
    "reordered": _reordered,
    "changed": _changed,
    "merged": _merged,
    "split": _split,
    "transferred": _transferred,
}
