"""A structure as items of an outline: `sotk show` and the tree of the editor's preview."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sotk.chart.layout.outline import Column, Item
from sotk.locale import Language, msg, say
from sotk.model import Structure, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra:
    """One more column, by unit id: a metric, the number of findings."""

    head: str
    values: Mapping[str, str]
    right: bool = True


def listing(
    structure: Structure,
    *,
    unit: str | None = None,
    depth: int | None = None,
    language: Language = "id",
    kind_names: Mapping[str, str] | None = None,
    marks: Mapping[str, tuple[str, ...]] | None = None,
    extras: Sequence[Extra] = (),
    unplaced: Sequence[Unit] = (),
) -> tuple[tuple[Item, ...], tuple[Column, ...]]:
    """Items and columns: kind, head, echelon, then `extras`. Unplaced units stand at the end.

    Raises KeyError if there is no such unit.
    """
    names, signs = kind_names or {}, marks or {}

    def cells(each: Unit) -> tuple[str, ...]:
        head = each.head
        facts = (
            names.get(each.kind, each.kind),
            head.title if head else "",
            (head.echelon if head else "") or "",
        )
        return (*facts, *(extra.values.get(each.id, "") for extra in extras))

    items: list[Item] = []
    waiting: list[tuple[str, str | None, int]] = [(unit or structure.root, None, 0)]
    while waiting:
        key, parent, level = waiting.pop()
        each, below = structure.units[key], structure.below(key)
        cut = depth is not None and level >= depth
        hidden = sum(1 for _ in structure.walk(key)) - 1 if cut else 0
        items.append(Item(key, parent, each.name, cells(each), signs.get(key, ()), hidden))
        if not cut:
            waiting.extend((child, key, level + 1) for child in reversed(below))
    if unplaced:
        items.append(Item("unplaced:", None, say(msg("Not placed"), language)))
        items += [
            Item(f"unplaced:{n}", "unplaced:", each.name, cells(each)) for n, each in enumerate(unplaced)
        ]
    heads = (msg("Kind"), msg("Head"), msg("Echelon"))
    columns = [Column(say(head, language)) for head in heads]
    return tuple(items), (*columns, *(Column(extra.head, extra.right) for extra in extras))
