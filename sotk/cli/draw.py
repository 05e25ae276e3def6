"""`sotk draw`: the chart of a structure or a scenario, in the format that the file's ending says."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sotk.cli.language import words
from sotk.cli.opened import Ready, ready, refuse, unit_of
from sotk.locale import msg

if TYPE_CHECKING:
    from sotk.chart.scene import Scene

PAPER_NAMES = ("F4", "A4", "A3", "16:9")


def command() -> click.Command:
    path = click.Path(path_type=Path)
    return click.Command(
        "draw",
        callback=_draw,
        help=words(msg("Draw the official chart of a structure, or of what a scenario makes of one.")),
        params=[
            click.Argument(["path"], type=path),
            click.Option(
                ["--out", "-o"], type=path, required=True, help=words(msg("The picture; its ending decides."))
            ),
            click.Option(["--unit"], help=words(msg("Only this unit and what is below it."))),
            click.Option(["--depth"], type=click.IntRange(min=0), help=words(msg("Levels below the top."))),
            click.Option(["--page"], type=click.Choice(PAPER_NAMES), help=words(msg("The paper."))),
            click.Option(
                ["--each"], is_flag=True, help=words(msg("Draw every supporting unit, not one box for all."))
            ),
            click.Option(
                ["--draft"], is_flag=True, help=words(msg("A draft: with the table of initials (paraf)."))
            ),
            click.Option(
                ["--internal"], is_flag=True, help=words(msg("Not the annex: show echelons, no heading."))
            ),
        ],
    )


def _draw(path: Path, out: Path, unit: str | None, **chosen: object) -> None:
    from sotk.chart.render.catalogue import FORMATS, format_of
    from sotk.files import write_bytes

    format_ = format_of(out.name)
    if format_ is None:
        endings = tuple(f".{each.ending}" for each in FORMATS)
        refuse(msg("No picture has the ending of {path}. Known: {endings}.", path=out.name, endings=endings))
        return
    if not out.parent.is_dir():
        refuse(msg("There is no folder {path}.", path=str(out.parent)))
    found = ready(path)
    data = format_.write(_scene(found, unit_of(found.structure, unit), chosen))
    finding = write_bytes(out, data)
    if finding is not None:
        refuse(finding.message)
    click.echo(words(msg("{path} is drawn.", path=str(out))), err=True)


def _scene(found: Ready, unit: str | None, chosen: dict[str, object]) -> "Scene":
    from sotk.chart.layout.chart import PAPERS
    from sotk.chart.picture import scene_of
    from sotk.chart.view import ViewOptions

    page = chosen["page"]
    options = ViewOptions(
        unit=unit,
        depth=chosen["depth"] if isinstance(chosen["depth"], int) else None,
        annex=not chosen["internal"],
        each_support=bool(chosen["each"]),
        draft=bool(chosen["draft"]),
        partial=found.opened.partial,
        language=found.language,
        paper=PAPERS[page] if isinstance(page, str) else None,
    )
    return scene_of(found.structure, found.pack, options, tuple(e.unit for e in found.opened.loaded.unplaced))
