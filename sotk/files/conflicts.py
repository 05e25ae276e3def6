"""What a merge left open in a document, said as findings until somebody decides it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from sotk.files.codes import CODES
from sotk.files.labels import ENTITIES, FIELDS
from sotk.findings import Finding, Subject
from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.model import Conflict, Structure

MEANINGS: Final[Mapping[str, Message]] = {
    "same-field": msg("both sides gave this field another value"),
    "two-moves": msg("both sides put this elsewhere, each to another place"),
    "cycle": msg("the moves of both sides together would put this below itself"),
    "into-removed": msg("one side removed this, the other put something into it"),
    "names-removed": msg("one side removed this, the other refers to it"),
    "removed-changed": msg("one side removed this, the other changed it"),
    "added-twice": msg("both sides added this id, with different content"),
    "comment": msg("a comment of the other side stands at a line that is not here"),
    "order": msg("both sides changed this order; more than one order is possible"),
}
"""What each kind of conflict of a merge means."""
_NAMING: Final = ("name", "title", "text")
"""Keys of an entity whose value is what people call it."""
_ABOUT_PLACES: Final = frozenset({"two-moves", "cycle", "into-removed", "order"})
_UNIT_FIELDS: Final = frozenset({"parent", "lead", "supporters", "unit", "from", "to", "members"})
_LONGEST: Final = 120
"""Characters of a value that are shown; the file has all of it."""


Names: TypeAlias = Mapping[tuple[str, str], str]
"""What entities are called, by type and id."""


def called(structure: Structure) -> Names:
    """The names of the entities of a structure, so that a conflict can be said without ids."""
    names = {("unit", unit.id): unit.name for unit in structure.units.values()}
    names |= {("position", post.id): post.title for _unit, post in structure.positions()}
    names |= {("duty", duty.id): duty.text for _unit, duty in structure.duties()}
    names |= {("objective", each.id): each.text for each in structure.objectives}
    names |= {("indicator", each.id): each.text for each in structure.indicators}
    names |= {("team", each.id): each.name for each in structure.teams}
    return names | {("structure", structure.id): structure.name}


def open_conflicts(conflicts: Iterable[Conflict], names: Names) -> Iterable[Finding]:
    """A finding for each conflict of a document, in the names of its entities where they are known."""
    for conflict in conflicts:
        yield Finding(
            "INT012",
            CODES["INT012"],
            "error",
            msg(
                "A merge left this open: {subject}: {meaning}. Before: {base}; ours: {ours}; theirs: {theirs}.",
                subject=_about(conflict, names),
                meaning=MEANINGS.get(conflict.kind, clean(conflict.kind)),
                base=_shown(conflict, conflict.base, names),
                ours=_shown(conflict, conflict.ours, names),
                theirs=_shown(conflict, conflict.theirs, names),
            ),
            subject=Subject("conflict", conflict.id),
            remedy=msg("Put what was decided where it belongs, then take this entry out of `conflicts`."),
        )


def _about(conflict: Conflict, names: Names) -> Message:
    name = _short(names.get((conflict.entity, conflict.subject), conflict.subject))
    if conflict.field is None:
        return msg("{entity} “{name}”", entity=ENTITIES[conflict.entity], name=name)
    word = conflict.field
    if word == "class":
        word = "unit_class" if conflict.entity == "unit" else "job_class"
    return msg(
        "{field} of the {entity} “{name}”",
        field=FIELDS.get(word, clean(conflict.field)),
        entity=ENTITIES[conflict.entity],
        name=name,
    )


def _shown(conflict: Conflict, value: Any, names: Names) -> str:
    """A value as text on one line; ids of units by their names, an entity by its own."""
    return "–" if value is None else _short("; ".join(_words(conflict, value, names)))


def _words(conflict: Conflict, value: Any, names: Names) -> Iterator[str]:
    if isinstance(value, Mapping):
        named = next((str(value[key]) for key in _NAMING if value.get(key)), None)
        pairs = (f"{key}: {', '.join(_words(conflict, each, names))}" for key, each in value.items())
        yield from pairs if named is None else (named,)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _words(conflict, each, names)
    elif conflict.kind in _ABOUT_PLACES or conflict.field in _UNIT_FIELDS:
        yield names.get(("unit", str(value)), str(value))
    else:
        yield names.get((conflict.entity, str(value)), str(value)) if conflict.field is None else str(value)


def _short(text: str) -> str:
    text = clean(text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
