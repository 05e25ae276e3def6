"""`sotk report`: a document about a structure or a proposal, in the format that the file's ending says."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sotk.cli.language import words
from sotk.cli.opened import Ready, ready, refuse
from sotk.cli.progress import working
from sotk.cli.speaking import Command
from sotk.locale import msg
from sotk.report.kinds.catalogue import KINDS, NAMES, Kind, kind_of

if TYPE_CHECKING:
    from sotk.findings import Finding
    from sotk.model import Structure
    from sotk.report.material import Material
    from sotk.report.render.catalogue import Format


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the command line asks for."""

    kind: str
    path: Path
    out: Path
    against: Path | None
    only_changed: bool
    persons: bool
    page: str | None


def command() -> click.Command:
    path = click.Path(path_type=Path)
    kinds = "; ".join(f"{kind.name}: {words(kind.help)}" for kind in KINDS)
    return Command(
        "report",
        callback=lambda **given: _report(Wanted(**given)),
        help=words(msg("Write a document about a structure or a proposal. Kinds: {kinds}.", kinds=kinds)),
        params=[
            click.Argument(["kind"], type=click.Choice(NAMES)),
            click.Argument(["path"], type=path),
            click.Option(
                ["--out", "-o"],
                type=path,
                required=True,
                help=words(msg("The document; its ending decides: docx, xlsx, html or md.")),
            ),
            click.Option(
                ["--against"],
                type=path,
                help=words(msg("What it is compared with; the base of a proposal if not said.")),
            ),
            click.Option(
                ["--changed", "only_changed"],
                is_flag=True,
                help=words(msg("Of a comparison only what changes.")),
            ),
            click.Option(
                ["--persons"],
                is_flag=True,
                help=words(msg("With names of incumbents, where a kind shows posts.")),
            ),
            click.Option(
                ["--page"],
                type=click.Choice(["A4", "F4", "A3"]),
                help=words(msg("The paper; that of the kind if not said.")),
            ),
        ],
    )


def _report(wanted: Wanted) -> None:
    from sotk.files import write_bytes
    from sotk.report.render.catalogue import FORMATS, format_of

    form, kind = format_of(wanted.out.name), kind_of(wanted.kind)
    if form is None or kind is None:
        endings = tuple(f".{each.ending}" for each in FORMATS)
        refuse(
            msg(
                "No document has the ending of {path}. Known: {endings}.",
                path=wanted.out.name,
                endings=endings,
            )
        )
        return
    if not wanted.out.parent.is_dir():
        refuse(msg("There is no folder {path}.", path=str(wanted.out.parent)))
    data = _made(kind, form, _material(kind, wanted))
    finding = write_bytes(wanted.out, data)
    if finding is not None:
        refuse(finding.message)
    click.echo(words(msg("{path} is written.", path=str(wanted.out))), err=True)


def _made(kind: Kind, form: "Format", material: "Material") -> bytes:
    from sotk.report.material import Lacking

    try:
        with working(msg("Making the document")):
            document = kind.make(material)
    except Lacking as lacking:
        refuse(lacking.told)
        raise
    with working(msg("Writing {name}", name=form.name)):
        return form.write(document)


def _material(kind: Kind, wanted: Wanted) -> "Material":
    from sotk.report.material import Material
    from sotk.scenario import replay

    found = ready(wanted.path)
    scenario, base = found.opened.loaded.scenario, found.opened.base
    skipped = replay(base, scenario).skipped if scenario is not None and base is not None else ()
    name = base.name if base is not None else ""
    if wanted.against is not None and not (str(wanted.against) == "base" and base is not None):
        other = ready(wanted.against)
        base, name = other.structure, _name(other)
    return Material(
        structure=found.structure,
        pack=found.pack,
        language=found.language,
        base=base,
        base_name=name,
        scenario=scenario,
        skipped=skipped,
        unplaced=tuple(entry.unit for entry in found.opened.loaded.unplaced),
        partial=found.opened.partial,
        only_changed=wanted.only_changed,
        persons=wanted.persons,
        paper=wanted.page,  # type: ignore[arg-type] # one of the choices
        findings=_findings(found, wanted) if kind.judges else None,
        findings_before=_before(found, base) if kind.judges and base is not None else (),
    )


def _findings(found: Ready, wanted: Wanted) -> "tuple[Finding, ...]":
    from sotk.cli.reviewing import Review

    return tuple(entry.finding for entry in Review().document(found.opened, str(wanted.path)).entries)


def _before(found: Ready, base: "Structure") -> "tuple[Finding, ...]":
    """What the rules find in the base, by the settings of the workspace."""
    from sotk.cli.reviewing import rule_settings
    from sotk.rules import check

    return check(base, found.pack, rule_settings(found.opened))


def _name(found: Ready) -> str:
    scenario = found.opened.loaded.scenario
    return scenario.name if scenario is not None else found.structure.name
