"""`sotk import`: tables of planners become a structure; every row is placed, or held with its reason."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from sotk.cli.language import follow, words
from sotk.cli.opened import refuse
from sotk.cli.progress import working
from sotk.cli.speaking import Command, near
from sotk.findings.names import clean
from sotk.locale import Language, msg

if TYPE_CHECKING:
    from sotk.exchange import Imported, Wanted
    from sotk.files import Loaded
    from sotk.findings import Finding
    from sotk.packs import Pack

_PATH: Final = click.Path(path_type=Path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the command line asks for."""

    files: tuple[Path, ...]
    out: Path
    map_: Path | None
    answers: Path | None
    base: Path | None
    held: Path | None
    sheet: str | None
    pack: str | None
    format_: str
    repair: bool
    holders: bool
    force: bool


def command() -> click.Command:
    return Command(
        "import",
        callback=lambda **given: _import(Asked(**given)),
        help=words(
            msg(
                "Make a structure of tables: lists of units, peta jabatan, duties, staff lists, as Excel, ODS,"
                " CSV or JSON. Every row is placed, or held with its cell and the reason."
            )
        ),
        params=[*_files(), *_ways()],
    )


def _files() -> list[click.Parameter]:
    return [
        click.Argument(["files"], type=_PATH, nargs=-1, required=True, metavar="FILE..."),
        click.Option(["--out", "-o"], type=_PATH, required=True, help=words(msg("The structure to write."))),
        click.Option(
            ["--map", "map_"],
            type=_PATH,
            help=words(
                msg("How columns are read: taken from this file, or written to it if it is not there.")
            ),
        ),
        click.Option(
            ["--answers"],
            type=_PATH,
            help=words(
                msg("Answers to what was asked: taken from this file; new questions are added to it.")
            ),
        ),
        click.Option(
            ["--base"],
            type=_PATH,
            help=words(msg("A structure whose ids stay, and whatever the tables do not speak of.")),
        ),
        click.Option(["--held"], type=_PATH, help=words(msg("Write the held rows to this CSV file."))),
    ]


def _ways() -> list[click.Parameter]:
    return [
        click.Option(["--sheet"], help=words(msg("Read this sheet only."))),
        click.Option(
            ["--pack"], help=words(msg("The pack whose kinds are meant; else the one that fits best."))
        ),
        click.Option(
            ["--repair"], is_flag=True, help=words(msg("Do the repairs that change what was written."))
        ),
        click.Option(
            ["--holders"],
            is_flag=True,
            help=words(msg("Take the names of persons along; else they stay out.")),
        ),
        click.Option(["--force"], is_flag=True, help=words(msg("Write over a file that is there."))),
        click.Option(
            ["--format", "format_"],
            type=click.Choice(["text", "json"]),
            default="text",
            help=words(msg("How the result is told.")),
        ),
    ]


def _import(asked: Asked) -> None:
    from sotk.exchange import import_files, output
    from sotk.exchange.mapping import map_text

    if asked.out.exists() and not asked.force:
        refuse(msg("{path} is there already; write over it with --force.", path=str(asked.out)))
    base = _base(asked.base)
    wanted = _wanted(asked, base)
    with working(msg("Importing")):
        found = import_files(asked.files, wanted)
    language = follow(found_language(found, wanted.pack))
    _say_findings(found.findings, language)
    if found.structure is None and not found.rows_in:
        raise SystemExit(2)
    with working(msg("Writing")):
        _write(asked, found, base)
    if asked.map_ is not None and not asked.map_.exists():
        _write_new(asked.map_, map_text(found.readings, language), None)
    _write_answers(asked, found, language)
    if asked.held is not None:
        _replace(asked.held, "\ufeff" + output.held_csv(found, language))
    click.echo(
        output.to_json(found, language) if asked.format_ == "json" else output.to_text(found, language),
        nl=False,
    )
    if asked.format_ == "text":
        _say_next(asked, found)
    raise SystemExit(1 if found.held or found.questions.open() else 0)


