"""Two documents made from a third become one text: that of ours, with what theirs changed in it."""

from dataclasses import dataclass, replace

from sotk.compare import merge, merge_scenarios
from sotk.files import Loaded, revised, revised_scenario
from sotk.model import Conflict, Scenario, Structure
from sotk.text import carry


@dataclass(frozen=True, slots=True)
class MergedText:
    """The text of a merge, and how many conflicts it left open: they stand in the text as data."""

    text: str
    conflicts: int


def is_mergeable(side: Loaded) -> bool:
    """Whether all that a document says was read; conflicts that are open already are data."""
    return side.kind is not None and not any(
        finding.severity == "error" and finding.code != "INT012" for finding in side.findings
    )


def merge_texts(base: Loaded, ours: Loaded, theirs: Loaded, below: Structure | None) -> MergedText | None:
    """Merge three structures, or three versions of a proposal on `below`, and their comments.

    All must be mergeable, and of one kind. None where ours is written in a way that cannot be edited
    without losing something. A comment of theirs goes to the line it stands at; where ours has no such
    line, it is left open as a conflict of kind `comment`.
    """
    merged, conflicts = _merged(base, ours, theirs, below)
    text = _written(ours, merged)
    if text is None:
        return None
    text, homeless = carry(theirs.text, text, [base.text])
    if homeless:
        text = _written(ours, _with_open_comments(merged, homeless))
        if text is None:
            return None
        text, _ = carry(theirs.text, text, [base.text])
    return MergedText(text, conflicts + len(homeless))


def _merged(
    base: Loaded, ours: Loaded, theirs: Loaded, below: Structure | None
) -> tuple[Structure | Scenario, int]:
    if base.structure and ours.structure and theirs.structure:
        whole = merge(base.structure, ours.structure, theirs.structure)
        return whole.structure, len(whole.conflicts)
    if base.scenario and ours.scenario and theirs.scenario and below:
        proposals = merge_scenarios(below, base.scenario, ours.scenario, theirs.scenario)
        return proposals.scenario, len(proposals.conflicts)
    kinds = {side.kind for side in (base, ours, theirs)}
    raise TypeError(kinds)  # the contract of merge_texts is broken


def _written(ours: Loaded, merged: Structure | Scenario) -> str | None:
    return revised(ours, merged) if isinstance(merged, Structure) else revised_scenario(ours, merged)


def _with_open_comments(document: Structure | Scenario, comments: list[str]) -> Structure | Scenario:
    taken = {conflict.id for conflict in document.conflicts}
    free = (f"comment-{number}" for number in range(1, len(taken) + len(comments) + 1))
    ids = (name for name in free if name not in taken)
    found = (
        Conflict(id=name, kind="comment", entity="structure", subject=document.id, theirs=comment)
        for name, comment in zip(ids, comments, strict=False)
    )
    return replace(document, conflicts=(*document.conflicts, *found))
