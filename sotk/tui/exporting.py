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
from sotk.session.exporting import ENDINGS, PAPERS, PICTURES, Order, Picture

PICTURE_WORDS: Final[Mapping[Picture, Message]] = {
    "bagan": msg("Official chart (bagan)"),
    "tree": msg("Tree, downwards"),
    "tree-right": msg("Tree, to the right"),
    "changes": msg("Comparison with the base"),
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
    names = {form.ending: form.name for form in FORMATS}
    units = state.structure.units
    yield Line("picture", msg("What"), PICTURE_WORDS[order.picture])
    yield Line("ending", msg("Format"), f"{names[order.ending]} (.{order.ending})")
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
    yield Line("path", msg("File"), clean(str(order.path)))


def choices(name: str, state: State) -> list[tuple[str, str | Message]]:
    """What a line can be: values with their words."""
    if name == "picture":
        known = [each for each in PICTURES if each != "changes" or state.document.base is not None]
        return [(each, PICTURE_WORDS[each]) for each in known]
    if name == "ending":
        by_ending = {form.ending: form.name for form in FORMATS}
        return [(ending, f"{by_ending[ending]} (.{ending})") for ending in ENDINGS]
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
    if name in SWITCHES:
        return replace(order, **{name: not getattr(order, name)})  # type: ignore[arg-type] # a switch
    if name in ("paper", "unit"):
        return replace(order, **{name: value or None})  # type: ignore[arg-type] # a text or None
    if name == "template":
        return replace(order, template=Path(value).expanduser() if value.strip() else None)
    if name == "path":
        return _in_file(order, value.strip())
    return replace(order, **{name: value}).renamed()  # type: ignore[arg-type] # picture or ending


def _in_file(order: Order, text: str) -> Order:
    """A typed file: beside the one before unless it names a folder; its ending decides the format."""
    if not text:
        return order
    path = order.path.parent / Path(text).expanduser()
    ending = path.suffix.removeprefix(".").lower()
    if ending in ENDINGS:
        return replace(order, path=path, ending=ending)
    return replace(order, path=path.with_name(f"{path.name}.{order.ending}"))


def stepped(order: Order, name: str, by: int, state: State) -> Order:
    """The order with the next or the previous value of a line."""
    known = [value for value, _ in choices(name, state)]
    if not known:
        return order if name in TYPED else changed(order, name, "")
    now = getattr(order, name) or ""
    at = known.index(now) if now in known else 0
    return changed(order, name, known[(at + by) % len(known)])