def found_language(found: "Imported", pack: "Pack | None") -> Language | None:
    """The language of the pack of what was imported."""
    from sotk.packs import load_pack

    if pack is None and found.structure is not None:
        pack = load_pack(found.structure.header.pack).pack
    return pack.language if pack is not None else None


def _wanted(asked: Asked, base: "Loaded | None") -> "Wanted":
    from sotk.exchange import Wanted
    from sotk.exchange.mapping import TableMap, read_map
    from sotk.exchange.questions import read_answers

    maps: dict[str, TableMap] = {}
    answers: dict[str, str] = {}
    if asked.map_ is not None and asked.map_.exists():
        maps, found = read_map(_text(asked.map_))
        _refuse_errors(asked.map_, found)
    if asked.answers is not None and asked.answers.exists():
        answers, found = read_answers(_text(asked.answers))
        _refuse_errors(asked.answers, found)
    return Wanted(
        name=asked.out.stem,
        sheet=asked.sheet,
        maps=maps,
        answers=answers,
        repair=asked.repair,
        holders=asked.holders,
        pack=_pack(asked.pack),
        base=base.structure if base is not None else None,
    )


def _pack(name: str | None) -> "Pack | None":
    from sotk.packs import load_pack, pack_names

    if name is None:
        return None
    found = load_pack(name, (Path(),)).pack
    if found is None:
        refuse(near(msg("There is no pack {pack}.", pack=clean(name)), name, pack_names((Path(),))))
    return found


def _base(path: Path | None) -> "Loaded | None":
    from sotk.cli.opened import ready

    return None if path is None else ready(path).opened.loaded


def _text(path: Path) -> str:
    from sotk.files import read_text
    from sotk.findings import Finding

    text = read_text(path)
    if isinstance(text, Finding):
        refuse(msg("{path}: {why}", path=str(path), why=text.message))
    return str(text)


def _refuse_errors(path: Path, found: "list[Finding]") -> None:
    """A file of the user that says what cannot be done is not half obeyed."""
    if found:
        refuse(msg("{path}: {why}", path=str(path), why=found[0].message))


def _say_findings(found: "tuple[Finding, ...]", language: Language) -> None:
    from sotk.locale import say

    for each in found:
        remedy = f" {say(each.remedy, language)}" if each.remedy is not None else ""
        click.echo(f"{each.code} {say(each.message, language)}{remedy}", err=True)


def _write(asked: Asked, found: "Imported", base: "Loaded | None") -> None:
    from sotk.files import dump, revised

    if found.structure is None:
        return
    text = revised(base, found.structure) if base is not None and base.structure is not None else None
    _replace(asked.out, text or dump(found.structure))


def _replace(path: Path, text: str) -> None:
    """Write a text whole; what stands there is only replaced where the caller may."""
    from sotk.files import read_text

    before = read_text(path) if path.exists() else None
    _write_new(path, text, before if isinstance(before, str) else None)


def _write_new(path: Path, text: str, expected: str | None) -> None:
    from sotk.files import write_text

    finding = write_text(path, text, expected=expected)
    if finding is not None:
        refuse(finding.message)


def _write_answers(asked: Asked, found: "Imported", language: Language) -> None:
    """New questions go into the file of answers; the answers in it stay."""
    from sotk.exchange.questions import answers_text

    if asked.answers is None or not found.questions.asked:
        return
    if asked.answers.exists() and not found.questions.open():
        return
    _replace(asked.answers, answers_text(found.questions, language))


def _say_next(asked: Asked, found: "Imported") -> None:
    click.echo()
    if found.structure is None:
        click.echo(words(msg("Nothing was written: no unit has a place.")))
    elif asked.base is not None:
        told = msg(
            "{path} is written. Next: sotk diff {base} {path}", path=str(asked.out), base=str(asked.base)
        )
        click.echo(words(told))
    else:
        click.echo(words(msg("{path} is written. Next: sotk check {path}", path=str(asked.out))))
    if found.questions.open():
        told = (
            msg("Answer in {path} and import again with --answers {path}.", path=str(asked.answers))
            if asked.answers is not None
            else msg("With --answers FILE the questions are written there for you to answer.")
        )
        click.echo(words(told))
