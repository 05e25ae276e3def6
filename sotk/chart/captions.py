"""The words of a box: its name as it is printed, the lines under it, its marks, and what stands behind it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from sotk.chart.conventions import Conventions
from sotk.chart.layout.chart import Phrase
from sotk.chart.overlays import Look
from sotk.chart.scene import Detail, Mark
from sotk.findings.names import clean
from sotk.locale import Language, msg, say
from sotk.model import Structure, Unit

SMALLER: Final = 0.85
"""The size of the lines under a name, in units of its own."""


@dataclass(slots=True)
class Captions:
    """The words of the boxes of one chart; `plain` keeps capitals for the strong boxes."""

    structure: Structure
    conventions: Conventions
    language: Language
    echelons: bool = field(kw_only=True)
    plain: bool = field(kw_only=True)
    marked: bool = field(init=False, default=False)
    """Whether a box so far carries the sign of illustrative data."""
    tied: dict[str, list[tuple[str, str]]] = field(init=False, default_factory=dict)
    """By unit: kind and other end of its lines beside command."""

    def __post_init__(self) -> None:
        for line in self.structure.lines:
            self.tied.setdefault(line.source, []).append((line.kind, line.target))
            self.tied.setdefault(line.target, []).append((line.kind, line.source))

    def text(
        self, unit: Unit, look: Look, mark: tuple[Mark, ...], hidden: int, *, strong: bool, top: bool
    ) -> Iterator[Phrase]:
        """The name with what a comparison says around it, then the lines under it.

        `hidden` units are counted as `+n`; only `top`, the first box, may print the title of its head.
        """
        name = self.cased(look.name or self.name(unit, top=top), strong=strong)
        yield Phrase(
            f"{look.before}{name}{'*' if mark and not name.endswith('*') else ''}{look.after}", strong
        )
        yield from look.notes
        if hidden:
            yield Phrase(f"+{hidden}", strong=False, size=SMALLER)
        if self.echelons and unit.head and unit.head.echelon:
            yield Phrase(clean(unit.head.echelon), strong=False, size=SMALLER)

    def name(self, unit: Unit, *, top: bool) -> str:
        """What the annex prints of a unit: of the top one the title of its head, where the pack says so."""
        if top and unit.head and self.conventions.head_prints == "position":
            return clean(unit.head.title)
        return clean(unit.name)

    def mark(self, unit: Unit, *, top: bool) -> tuple[Mark, ...]:
        """A star where this box, and not the whole structure, is illustrative."""
        names = self.structure.header.illustrative
        if isinstance(names, bool):
            return ()
        shown = {unit.id, f"{unit.id}.name"}
        if top and unit.head:
            shown |= {unit.head.id, f"{unit.head.id}.title"}
        if not shown.intersection(names):
            return ()
        self.marked = True
        return (Mark("illustrative", "*", say(msg("illustrative data"), self.language)),)

    def details(self, unit: Unit) -> tuple[Detail, ...]:
        """For tool tips, notes and panels: the head and the duties; names of persons never."""
        language = self.language
        facts = []
        if unit.head:
            facts = [(msg("Head"), unit.head.title), (msg("Echelon"), unit.head.echelon)]
        told = [Detail(say(label, language), clean(value)) for label, value in facts if value]
        told += self.partners(unit)
        duties = [*(unit.head.duties if unit.head else ()), *unit.duties]
        return (*told, *(Detail(duty.level, clean(duty.text), long=True) for duty in duties))

    def partners(self, unit: Unit) -> list[Detail]:
        """The other ends of its lines beside command, wherever they are drawn."""
        words = dict(self.conventions.line_words)
        return [
            Detail(words.get(kind, kind), clean(self.structure.units[other].name))
            for kind, other in self.tied.get(unit.id, ())
            if other in self.structure.units
        ]

    def cased(self, text: str, *, strong: bool) -> str:
        """Capitals as the house wants; a comparison keeps them for the strong boxes."""
        capitals = self.conventions.capitals and (strong or not self.plain)
        return text.upper() if capitals else text
