"""Which written item stands for which item of data: items of lists are known by their identity."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from sotk.text.nodes import Mapping, Sequence

Data: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Identities:
    """Who the items of lists are.

    `of_node` gives the identity of a written item, `of_data` that of an item of data in the list under
    a key; None for an item that is known by its place only.
    """

    of_node: Callable[[str, Mapping], Hashable | None]
    of_data: Callable[[str, Data], Hashable | None]

    def name(self, key: str, item: Any) -> Hashable | None:
        """The identity of an item of data; None as well for what is no mapping."""
        return self.of_data(key, item) if isinstance(item, dict) else None

    def named(self, key: str, items: list[Any]) -> dict[Hashable, Data]:
        """The items of a list that have an identity."""
        return {name: item for item in items if (name := self.name(key, item)) is not None}

    def has_items(self, key: str, value: Any) -> bool:
        """Whether a value is a list with items that have an identity."""
        return isinstance(value, list) and any(self.name(key, item) is not None for item in value)


class Written(NamedTuple):
    """Where an item stands in the text, and the data it stood for."""

    node: Mapping
    sequence: Sequence
    place: int
    data: Data


def items_written(document: Mapping, old: Data, identities: Identities) -> dict[Hashable, Written]:
    """Where every item with an identity stands, with the data it stood for."""
    written: dict[Hashable, Written] = {}
    waiting: list[tuple[Mapping, Data]] = [(document, old)]
    while waiting:
        node, data = waiting.pop()
        for key, value in node.items():
            if isinstance(value, Mapping) and isinstance(data.get(key), dict):
                waiting.append((value, data[key]))
            elif isinstance(value, Sequence) and isinstance(data.get(key), list):
                known = identities.named(key, data[key])
                for place, item in enumerate(value):
                    name = identities.of_node(key, item) if isinstance(item, Mapping) else None
                    if name is not None and name in known:
                        written[name] = Written(item, value, place, known[name])
                        waiting.append((item, known[name]))
    return written


def items_wanted(new: Data, identities: Identities) -> set[Hashable]:
    """Every item that shall be there, wherever: its comments are not left behind."""
    wanted: set[Hashable] = set()
    waiting: list[Data] = [new]
    while waiting:
        for key, value in waiting.pop().items():
            if isinstance(value, dict):
                waiting.append(value)
            elif isinstance(value, list):
                wanted.update(identities.named(key, value))
                waiting.extend(item for item in value if isinstance(item, dict))
    return wanted
