"""The numbers of a structure, or of two side by side: units, posts by echelon, layers, span, need, incumbents."""

from collections.abc import Iterator

from sotk.findings.names import clean
from sotk.graph.metrics import Metrics, metrics
from sotk.locale import Language, Message, msg, say
from sotk.model import Structure
from sotk.packs import Pack
from sotk.report.document import Cell, Column, Row, Table
from sotk.report.words import counted, difference


def numbers(
    before: Structure | None, after: Structure, pack: Pack, language: Language, share: float = 1.0
) -> Table:
    """A row a number, with the difference where there is something before; what no side has is left out."""
    sides = (after,) if before is None else (before, after)
    heads = [msg("Matter"), msg("Number")]
    name = msg("Numbers of the structure")
    if before is not None:
        heads = [msg("Matter"), msg("Existing"), msg("Proposal"), msg("Difference")]
        name = msg("Numbers before and after")
    columns = tuple(
        Column(say(head, language), 25 if at else 90, "right" if at else "left")
        for at, head in enumerate(heads)
    )
    rows = tuple(
        _row(words, values, language) for words, values in _counts(sides, pack, language) if any(values)
    )
    return Table(columns, rows, say(name, language), share=share)


def _row(words: Message, values: list[int], language: Language) -> Row:
    cells = [Cell(say(words, language)), *(counted(value, language) for value in values)]
    if len(values) > 1:
        cells.append(difference(values[1] - values[0], language))
    return Row(tuple(cells))


def _counts(
    sides: tuple[Structure, ...], pack: Pack, language: Language
) -> Iterator[tuple[Message, list[int]]]:
    found = [metrics(side, pack) for side in sides]
    yield msg("Units"), [each.units for each in found]
    for kind in {kind: None for each in found for kind, _count in each.kinds}:
        known = pack.kind(kind)
        name = known.name.said(language) if known else clean(kind)
        yield msg("– {name}", name=name), [dict(each.kinds).get(kind, 0) for each in found]
    yield from _echelons(found, pack)
    yield msg("Layers of offices"), [each.complexity.layers for each in found]
    yield msg("Offices right below the head"), [_span(side, pack) for side in sides]
    yield msg("Need for posts"), [each.total.need for each in found]
    yield msg("Incumbents"), [each.total.filled for each in found]
    yield msg("Posts short"), [each.total.short for each in found]
    yield msg("Incumbents too many"), [each.total.surplus for each in found]
    yield msg("Posts without need or incumbents"), [each.total.unknown for each in found]


def _echelons(found: list[Metrics], pack: Pack) -> Iterator[tuple[Message, list[int]]]:
    known = {echelon for each in found for echelon, _count in each.echelons}
    order = [entry.id for entry in pack.measures.echelons]
    for echelon in sorted(known, key=lambda name: (order.index(name) if name in order else len(order), name)):
        told = msg("Posts of echelon {name}", name=clean(echelon))
        yield told, [dict(each.echelons).get(echelon, 0) for each in found]


def _span(structure: Structure, pack: Pack) -> int:
    groups = {kind.id for kind in pack.kinds.values() if not kind.structural}
    return sum(structure.units[unit].kind not in groups for unit in structure.below(structure.root))
