"""Opens a path for editing: the document, its pack and settings, and what an earlier session left behind."""

from dataclasses import dataclass
from pathlib import Path

from sotk.files import Loaded, load_text
from sotk.findings import Report
from sotk.model import Structure
from sotk.packs import Pack
from sotk.session.document import Document
from sotk.session.recovery import Left, left_behind
from sotk.workspace import Opened, Settings, open_path


@dataclass(frozen=True, slots=True)
class Desk:
    """A document laid out for editing. `report` is what was found while reading it.

    `partial` says that what it stands on is no final state: its base, or a file with conflicts of a merge.
    """

    path: Path
    loaded: Loaded
    document: Document
    pack: Pack | None
    settings: Settings
    root: Path
    report: Report
    left: Left | None = None
    partial: bool = False

    @property
    def base_path(self) -> Path | None:
        """The file a proposal starts from."""
        scenario = self.loaded.scenario
        return None if scenario is None else self.path.parent / scenario.base


def open_desk(path: Path) -> Desk | Report:
    """Open a structure or a proposal; the report says why it cannot be edited."""
    opened = open_path(path)
    if opened.structure is None or opened.loaded.kind is None:
        return opened.report
    loaded = opened.loaded
    document = document_of(loaded, opened.structure, opened.base)
    return Desk(
        path=path,
        loaded=loaded,
        document=document,
        pack=opened.pack,
        settings=opened.settings,
        root=opened.root,
        report=_only_of_reading(opened),
        left=left_behind(path, loaded.text),
        partial=opened.partial and not document.skipped,
    )


def document_at(path: Path) -> Document | Report:
    """The document of a path, only to look at; the report says why it cannot be read."""
    opened = open_path(path)
    if opened.structure is None:
        return opened.report
    return document_of(opened.loaded, opened.structure, opened.base)


def document_of(loaded: Loaded, structure: Structure, base: Structure | None) -> Document:
    """The document of a file that was read."""
    if loaded.scenario is None or base is None:
        return Document(structure)
    return Document.proposal(base, loaded.scenario)


def document_from(text: str, desk: Desk) -> Document | None:
    """The document an earlier text of the same file stood for."""
    loaded = load_text(text, desk.path)
    if loaded.scenario is not None and desk.document.base is not None:
        return Document.proposal(desk.document.base, loaded.scenario)
    return None if loaded.structure is None else Document(loaded.structure)


def _only_of_reading(opened: Opened) -> Report:
    """What was found in the files themselves: the replay is asked again after each edit."""
    entries = (entry for entry in opened.report.entries if not entry.finding.code.startswith("OPR"))
    return Report(tuple(entries), opened.report.files)
