"""The form of an export: its lines, what each can be, and what an answer makes of the order. Knows no widget."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from sotk.chart import OVERLAYS
from sotk.chart.render.catalogue import FORMATS
from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.session import State
from sotk.session.orders import PAPERS, PICTURES, REPORT_ENDINGS, Order, Picture
from sotk.session.reporting import reports_of

PICTURE_WORDS: Final[Mapping[str, Message]] = {
    "bagan": msg("Official chart (bagan)"),
    "tree": msg("Tree, downwards"),
    "tree-right": msg("Tree, to the right"),
    "changes": msg("Comparison with the base"),
    "sandingan": msg("Document: comparison matrix (sandingan)"),
    "berita-acara": msg("Document: minutes (berita acara)"),
    "ringkasan": msg("Document: summary"),
    "peta-jabatan": msg("Document: map of posts (peta jabatan)"),
    "pemetaan-jabatan": msg("Document: where each post goes"),
    "abk": msg("Document: workload analysis (ABK)"),
    "iku": msg("Document: performance tree (IKU)"),
    "kelengkapan": msg("Document: checklist of the reviewer"),
    "rancangan": msg("Document: draft of the regulation"),
}
OVERLAY_WORDS: Final[Mapping[str, Message]] = {
    "findings": msg("Findings"),
    "span": msg("Spans"),
    "vacancy": msg("Need and incumbents"),
    "posts": msg("Posts (peta jabatan)"),
    "echelon": msg("Echelons"),
    "class": msg("Classes of UPTD"),
    "iku": msg("Indicators (IKU)"),
    "team": msg("Teams"),
    "overlap": msg("Overlaps of duties"),
}
SWITCHES: Final[Mapping[str, Message]] = {
    "each": msg("Every supporting unit in a box of its own"),
    "draft": msg("A draft, with the table of initials (paraf)"),
}
REPORT_SWITCHES: Final[Mapping[str, tuple[str, Message]]] = {
    "only_changed": ("sandingan", msg("Only what changed")),
    "persons": ("peta-jabatan", msg("With names of incumbents")),
}
"""Switches of reports, each with the kind it means something for."""
FORMAT_NAMES: Final = {form.ending: form.name for form in FORMATS} | dict(
    zip(REPORT_ENDINGS, ("Word", "Excel", "HTML", "Markdown"), strict=True)
)
TYPED: Final = ("path", "template")
"""Lines that are typed; the others are chosen."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the form: its name, its label, and what it says now; `on` for a switch."""

    name: str
    label: Message
    value: str | Message = ""
    on: bool | None = None


def first_order(state: State, path: Path, paper: str | None) -> Order:
    """What is wanted if nobody says otherwise: slides, of the changes where there are any."""
    shows: Picture = "changes" if state.document.base is not None else "bagan"
    return Order(path, shows, paper=paper if paper in PAPERS else None).renamed()


def lines(order: Order, state: State) -> Iterator[Line]:
    """The lines of the form, those only that mean something for this order."""
    yield Line("picture", msg("Content"), PICTURE_WORDS[order.picture])
    yield Line("ending", msg("Format"), _format(order.ending))
    yield from _report_lines(order) if order.reports else _picture_lines(order, state)
    yield Line("path", msg("File"), clean(str(order.path)))


def _format(ending: str) -> str:
    return f"{FORMAT_NAMES[ending]} (.{ending})"


def _report_lines(order: Order) -> Iterator[Line]:
    """What a document can be asked beside its format."""
    for name, (kind, label) in REPORT_SWITCHES.items():
        if order.picture == kind:
            yield Line(name, label, on=bool(getattr(order, name)))


def _picture_lines(order: Order, state: State) -> Iterator[Line]:
    """How a picture is drawn."""
    units = state.structure.units
    if order.ending not in ("html", "txt"):
        yield Line("paper", msg("Paper"), order.paper or msg("as the pack says"))
    part: str | Message = msg("the whole structure")
    if order.unit in units:
        part = clean(units[order.unit or ""].name)
    yield Line("unit", msg("Part"), part)
    if order.ending == "pptx":
        yield Line("template", msg("Template"), clean(str(order.template)) if order.template else msg("none"))
    if order.picture == "bagan" and not order.overlays:
        for name, label in SWITCHES.items():
            yield Line(name, label, on=bool(getattr(order, name)))
    for name, label in OVERLAY_WORDS.items():
        yield Line(f"overlay:{name}", label, on=name in order.overlays)


def choices(name: str, order: Order, state: State) -> list[tuple[str, str | Message]]:
    """What a line can be: values with their words."""
    if name == "picture":
        drawn = [each for each in PICTURES if each != "changes" or state.document.base is not None]
        return [(each, PICTURE_WORDS[each]) for each in (*drawn, *reports_of(state.document))]
    if name == "ending":
        return [(ending, _format(ending)) for ending in order.endings]
    if name == "paper":
        return [("", msg("as the pack says")), *((paper, paper) for paper in PAPERS)]
    if name == "unit":
        cursor = state.selection.cursor
        return [("", msg("the whole structure")), (cursor, clean(state.structure.units[cursor].name))]
    return []


def changed(order: Order, name: str, value: str) -> Order:
    """The order after a line was answered with a value; a switch is turned by any."""
    if name.startswith("overlay:"):
        overlay = name.partition(":")[2]
        chosen = set(order.overlays) ^ {overlay}
        return replace(order, overlays=tuple(each for each in OVERLAYS if each in chosen))
    if name in SWITCHES or name in REPORT_SWITCHES:
        return replace(order, **{name: not getattr(order, name)})  # type: ignore[arg-type] # a switch
    if name in ("paper", "unit"):
        return replace(order, **{name: value or None})  # type: ignore[arg-type] # a text or None
    if name == "template":
        return replace(order, template=Path(value).expanduser() if value.strip() else None)
    if name == "path":
        return _in_file(order, value.strip())
    return replace(order, **{name: value}).renamed(order.suffix)  # type: ignore[arg-type] # picture or ending


def _in_file(order: Order, text: str) -> Order:
    """A typed file: beside the one before unless it names a folder; its ending decides the format."""
    if not text:
        return order
    path = order.path.parent / Path(text).expanduser()
    ending = path.suffix.removeprefix(".").lower()
    if ending in order.endings:
        return replace(order, path=path, ending=ending)
    return replace(order, path=path.with_name(f"{path.name}.{order.ending}"))


def stepped(order: Order, name: str, by: int, state: State) -> Order:
    """The order with the next or the previous value of a line."""
    known = [value for value, _ in choices(name, order, state)]
    if not known:
        return order if name in TYPED else changed(order, name, "")
    now = getattr(order, name) or ""
    at = known.index(now) if now in known else 0
    return changed(order, name, known[(at + by) % len(known)])
