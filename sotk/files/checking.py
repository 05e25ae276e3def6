"""Raw mappings to values: what does not fit is a finding and is left out, the rest is kept.

One rule for all entities: a key that cannot be used is dropped; an entity that lacks a key it needs
is dropped with it; the caller decides what the entity it asked for can do without.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from sotk.findings import Finding, Span, Subject
from sotk.text import Mapping, Marks, Sequence

_ROUNDS: Final = 50
_GONE: Final = object()


class Checker:
    """Validates entities of one text and collects what is wrong with them."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.findings: list[Finding] = []

    def value(self, cls: Any, raw: dict[str, Any], at: int | None, subject: Subject | None) -> Any:
        """The value of a mapping; None where a key it needs is missing or wrong (that is a finding).

        `raw` may be a copy of the mapping that stands at `at`.
        """
        validate = _validator(cls)
        gone: set[tuple[Any, ...]] = set()
        for _round in range(_ROUNDS):
            try:
                return validate(raw)
            except ValidationError as error:
                repaired = self._repaired(cls, raw, at, subject, error, gone)
                if repaired is None:
                    return None
                raw = repaired
        return None

    def _repaired(
        self,
        cls: Any,
        raw: Any,
        at: int | None,
        subject: Subject | None,
        error: ValidationError,
        gone: set[tuple[Any, ...]],
    ) -> Any:
        """A copy of `raw` without what the error is about; None if the entity cannot do without.

        `gone` are the steps of what was taken out before: that it is missing now was said already.
        """
        from sotk.files import wording

        copy, seen, whole = raw, set(), True
        for problem in error.errors(include_url=False):
            steps = _reached(raw, problem["loc"])
            lacking = problem["loc"][-1] if problem["type"] in wording.MISSING else None
            if (steps, lacking) in seen:
                continue  # another member of the same union
            seen.add((steps, lacking))
            if lacking is None or (*steps, lacking) not in gone:
                self.findings.append(
                    wording.finding(cls, steps, problem, subject=subject, at=self._span(raw, at, steps))
                )
            if steps:
                copy = _pruned(copy, steps)
                gone.add(steps)
            else:
                whole = False
        return _closed(copy) if whole else None

    def _span(self, raw: Any, at: int | None, steps: tuple[Any, ...]) -> Span | None:
        """The place of the deepest node on the way."""
        if at is None:
            return None
        start = self.marks.extent(at)[0]
        extent, node, mark = (start, start + 1), raw, at
        for step in steps:
            if isinstance(step, str):
                found = self.marks.key(mark, step)
                extent = (found[0], found[2]) if found else extent
            else:
                extent = self.marks.item(mark, step)
            node = node[step]
            if not isinstance(node, (Mapping, Sequence)):
                break
            mark = node.at
        return self.marks.span(*extent)


@cache
def _validator(cls: Any) -> Callable[[Any], Any]:
    """What checks a value of a class: raises ValidationError.

    Built once a process: to build one takes longer than to read a file of a few units.
    """
    return TypeAdapter(cls).validator.validate_python


def _reached(raw: Any, loc: tuple[Any, ...]) -> tuple[Any, ...]:
    """The steps of a location that lead through the data.

    A location of pydantic also names members of unions, and the key that is missing; those are no steps.
    """
    node, steps = raw, []
    for step in loc:
        inside = step in node if isinstance(node, dict) else isinstance(step, int) and isinstance(node, list)
        if inside:
            node = node[step]
            steps.append(step)
    return tuple(steps)


def _pruned(raw: Any, steps: tuple[Any, ...]) -> Any:
    """A copy of the data with the node at `steps` marked as gone; what lies beside the way is shared."""
    if raw is _GONE:
        return raw
    step, rest = steps[0], steps[1:]
    copy: Any = Mapping(raw) if isinstance(raw, dict) else Sequence(raw)
    copy.at = getattr(raw, "at", 0)
    copy[step] = _pruned(copy[step], rest) if rest else _GONE
    return copy


def _closed(raw: Any) -> Any:
    """The data without the nodes that are gone."""
    if isinstance(raw, dict):
        for key in [key for key, value in raw.items() if value is _GONE]:
            del raw[key]
        for key, value in raw.items():
            raw[key] = _closed(value)
    elif isinstance(raw, list):
        raw[:] = [_closed(value) for value in raw if value is not _GONE]
    return raw
