"""What the planner wants written, a picture or a report, and what it is made from: plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from sotk.findings import Finding
from sotk.locale import Language
from sotk.session.document import Document

if TYPE_CHECKING:
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
REPORTS: Final = (
    "sandingan",
    "berita-acara",
    "ringkasan",
    "peta-jabatan",
    "pemetaan-jabatan",
    "abk",
    "iku",
    "kelengkapan",
    "rancangan",
)
"""The kinds, in the order in which a discussion asks for them."""
REPORT_ENDINGS: Final = ("docx", "xlsx", "html", "md")


@dataclass(frozen=True, slots=True)
class Order:
    """A picture or a report that is wanted: `picture` is one of PICTURES or of REPORTS.

    Of a picture `paper` None is that of the pack, `unit` None the whole structure. Of a report `only_changed`
    leaves out what stays, `persons` names incumbents.
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
