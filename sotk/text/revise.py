"""Edits a text so that it says new data, and touches only what changed.

Three trees are held side by side: what the text says (with marks), the data it stood for, and the data
it shall stand for. Items of a list are known by their identity, so an item that moved to another list
takes its lines and its comments along. Comments of what is removed stay where it was.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from sotk.text.chunks import Chunks
from sotk.text.emit import emit_entry, emit_key, flow, scalar
from sotk.text.marks import Marks
from sotk.text.nodes import Mapping, Sequence

Splice: TypeAlias = tuple[int, int, str]
Data: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Identities:
    """Who the items of lists are.

    `of_node` gives the identity of a written item, `of_data` that of an item of data in the list under
    a key; None for an item that is known by its place only.
    """

    of_node: Callable[[str, Mapping], Hashable | None]
    of_data: Callable[[str, Data], Hashable | None]


class _Written(NamedTuple):
    """Where an item stands in the text, and the data it stood for."""

    node: Mapping
    sequence: Sequence
    place: int
    data: Data


def revise(marks: Marks, document: Mapping, old: Data, new: Data, identities: Identities) -> str:
    """The text with `new` in place of `old`; what neither of them knows stays as it is."""
    revision = _Revision(marks, identities)
    revision.register(document, old)
    revision.note_wanted(new)
    splices: list[Splice] = []
    revision.mapping(document, old, new, splices)
    return revision.applied(0, len(marks.text), splices)


class _Revision:
    def __init__(self, marks: Marks, identities: Identities) -> None:
        self.marks = marks
        self.text = marks.text
        self.chunks = Chunks(marks)
        self.identities = identities
        self.written: dict[Hashable, _Written] = {}
        self.wanted: set[Hashable] = set()
        self.newline = "\r\n" if "\r\n" in marks.text else "\n"

    # Who is where

    def register(self, document: Mapping, old: Data) -> None:
        """Note where every item with an identity stands, with its old data."""
        waiting: list[tuple[Mapping, Data]] = [(document, old)]
        while waiting:
            node, data = waiting.pop()
            for key, value in node.items():
                if isinstance(value, Mapping) and isinstance(data.get(key), dict):
                    waiting.append((value, data[key]))
                elif isinstance(value, Sequence) and isinstance(data.get(key), list):
                    known = self._known(key, data[key])
                    for place, item in enumerate(value):
                        if not isinstance(item, Mapping):
                            continue
                        name = self.identities.of_node(key, item)
                        if name is not None and name in known:
                            self.written[name] = _Written(item, value, place, known[name])
                            waiting.append((item, known[name]))

    def note_wanted(self, new: Data) -> None:
        """Note every item that shall be there, wherever: its comments are not left behind."""
        waiting: list[Any] = [new]
        while waiting:
            data = waiting.pop()
            for key, value in data.items():
                if isinstance(value, dict):
                    waiting.append(value)
                elif isinstance(value, list):
                    known = self._known(key, value)
                    self.wanted.update(known)
                    waiting.extend(item for item in value if isinstance(item, dict))

    def _known(self, key: str, items: list[Any]) -> dict[Hashable, Data]:
        named = [(self.identities.of_data(key, item), item) for item in items if isinstance(item, dict)]
        return {name: item for name, item in named if name is not None}

    # Mappings

    def mapping(self, node: Mapping, old: Data, new: Data, out: list[Splice]) -> None:
        """Splices that make a mapping say `new`."""
        gone = [key for key in old if key not in new and key in node]
        fresh = [key for key in new if key not in node and new[key] != old.get(key)]
        if self.chunks.is_flow(node) and any(self._has_items(key, new[key]) for key in fresh):
            self._unfold(node, new, out)
            return
        for key in node:
            if key in new and (key not in old or new[key] != old[key]):
                self._value(node, key, old.get(key), new[key], out)
        for key in [key for key in gone if self._has_strangers(key, node[key])]:
            self.sequence(node, key, old[key], [], out)
            gone.remove(key)
        if gone:
            self._remove_keys(node, gone, out)
        if fresh:
            self._add_keys(node, fresh, new, gone, out)

    def _has_items(self, key: str, value: Any) -> bool:
        return isinstance(value, list) and any(
            isinstance(item, dict) and self.identities.of_data(key, item) is not None for item in value
        )

    def _value(self, node: Mapping, key: str, old: Any, new: Any, out: list[Splice]) -> None:
        written = node[key]
        if isinstance(written, Mapping) and isinstance(old, dict) and isinstance(new, dict):
            self.mapping(written, old, new, out)
        elif isinstance(written, Sequence) and isinstance(old, list) and isinstance(new, list):
            self.sequence(node, key, old, new, out)
        elif isinstance(new, (dict, list)) or isinstance(written, (Mapping, Sequence)):
            self._replace_key(node, key, new, out)
        else:
            self._replace_scalar(node, key, new, out)

    def _key(self, node: Mapping, key: str) -> tuple[int, int, int]:
        """Start of a key, start and end of its value."""
        found = self.marks.key(node.at, key)
        if found is None:
            raise KeyError(key)
        return found

    def _replace_scalar(self, node: Mapping, key: str, new: Any, out: list[Splice]) -> None:
        _start, value_start, value_end = self._key(node, key)
        said = scalar(new)
        if value_start == value_end:
            said = " " + said
        if self.text.startswith(("|", ">"), value_start) and self.text[value_end - 1] == "\n":
            said += self.newline
        out.append((value_start, value_end, said))

    def _replace_key(self, node: Mapping, key: str, new: Any, out: list[Splice]) -> None:
        start, value_start, value_end = self._key(node, key)
        if self.chunks.is_flow(node):
            out.append((value_start, value_end, flow(new)))
            return
        column = self.chunks.column(start)
        ends = self.chunks.key(node, key)[1]
        inner = node[key] if isinstance(node[key], (Mapping, Sequence)) else None
        comments = [] if inner is None else self.chunks.comments(value_start, ends, inner)
        lines = [f"{' ' * column}{comment}" for comment in comments] + self._key_lines(key, new, column)
        out.append((start, ends, self._joined(lines)[column:]))

    def _remove_keys(self, node: Mapping, gone: list[str], out: list[Splice]) -> None:
        keys = list(node)
        if self.chunks.is_flow(node):
            self._remove_flow_keys(node, keys, gone, out)
            return
        for key in gone:
            begins, ends = self.chunks.key(node, key)
            start = self._key(node, key)[0]
            if self.text[self.chunks.line(start) : start].strip():
                # the first key of an item: the next one takes its place behind the hyphen
                after = next((other for other in keys[keys.index(key) + 1 :] if other not in gone), None)
                if after is None:
                    raise Unrevisable
                out.append((start, self._key(node, after)[0], ""))
            else:
                lead = " " * self.chunks.column(start)
                kept = self._comments_left(begins, ends, key, node[key])
                out.append((begins, ends, "".join(f"{lead}{comment}{self.newline}" for comment in kept)))

    def _comments_left(self, start: int, end: int, key: str, value: Any) -> list[str]:
        """The comments that stay where a key was: not those of items that live on elsewhere."""
        if not isinstance(value, (Mapping, Sequence)):
            lines = self.text[start:end].splitlines()
            return [line.strip() for line in lines if line.lstrip().startswith("#")]
        if not isinstance(value, Sequence) or self.chunks.is_flow(value) or not value:
            return self.chunks.comments(start, end, value)
        first = self.chunks.item(value, 0)[0]
        kept = self.chunks.comments(start, first, None)
        for place, item in enumerate(value):
            name = self.identities.of_node(key, item) if isinstance(item, Mapping) else None
            if name is None or name not in self.wanted:
                inner = item if isinstance(item, (Mapping, Sequence)) else None
                kept += self.chunks.comments(*self.chunks.item(value, place), inner)
        return kept

    def _remove_flow_keys(self, node: Mapping, keys: list[str], gone: list[str], out: list[Splice]) -> None:
        kept = [key for key in keys if key not in gone]
        for key in gone:
            found = self._key(node, key)
            place = keys.index(key)
            before = [other for other in keys[:place] if other in kept]
            if before:
                previous = self._key(node, keys[place - 1])
                out.append((previous[2], found[2], ""))
            elif place + 1 < len(keys):
                following = self._key(node, keys[place + 1])
                out.append((found[0], following[0], ""))
            else:
                out.append((found[0], found[2], ""))

    def _add_keys(
        self, node: Mapping, fresh: list[str], new: Data, gone: list[str], out: list[Splice]
    ) -> None:
        """Add keys, each behind the nearest key that stands before it in the order of the data."""
        order = list(new)
        at: dict[int, list[str]] = {}
        is_flow = self.chunks.is_flow(node)
        if is_flow and not node:
            out.append((*self.marks.extent(node.at), flow({key: new[key] for key in fresh})))
            return
        for key in fresh:
            before = [other for other in order[: order.index(key)] if other in node and other not in gone]
            anchor = before[-1] if before else None
            if is_flow:
                self._add_flow_key(node, anchor, key, new[key], at)
                continue
            if anchor is None:
                raise Unrevisable
            found = self._key(node, next(iter(node)))
            column = self.chunks.column(found[0])
            end = self.chunks.key(node, anchor)[1]
            text = self._joined(self._key_lines(key, new[key], column))
            at.setdefault(end, []).append(text)
        for offset, texts in at.items():
            lead = ""
            if not is_flow and offset > 0 and self.text[offset - 1] != "\n":
                lead = self.newline  # the text does not end with a line end
                texts[-1] = texts[-1].removesuffix(self.newline)
            out.append((offset, offset, lead + "".join(texts)))

    def _add_flow_key(
        self, node: Mapping, anchor: str | None, key: str, value: Any, at: dict[int, list[str]]
    ) -> None:
        said = f"{scalar(key)}: {flow(value)}"
        if anchor is None:
            start = self.marks.extent(node.at)[0] + 1
            at.setdefault(start, []).append(f"{said}, ")
            return
        found = self._key(node, anchor)
        at.setdefault(found[2], []).append(f", {said}")

    def _unfold(self, node: Mapping, new: Data, out: list[Splice]) -> None:
        """Write a mapping in brackets as a block, since it gets items of its own."""
        start, end = self.marks.extent(node.at)
        line = self.chunks.line(start)
        lead = self.text[line:start]
        if lead.strip() == "-":
            column = start - line
            first = ""
        else:
            column = len(lead) - len(lead.lstrip(" ")) + 2
            first = self.newline + " " * column
        rest = self.text[end : self.chunks.line_end(end)].lstrip()
        if rest and not rest.startswith("#"):
            raise Unrevisable  # it stands in a larger bracket
        keys = [self._key_lines(key, new[key], column) for key in new]
        comments = [f"{' ' * column}{comment}" for comment in self.chunks.comments(start, end, node)]
        body = self._joined([*keys[0], *comments, *(line for lines in keys[1:] for line in lines)])
        out.append((start, end, first + body[column:].removesuffix(self.newline)))

    # Sequences

    def sequence(self, parent: Mapping, key: str, old: list[Any], new: list[Any], out: list[Splice]) -> None:
        """Splices that make the list under a key say `new`."""
        written = parent[key]
        names_old = [self._name(key, item) for item in old]
        names_new = [self._name(key, item) for item in new]
        if None in names_new or None in names_old:
            self._unnamed(parent, key, old, new, out)
        elif names_old == names_new:
            for name, item in zip(names_new, new, strict=True):
                found = self.written[name]
                if found.data != item:
                    self.mapping(found.node, found.data, item, out)
        elif not new and not self._has_strangers(key, written):
            self._remove_keys(parent, [key], out)
        elif self.chunks.is_flow(written):
            self._replace_key(parent, key, new, out)
        else:
            start = self.chunks.item(written, 0)[0]
            end = self.chunks.item(written, len(written) - 1)[1]
            column = self.chunks.column(self.chunks.dash(written, 0))
            out.append((start, end, self._assembled(key, written, new, names_new, column)))

    def _name(self, key: str, item: Any) -> Hashable | None:
        return self.identities.of_data(key, item) if isinstance(item, dict) else None

    def _has_strangers(self, key: str, written: Any) -> bool:
        """Whether a list of items holds some that the data does not know."""
        if not isinstance(written, Sequence):
            return False
        names = [self.identities.of_node(key, item) for item in written if isinstance(item, Mapping)]
        known = sum(name in self.written for name in names if name is not None)
        return 0 < known < len(written)

    def _unnamed(self, parent: Mapping, key: str, old: list[Any], new: list[Any], out: list[Splice]) -> None:
        """A list known by places: equal length is edited in place, another is written anew."""
        written = parent[key]
        same = len(old) == len(new) == len(written)
        if same and all(
            isinstance(node, Mapping) and isinstance(before, dict) and isinstance(after, dict)
            for node, before, after in zip(written, old, new, strict=True)
        ):
            for node, before, after in zip(written, old, new, strict=True):
                if before != after:
                    self.mapping(node, before, after, out)
            return
        self._replace_key(parent, key, new, out)

    def _assembled(self, key: str, written: Sequence, new: list[Any], names: list[Any], column: int) -> str:
        """The lines of a list: items that stay or came with their lines, new ones written, comments of
        those removed, and whatever stands in the list that the data does not know.
        """
        wanted = set(names)
        pieces: list[str] = []
        strangers: dict[Hashable | None, list[str]] = {}
        last: Hashable | None = None
        for place, node in enumerate(written):
            name = self.identities.of_node(key, node) if isinstance(node, Mapping) else None
            found = self.written.get(name) if name is not None else None
            if found is not None and found.sequence is written and found.place == place:
                if name in wanted:
                    last = name
                elif name not in self.wanted:
                    start, end = self.chunks.item(written, place)
                    inner = node if isinstance(node, (Mapping, Sequence)) else None
                    kept = self.chunks.comments(start, end, inner)
                    strangers.setdefault(last, []).extend(
                        f"{' ' * column}{line}{self.newline}" for line in kept
                    )
            else:
                start, end = self.chunks.item(written, place)
                strangers.setdefault(last, []).append(self._closed(self.text[start:end]))
        pieces.extend(strangers.pop(None, ()))
        for name, item in zip(names, new, strict=True):
            pieces.append(self._item(name, item, column))
            pieces.extend(strangers.pop(name, ()))
        return "".join(pieces)

    def _item(self, name: Hashable, item: Data, column: int) -> str:
        """The lines of one item whose hyphen shall stand in a column."""
        found = self.written.get(name)
        if found is None or self.chunks.is_flow(found.sequence):
            return self._joined(emit_entry(item, column))
        start, end = self.chunks.item(found.sequence, found.place)
        splices: list[Splice] = []
        if found.data != item:
            self.mapping(found.node, found.data, item, splices)
        text = self._closed(self.applied(start, end, splices))
        return self._shifted(text, column - self.chunks.column(self.chunks.dash(found.sequence, found.place)))

    def _key_lines(self, key: str, value: Any, column: int) -> list[str]:
        """The lines of a key; items that stand elsewhere in the text bring their lines along."""
        if not self._has_items(key, value):
            return emit_key(key, value, column)
        lines = [f"{' ' * column}{scalar(key)}:"]
        for item in value:
            lines += self._item(self._name(key, item), item, column + 2).splitlines()
        return lines

    # Lines

    def _joined(self, lines: list[str]) -> str:
        return "".join(line + self.newline for line in lines)

    def _closed(self, text: str) -> str:
        return text if text.endswith("\n") or not text else text + self.newline

    @staticmethod
    def _shifted(text: str, by: int) -> str:
        if by == 0:
            return text
        lines = text.splitlines(keepends=True)
        if by > 0:
            return "".join(" " * by + line if line.strip() else line for line in lines)
        return "".join(line[min(-by, len(line) - len(line.lstrip(" "))) :] for line in lines)

    def applied(self, start: int, end: int, splices: list[Splice]) -> str:
        """A part of the text with splices; those at one place keep their order."""
        pieces: list[str] = []
        at = start
        for begins, ends, said in sorted(splices, key=lambda splice: (splice[0], splice[1])):
            if begins < at:
                raise Unrevisable
            pieces += (self.text[at:begins], said)
            at = ends
        pieces.append(self.text[at:end])
        return "".join(pieces)


class Unrevisable(Exception):  # noqa: N818 - a way of writing this module does not edit
    """The text is written in a way that cannot be edited without losing something."""
