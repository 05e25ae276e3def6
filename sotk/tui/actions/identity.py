"""The structure's own data: government, type, affairs, legal bases, dates, annex. One form, a line a field."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.model import Header, Set, Structure
from sotk.scenario import apply
from sotk.tui.action import Action, Choice, Stage
from sotk.tui.actions import bases


@dataclass(frozen=True, slots=True)
class _Line:
    """A field of the header, or `part` of one that holds several; `words` are what may be chosen."""

    field: str
    label: Message
    part: str | None = None
    words: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return self.field if self.part is None else f"{self.field}.{self.part}"


LINES: Final = (
    _Line("name", msg("Name of the agency")),
    _Line("government", msg("Level of government"), "level", ("pusat", "provinsi", "kabupaten", "kota")),
    _Line("government", msg("Name of the government"), "name"),
    _Line("agency", msg("Type of agency"), "type", ("A", "B", "C")),
    _Line("agency", msg("Score of the mapping of affairs (0 to 1,000)"), "score"),
    _Line("agency", msg("Affairs (urusan)"), "affairs"),
    _Line("legal_basis", msg("Legal bases (dasar hukum)")),
    _Line("effective", msg("In force from (year-month-day)")),
    _Line("until", msg("In force until (year-month-day)")),
    _Line("status", msg("Status"), None, ("eksisting", "usulan")),
    _Line("annex", msg("Annex: instrument"), "instrument"),
    _Line("annex", msg("Annex: number"), "number"),
    _Line("annex", msg("Annex: date"), "date"),
    _Line("annex", msg("Annex: title"), "title"),
    _Line("annex", msg("Annex: signing office"), "signatory"),
    _Line("annex", msg("Annex: name of who signs"), "signatory_name"),
    _Line("notes", msg("Notes")),
)

_EXPECTED: Final[Mapping[str, Message]] = {
    "effective": msg("A day such as 2027-01-31: year, month, day."),
    "until": msg("A day such as 2027-01-31: year, month, day."),
    "score": msg("A whole number from 0 to 1,000."),
}
"""What a line takes, said where something else was typed: the operation speaks in words of the file."""


async def structure_data(stage: Stage, at: str | None = None) -> None:
    """Choose a field, give it a value, and come back for the next one until the person leaves.

    `at` is the field of the header to begin at: the first of its lines that is empty, else its first.
    """
    chosen: str | None = _begin(stage.state.structure, at).id
    while True:
        structure = stage.state.structure
        choices = [Choice(line.id, stage.say(line.label), _text(structure, line)) for line in LINES]
        chosen = await stage.choose(msg("Data of the structure: which field?"), choices, chosen or "")
        if chosen is None:
            return
        await _fill(stage, next(line for line in LINES if line.id == chosen))


def _begin(structure: Structure, field: str | None) -> _Line:
    lines = [line for line in LINES if line.field == field] or [*LINES[:1]]
    return next((line for line in lines if not _text(structure, line)), lines[0])


async def _fill(stage: Stage, line: _Line) -> None:
    if line.field == "legal_basis":
        await bases.legal_bases(stage)
        return
    before = stage.state.structure
    given = await _asked(stage, line)
    if given is None:
        return
    operation = _set(before, line, given)
    if apply(before, operation).structure != before:
        stage.edit(operation)


async def _asked(stage: Stage, line: _Line) -> str | None:
    structure = stage.state.structure
    text = _text(structure, line)
    if line.words:
        words = [Choice(word, word) for word in line.words]
        nothing = [] if line.part is None else [Choice("", stage.say(msg("(nothing)")))]
        return await stage.choose(line.label, [*words, *nothing], text)
    if line.part == "affairs":
        return await _affairs(stage, line)
    asking = stage.write if line.field == "notes" or line.part == "title" else stage.ask
    return await asking(line.label, text, lambda typed: _trouble(structure, line, typed))


async def _affairs(stage: Stage, line: _Line) -> str | None:
    """Affairs of the nomenclature, each chosen or taken away; where the pack has none, codes are typed."""
    header, pack = stage.state.structure.header, stage.session.desk.pack
    level = header.government.level if header.government else None
    codes = {} if pack is None else pack.codes().at(level)
    known = {code.code: code.name for code in codes.values() if code.type == "affair"}
    had = header.agency.affairs if header.agency else ()
    if not known:
        return await stage.ask(line.label, ", ".join(had))
    choices = [Choice(code, code, f"✓ {known.get(code, '')}".strip()) for code in had]
    choices += [Choice(code, code, name) for code, name in known.items() if code not in had]
    chosen = await stage.choose(msg("Affairs (urusan): choose one to add it, or to take it away"), choices)
    if chosen is None:
        return None
    left = tuple(code for code in had if code != chosen)
    return ", ".join(left if chosen in had else (*had, chosen))


def _trouble(structure: Structure, line: _Line, typed: str) -> Message | None:
    applied = apply(structure, _set(structure, line, typed))
    error = next((each for each in applied.findings if each.severity == "error"), None)
    if error is None:
        return None
    if not typed.strip():
        return msg("This cannot be left empty.")
    return _EXPECTED.get(line.part or line.field) or msg(
        "{value} does not fit here.", value=clean(typed.strip())[:80]
    )


def _set(structure: Structure, line: _Line, text: str) -> Set:
    """The operation that gives a line a value; a field none of whose parts has one is taken away."""
    value: Any = text.strip() or None
    if line.part is not None:
        parts = dict(_parts(structure.header, line.field))
        parts[line.part] = _part(line.part, text)
        value = {key: each for key, each in parts.items() if each not in (None, [])} or None
    return Set(entity="structure", field=line.field, value=value)


def _part(part: str, text: str) -> Any:
    if part == "affairs":
        return [code.strip() for code in text.split(",") if code.strip()]
    text = text.strip()
    return int(text) if part == "score" and text.isdecimal() else text or None


def _parts(header: Header, field: str) -> Mapping[str, Any]:
    value = getattr(header, field)
    if value is None:
        return {}
    raw = {each.name: getattr(value, each.name) for each in fields(value)}
    return {key: list(each) if isinstance(each, tuple) else each for key, each in raw.items()}


def _text(structure: Structure, line: _Line) -> str:
    """What a line holds now, as one types it."""
    header = structure.header
    if line.field == "legal_basis":
        return bases.summary(structure)
    value = getattr(header, line.field) if line.part is None else _parts(header, line.field).get(line.part)
    return ", ".join(value) if isinstance(value, list) else "" if value is None else str(value)


ACTIONS: Final = (
    Action(
        "structure_data",
        ("I",),
        msg("Data of the structure…"),
        msg("Government, type, score, affairs, legal bases, dates, annex: choose a field, give its value."),
        structure_data,
        edits=True,
    ),
)
