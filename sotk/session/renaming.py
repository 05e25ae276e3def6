"""A renaming with what follows it: the title of the head that holds the name. Knows no key and no file."""

import re
from typing import Final

from sotk.model import Operation, Set, Structure
from sotk.packs import Kind, Pack
from sotk.session.gestures import set_field

_BETWEEN: Final = r"(?<!\w)%s(?!\w)"


def rename(structure: Structure, pack: Pack | None, unit: str, name: str) -> tuple[Operation, ...]:
    """Another name for a unit; where its head's title holds the old one, the new one there too."""
    operations = set_field(structure, "unit", unit, "name", name)
    before = structure.units[unit]
    if not operations or before.head is None:
        return operations
    kind = None if pack is None else pack.kind(before.kind)
    title = retitled(before.head.title, before.name, name, kind)
    if title == before.head.title:
        return operations
    return (*operations, Set(entity="position", id=before.head.id, field="title", value=title))


def retitled(title: str, before: str, after: str, kind: Kind | None) -> str:
    """A title with the name of its unit before and after a renaming; unchanged where it does not hold it.

    A kind whose titles leave a word out (Direktur of a Direktorat) is looked up without that word.
    """
    names = [(before, after)]
    if kind is not None and kind.drop:
        names.append((_without(before, kind), _without(after, kind)))
    for old, new in names:
        found = re.search(_BETWEEN % re.escape(old), title, re.IGNORECASE) if old else None
        if found is not None:
            return title[: found.start()] + new + title[found.end() :]
    return title


def _without(name: str, kind: Kind) -> str:
    """A name without the word its head's title does not repeat."""
    dropped = next((word for word in kind.drop if name.casefold().startswith(f"{word.casefold()} ")), "")
    return name[len(dropped) :].strip()
