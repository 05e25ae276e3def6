"""`sotk new`: a structure from a template of a pack."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sotk.cli.language import follow, words
from sotk.cli.opened import refuse
from sotk.cli.speaking import Command, near
from sotk.findings.names import clean
from sotk.locale import msg

if TYPE_CHECKING:
    from sotk.packs import Level, Pack
    from sotk.workspace.beginning import Beginning

_LEVELS = ("provinsi", "kabupaten", "kota")


def command() -> click.Command:
    return Command(
        "new",
        callback=_new,
        help=words(msg("Start a structure from a template. Without a template, list them.")),
        params=[
            click.Argument(["name"], required=False),
            click.Option(["--template"], help=words(msg("A template, such as dinas-a-2017."))),
            click.Option(
                ["--level"],
                type=click.Choice(_LEVELS),
                help=words(msg("The level of government; without it, what NAME or the region tells.")),
            ),
            click.Option(
                ["--region"],
                help=words(msg("The name of the province, kabupaten or kota, such as Garut.")),
            ),
            click.Option(
                ["--affair"],
                multiple=True,
                help=words(
                    msg("An affair (urusan) of the agency by its code, such as 1.06; may be repeated.")
                ),
            ),
            click.Option(
                ["--out", "-o"], type=click.Path(path_type=Path), help=words(msg("The file to write."))
            ),
        ],
    )


def _new(
    name: str | None,
    template: str | None,
    level: "Level | None",
    region: str | None,
    affair: tuple[str, ...],
    out: Path | None,
) -> None:
    from sotk.packs.templates import templates
    from sotk.workspace.beginning import Beginning, begun, full_name, understood

    known = {entry.id: (pack, entry) for pack, entry in templates()}
    if name is None or template is None:
        for id_, (pack, entry) in known.items():
            click.echo(f"{id_:<24} {pack.id:<12} {entry.name.said(follow(None))}")
        if name is not None:
            refuse(msg("Choose one of these templates: sotk new NAME --template TEMPLATE."))
        return
    if template not in known:
        said = msg("There is no template {template}; sotk new lists them.", template=clean(template))
        refuse(near(said, template, known))
        return
    pack, given = known[template][0], Beginning(name, level, region, affair)
    _ask_nothing_of_others(pack, given)
    made = _id(full_name(understood(pack, given)))
    _write(out or Path(f"{made}.yaml"), begun(pack, template, given, made))


def _ask_nothing_of_others(pack: "Pack", given: "Beginning") -> None:
    """Refuse a level, a region or an affair the pack of the template does not know."""
    from sotk.workspace.beginning import levels_of, understood

    if not levels_of(pack):
        if given.level or given.region or given.affairs:
            refuse(
                msg(
                    "--level, --region and --affair are for templates of regional governments, not of {pack}.",
                    pack=pack.id,
                )
            )
        return
    codes = pack.codes().at(understood(pack, given).level)
    affairs = {code.code: code.name for code in codes.values() if code.type == "affair"}
    for affair in given.affairs:
        if affair not in affairs:
            said = msg("There is no affair {affair} in the nomenclature.", affair=clean(affair))
            refuse(near(said, affair, affairs))


def _id(name: str) -> str:
    from sotk.files.ids import slug

    return slug(name) or "structure"


def _write(path: Path, text: str) -> None:
    from sotk.files import load_text, write_text

    finding = write_text(path, text, expected=None)
    if finding is not None:
        refuse(
            msg("{path} is there already; choose another with --out.", path=str(path))
            if path.exists()
            else finding.message
        )
    made = load_text(text).structure
    name = "" if made is None else clean(made.name)
    click.echo(words(msg("{path}: {name}. Next: sotk check {path}", path=str(path), name=name)))
