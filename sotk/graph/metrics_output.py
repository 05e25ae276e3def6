"""Metrics as text with small bars for a terminal, and as data."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, Final

from sotk.graph.metrics import Metrics, Posts
from sotk.locale import Language, Message, msg, say
from sotk.packs import Pack

BAR: Final = 24
"""Cells of the longest bar."""
_EIGHTHS: Final = " ▏▎▍▌▋▊▉█"


def as_data(measured: Metrics) -> dict[str, Any]:
    """The metrics as JSON-able data; pairs become mappings, an unknown class or category `null`."""
    data = asdict(measured)
    for name in ("kinds", "echelons"):
        data[name] = dict(getattr(measured, name))
    data["classes"] = [{"class": value, **asdict(posts)} for value, posts in measured.classes]
    data["categories"] = [{"category": value, **asdict(posts)} for value, posts in measured.categories]
    return {"version": 1, **data}


def as_text(measured: Metrics, pack: Pack, language: Language) -> str:
    """The metrics for a reader."""
    names = {kind.id: kind.name.said(language) for kind in pack.kinds.values()}
    parts = [
        _section(msg("Units by kind"), [(names.get(kind, kind), n) for kind, n in measured.kinds], language),
        _section(msg("Posts by echelon"), list(measured.echelons), language),
        _layers(measured, language),
        _posts(measured, language),
        _complexity(measured, language),
    ]
    return "\n".join(part for part in parts if part)


def bar(value: float, largest: float) -> str:
    """A bar of at most `BAR` cells, in eighths of a cell."""
    eighths = round(BAR * 8 * value / largest) if largest else 0
    full, rest = divmod(eighths, 8)
    return _EIGHTHS[8] * full + (_EIGHTHS[rest] if rest else "")


def _section(title: Message, rows: list[tuple[str, int]], language: Language) -> str:
    if not rows:
        return ""
    wide, largest = max(len(name) for name, _ in rows), max(value for _, value in rows)
    lines = [f"  {name:<{wide}}  {value:>5}  {bar(value, largest)}".rstrip() for name, value in rows]
    return "\n".join([say(title, language), *lines, ""])


def _layers(measured: Metrics, language: Language) -> str:
    title = say(msg("Layers of offices"), language)
    largest = max(layer.offices for layer in measured.layers)
    lines = [
        "  "
        + say(msg("{layer}: {offices} offices", layer=layer.layer, offices=f"{layer.offices:>4}"), language)
        + f"  {bar(layer.offices, largest):<{BAR}}"
        + (
            "  "
            + say(
                msg(
                    "span {least} to {most}, mean {mean}",
                    least=layer.smallest_span,
                    most=layer.largest_span,
                    mean=layer.mean_span,
                ),
                language,
            )
            if layer.leading
            else ""
        )
        for layer in measured.layers
    ]
    return "\n".join([title, *(line.rstrip() for line in lines), ""])


def _posts(measured: Metrics, language: Language) -> str:
    total = measured.total
    if not total.need and not total.filled and not total.unknown:
        return ""
    rows = [(_class_name(value, language), posts) for value, posts in measured.classes]
    rows.append((say(msg("all"), language), total))
    heads = tuple(
        say(word, language)
        for word in (msg("class"), msg("need"), msg("filled"), msg("short"), msg("surplus"), msg("unknown"))
    )
    return "\n".join([say(msg("Posts by class"), language), *_table(heads, rows), ""])


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, Posts]]) -> list[str]:
    lines = [
        (name, *(str(value) for value in (p.need, p.filled, p.short, p.surplus, p.unknown)))
        for name, p in rows
    ]
    widths = [max(len(line[column]) for line in (heads, *lines)) for column in range(len(heads))]
    return [
        "  " + "  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True))
        for line in (heads, *lines)
    ]


def _class_name(value: int | None, language: Language) -> str:
    return say(msg("not given"), language) if value is None else str(value)


def _complexity(measured: Metrics, language: Language) -> str:
    found = measured.complexity
    lines = (
        msg(
            "horizontal: {offices} offices of {kinds} kinds, {widest} in the widest layer",
            offices=found.offices,
            kinds=found.kinds,
            widest=found.widest_layer,
        ),
        msg("vertical: {layers} layers of offices", layers=found.layers),
        msg(
            "spatial: {places} places, {supporting} supporting units, {sites} service sites",
            places=found.places,
            supporting=found.supporting,
            sites=found.sites,
        ),
    )
    title = say(msg("Complexity (PermenPANRB 20/2018)"), language)
    return "\n".join([title, *(f"  {say(line, language)}" for line in lines), ""])
