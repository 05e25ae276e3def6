"""The numbers of two structures side by side: units by kind, posts by echelon, layers, span, need, incumbents."""

from collections.abc import Iterator

from sotk.findings.names import clean
from sotk.graph.metrics import Metrics, metrics
from sotk.locale import Language, Message, msg, say
from sotk.model import Structure
from sotk.packs import Pack
from sotk.report.document import Cell, Column, Row, Table
from sotk.report.words import counted, difference


def numbers(before: Structure, after: Structure, pack: Pack, language: Language, share: float = 1.0) -> Table:
    """A row a number; what neither side has is left out."""
    sides = metrics(before, pack), metrics(after, pack)
    heads = ((msg("Matter"), 90), (msg("Existing"), 25), (msg("Proposal"), 25), (msg("Difference"), 25))
    columns = tuple(
        Column(say(head, language), width, "right" if at else "left")
        for at, (head, width) in enumerate(heads)
    )
    rows = tuple(
        Row(
            (
                Cell(say(words, language)),
                *(counted(n, language) for n in both),
                difference(both[1] - both[0], language),
            )
        )
        for words, both in _counts(before, after, sides, pack, language)
        if any(both)
    )
    return Table(columns, rows, say(msg("Numbers before and after"), language), share=share)


def _counts(
    before: Structure, after: Structure, sides: tuple[Metrics, Metrics], pack: Pack, language: Language
) -> Iterator[tuple[Message, tuple[int, int]]]:
    old, new = sides
    yield msg("Units"), (old.units, new.units)
    kinds = dict(old.kinds), dict(new.kinds)
    for kind in kinds[1] | kinds[0]:
        known = pack.kind(kind)
        name = known.name.said(language) if known else clean(kind)
        yield msg("– {name}", name=name), (kinds[0].get(kind, 0), kinds[1].get(kind, 0))
    echelons = dict(old.echelons), dict(new.echelons)
    for echelon in sorted(echelons[0] | echelons[1], key=lambda each: (pack.echelon_rank(each) or 0, each)):
        told = msg("Posts of echelon {name}", name=clean(echelon))
        yield told, (echelons[0].get(echelon, 0), echelons[1].get(echelon, 0))
    yield msg("Layers of offices"), (old.complexity.layers, new.complexity.layers)
    yield msg("Offices right below the head"), (_span(before, pack), _span(after, pack))
    yield msg("Need for posts"), (old.total.need, new.total.need)
    yield msg("Incumbents"), (old.total.filled, new.total.filled)
    yield msg("Posts short"), (old.total.short, new.total.short)
    yield msg("Incumbents too many"), (old.total.surplus, new.total.surplus)


def _span(structure: Structure, pack: Pack) -> int:
    groups = {kind.id for kind in pack.kinds.values() if not kind.structural}
    return sum(structure.units[unit].kind not in groups for unit in structure.below(structure.root))
