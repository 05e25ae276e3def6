"""`sotk export`: a structure as a workbook, CSV, JSON or Popolo; or the empty form that goes to the units."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from sotk.cli.language import words
from sotk.cli.opened import ready, refuse
from sotk.cli.progress import working
from sotk.cli.speaking import Command
from sotk.locale import msg

if TYPE_CHECKING:
    from sotk.cli.opened import Ready

_ENDINGS: Final = (".xlsx", ".csv", ".popolo.json", ".json")
_SHEETS: Final = ("units", "positions", "duties", "indicators")


def command() -> click.Command:
    path = click.Path(path_type=Path)
    return Command(
        "export",
        callback=_export,
        help=words(
            msg(
                "Write a structure as tables: xlsx (Unit, Jabatan, Tugas, IKU), csv, json, or popolo.json."
                " sotk import reads them back."
            )
        ),
        params=[
            click.Argument(["path"], type=path),
            click.Option(
                ["--out", "-o"],
                type=path,
                required=True,
                help=words(msg("The file to write; its ending decides.")),
            ),
            click.Option(
                ["--blank"], is_flag=True, help=words(msg("An empty form (xlsx) with lists to choose from."))
            ),
            click.Option(
                ["--sheet"],
                type=click.Choice(_SHEETS),
                default="units",
                help=words(msg("The table that a CSV holds.")),
            ),
            click.Option(
                ["--holders"],
                is_flag=True,
                help=words(msg("Take the names of persons along; else they stay out.")),
            ),
            click.Option(["--force"], is_flag=True, help=words(msg("Write over a file that is there."))),
        ],
    )


def _export(path: Path, out: Path, sheet: str, *, blank: bool, holders: bool, force: bool) -> None:
    from sotk.files import write_bytes

    ending = next((each for each in _ENDINGS if out.name.lower().endswith(each)), None)
    if ending is None or (blank and ending != ".xlsx"):
        endings = (".xlsx",) if blank else _ENDINGS
        refuse(msg("{path}: the ending is one of {endings}.", path=str(out), endings=endings))
        return
    if out.exists() and not force:
        refuse(msg("{path} is there already; write over it with --force.", path=str(out)))
    if holders and ending in (".csv", ".popolo.json"):
        refuse(msg("Names of persons go into .xlsx and .json only."))
    found = ready(path)
    with working(msg("Writing")):
        data = _data(found, ending, sheet, blank=blank, holders=holders)
    finding = write_bytes(out, data)
    if finding is not None:
        refuse(finding.message)
    click.echo(words(msg("{path} is written.", path=str(out))))


def _data(found: "Ready", ending: str, sheet: str, *, blank: bool, holders: bool) -> bytes:
    from sotk.exchange import workbooks, writing

    structure, language = found.structure, found.language
    if blank:
        return workbooks.to_form(structure, found.pack, language)
    if ending == ".xlsx":
        try:
            return workbooks.to_xlsx(structure, language, holders=holders)
        except ValueError:
            refuse(msg("A text of the structure is longer than an Excel cell can hold; write .json instead."))
    if ending == ".csv":
        return writing.to_csv(structure, sheet, language).encode()
    if ending == ".popolo.json":
        return writing.to_popolo(structure).encode()
    return writing.to_json(structure, holders=holders).encode()
