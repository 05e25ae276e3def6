"""`sotk demo`: the tour on the shipped structure; writes into one folder and says what to open next."""

import sys
from pathlib import Path

import click

from sotk.cli.language import words
from sotk.cli.opened import Ready, is_terminal, opened, ready
from sotk.cli.reviewing import Review
from sotk.cli.shipped import structures_folder
from sotk.cli.speaking import Command
from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.model import Structure


def command() -> click.Command:
    return Command(
        "demo",
        callback=_demo,
        help=words(
            msg("Take the tour on Dinas Sosial Provinsi Jawa Barat: check, draw, and what to open next.")
        ),
        params=[
            click.Option(
                ["--out"],
                type=click.Path(path_type=Path, file_okay=False),
                default=Path("demo"),
                help=words(msg("The folder to write to; demo if not said.")),
            )
        ],
    )


def _demo(out: Path) -> None:
    from sotk.findings.output import to_text

    source = structures_folder() / "dinsos-jabar"
    out.mkdir(parents=True, exist_ok=True)
    copied = [_copied(path, out) for path in sorted(source.glob("*.yaml"))]
    structure = out / "eksisting.yaml"
    proposals = [path for path in copied if path != structure]
    found = ready(structure)
    _headline(msg("1. Dinas Sosial Provinsi Jawa Barat around 2020, in {path}", path=str(structure)))
    click.echo(f"  {words(_size(found.structure))}")
    _headline(msg("2. What a reviewer would find (sotk check {path})", path=str(structure)))
    report = Review().document(found.opened, str(structure))
    click.echo(to_text(report, found.language, colour=is_terminal(sys.stdout)), nl=False)
    _headline(msg("3. The proposals of the discussion, compared with what exists (sotk diff)"))
    _compared(found.structure, proposals)
    _headline(msg("4. The official chart (sotk draw)"))
    for picture in _drawn(found, proposals, out):
        click.echo(f"  {picture}")
    _headline(msg("Next"))
    for line in _next_steps(structure, proposals):
        click.echo(f"  {line}")


def _copied(path: Path, out: Path) -> Path:
    """A shipped file in the folder of the tour; one that is there already is left as it is."""
    target = out / path.name
    if not target.exists():
        target.write_bytes(path.read_bytes())
    return target


def _compared(structure: Structure, proposals: list[Path]) -> None:
    """How each proposal differs from what exists, in one line of counts."""
    from sotk.compare import diff
    from sotk.compare.output.text import summary

    for path in proposals:
        found, language = opened(path)
        if found.structure is not None and found.loaded.scenario is not None:
            click.echo(f"  {path}: {clean(found.loaded.scenario.name)}")
            click.echo(f"    {summary(diff(structure, found.structure), language)}")


def _drawn(found: Ready, proposals: list[Path], out: Path) -> list[Path]:
    """The chart as the annex prints it, and for each proposal what it changes."""
    from sotk.chart.picture import compared, picture
    from sotk.chart.view import ViewOptions
    from sotk.files import write_bytes

    annex = ViewOptions(language=found.language)
    made = {
        out / f"bagan.{ending}": picture(found.structure, found.pack, ending, annex)
        for ending in ("svg", "png", "pdf")
    }
    for path in proposals:
        after = opened(path)[0]
        if after.structure is not None and after.pack is not None and after.loaded.scenario is not None:
            names = (found.structure.name, after.loaded.scenario.name)
            overlay = compared(found.structure, after.structure, found.language, names)
            options = ViewOptions(language=found.language, annex=False)
            data = picture(after.structure, after.pack, "svg", options, overlay)
            made[out / f"{path.stem}-perubahan.svg"] = data
    return [path for path, data in made.items() if write_bytes(path, data) is None]


def _headline(message: Message) -> None:
    click.echo(f"\n{words(message)}")


def _size(structure: Structure) -> Message:
    return msg(
        "{units} units, {positions} kinds of posts, {duties} duties, {indicators} indicators.",
        units=len(structure.units),
        positions=sum(1 for _ in structure.positions()),
        duties=sum(1 for _ in structure.duties()),
        indicators=len(structure.indicators),
    )


def _next_steps(structure: Path, proposals: list[Path]) -> list[str]:
    steps = [f"sotk show {structure}", "sotk rule SPN001"]
    if proposals:
        steps.append(f"sotk diff {structure} {proposals[-1]}")
        steps.append(f"sotk draw {proposals[-1]} -o {proposals[-1].with_suffix('.svg')}")
    return steps
