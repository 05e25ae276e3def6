"""An ordered set in which any member can be placed in constant time. Knows no entity.

A replay of k operations may insert k units beside each other under one parent of n: with tuples that
would cost k times n.
"""

from collections.abc import Iterable, Iterator


class Sequence:
    """Ids in order, linked both ways; None stands for the place before the first and after the last."""

    __slots__ = ("_next", "_previous")

    def __init__(self, ids: Iterable[str] = ()) -> None:
        self._next: dict[str | None, str | None] = {None: None}
        self._previous: dict[str | None, str | None] = {None: None}
        for member in ids:
            self.insert(member)

    def __contains__(self, member: str) -> bool:
        return member in self._next

    def __len__(self) -> int:
        return len(self._next) - 1

    def __iter__(self) -> Iterator[str]:
        member = self._next[None]
        while member is not None:
            yield member
            member = self._next[member]

    def insert(self, member: str, before: str | None = None, after: str | None = None) -> None:
        """Put a new member before or after another; last where neither is named."""
        right = before if after is None else self._next[after]
        left = self._previous[right]
        self._next[left] = self._previous[right] = member
        self._next[member], self._previous[member] = right, left

    def first(self) -> str | None:
        """The first member; None in an empty sequence."""
        return self._next[None]

    def following(self, member: str) -> str | None:
        """The member behind another; None behind the last. Raises KeyError for a stranger."""
        return self._next[member]

    def remove(self, member: str) -> None:
        """Take a member out. Raises KeyError for a stranger."""
        left, right = self._previous.pop(member), self._next.pop(member)
        self._next[left], self._previous[right] = right, left
