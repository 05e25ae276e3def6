"""From a path to a structure: a scenario is replayed on its base, and that on its own, up to a structure."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sotk.files import Loaded, digest, load
from sotk.findings import Finding, Report, Subject
from sotk.locale import Message, msg
from sotk.model import Scenario, Structure
from sotk.packs import Pack, load_pack
from sotk.workspace.discovery import is_inside, root_of
from sotk.workspace.settings import Settings, read_settings

SCENARIO_CODES: Final = {
    "SCN001": "missing-base",
    "SCN002": "circular-base",
    "SCN003": "base-outside-workspace",
    "SCN004": "base-changed",
}
_LONGEST_CHAIN: Final = 32


@dataclass(frozen=True, slots=True)
class Opened:
    """A document that was opened, with all that stands behind it.

    `structure` is the one to look at: for a scenario, its base with the operations replayed. `base` is
    what a scenario starts from. `report` holds what was found while reading, in every file of the chain.
    `partial` says that operations could not be done or conflicts of a merge are open: no final state.
    """

    loaded: Loaded
    structure: Structure | None
    base: Structure | None
    pack: Pack | None
    settings: Settings
    root: Path
    report: Report
    partial: bool = False


def open_path(path: Path, root: Path | None = None) -> Opened:
    """Open a structure or a scenario. Never raises for content: what is wrong is in the report."""
    root = root or root_of(path)
    settings, report = read_settings(root)
    return _Opening(root, settings, report).open(path)


class _Opening:
    """One walk up the chain of bases, with what was met on the way."""

    def __init__(self, root: Path, settings: Settings, report: Report) -> None:
        self.root = root
        self.settings = settings
        self.report = report
        self.seen: list[Path] = []
        self.partial = False

    def open(self, path: Path) -> Opened:
        loaded, base, structure = self._chain(path, str(path))
        pack = None
        if structure is not None:
            found = load_pack(structure.header.pack, (self.root,))
            pack = found.pack
            self.report = self.report.joined(found.report)
        return Opened(
            loaded, structure, base, pack, self.settings, self.root, self.report, partial=self.partial
        )

    def _chain(self, path: Path, shown: str) -> tuple[Loaded, Structure | None, Structure | None]:
        """The document at a path, the structure below it, and the structure it makes of that."""
        self.seen.append(path.resolve() if not path.is_symlink() else path)
        loaded = load(path)
        findings = list(loaded.findings)
        base: Structure | None = None
        structure = loaded.structure
        if loaded.scenario is not None:
            base = self._base(loaded, path, shown, findings)
            if base is not None:
                structure = self._replayed(loaded, base, findings)
        document = loaded.scenario or loaded.structure
        self.partial = self.partial or bool(document and document.conflicts)
        self.report = Report.of(shown, loaded.id, findings, loaded.places).joined(self.report)
        return loaded, base, structure

    def _base(self, loaded: Loaded, path: Path, shown: str, findings: list[Finding]) -> Structure | None:
        assert loaded.scenario is not None  # noqa: S101 - the caller's guard, for the type checker
        named = loaded.scenario.base
        target = path.parent / named
        trouble = self._trouble(target, named)
        if trouble is not None:
            code, message, remedy = trouble
            subject = Subject("scenario", loaded.scenario.id, "base")
            findings.append(
                Finding(code, SCENARIO_CODES[code], "error", message, subject=subject, remedy=remedy)
            )
            return None
        _loaded, _base, structure = self._chain(target, str(Path(shown).parent / named))
        return structure

    def _trouble(self, target: Path, named: str) -> tuple[str, Message, Message] | None:
        """Why a base is not opened: code, message and remedy."""
        if not is_inside(target, self.root):
            return (
                "SCN003",
                msg("The base {base} lies outside the workspace.", base=named),
                msg("Copy it into the workspace, or put sotk.yaml into the folder that holds both."),
            )
        if not target.is_file():
            return (
                "SCN001",
                msg("The base {base} is not there.", base=named),
                msg("Write the path of the base from the folder of the scenario."),
            )
        if target.resolve() in self.seen or len(self.seen) > _LONGEST_CHAIN:
            return (
                "SCN002",
                msg("The base {base} leads back to the scenario itself.", base=named),
                msg("Name a structure, or a scenario that does not build on this one."),
            )
        return None

    def _replayed(self, loaded: Loaded, base: Structure, findings: list[Finding]) -> Structure:
        from sotk.scenario import replay

        assert loaded.scenario is not None  # noqa: S101 - the caller's guard, for the type checker
        stated = loaded.scenario.base_digest
        if stated is not None and stated != digest(base):
            findings.append(_changed_base(loaded.scenario))
        replayed = replay(base, loaded.scenario)
        findings.extend(replayed.findings)
        self.partial = self.partial or replayed.partial
        return replayed.structure


def _changed_base(scenario: Scenario) -> Finding:
    return Finding(
        "SCN004",
        SCENARIO_CODES["SCN004"],
        "warning",
        msg("The base {base} changed since the proposal was made on it.", base=scenario.base),
        subject=Subject("scenario", scenario.id, "base_digest"),
        remedy=msg("Read what changed (sotk diff), then take base_digest away or state the new one."),
    )
