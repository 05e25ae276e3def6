"""`sotk draw`: the chart of a structure or a scenario, in the format that the file's ending says."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from sotk.chart import OVERLAYS
from sotk.cli.language import words
from sotk.cli.opened import Ready, ready, refuse, unit_of
from sotk.cli.progress import working
from sotk.cli.speaking import Command
from sotk.findings.reason import reason
from sotk.locale import Message, msg

if TYPE_CHECKING:
    from sotk.chart.anchor import Side
    from sotk.chart.layout.chart import Orientation, Paper
    from sotk.chart.overlays import Overlay
    from sotk.chart.render.catalogue import Format
    from sotk.chart.scene import Scene
    from sotk.chart.view import ViewOptions

PAPER_NAMES: Final = ("F4", "A4", "A3", "16:9")
LAYOUT_NAMES: Final = ("bagan", "tree", "tree-right", "dot")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the command line asks for."""

    path: Path
    out: Path
    against: Path | None
    anchor: tuple[Path, ...]
    overlay: tuple[str, ...]
    layout: str | None
    unit: str | None
    depth: int | None
    page: str | None
    orientation: "Orientation | None"
    template: Path | None
    each: bool
    draft: bool
    watch: bool = False


def command() -> click.Command:
    return Command(
        "draw",
        callback=lambda **given: _draw(Wanted(**given)),
        help=words(msg("Draw the official chart of a structure, or of what a scenario makes of one.")),
        params=[*_what_is_drawn(), *_how_it_is_drawn()],
    )


def _what_is_drawn() -> list[click.Parameter]:
    path = click.Path(path_type=Path)
    return [
        click.Argument(["path"], type=path),
        click.Option(
            ["--out", "-o"], type=path, required=True, help=words(msg("The picture; its ending decides."))
        ),
        click.Option(
            ["--against"],
            type=path,
            help=words(msg("Draw what changed since this structure; base is that of the scenario.")),
        ),
        click.Option(
            ["--anchor"],
            type=path,
            multiple=True,
            help=words(
                msg("Keep the places shared with the picture of this structure, for flipping between them.")
            ),
        ),
        click.Option(
            ["--overlay"],
            type=click.Choice(OVERLAYS),
            multiple=True,
            help=words(msg("What to say of each unit; may be given several times.")),
        ),
        click.Option(
            ["--layout"],
            type=click.Choice(LAYOUT_NAMES),
            help=words(msg("How the boxes are arranged; the pack's own if not said.")),
        ),
    ]


def _how_it_is_drawn() -> list[click.Parameter]:
    path = click.Path(path_type=Path)
    return [
        click.Option(["--unit"], help=words(msg("Only this unit and what is below it."))),
        click.Option(["--depth"], type=click.IntRange(min=0), help=words(msg("Levels below the top."))),
        click.Option(["--page"], type=click.Choice(PAPER_NAMES), help=words(msg("The paper."))),
        click.Option(
            ["--orientation"],
            type=click.Choice(("landscape", "portrait")),
            help=words(msg("How the paper lies; as the pack says if not said.")),
        ),
        click.Option(
            ["--template"], type=path, help=words(msg("A presentation whose look the slides take."))
        ),
        click.Option(
            ["--each"], is_flag=True, help=words(msg("Draw every supporting unit, not one box for all."))
        ),
        click.Option(
            ["--draft"], is_flag=True, help=words(msg("A draft: with the table of initials (paraf)."))
        ),
        click.Option(
            ["--watch"],
            is_flag=True,
            help=words(msg("Draw again whenever a file it is made from changes.")),
        ),
    ]


def _draw(wanted: Wanted) -> None:
    from sotk.chart.render.catalogue import FORMATS, format_of

    out = wanted.out
    format_ = format_of(out.name)
    if format_ is None:
        endings = tuple(f".{each.ending}" for each in FORMATS)
        refuse(msg("No picture has the ending of {path}. Known: {endings}.", path=out.name, endings=endings))
        return
    if not out.parent.is_dir():
        refuse(msg("There is no folder {path}.", path=str(out.parent)))
    if not wanted.watch:
        _drawn(wanted, format_)
        return
    from sotk.cli.watching import watch

    watch(lambda: _drawn(wanted, format_), lambda: _inputs(wanted))


def _drawn(wanted: Wanted, format_: "Format") -> None:
    """Draw once, whole or not at all; exit 2 where that cannot be."""
    from sotk.chart.layout.graphviz import GraphvizProblem
    from sotk.files import write_bytes

    out = wanted.out
    found = ready(wanted.path)
    unit_of(found.structure, wanted.unit)
    try:
        with working(msg("Placing the boxes")):
            scene = _scene(found, wanted, split=format_.paged, flips=format_.flips)
    except GraphvizProblem as problem:
        refuse(problem.told)
        return
    count = format_.count(scene)
    writing = (
        msg("Writing {path}, {n} slides", path=out.name, n=count)
        if format_.slides
        else msg("Writing {path}, {n} pages", path=out.name, n=count)
    )
    try:
        with working(writing):
            data = format_.write(scene, _template(wanted))
    except ValueError:
        refuse(msg("{path} is no presentation (.pptx or .potx).", path=str(wanted.template)))
        return
    finding = write_bytes(out, data)
    if finding is not None:
        refuse(finding.message)
    click.echo(words(_told(out, count, slides=format_.slides)), err=True)


