"""`sotk new`: a structure from a template of a pack."""

from pathlib import Path

import click

from sotk.cli.language import follow, words
from sotk.cli.opened import refuse
from sotk.locale import msg


def command() -> click.Command:
    return click.Command(
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
    from sotk.packs import load_pack, pack_names

    packs = [pack for each in pack_names() if (pack := load_pack(each).pack) is not None]
    known = {entry.id: (pack, entry) for pack in packs for entry in pack.template_list}
    if name is None or template is None:
        for id_, (pack, entry) in known.items():
            click.echo(f"{id_:<24} {pack.id:<12} {entry.name.said(follow(None))}")
        if name is not None:
            refuse(msg("Choose one of these templates: sotk new NAME --template TEMPLATE."))
        return
    if template not in known:
        refuse(msg("There is no template {template}; sotk new lists them.", template=template))
        return
    path = out or Path(f"{_id(name)}.yaml")
    _write(path, _named(known[template][0], template, name), name)


def _id(name: str) -> str:
    from sotk.files.ids import slug

    return slug(name) or "structure"


def _named(pack: object, template: str, name: str) -> str:
    """The text of a template with the name and the id of the new structure."""
    from sotk.packs import Pack, template_text
    from sotk.text import parse, scalar

    assert isinstance(pack, Pack)  # noqa: S101 - from the list of packs
    text = template_text(pack, template) or ""
    parsed = parse(text)
    spans = []
    for key, value in (("structure", _id(name)), ("name", name)):
        found = parsed.marks.key(parsed.data.at, key)
        if found is not None:
            spans.append((found[1], found[2], scalar(value)))
    for start, end, value in sorted(spans, reverse=True):
        text = text[:start] + value + text[end:]
    return text


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
