"""Loads a pack by name, with the packs it extends, and checks what they say together. Never raises."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from re import fullmatch

from sotk.findings import Finding, Located, Report
from sotk.locale import msg
from sotk.model.fields import ID_PATTERN
from sotk.packs import problems
from sotk.packs.compiled import compiled_contents
from sotk.packs.contents import HEADER, Contents, read_contents
from sotk.packs.folder import SHIPPED, PackFolder, shipped_folder, user_folder
from sotk.packs.joining import joined
from sotk.packs.pack import Pack


@dataclass(frozen=True, slots=True)
class PackLoaded:
    """A pack, None where it cannot be used, and what was found in its files."""

    pack: Pack | None
    report: Report

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(entry.finding for entry in self.report.entries)


def load_pack(name: str, folders: Sequence[Path] = ()) -> PackLoaded:
    """Load a shipped pack, or a pack that is a folder `name` in one of `folders`.

    The names of shipped packs are taken: a folder of that name is found, and not read.
    """
    if name not in SHIPPED:
        return _load(name, tuple(folders))
    loaded = _shipped(name)
    ignored = [folder for folder in folders if user_folder(name, folder) is not None]
    if not ignored:
        return loaded
    taken = problems.finding(
        "PCK010",
        msg("The pack {pack} of this folder is not read: the program ships a pack of that name.", pack=name),
        remedy=msg("Give it another name and let it extend {pack}.", pack=name),
        severity="warning",
    )
    entries = tuple(Located(taken, str(folder / name / HEADER), None, taken.at) for folder in ignored)
    return PackLoaded(loaded.pack, loaded.report.joined(Report(entries, tuple(e.file for e in entries))))


def pack_names(folders: Sequence[Path] = ()) -> tuple[str, ...]:
    """The packs there are: those shipped, and the folders that hold a `pack.yaml`."""
    found = dict.fromkeys(SHIPPED)
    for folder in folders:
        if folder.is_dir():
            found |= {path.parent.name: None for path in sorted(folder.glob(f"*/{HEADER}"))}
    return tuple(found)


@cache
def _shipped(name: str) -> PackLoaded:
    return _load(name, ())


@cache
def _shipped_contents(name: str) -> Contents:
    return compiled_contents(shipped_folder(name))


def _load(name: str, folders: tuple[Path, ...]) -> PackLoaded:
    chain, broken = _chain(name, folders)
    found = [entry for contents in chain for entry in contents.found]
    pack = None
    if broken is not None:
        found.append(broken)
    elif all(contents.header is not None for contents in chain):
        pack, more = joined(chain)
        found += more
    found.sort(key=lambda entry: (entry.file, entry.span or (0, 0)))
    return PackLoaded(pack, Report(tuple(found), tuple(dict.fromkeys(entry.file for entry in found))))


def _chain(name: str, folders: tuple[Path, ...]) -> tuple[list[Contents], Located | None]:
    """The contents of a pack and of those it extends, nearest first, and why the chain broke off."""
    chain: list[Contents] = []
    wanted: str | None = name
    while wanted is not None:
        names = [contents.folder.name for contents in chain]
        if wanted in names:
            return chain, _broken(chain, _cycle((*names, wanted)))
        folder = _folder(wanted, folders)
        if folder is None:
            return chain, _broken(chain, _not_found(wanted, folders))
        chain.append(_shipped_contents(wanted) if wanted in SHIPPED else read_contents(folder))
        header = chain[-1].header
        wanted = header.extends if header else None
    return chain, None


def _folder(name: str, folders: tuple[Path, ...]) -> PackFolder | None:
    if name in SHIPPED:
        return shipped_folder(name)
    if not fullmatch(ID_PATTERN, name):
        return None
    found = (user_folder(name, folder) for folder in folders)
    return next((folder for folder in found if folder is not None), None)


def _broken(chain: list[Contents], finding: Finding) -> Located:
    """A finding about the `extends` of the last pack read, or about the name that was asked for."""
    if not chain:
        return Located(finding, "", None, None)
    document = chain[-1].documents[HEADER]
    at = document.span("extends")
    return Located(replace(finding, at=at), document.file, None, at)


def _cycle(names: tuple[str, ...]) -> Finding:
    return problems.finding(
        "PCK009",
        msg("The packs extend each other in a circle: {packs}.", packs=names),
        remedy=msg("Remove one extends."),
    )


def _not_found(name: str, folders: tuple[Path, ...]) -> Finding:
    close = get_close_matches(name, pack_names(folders), n=1)
    remedy = msg("Did you mean {key}?", key=close[0]) if close else None
    return problems.finding(
        "PCK001",
        msg("There is no pack {pack}.", pack=name),
        remedy=remedy or msg("Put its folder beside the workspace, or use one of: {packs}.", packs=SHIPPED),
    )