def _told(out: Path, count: int, *, slides: bool) -> Message:
    """What was made: of several pages or slides how many."""
    if slides:
        return msg("{path} is drawn, {n} slides.", path=str(out), n=count)
    if count > 1:
        return msg("{path} is drawn, {n} pages.", path=str(out), n=count)
    return msg("{path} is drawn.", path=str(out))


def _inputs(wanted: Wanted) -> "set[Path]":
    """The files that the picture is made from; never the picture itself."""
    from sotk.cli.watching import inputs_of

    documents = [wanted.path]
    if wanted.against is not None and (str(wanted.against) != "base" or wanted.against.exists()):
        documents.append(wanted.against)
    others = [wanted.template] if wanted.template is not None else []
    return inputs_of(documents, others) - {wanted.out}


def _template(wanted: Wanted) -> bytes | None:
    if wanted.template is None:
        return None
    try:
        return wanted.template.read_bytes()
    except OSError as error:
        refuse(msg("{path} cannot be read: {reason}.", path=str(wanted.template), reason=reason(error)))
        return None


def _scene(found: Ready, wanted: Wanted, *, split: bool, flips: bool) -> "Scene":
    from sotk.chart.anchor import anchored, flipped
    from sotk.chart.picture import scene_of

    options = _options(found, wanted)
    if wanted.against is not None and flips:
        before = _before(found, wanted.against)
        after = _side(found, _facts(found, wanted))
        return flipped(before.side, after, options, (before.name, _name(found)), layout=wanted.layout)
    side = _side(found, _overlay(found, wanted))
    if wanted.anchor:
        others = [_before(found, path).side for path in wanted.anchor]
        return anchored(side, others, options, split=split, layout=wanted.layout)
    return scene_of(
        side.structure, side.pack, options, side.unplaced, side.overlay, split=split, layout=wanted.layout
    )


def _options(found: Ready, wanted: Wanted) -> "ViewOptions":
    from sotk.chart.view import ViewOptions

    return ViewOptions(
        unit=unit_of(found.structure, wanted.unit),
        depth=wanted.depth,
        annex=not (wanted.against or wanted.overlay),
        each_support=wanted.each,
        draft=wanted.draft,
        partial=found.opened.partial,
        language=found.language,
        paper=_paper(found, wanted),
    )


def _paper(found: Ready, wanted: Wanted) -> "Paper | None":
    """The paper that is asked for; None for that of the pack."""
    from sotk.chart.conventions import paper_of
    from sotk.chart.layout.chart import PAPERS

    paper = PAPERS.get(wanted.page or found.opened.settings.page or "")
    if wanted.orientation is None:
        return paper
    return (paper or paper_of(found.pack.chart)).turned(wanted.orientation)


def _overlay(found: Ready, wanted: Wanted) -> "Overlay":
    from sotk.chart.overlays import joined
    from sotk.chart.picture import compared

    facts = _facts(found, wanted)
    if wanted.against is None:
        return facts
    before = _before(found, wanted.against)
    names = before.name, _name(found)
    return joined([compared(before.side.structure, found.structure, found.language, names), facts])


def _facts(found: Ready, wanted: Wanted) -> "Overlay":
    from sotk.chart.picture import overlaid
    from sotk.cli.reviewing import rule_settings

    problems = []
    if "findings" in wanted.overlay:
        from sotk.cli.reviewing import Review

        report = Review().document(found.opened, str(wanted.path))
        problems = [entry.finding for entry in report.entries]
    settings = rule_settings(found.opened) if "overlap" in wanted.overlay else None
    return overlaid(found.structure, found.pack, wanted.overlay, found.language, problems, settings)


@dataclass(frozen=True, slots=True)
class _Other:
    """The structure that a picture is compared with or anchored to, and what people call it."""

    side: "Side"
    name: str


def _before(found: Ready, path: Path) -> _Other:
    from sotk.chart.anchor import Side

    if str(path) == "base" and found.opened.base is not None and not path.exists():
        return _Other(Side(found.opened.base, found.pack), found.opened.base.name)
    other = ready(path)
    return _Other(_side(other), _name(other))


def _side(found: Ready, overlay: "Overlay | None" = None) -> "Side":
    from sotk.chart.anchor import Side
    from sotk.chart.view import NO_OVERLAY

    unplaced = tuple(entry.unit for entry in found.opened.loaded.unplaced)
    return Side(found.structure, found.pack, overlay or NO_OVERLAY, unplaced)


def _name(found: Ready) -> str:
    scenario = found.opened.loaded.scenario
    return scenario.name if scenario is not None else found.structure.name
