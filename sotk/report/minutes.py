"""The minutes of a discussion: the changes of a proposal by what was decided of them, and the other points.

Made from the document alone; as text, as Markdown, or as data. Texts of users are cleaned or escaped here.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from sotk.compare.output.markdown import escaped
from sotk.compare.output.operations import sentence
from sotk.compare.output.subjects import Subjects
from sotk.findings.names import clean
from sotk.locale import Language, Message, msg, say
from sotk.model import Operation, Point, Scenario, Structure
from sotk.model.operations import DECISION, Decision, Status

HEADINGS: Final[dict[Status, Message]] = {
    "disepakati": msg("Agreed"),
    "usul": msg("Proposed, not decided yet"),
    "ditunda": msg("Postponed"),
    "ditolak": msg("Rejected"),
}
REMARKS: Final[dict[str, Message]] = {
    "decision": msg("Decision"),
    "why": msg("Reason"),
    "proposed_by": msg("Proposed by"),
    "date": msg("Date"),
    "note": msg("Note"),
}
"""What may be said of a change or a point, with its word, in the order it is read."""

SKIPPED: Final = msg("cannot be carried out")

Remark: TypeAlias = tuple[Message, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the minutes. `number` is that of the change, from 1; None for a point."""

    number: int | None
    text: Message
    about: Operation | Point
    skipped: bool = False

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What was said of the change or point, in the order it is read."""
        return remarks(self.about)


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of a proposal: its changes by status, then its points."""

    scenario: Scenario
    changes: tuple[Entry, ...]
    points: tuple[Entry, ...]

    def by_status(self) -> Iterator[tuple[Message, tuple[Entry, ...]]]:
        """The changes of each status that any has, under its heading."""
        for status, heading in HEADINGS.items():
            entries = tuple(entry for entry in self.changes if entry.about.status == status)
            if entries:
                yield heading, entries


def remarks(about: Decision) -> tuple[Remark, ...]:
    """What was said of a change or a point."""
    said = ((word, getattr(about, name, None)) for name, word in REMARKS.items())
    return tuple((word, clean(str(value))) for word, value in said if value)


def minutes(
    scenario: Scenario,
    structure: Structure | None,
    base: Structure | None = None,
    skipped: Iterable[int] = (),
) -> Minutes:
    """The minutes of a proposal. Names are those of the structure it makes, else of its base or a change."""
    names = Subjects(structure, base, scenario.operations)
    left = frozenset(skipped)
    changes = tuple(
        Entry(number, sentence(operation, names), operation, number in left)
        for number, operation in enumerate(scenario.operations, 1)
    )
    points = tuple(Entry(None, _point(point, names), point) for point in scenario.points)
    return Minutes(scenario, changes, points)


def to_text(made: Minutes, language: Language) -> str:
    """The minutes for a terminal or a mail."""
    return _written(made, language, str, lambda title, _level: f"{title}\n{'=' * len(title)}", "    ")


def to_markdown(made: Minutes, language: Language) -> str:
    """The minutes as Markdown: what a word processor or a wiki takes."""
    return _written(made, language, escaped, lambda title, level: f"{'#' * level} {title}", "  - ")


def to_json(made: Minutes, language: Language) -> str:
    """The minutes as data, with a version."""
    data = {
        "version": 1,
        "scenario": made.scenario.id,
        "name": made.scenario.name,
        "base": made.scenario.base,
        "changes": [_data(entry, language) for entry in made.changes],
        "points": [_data(entry, language) for entry in made.points],
    }
    return json.dumps(data, ensure_ascii=False, indent=2, default=str) + "\n"


def _written(
    made: Minutes,
    language: Language,
    safe: Callable[[str], str],
    heading: Callable[[str, int], str],
    indent: str,
) -> str:
    scenario = made.scenario
    title = say(msg("Minutes: {name}", name=clean(scenario.name)), language)
    lines = [heading(safe(title), 1), ""]
    if scenario.illustrative:
        lines += [safe(say(msg("ILLUSTRATIVE DATA"), language)), ""]
    lines += [safe(say(fact, language)) for fact in _facts(made)]
    for head, entries in made.by_status():
        lines += ["", heading(safe(say(head, language)), 2), ""]
        lines += _lines(entries, language, safe, indent)
    if made.points:
        lines += ["", heading(safe(say(msg("Other points of the discussion"), language)), 2), ""]
        lines += _lines(made.points, language, safe, indent)
    return "\n".join(lines) + "\n"


def _facts(made: Minutes) -> Iterator[Message]:
    scenario = made.scenario
    yield msg("On the base {base}.", base=clean(scenario.base))
    if scenario.effective is not None:
        yield msg("In force from {day}.", day=scenario.effective.isoformat())
    yield msg("{n} changes, {m} other points.", n=len(made.changes), m=len(made.points))
    if scenario.notes:
        yield msg("{text}", text=clean(scenario.notes))


def _lines(
    entries: Iterable[Entry], language: Language, safe: Callable[[str], str], indent: str
) -> Iterator[str]:
    for entry in entries:
        head = (
            f"{entry.number}. "
            if entry.number is not None
            else f"{say(HEADINGS[entry.about.status], language)}: "
        )
        said = head + say(entry.text, language)
        if entry.skipped:
            said += f" ({say(SKIPPED, language)})"
        yield f"- {safe(said)}"
        for word, text in entry.remarks:
            yield f"{indent}{safe(say(word, language))}: {safe(text)}"


def _data(entry: Entry, language: Language) -> dict[str, Any]:
    about = entry.about
    said = {name: getattr(about, name) for name in (*DECISION, "decision") if getattr(about, name, None)}
    if isinstance(about, Point):
        return {"id": about.id, "text": about.text, "unit": about.unit, **said}
    text = say(entry.text, language)
    return {"number": entry.number, "op": about.op, "text": text, "skipped": entry.skipped, **said}


def _point(point: Point, names: Subjects) -> Message:
    if point.unit is None:
        return msg("{text}", text=clean(point.text))
    return msg("{unit}: {text}", unit=names.of("unit", point.unit), text=clean(point.text))
