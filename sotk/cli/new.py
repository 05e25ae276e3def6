"""`sotk new`: a structure from a template of a pack."""

from pathlib import Path

import click

from sotk.cli.language import follow, words
from sotk.cli.opened import refuse
from sotk.cli.speaking import Command, near
from sotk.findings.names import clean
from sotk.locale import msg


def command() -> click.Command:
    return Command(
        "new",
        callback=_new,
        help=words(msg("Start a structure from a template. Without a template, list them.")),
        params=[
            click.Argument(["name"], required=False),
            click.Option(["--template"], help=words(msg("A template, such as dinas-a-2017."))),
            click.Option(
                ["--out", "-o"], type=click.Path(path_type=Path), help=words(msg("The file to write."))
            ),
        ],
    )


def _new(name: str | None, template: str | None, out: Path | None) -> None:
    from sotk.packs.templates import from_template, templates

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
    path = out or Path(f"{_id(name)}.yaml")
    _write(path, from_template(known[template][0], template, name, _id(name)), name)


def _id(name: str) -> str:
    from sotk.files.ids import slug

    return slug(name) or "structure"


def _write(path: Path, text: str, name: str) -> None:
    from sotk.files import write_text

    finding = write_text(path, text, expected=None)
    if finding is not None:
        refuse(
            msg("{path} is there already; choose another with --out.", path=str(path))
            if path.exists()
            else finding.message
        )
    click.echo(words(msg("{path}: {name}. Next: sotk check {path}", path=str(path), name=name)))
