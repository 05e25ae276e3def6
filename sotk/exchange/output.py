"""What an import says: a summary for a planner, and the JSON of a program."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from sotk.exchange.columns import Reading
from sotk.exchange.importing import Imported
from sotk.exchange.reading import column_letters
from sotk.exchange.writing import inert
from sotk.findings.names import clean
from sotk.locale import Language, Message, msg, say

_SHOWN: Final = 8
_SORTS: Final[dict[str, Message]] = {
    "units": msg("a list of units"),
    "positions": msg("positions of units"),
    "duties": msg("duties of units"),
    "indicators": msg("indicators"),
    "people": msg("people or posts and whom they report to"),
}
_REPAIRS: Final[dict[str, Message]] = {
    "spaces": msg("spaces"),
    "quotes": msg("curly quotes"),
    "id-made": msg("ids made"),
    "title-made": msg("title of a head made of the kind of its unit"),
    "kind-spelling": msg("spelling of a kind"),
    "echelon-spelling": msg("spelling of an echelon"),
    "near-name": msg("name of a unit nearly right"),
    "nesting": msg("superior by the order of kinds"),
    "rounding": msg("part of a post rounded"),
    "unit-made": msg("unit made that is only named as a superior"),
}


def to_text(found: Imported, language: Language) -> str:
    """The summary, in the order in which a planner asks: all of it? what not? why? what now?"""
    return "".join(f"{line}\n" for line in _lines(found, language))


def _lines(found: Imported, language: Language) -> Iterator[str]:
    def said(message: Message) -> str:
        return say(message, language)

    for reading in found.readings:
        yield from _reading(reading, language)
    yield said(
        msg(
            "{rows} rows: {placed} placed, {held} held.",
            rows=found.rows_in,
            placed=found.placed,
            held=len(found.held),
        )
    )
    if found.structure is not None:
        positions = sum(1 for _each in found.structure.positions())
        duties = sum(1 for _each in found.structure.duties())
        yield said(
            msg(
                "The structure has {units} units, {positions} positions, {duties} duties, {indicators} indicators.",
                units=len(found.structure.units),
                positions=positions,
                duties=duties,
                indicators=len(found.structure.indicators),
            )
        )
    yield from _held(found, language)
    yield from _repairs(found, language)
    yield from _questions(found, language)


def _reading(reading: Reading, language: Language) -> Iterator[str]:
    columns = ", ".join(
        f"{column_letters(column.index)} {clean(column.heading)} = {column.field}"
        for column in reading.columns
    )
    yield say(
        msg(
            "{table}: read as {sort}; headings in row {row}: {columns}.",
            table=clean(reading.table.name),
            sort=_SORTS[reading.sort],
            row=reading.start,
            columns=columns,
        ),
        language,
    )


def _held(found: Imported, language: Language) -> Iterator[str]:
    if not found.held:
        return
    yield ""
    yield say(msg("Held, with the cell and the reason:"), language)
    for held in found.held[:_SHOWN]:
        yield f"  {clean(held.cell)}  {clean(say(held.why, language))}"
    if len(found.held) > _SHOWN:
        yield "  " + say(
            msg("… and {n} more; --held FILE writes them all.", n=len(found.held) - _SHOWN), language
        )


def _repairs(found: Imported, language: Language) -> Iterator[str]:
    for done, heading in ((True, msg("Done:")), (False, msg("Left as written; --repair does it:"))):
        counts = Counter(repair.kind for repair in found.repairs if repair.done is done)
        first = {repair.kind: repair for repair in reversed(found.repairs) if repair.done is done}
        if not counts:
            continue
        yield ""
        yield say(heading, language)
        for kind, number in counts.items():
            each = first[kind]
            change = f"{clean(each.before)} → {clean(each.after)}" if each.before else clean(each.after)
            yield f"  {number} × {say(_REPAIRS[kind], language)}: {clean(each.cell)} {change}"


def _questions(found: Imported, language: Language) -> Iterator[str]:
    asked = found.questions.open()
    if not asked:
        return
    yield ""
    yield say(msg("Questions ({n}):", n=len(asked)), language)
    for each in asked[:_SHOWN]:
        yield f"  {each.id}: {clean(say(each.message, language))}"
        if each.choices:
            yield "    " + "; ".join(f"{id_} ({clean(name)})" for id_, name in each.choices)
    if len(asked) > _SHOWN:
        yield "  " + say(msg("… and {n} more, in the file of answers.", n=len(asked) - _SHOWN), language)


def to_json(found: Imported, language: Language) -> str:
    """The version 1 of the data; `rows_in` is `placed` and `held` together."""
    data: dict[str, Any] = {
        "version": 1,
        "rows_in": found.rows_in,
        "placed": found.placed,
        "held": len(found.held),
        "questions": [
            {
                "id": each.id,
                "question": say(each.message, language),
                "cells": list(each.cells),
                "choices": [{"id": id_, "name": name} for id_, name in each.choices],
            }
            for each in found.questions.open()
        ],
        "repairs": [
            {
                "repair": each.kind,
                "cell": each.cell,
                "before": each.before,
                "after": each.after,
                "done": each.done,
            }
            for each in found.repairs
        ],
        "held_rows": [
            {"cell": each.cell, "reason": say(each.why, language), "row": list(each.texts)}
            for each in found.held
        ],
        "findings": [
            {
                "code": each.code,
                "rule": each.rule,
                "severity": each.severity,
                "message": say(each.message, language),
            }
            for each in found.findings
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def held_csv(found: Imported, language: Language) -> str:
    """The held rows as a table of their own: cell, reason, and what stands in the row."""
    import csv
    import io

    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([say(msg("Cell"), language), say(msg("Reason"), language)])
    for each in found.held:
        writer.writerow(map(inert, (each.cell, say(each.why, language), *each.texts)))
    return stream.getvalue()
