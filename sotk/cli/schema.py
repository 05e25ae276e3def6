"""`sotk schema`: the JSON Schema of a kind of file."""

import json

import click

from sotk.cli.language import words
from sotk.cli.speaking import Command
from sotk.locale import msg


def command() -> click.Command:
    return Command(
        "schema",
        callback=_schema,
        help=words(msg("Print the JSON Schema of a file, for completion in an editor.")),
        params=[click.Argument(["kind"], type=click.Choice(["structure", "scenario"]))],
    )


def _schema(kind: str) -> None:
    from sotk.files.schema import schema

    click.echo(json.dumps(schema(kind), ensure_ascii=False, indent=2))
