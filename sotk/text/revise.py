"""Edits a text so that it says new data, and touches only what changed.

Three trees are held side by side: what the text says (with marks), the data it stood for, and the data
it shall stand for. Items of a list are known by their identity, so an item that moved to another list
takes its lines and its comments along. Comments of what is removed stay where it was.
"""

from collections.abc import Hashable
from typing import Any

from sotk.text.brackets import with_key, without_keys
from sotk.text.chunks import Chunks
from sotk.text.emit import emit_entry, emit_key, flow, scalar
from sotk.text.identities import Data, Identities, items_wanted, items_written
from sotk.text.marks import Marks
from sotk.text.nodes import Mapping, Sequence
from sotk.text.splice import Splice, Unrevisable, shifted, spliced


def revise(marks: Marks, document: Mapping, old: Data, new: Data, identities: Identities) -> str:
    """The text with `new` in place of `old`; what neither of them knows stays as it is."""
    revision = _Revision(marks, identities, document, old, new)
    splices: list[Splice] = []
    revision.mapping(document, old, new, splices)
    return spliced(marks.text, 0, len(marks.text), splices)


class _Revision:
    def __init__(self, marks: Marks, identities: Identities, document: Mapping, old: Data, new: Data) -> None:
        self.marks = marks
        self.text = marks.text
        self.chunks = Chunks(marks)
        self.identities = identities
        self.written = items_written(document, old, identities)
        self.wanted = items_wanted(new, identities)
        self.newline = "\r\n" if "\r\n" in marks.text else "\n"

    # Mappings

    def mapping(self, node: Mapping, old: Data, new: Data, out: list[Splice]) -> None:
        """Splices that make a mapping say `new`."""
        gone = [key for key in old if key not in new and key in node]
        fresh = [key for key in new if key not in node and new[key] != old.get(key)]
        if self.chunks.is_flow(node) and any(self.identities.has_items(key, new[key]) for key in fresh):
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

    def _replace_scalar(self, node: Mapping, key: str, new: Any, out: list[Splice]) -> None:
        _start, value_start, value_end = self.marks.place(node.at, key)
        said = scalar(new)
        if value_start == value_end:
            said = " " + said
        if self.text.startswith(("|", ">"), value_start) and self.text[value_end - 1] == "\n":
            said += self.newline
        out.append((value_start, value_end, said))

    def _replace_key(self, node: Mapping, key: str, new: Any, out: list[Splice]) -> None:
        start, value_start, value_end = self.marks.place(node.at, key)
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
        if self.chunks.is_flow(node):
            out += without_keys(self.marks, node, gone)
            return
        keys = list(node)
        for key in gone:
            begins, ends = self.chunks.key(node, key)
            start = self.marks.place(node.at, key)[0]
            if self.text[self.chunks.line(start) : start].strip():
                # the first key of an item: the next one takes its place behind the hyphen
                after = next((other for other in keys[keys.index(key) + 1 :] if other not in gone), None)
                if after is None:
                    raise Unrevisable
                out.append((start, self.marks.place(node.at, after)[0], ""))
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

    def _add_keys(
        self, node: Mapping, fresh: list[str], new: Data, gone: list[str], out: list[Splice]
    ) -> None:
        """Add keys, each behind the nearest key that stands before it in the order of the data."""
        order = list(new)
        stays = [key for key in order if key in node and key not in gone]
        before = {
            key: next((other for other in reversed(order[: order.index(key)]) if other in stays), None)
            for key in fresh
        }
        if not self.chunks.is_flow(node):
            self._add_lines(node, before, new, out)
        elif node:
            out += [with_key(self.marks, node, before[key], key, new[key]) for key in fresh]
        else:
            out.append((*self.marks.extent(node.at), flow({key: new[key] for key in fresh})))

    def _add_lines(self, node: Mapping, before: dict[str, str | None], new: Data, out: list[Splice]) -> None:
        """Add keys to a block, each behind another; what comes to one place makes one splice."""
        at: dict[int, str] = {}
        for key, anchor in before.items():
            if anchor is None:
                raise Unrevisable
            column = self.chunks.column(self.marks.place(node.at, next(iter(node)))[0])
            end = self.chunks.key(node, anchor)[1]
            at[end] = at.get(end, "") + self._joined(self._key_lines(key, new[key], column))
        for offset, lines in at.items():
            if offset > 0 and self.text[offset - 1] != "\n":  # the text does not end with a line end
                out.append((offset, offset, self.newline + lines.removesuffix(self.newline)))
            else:
                out.append((offset, offset, lines))

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
        names_old = [self.identities.name(key, item) for item in old]
        names_new = [self.identities.name(key, item) for item in new]
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
        """The lines of a list: items that stay or came with their lines, new ones written, and behind
        each item what stands there besides.
        """
        besides = self._besides(key, written, set(names), column)
        pieces = besides.pop(None, [])
        for name, item in zip(names, new, strict=True):
            pieces.append(self._item(name, item, column))
            pieces.extend(besides.pop(name, ()))
        return "".join(pieces)

    def _besides(
        self, key: str, written: Sequence, staying: set[Any], column: int
    ) -> dict[Hashable | None, list[str]]:
        """The lines of a list that belong to no item that stays, by the item they stand behind: the
        comments of items that are removed, and items that the data does not know.
        """
        found: dict[Hashable | None, list[str]] = {}
        last: Hashable | None = None
        for place, node in enumerate(written):
            name = self.identities.of_node(key, node) if isinstance(node, Mapping) else None
            item = self.written.get(name) if name is not None else None
            start, end = self.chunks.item(written, place)
            if item is None or item.sequence is not written or item.place != place:
                found.setdefault(last, []).append(self._closed(self.text[start:end]))
            elif name in staying:
                last = name
            elif name not in self.wanted:
                comments = self.chunks.comments(start, end, item.node)
                lines = [f"{' ' * column}{line}{self.newline}" for line in comments]
                found.setdefault(last, []).extend(lines)
        return found

    def _item(self, name: Hashable, item: Data, column: int) -> str:
        """The lines of one item whose hyphen shall stand in a column."""
        found = self.written.get(name)
        if found is None or self.chunks.is_flow(found.sequence):
            return self._joined(emit_entry(item, column))
        start, end = self.chunks.item(found.sequence, found.place)
        splices: list[Splice] = []
        if found.data != item:
            self.mapping(found.node, found.data, item, splices)
        text = self._closed(spliced(self.text, start, end, splices))
        return shifted(text, column - self.chunks.column(self.chunks.dash(found.sequence, found.place)))

    def _key_lines(self, key: str, value: Any, column: int) -> list[str]:
        """The lines of a key; items that stand elsewhere in the text bring their lines along."""
        if not self.identities.has_items(key, value):
            return emit_key(key, value, column)
        lines = [f"{' ' * column}{scalar(key)}:"]
        for item in value:
            lines += self._item(self.identities.name(key, item), item, column + 2).splitlines()
        return lines

    # Lines

    def _joined(self, lines: list[str]) -> str:
        return "".join(line + self.newline for line in lines)

    def _closed(self, text: str) -> str:
        return text if text.endswith("\n") or not text else text + self.newline
