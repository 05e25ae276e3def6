"""Writes a picture of what is under edit, or a report on it, into a file: the order a value, done in one call.

Slow for large charts, so it says how far it is and is meant for a thread. Whole file or none; nothing is
replaced that the planner did not agree to lose.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from sotk.findings import Finding
from sotk.locale import Message, msg
from sotk.session.orders import Material, Order
from sotk.session.reporting import report_of
from sotk.session.reviewing import rule_settings

if TYPE_CHECKING:
    from sotk.chart.overlays import Overlay
    from sotk.chart.render.catalogue import Format
    from sotk.chart.scene import Scene

Told: TypeAlias = Callable[[Message], None]


@dataclass(frozen=True, slots=True)
class Exported:
    """The pages or slides of the file that was written (a report counts neither), or why there is none."""

    pages: int = 0
    slides: int = 0
    trouble: Finding | None = None


def export(order: Order, material: Material, told: Told, *, over: bool = False) -> Exported:
    """Make and write; a file that is there is replaced only if `over` says so."""
    from sotk.files import write_bytes

    if not order.path.parent.is_dir():
        return _no(msg("There is no folder {path}.", path=str(order.path.parent)))
    made = _report(order, material, told) if order.reports else _picture(order, material, told)
    if not isinstance(made, tuple):
        return made
    data, done = made
    if order.path.exists() and not over:
        return _no(msg("{path} is there already; it is untouched.", path=order.path.name))
    told(msg("Writing {path} …", path=order.path.name))
    return replace(done, trouble=write_bytes(order.path, data))


def _report(order: Order, material: Material, told: Told) -> tuple[bytes, Exported] | Exported:
    """The bytes of a document."""
    from sotk.report.render.catalogue import format_of

    form = format_of(order.path.name)
    if form is None:
        return _no(msg("No document has the ending of {path}.", path=order.path.name))
    told(msg("Making the document …"))
    data = report_of(order, form, material)
    return _no(data) if isinstance(data, Message) else (data, Exported())


def _picture(order: Order, material: Material, told: Told) -> tuple[bytes, Exported] | Exported:
    """The bytes of a picture with the number of its pages or slides."""
    from sotk.chart.render.catalogue import format_of

    form = format_of(order.path.name)
    if form is None:
        return _no(msg("No picture has the ending of {path}.", path=order.path.name))
    try:
        template = None if order.template is None or not form.template else order.template.read_bytes()
    except OSError as error:
        reason = error.strerror or ""
        return _no(msg("{path} cannot be read: {reason}.", path=str(order.template), reason=reason))
    made = _made(order, material, form, template, told)
    if isinstance(made, Exported):
        return made
    data, count = made
    return data, Exported(slides=count) if form.slides else Exported(count)


def _made(
    order: Order, material: Material, form: "Format", template: bytes | None, told: Told
) -> tuple[bytes, int] | Exported:
    """The bytes of the file and its number of pages or slides."""
    if order.unit is not None and order.unit not in material.document.structure.units:
        return _no(msg("There is no unit {unit}.", unit=order.unit))
    told(msg("Placing the boxes …"))
    scene = _scene(order, material, form)
    count = form.count(scene)
    told(
        msg("Drawing {n} slides …", n=count)
        if form.slides
        else msg("Drawing {n} pages as {format} …", n=count, format=form.name)
    )
    try:
        return form.write(scene, template), count
    except ValueError:
        return _no(msg("{path} is no presentation (.pptx or .potx).", path=str(order.template)))


def _scene(order: Order, material: Material, form: "Format") -> "Scene":
    """The picture; in slides the changes stand between what was before and what comes of it, to be flipped."""
    from sotk.chart.anchor import Side, flipped
    from sotk.chart.layout.chart import PAPERS as KNOWN
    from sotk.chart.overlays import joined
    from sotk.chart.picture import compared, scene_of
    from sotk.chart.view import ViewOptions

    document, pack = material.document, material.pack
    structure, base = document.structure, document.base
    options = ViewOptions(
        unit=order.unit,
        annex=order.picture == "bagan" and not order.overlays,
        each_support=order.each,
        draft=order.draft,
        partial=bool(document.skipped),
        language=material.language,
        paper=KNOWN.get(order.paper or ""),
    )
    layout = order.picture if order.picture in ("tree", "tree-right") else None
    overlay = _facts(order, material)
    if order.picture == "changes" and base is not None:
        names = base.name, structure.name if document.scenario is None else document.scenario.name
        if form.flips:
            after = Side(structure, pack, overlay, material.unplaced)
            return flipped(Side(base, pack), after, options, names, layout=layout)
        overlay = joined([compared(base, structure, material.language, names), overlay])
    return scene_of(structure, pack, options, material.unplaced, overlay, split=form.paged, layout=layout)


def _facts(order: Order, material: Material) -> "Overlay":
    """What is written on the boxes beside names."""
    from sotk.chart.picture import overlaid

    structure, wanted = material.document.structure, order.overlays
    settings = rule_settings(material.rules) if "overlap" in wanted else None
    return overlaid(structure, material.pack, wanted, material.language, material.findings, settings)


def _no(message: Message) -> Exported:
    return Exported(trouble=Finding("EDT004", "not-exported", "error", message))
