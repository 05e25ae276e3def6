"""Reads YAML events into plain data and marks in one pass.

A subset of YAML, on purpose: no anchors, no tags, one document, keys that are text and stand once.
Whatever else a text holds is a finding with its place, never an exception, and the rest is read on.
"""

import sys
from array import array
from dataclasses import dataclass
from typing import Any, Final

from sotk.findings import Finding, Span
from sotk.text import problems
from sotk.text.marks import Marks
from sotk.text.nodes import Mapping, Sequence

MAX_CHARACTERS: Final = 128_000_000
"""Longest text that is read; an agency of 100,000 units with duties has a third of it."""

MAX_DEPTH: Final = 256
"""Deepest nesting that is read."""

MAX_PROBLEMS: Final = 200
_NULL: Final = frozenset(("", "~", "null", "Null", "NULL"))


@dataclass(frozen=True, slots=True)
class Parsed:
    """Data of a text (None where nothing could be read), its marks, and what was wrong."""

    data: Any
    marks: Marks
    findings: tuple[Finding, ...]


def parse(text: str) -> Parsed:
    """Read a text. Bad text gives findings; the data before a fault of syntax is lost with it."""
    refused = problems.refusal(text, MAX_CHARACTERS)
    if refused is not None:
        return Parsed(None, Marks(text, array("I"), {}), (refused,))
    return _Reading(text).run()


class _Reading:
    """One pass over the events of a text: a stack of open containers and the current one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.offsets = array("I")
        self.keys: dict[str, int] = {}
        self.findings: list[Finding] = []
        self.marks = Marks(text, self.offsets, self.keys)

    def run(self) -> Parsed:
        from yaml import YAMLError

        try:
            data = self._events()
        except YAMLError as error:
            self.findings.append(problems.syntax(error, self.text))
            data = None
        except _Stopped:
            data = None
        if data is None and not self.findings:
            self.findings.append(problems.empty())
        return Parsed(data, self.marks, tuple(self.findings))

    def _problem(self, make: Any, event: Any, *args: str) -> None:
        start, end = event.start_mark, event.end_mark
        span = Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        self.findings.append(make(span, *args))
        if len(self.findings) >= MAX_PROBLEMS:
            raise _Stopped

    def _events(self) -> Any:  # noqa: PLR0915 - one loop on purpose: a call per event would double the time
        """The data of the first document. The hot path of loading: each event once, no recursion."""
        from yaml import (
            AliasEvent,
            DocumentStartEvent,
            MappingEndEvent,
            MappingStartEvent,
            ScalarEvent,
            SequenceEndEvent,
            SequenceStartEvent,
        )

        parser = _parser(self.text)
        next_event, keys, offsets, intern = parser.get_event, self.keys, self.offsets, sys.intern
        stack: list[tuple[Any, Any, list[int], int]] = []
        node: Any = None  # the open container
        key: Any = None  # its pending key, once read
        start_of_key = 0
        entries: list[int] = []  # marks of the open container so far
        result: Any = None
        documents = 0
        while True:
            event = next_event()
            if event is None:
                return result
            kind = type(event)
            if kind is ScalarEvent:
                value: Any = event.value
                start, end = event.start_mark.index, event.end_mark.index
                if event.tag is not None or event.anchor is not None:
                    self._problem(problems.tag if event.tag is not None else problems.anchor, event)
                if key is None and type(node) is Mapping:
                    if value in node:
                        self._problem(problems.duplicate_key, event, value)
                        key = _DROPPED
                    else:
                        key = intern(value)
                    start_of_key = start
                    continue
                if value in _NULL and event.implicit[0]:
                    value = None
                elif value[:1] in _CURLY and value[-1:] in _CURLY and event.implicit[0]:
                    self._problem(problems.curly_quotes, event, value)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if event.tag is not None or event.anchor is not None:
                    self._problem(problems.tag if event.tag is not None else problems.anchor, event)
                if key is None and type(node) is Mapping:
                    self._problem(problems.key_not_text, event)
                    key = _DROPPED
                    start_of_key = event.start_mark.index
                    _skip(parser, event)
                    continue
                if len(stack) >= MAX_DEPTH:
                    self._problem(problems.too_deep, event, str(MAX_DEPTH))
                    raise _Stopped
                stack.append((node, key, entries, start_of_key))
                node = Mapping() if kind is MappingStartEvent else Sequence()
                entries = [event.start_mark.index]
                key = None
                continue
            elif kind is AliasEvent:
                self._problem(problems.anchor, event)
                value, start, end = None, event.start_mark.index, event.end_mark.index
                if key is None and type(node) is Mapping:
                    key, start_of_key = _DROPPED, start
                    continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                value, start, end = node, entries[0], event.end_mark.index
                # a block ends where the next token begins; its text ends with its last entry
                if len(entries) > 1 and not self.text.startswith(("}", "]"), end - 1):
                    end = entries[-1]
                node.at = len(offsets)
                offsets.extend((start, end, len(node)))
                offsets.extend(entries[1:])
                node, key, entries, start_of_key = stack.pop()
            else:
                if kind is DocumentStartEvent:
                    documents += 1
                    if documents > 1:
                        self._problem(problems.second_document, event)
                        return result
                continue
            # a value is complete: put it where it belongs
            if node is None:
                result = value
            elif type(node) is Mapping:
                if key is not _DROPPED:
                    node[key] = value
                    entries += (keys.setdefault(key, len(keys)), start_of_key, start, end)
                key = None
            else:
                entries += (len(node), start, start, end)
                node.append(value)


class _Stopped(Exception):  # noqa: N818 - control flow, not an error
    """Reading on would tell nothing new."""


_DROPPED: Final[Any] = object()
_CURLY: Final = frozenset("“”„‟‘’‚‛")
"""What a word processor makes of a typed quote."""


def _parser(text: str) -> Any:
    """Libyaml's parser; where PyYAML was built without it, the slower one of the same events."""
    try:
        from yaml.cyaml import CParser  # type: ignore[attr-defined] # missing in the stubs
    except ImportError:  # pragma: no cover - every published wheel has libyaml
        from yaml import SafeLoader

        return SafeLoader(text)
    return CParser(text)


def _skip(parser: Any, event: Any) -> None:
    """Read past a container that cannot be used."""
    from yaml import CollectionEndEvent, CollectionStartEvent

    depth = 1
    while depth:
        event = parser.get_event()
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
