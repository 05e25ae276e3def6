"""`sotk overlap`: duties that two units may both carry, ranked and explained; or a score a pair of a CSV."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sotk.cli.language import follow, words
from sotk.cli.opened import opened, refuse
from sotk.locale import Language, msg, say

if TYPE_CHECKING:
    from sotk.model import Structure
    from sotk.overlap.carried import Carried, DutyOverlap, UnitPair

COLUMNS = ("unit_a", "duty_a", "unit_b", "duty_b")


def command() -> click.Command:
    path = click.Path(path_type=Path)
    return click.Command(
        "overlap",
        callback=_overlap,
        help=words(
            msg("Find duties that two units may both carry, in one agency, or across all that are named.")
        ),
        params=[
            click.Argument(["paths"], nargs=-1, type=path),
            click.Option(
                ["--threshold"],
                type=click.FloatRange(0, 1),
                default=0.5,
                show_default=True,
                help=words(msg("Show overlaps from this score on, 0 to 1.")),
            ),
            click.Option(
                ["--most"],
                type=click.IntRange(min=1),
                default=20,
                show_default=True,
                help=words(msg("At most so many pairs of units in text.")),
            ),
            click.Option(
                ["--delegation"],
                is_flag=True,
                help=words(msg("Also duties that a unit hands down to one below it.")),
            ),
            click.Option(
                ["--pairs"],
                type=path,
                help=words(msg("A CSV file with unit_a, duty_a, unit_b, duty_b: give each pair its score.")),
            ),
            click.Option(
                ["--format", "format_"],
                type=click.Choice(["text", "json"]),
                default="text",
                help=words(msg("How the overlaps are written.")),
            ),
        ],
    )


def _overlap(
    paths: tuple[Path, ...],
    pairs: Path | None,
    threshold: float,
    most: int,
    format_: str,
    *,
    delegation: bool,
) -> None:
    if pairs is not None:
        click.echo(_scored(pairs, format_), nl=False)
        return
    structures, language = _structures(paths)
    if not structures:
        refuse(msg("Name a structure, a proposal or a folder, or a CSV file with --pairs."))
    from sotk.overlap.carried import by_units, overlaps

    found = [each for each in overlaps(structures, threshold) if delegation or not each.delegation]
    if format_ == "json":
        click.echo(_json(found, language), nl=False)
    else:
        click.echo(_text(by_units(found), most, language), nl=False)


def _structures(paths: tuple[Path, ...]) -> tuple[list["Structure"], Language]:
    """The structures of the paths; a folder stands for the structures in it, not for its proposals."""
    from sotk.workspace import documents

    structures: list[Structure] = []
    language = follow(None)
    for path in paths:
        inside = path.is_dir()
        for each in documents(path) if inside else [path]:
            found, language = opened(each)
            if found.structure is None:
                refuse(msg("{path} cannot be read; see sotk check.", path=str(each)))
            elif not (inside and found.loaded.scenario):
                structures.append(found.structure)
    return structures, language


def _text(groups: tuple["UnitPair", ...], most: int, language: Language) -> str:
    from sotk.findings.names import clean

    if not groups:
        return words(msg("No overlaps.")) + "\n"
    lines: list[str] = []
    for group in groups[:most]:
        lines.append(f"{group.score:.2f}  {_unit(group.a)}  ↔  {_unit(group.b)}")
        for overlap in group.overlaps[:5]:
            why = "; ".join(say(reason.message, language) for reason in overlap.judgement.reasons)
            lines += [
                f"   {overlap.score:.2f}  {overlap.a.duty.id}: {clean(overlap.a.duty.text)}",
                f"         {overlap.b.duty.id}: {clean(overlap.b.duty.text)}",
                f"         → {clean(why)}",
            ]
        if len(group.overlaps) > 5:
            lines.append("   " + words(msg("and {count} more", count=len(group.overlaps) - 5)))
        lines.append("")
    if len(groups) > most:
        lines.append(words(msg("{count} more pairs of units; see --most.", count=len(groups) - most)))
    return "\n".join(lines) + "\n"


def _unit(side: "Carried") -> str:
    from sotk.findings.names import clean

    return f"{clean(side.unit.name)} [{side.unit.id}]"


def _json(found: Iterable["DutyOverlap"], language: Language) -> str:
    pairs = [
        {
            "unit_a": overlap.a.unit.id,
            "duty_a": overlap.a.duty.id,
            "unit_b": overlap.b.unit.id,
            "duty_b": overlap.b.duty.id,
            "score": round(overlap.score, 4),
            "why": "; ".join(say(reason.message, language) for reason in overlap.judgement.reasons),
            "structure_a": overlap.a.structure,
            "structure_b": overlap.b.structure,
            "delegation": overlap.delegation,
        }
        for overlap in found
    ]
    return json.dumps({"version": 1, "pairs": pairs}, ensure_ascii=False, indent=2) + "\n"


def _scored(path: Path, format_: str) -> str:
    """A score for each row of a CSV file, in the order of its rows."""
    import csv
    import io

    from sotk.files import read_text
    from sotk.findings import Finding
    from sotk.overlap import Statement, compare

    text = read_text(path)
    if isinstance(text, Finding):
        refuse(text.message)
        raise SystemExit(2)
    rows = csv.DictReader(io.StringIO(text, newline=""))
    absent = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
    if absent:
        refuse(msg("{path} has no column {columns}.", path=str(path), columns=tuple(absent)))
    language = follow(None)
    pairs = []
    for row in rows:
        judgement = compare(
            Statement(text=row["duty_a"] or "", unit=row["unit_a"] or ""),
            Statement(text=row["duty_b"] or "", unit=row["unit_b"] or ""),
        )
        why = "; ".join(say(reason.message, language) for reason in judgement.reasons)
        pairs.append({name: row[name] for name in COLUMNS} | {"score": round(judgement.score, 4), "why": why})
    if format_ == "json":
        return json.dumps({"version": 1, "pairs": pairs}, ensure_ascii=False, indent=2) + "\n"
    return "".join(
        f"{pair['score']:.2f}  {pair['unit_a']} ↔ {pair['unit_b']}: {pair['why']}\n" for pair in pairs
    )
