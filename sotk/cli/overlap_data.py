"""Overlaps as data: JSON with a versioned schema, a table for a spreadsheet; scores of the pairs of a CSV."""

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sotk.cli.language import follow
from sotk.cli.opened import refuse
from sotk.cli.overlapping import Found, Told
from sotk.findings.names import clean
from sotk.findings.reason import reason
from sotk.locale import Language, msg, say

if TYPE_CHECKING:
    from sotk.overlap.values import Judgement

COLUMNS: Final = ("unit_a", "duty_a", "unit_b", "duty_b")
TABLE: Final = (
    "score", "structure_a", "unit_a", "unit_name_a", "duty_a", "duty_text_a",
    "structure_b", "unit_b", "unit_name_b", "duty_b", "duty_text_b", "why", "delegation", "change", "accepted",
)  # fmt: skip
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def to_json(found: Found) -> str:
    """All overlaps; `change` where two structures were compared, `accepted` where a waiver holds."""
    return _dumped([_entry(told, found.language) for told in found.told])


def to_csv(found: Found) -> str:
    """A table, a pair of duties a row. A text that a spreadsheet would take for a formula is quoted."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(TABLE)
    for told in found.told:
        entry = _entry(told, found.language) | _names(told)
        writer.writerow([_cell(entry.get(name, "")) for name in TABLE])
    return out.getvalue()


def scored(path: Path, format_: str) -> str:
    """A score for each row of a CSV file, in the order of its rows; exit 2 for a file that cannot be read."""
    from sotk.overlap import Statement, compare

    language = follow(None)
    pairs: list[dict[str, Any]] = []
    for row in _rows(path):
        judgement = compare(
            Statement(text=row["duty_a"] or "", unit=row["unit_a"] or ""),
            Statement(text=row["duty_b"] or "", unit=row["unit_b"] or ""),
        )
        given = {name: row[name] or "" for name in COLUMNS}
        pairs.append(given | {"score": round(judgement.score, 4), "why": _why(judgement, language)})
    if format_ == "json":
        return _dumped(pairs)
    if format_ == "csv":
        return _table(pairs)
    return "".join(
        f"{pair['score']:.2f}  {clean(pair['unit_a'])} ↔ {clean(pair['unit_b'])}: {clean(pair['why'])}\n"
        for pair in pairs
    )


def _rows(path: Path) -> Iterable[dict[str, str | None]]:
    from sotk.files import read_text
    from sotk.findings import Finding

    text = read_text(path)
    if isinstance(text, Finding):
        refuse(text.message)
        return ()
    try:
        rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
        absent = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
        if absent:
            refuse(msg("{path} has no column {columns}.", path=str(path), columns=tuple(absent)))
        return list(rows)
    except csv.Error as error:
        refuse(msg("{path} cannot be read: {reason}.", path=str(path), reason=reason(error)))
        return ()


def _delimiter(text: str) -> str:
    """A spreadsheet of an Indonesian office writes semicolons."""
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)


def _table(pairs: list[dict[str, Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow((*COLUMNS, "score", "why"))
    writer.writerows([_cell(value) for value in pair.values()] for pair in pairs)
    return out.getvalue()


def _entry(told: Told, language: Language) -> dict[str, Any]:
    overlap = told.overlap
    entry: dict[str, Any] = {
        "unit_a": overlap.a.unit.id,
        "duty_a": overlap.a.duty.id,
        "unit_b": overlap.b.unit.id,
        "duty_b": overlap.b.duty.id,
        "score": round(overlap.score, 4),
        "why": _why(overlap.judgement, language),
        "structure_a": overlap.a.structure,
        "structure_b": overlap.b.structure,
        "delegation": overlap.delegation,
    }
    if told.change:
        entry["change"] = told.change
    if told.accepted is not None:
        entry["accepted"] = told.accepted
    return entry


def _names(told: Told) -> dict[str, str]:
    a, b = told.overlap.a, told.overlap.b
    return {
        "unit_name_a": clean(a.unit.name),
        "duty_text_a": clean(a.duty.text),
        "unit_name_b": clean(b.unit.name),
        "duty_text_b": clean(b.duty.text),
    }


def _why(judgement: "Judgement", language: Language) -> str:
    return "; ".join(say(reason.message, language) for reason in judgement.reasons)


def _cell(value: object) -> str:
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA) else text


def _dumped(pairs: list[dict[str, Any]]) -> str:
    return json.dumps({"version": 1, "pairs": pairs}, ensure_ascii=False, indent=2) + "\n"
