"""Writes a picture of what is under edit, or a report on it, into a file: the order a value, done in one call.

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
from sotk.session.reporting import REPORT_ENDINGS, REPORTS, report_of
from sotk.session.reviewing import rule_settings

if TYPE_CHECKING:
    from sotk.chart.overlays import Overlay
    from sotk.chart.render.catalogue import Format
    from sotk.chart.scene import Scene
    from sotk.files import Loaded
    from sotk.model import Unit
    from sotk.packs import Pack
    from sotk.session.session import Session

Picture: TypeAlias = Literal["bagan", "tree", "tree-right", "changes"]
PICTURES: Final[tuple[Picture, ...]] = ("bagan", "tree", "tree-right", "changes")
PAPERS: Final = ("F4", "A4", "A3", "16:9")
ENDINGS: Final = ("pptx", "pdf", "html", "png", "svg", "drawio", "txt")

CHANGED: Final = "-perubahan"
"""What the name of a file says that shows changes."""

Told: TypeAlias = Callable[[Message], None]


@dataclass(frozen=True, slots=True)
class Order:
    """A picture or a report that is wanted: `picture` is one of PICTURES or of REPORTS.

    Of a picture `paper` None is that of the pack, `unit` None the whole structure. Of a report `only_changed`
    leaves out what stays, `persons` names incumbents. `annex` draws it as the regulation prints it; overlays and changes are never on an annex.
    """

    path: Path
    picture: str = "bagan"
    ending: str = "pptx"
    paper: str | None = None
    unit: str | None = None
    overlays: tuple[str, ...] = ()
    each: bool = False
    draft: bool = False
    template: Path | None = None
    only_changed: bool = False
    persons: bool = False

    @property
    def reports(self) -> bool:
        """Whether a report is wanted, no picture."""
        return self.picture in REPORTS

    @property
    def endings(self) -> tuple[str, ...]:
        """The formats it can be written in, by their endings."""
        return REPORT_ENDINGS if self.reports else ENDINGS

    @property
    def suffix(self) -> str:
        """What the name of the file says of its content."""
        if self.reports:
            return f"-{self.picture}"
        return CHANGED if self.picture == "changes" else ""

    def renamed(self, before: str = CHANGED) -> "Order":
        """The same order with a format it can be written in and a file name that fits.

        `before` is the suffix the name has by what was wanted before.
        """
        ending = self.ending if self.ending in self.endings else self.endings[0]
        stem = self.path.stem.removesuffix(before) + self.suffix
        return replace(self, ending=ending, path=self.path.with_name(f"{stem}.{ending}"))


@dataclass(frozen=True, slots=True)
class Material:
    """What a picture or a report is made from.

    `rules` are the settings of the rules, as the workspace writes them; `reading` is what was found in the
    files themselves, `partial` that they could not be read whole, `loaded` the file, by whose lines
    a report orders its findings.
    """

    document: Document
    pack: "Pack"
    language: Language
    findings: tuple[Finding, ...] = ()
    unplaced: tuple["Unit", ...] = ()
    rules: Mapping[str, Any] = field(default_factory=dict)
    reading: tuple[Finding, ...] = ()
    partial: bool = False
    loaded: "Loaded | None" = None

    @classmethod
    def of(
        cls, session: "Session", pack: "Pack", language: Language, findings: tuple[Finding, ...] = ()
    ) -> "Material":
        """What a session has under edit now."""
        desk = session.desk
        return cls(
            document=session.state.document,
            pack=pack,
            language=language,
            findings=findings,
            unplaced=tuple(entry.unit for entry in session.loaded.unplaced),
            rules=desk.settings.rules,
            reading=tuple(entry.finding for entry in desk.report.entries),
            partial=desk.partial,
            loaded=session.loaded,
        )


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
