"""What the commands about history share: the changes of each commit, and how a commit is shown."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sotk.cli.language import words
from sotk.cli.opened import Ready, refuse
from sotk.findings.names import clean
from sotk.locale import msg

if TYPE_CHECKING:
    from sotk.compare import Diff
    from sotk.workspace.history import History, Version

_SHORT: Final = 8
"""Characters of a commit that are shown."""


def history_of(path: Path) -> "History":
    from sotk.workspace.git import GitRefused
    from sotk.workspace.history import History

    try:
        return History(path)
    except GitRefused as error:
        refuse(error.message)
        raise


def changes_of(
    found: Ready, history: "History", unit: str | None
) -> "Iterator[tuple[Version | None, Diff | None]]":
    """What each commit changed, newest first. No version: not committed yet; no difference: the first one.

    A commit that cannot be read, or whose parents cannot, is passed over. Of a merge only what none of its
    parents had is its own.
    """
    from sotk.compare import diff

    committed = history.committed()
    if committed is not None and committed != found.structure:
        yield from _about(None, diff(committed, found.structure), unit)
    for version in history.versions:
        after, earlier = history.structure(version), history.earlier(version)
        if after is None:
            continue
        if not earlier:
            if unit is None or unit in after.units:
                yield version, None
            continue
        made = diff(earlier[0], after)
        for other in earlier[1:]:
            known = set(map(repr, diff(other, after).facts))
            made = replace(made, facts=tuple(fact for fact in made.facts if repr(fact) in known))
        yield from _about(version, made, unit)


def _about(
    version: "Version | None", diff: "Diff", unit: str | None
) -> "Iterator[tuple[Version | None, Diff]]":
    facts = tuple(fact for fact in diff.facts if unit is None or unit in (fact.id, fact.unit))
    if facts:
        yield version, replace(diff, facts=facts)


def stamp(version: "Version | None") -> str:
    if version is None:
        return words(msg("not committed")).ljust(_SHORT + 12)
    return f"{version.commit[:_SHORT]} {version.time:%Y-%m-%d} {clean(version.author)}"
