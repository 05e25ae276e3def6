"""Writes a picture of the document under edit into a file: what is wanted as a value, done in one call.

Slow for large charts, so it says how far it is and is meant for a thread. Whole file or none; nothing is
replaced that the planner did not agree to lose.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from sotk.findings import Finding
from sotk.locale import Language, Message, msg
from sotk.session.document import Document
from sotk.session.reviewing import rule_settings

if TYPE_CHECKING:
    from sotk.chart.overlays import Overlay
    from sotk.chart.render.catalogue import Format
    from sotk.chart.scene import Scene
    from sotk.model import Unit
    from sotk.packs import Pack

Picture: TypeAlias = Literal["bagan", "tree", "tree-right", "changes"]
PICTURES: Final[tuple[Picture, ...]] = ("bagan", "tree", "tree-right", "changes")
PAPERS: Final = ("F4", "A4", "A3", "16:9")
ENDINGS: Final = ("pptx", "pdf", "html", "png", "svg", "drawio", "txt")

Told: TypeAlias = Callable[[Message], None]


@dataclass(frozen=True, slots=True)
class Order:
    """A picture that is wanted. `paper` None is that of the pack; `unit` None the whole structure.

    `annex` draws it as the regulation prints it; overlays and changes are never on an annex.
    """

    path: Path
    picture: Picture = "bagan"
    ending: str = "pptx"
    paper: str | None = None
    unit: str | None = None
    overlays: tuple[str, ...] = ()
    each: bool = False
    draft: bool = False
    template: Path | None = None

    def renamed(self) -> "Order":
        """The same order with a file name that fits its format and says if it shows changes."""
        stem = self.path.stem.removesuffix(CHANGED)
        stem += CHANGED if self.picture == "changes" else ""
        return replace(self, path=self.path.with_name(f"{stem}.{self.ending}"))


CHANGED: Final = "-perubahan"


@dataclass(frozen=True, slots=True)
class Material:
    """What a picture is made from; `rules` are the settings of the rules, as the workspace writes them."""

    document: Document
    pack: "Pack"
    language: Language
    findings: tuple[Finding, ...] = ()
    unplaced: tuple["Unit", ...] = ()
    rules: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Exported:
    """The pages or slides of the file that was written, or why there is none."""

    pages: int = 0
    slides: int = 0
    trouble: Finding | None = None


def export(order: Order, material: Material, told: Told, *, over: bool = False) -> Exported:
    """Draw and write; a file that is there is replaced only if `over` says so."""
    from sotk.chart.render.catalogue import format_of
    from sotk.files import write_bytes

    form = format_of(order.path.name)
    if form is None:
        return _no(msg("No picture has the ending of {path}.", path=order.path.name))
    if not order.path.parent.is_dir():
        return _no(msg("There is no folder {path}.", path=str(order.path.parent)))
    try:
        template = None if order.template is None or not form.template else order.template.read_bytes()
    except OSError as error:
        reason = error.strerror or ""
        return _no(msg("{path} cannot be read: {reason}.", path=str(order.template), reason=reason))
    made = _made(order, material, form, template, told)
    if isinstance(made, Exported):
        return made
    data, count = made
    if order.path.exists() and not over:
        return _no(msg("{path} is there already; it is untouched.", path=order.path.name))
    told(msg("Writing {path} …", path=order.path.name))
    trouble = write_bytes(order.path, data)
    return Exported(slides=count, trouble=trouble) if form.slides else Exported(count, trouble=trouble)


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
