"""The chart of what is under edit, around the cursor, as lines for the terminal. Knows no widget.

Pure, and made off the paint path: what it costs depends on the boxes it shows, not on the structure.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from sotk.chart.cells import CellScene
from sotk.chart.conventions import Conventions, conventions_of
from sotk.chart.extent import MOST, Cutting, Extent, cut
from sotk.chart.layout.cells import in_cells
from sotk.chart.layout.chart import Chart, Phrase
from sotk.chart.overlays import Ghost, Look, Overlay
from sotk.chart.render.cells import Piece, cell_lines
from sotk.chart.view import ViewOptions, view
from sotk.findings import Severity
from sotk.findings.names import clean
from sotk.locale import Language, Message, msg, say
from sotk.model import Structure
from sotk.packs import Pack
from sotk.session.standing import NOTHING, Standing
from sotk.tui.signs import CHANGES, GHOST, LEFT, SEVERITIES

EXTENT_WORDS: Final[Mapping[Extent, Message]] = {
    "whole": msg("whole"),
    "branch": msg("branch"),
    "near": msg("neighbourhood"),
}
GHOST_KEY: Final = "ghost:"


@dataclass(frozen=True, slots=True)
class Sight:
    """What is to be drawn: the structure with its changes, around a unit, in a width of so many cells."""

    structure: Structure
    cursor: str
    base: Structure | None = None
    standing: Standing = NOTHING
    findings: Mapping[str, Severity] = field(default_factory=dict)
    pack: Pack | None = None
    language: Language = "id"
    extent: Extent = "branch"
    width: int | None = None
    """None draws every row of boxes in one, however wide."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn chart. `changes` says, by box, what became of it; `extent` may be smaller than was wanted."""

    sight: Sight
    extent: Extent
    scene: CellScene
    lines: tuple[tuple[Piece, ...], ...]
    changes: Mapping[str, str]

    @property
    def title(self) -> str:
        words = say(msg("Chart: {extent}", extent=EXTENT_WORDS[self.extent]), self.sight.language)
        if self.extent == self.sight.extent or len(self.sight.structure.units) <= MOST:
            return words
        return words + " · " + say(msg("{n} units", n=len(self.sight.structure.units)), self.sight.language)


def picture(sight: Sight) -> Picture:
    """Draw a sight."""
    part = cut(sight.structure, sight.cursor, sight.extent)
    conventions = _conventions(sight, part.structure)
    overlay = _overlay(sight, part)
    options = ViewOptions(annex=False, language=sight.language)
    chart = view(part.structure, conventions, options, (), overlay)
    scene = in_cells(chart, sight.width, _notes(chart, sight.structure, conventions))
    changes: dict[str, str] = dict(sight.standing.changes)
    changes |= {box.key: "ghost" for box in scene.boxes if box.role == "ghost"}
    return Picture(sight, part.extent, scene, cell_lines(scene, sight.cursor), changes)


def _conventions(sight: Sight, structure: Structure) -> Conventions:
    if sight.pack is None:
        return Conventions()
    return replace(conventions_of(sight.pack, structure, sight.language), functional_grid=None)


def _overlay(sight: Sight, part: Cutting) -> Overlay:
    """Signs of change and of findings around the names, what is hidden, and ghosts."""
    looks = {unit: look for unit in part.structure.units if (look := _look(sight, unit, part)) is not None}
    ghosts = {unit: found for unit in part.structure.units if (found := _ghosts(sight, unit, part))}
    return Overlay(looks, ghosts)


def _look(sight: Sight, unit: str, part: Cutting) -> Look | None:
    change, severity = sight.standing.changes.get(unit), sight.findings.get(unit)
    hidden = part.hidden.get(unit, 0)
    if change is None and severity is None and not hidden:
        return None
    return Look(
        before="" if change is None else CHANGES[change][0] + " ",
        after="" if severity is None else " " + SEVERITIES[severity][0],
        notes=(Phrase(f"+{hidden}", strong=False),) if hidden else (),
    )


def _ghosts(sight: Sight, parent: str, part: Cutting) -> tuple[Ghost, ...]:
    """What stood under a unit before, where its subordinates are shown."""
    lost = sight.standing.ghosts.get(parent)
    closed = part.hidden.get(parent) and (part.extent == "branch" or parent not in part.structure.children)
    if lost is None or sight.base is None or closed:
        return ()
    before = sight.base.below(parent)
    found = []
    for ghost in lost:
        earlier = before[: before.index(ghost.id)]
        after = next((unit for unit in reversed(earlier) if unit in part.structure.units), None)
        look = Look(before=(LEFT if ghost.moved else GHOST) + " ")
        found.append(Ghost(GHOST_KEY + ghost.id, sight.base.units[ghost.id], after, look))
    return tuple(found)


def _notes(chart: Chart, structure: Structure, conventions: Conventions) -> tuple[str, ...]:
    """What a reader must know, and the lines beside command, in words."""
    words = dict(conventions.line_words)
    ties = (
        f"{words.get(tie.kind, tie.kind)}: "
        f"{clean(structure.units[tie.source].name)} ┄ {clean(structure.units[tie.target].name)}"
        for tie in chart.ties
    )
    return (*chart.frame.notices, *ties)
