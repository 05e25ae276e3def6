"""Reads the files of one pack folder into checked values. What is wrong is a finding, the rest is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any, Final, TypeVar

from pydantic import TypeAdapter, ValidationError

from sotk.findings import Finding, Located, Span
from sotk.locale import msg
from sotk.model.value import record
from sotk.packs import problems
from sotk.packs.clients import ClientGroup
from sotk.packs.folder import PackFolder, UnreadableFile
from sotk.packs.kind import Kind
from sotk.packs.limit import Limit
from sotk.packs.measures import (
    Band,
    Echelon,
    Evaluation,
    Measures,
    Scale,
    Weight,
    WorkingTime,
)
from sotk.packs.regulation import (
    Authority,
    Checklist,
    ChecklistItem,
    EchelonRule,
    Exemption,
    Regime,
    Regulation,
)
from sotk.packs.settings import ChartSettings, CodePattern, LevelDigits, PackHeader, Template
from sotk.packs.tables import CLIENTS, clients_of
from sotk.packs.wording import Bilingual
from sotk.text import Marks, parse

Value = TypeVar("Value")

HEADER: Final = "pack.yaml"
KINDS: Final = "kinds.yaml"
MEASURES: Final = "measures.yaml"
REGULATIONS: Final = "regulations"
_VERSION: Final = "1"


@record(frozen=True, slots=True, kw_only=True)
class KindsFile:
    """The file `kinds.yaml`."""

    kinds: tuple[Kind, ...]


@dataclass(slots=True)
class Document:
    """One file of a pack: its name as shown, its data and where that stands."""

    file: str
    data: Any
    marks: Marks

    def span(self, *path: str | int) -> Span:
        return problems.span_of(self.data, self.marks, path)


@dataclass(slots=True)
class Contents:
    """What the files of one folder say, before packs are joined."""

    folder: PackFolder
    header: PackHeader | None = None
    kinds: tuple[Kind, ...] = ()
    regulations: tuple[Regulation, ...] = ()
    measures: Measures | None = None
    clients: tuple[ClientGroup, ...] = ()
    charted: tuple[str, ...] = ()
    """The chart settings its `pack.yaml` names; the others are those of the pack it extends."""
    documents: dict[str, Document] = field(default_factory=dict)
    """What was read, for the checks of a user's pack."""
    found: list[Located] = field(default_factory=list)

    def add(self, file: str, finding: Finding) -> None:
        self.found.append(Located(finding, file, None, finding.at))


def read_contents(folder: PackFolder) -> Contents:
    """Read a folder. `header` is None where `pack.yaml` cannot be used."""
    contents = Contents(folder)
    contents.header = _read(contents, HEADER, PackHeader, needed=True)
    if contents.header is None:
        return contents
    given = contents.documents[HEADER].data.get("chart") or {}
    if isinstance(given, dict):
        contents.charted = tuple(each.name for each in fields(ChartSettings) if each.name in given)
    if contents.header.id != folder.name:
        document = contents.documents[HEADER]
        contents.add(
            document.file,
            problems.finding(
                "PCK006",
                msg(
                    "The pack is called {pack}, but its folder {folder}.",
                    pack=contents.header.id,
                    folder=folder.name,
                ),
                remedy=msg("Give both the same name."),
                at=document.span("pack"),
            ),
        )
    kinds = _read(contents, KINDS, KindsFile)
    contents.kinds = kinds.kinds if kinds else ()
    contents.measures = _read(contents, MEASURES, Measures)
    paths = folder.listed(REGULATIONS, ".yaml")
    read = [(_read(contents, path, Regulation), path) for path in paths]
    contents.regulations = tuple(regulation for regulation, _ in read if regulation is not None)
    contents.clients, faults = clients_of(folder)
    for fault in faults:
        contents.add(folder.shown(CLIENTS), fault)
    return contents


def _read(contents: Contents, path: str, shape: type[Value], *, needed: bool = False) -> Value | None:
    """One file as a checked value; None where it is missing or cannot be used."""
    file = contents.folder.shown(path)
    try:
        text = contents.folder.text(path)
    except UnreadableFile:
        contents.add(
            file,
            problems.finding(
                "PCK003",
                msg("The file cannot be read: it is not UTF-8 text, too large, or outside the pack."),
            ),
        )
        return None
    if text is None:
        if needed:
            contents.add(file, problems.finding("PCK002", msg("The pack has no file {file}.", file=path)))
        return None
    parsed = parse(text)
    for fault in parsed.findings:
        contents.add(file, fault)
    if parsed.data is None:
        return None
    document = Document(file, parsed.data, parsed.marks)
    if not isinstance(document.data, Mapping):
        contents.add(file, problems.finding("PCK006", msg("The file must be a mapping of keys and values.")))
        return None
    contents.documents[path] = document
    return _checked(contents, document, shape)


def _checked(contents: Contents, document: Document, shape: type[Value]) -> Value | None:
    data = document.data
    version = data.get("sotk", _VERSION)
    if version != _VERSION:
        contents.add(
            document.file,
            problems.finding(
                "PCK006",
                msg("The version of the file is {version}; this program reads 1.", version=str(version)),
                at=document.span("sotk"),
            ),
        )
    body = {key: value for key, value in data.items() if key != "sotk"}
    key: Any = shape
    adapter: TypeAdapter[Value] = _adapter(key)
    try:
        return adapter.validate_python(body)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        for fault in problems.invalid(errors, data, document.marks, _keys(key)):
            contents.add(document.file, fault)
        rest = _without(body, [fault["loc"] for fault in errors])
    try:
        return adapter.validate_python(rest)
    except ValidationError:
        return None


def _without(body: dict[str, Any], places: list[tuple[str | int, ...]]) -> dict[str, Any]:
    """The data without the list entries, or else the keys, that hold a fault."""
    wrong: dict[str, set[int]] = {}
    rest = dict(body)
    for place in places:
        if len(place) > 1 and isinstance(place[0], str) and isinstance(place[1], int):
            wrong.setdefault(place[0], set()).add(place[1])
        elif place:
            rest.pop(str(place[0]), None)
    for key, entries in wrong.items():
        if isinstance(rest.get(key), list):
            rest[key] = [entry for at, entry in enumerate(rest[key]) if at not in entries]
    return rest


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)


@cache
def _keys(shape: Any) -> tuple[str, ...]:
    """Every key a file of a shape may hold, nested ones included: what a typing mistake may have meant."""
    parts: dict[Any, tuple[Any, ...]] = {
        PackHeader: (PackHeader, ChartSettings, CodePattern, LevelDigits, Template, Bilingual),
        KindsFile: (KindsFile, Kind, Bilingual),
        Measures: (Measures, WorkingTime, Scale, Band, Evaluation, Weight, Echelon, Bilingual),
        Regulation: (
            Regulation,
            Regime,
            Limit,
            EchelonRule,
            Exemption,
            Checklist,
            ChecklistItem,
            Authority,
            Bilingual,
        ),
    }
    return problems.keys_of(*parts[shape])
