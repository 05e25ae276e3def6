"""IKU005: an objective that hangs on nothing above, or on which nothing hangs below."""

from collections.abc import Iterable, Mapping
from typing import Final

from sotk.findings import Basis, Subject
from sotk.locale import msg
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.performance.footing import footing
from sotk.rules.rule import Options, StructureRule

BASIS = Basis("PermenPANRB 89/2021", "", verified=False)
_UPPER: Final[Mapping[str, bool]] = {
    "kondisi": True,
    "tujuan": True,
    "sasaran": True,
    "program": False,
    "kegiatan": False,
}
"""Levels that need something below them, and whether they may stand at the top."""


class LooseObjective(StructureRule[Options]):
    """The tree of conditions (pohon kinerja); it may cross units."""

    code = "IKU005"
    name = "loose-objective"
    reads = frozenset({"header.government", "objectives"})
    severity = "warning"
    ground = "law"
    basis = "PermenPANRB 89/2021"
    documentation = Documentation(
        what=msg(
            "A program or kegiatan has no objective above it, or a tujuan, sasaran or program in a tree that goes deeper elsewhere has none below it."
        ),
        why=msg("The cascade breaks there: work without a purpose, or a purpose without work."),
        fix=msg(
            "Name the objective above in `parent`, or add the one below. It may be that of another unit."
        ),
        bad=BEFORE
        + """
root: {id: dinas, name: Dinas Sosial, kind: dinas}
objectives:
  - {id: o-1, level: sasaran, text: Meningkatnya kesejahteraan PPKS}
  - {id: o-2, level: program, text: Terlayaninya PPKS di dalam panti}
""",
        good=BEFORE
        + """
root: {id: dinas, name: Dinas Sosial, kind: dinas}
objectives:
  - {id: o-1, level: sasaran, text: Meningkatnya kesejahteraan PPKS}
  - {id: o-2, level: program, text: Terlayaninya PPKS di dalam panti, parent: o-1}
""",
    )

    def check(self, context: RuleContext) -> Iterable[Outcome]:
        objectives = context.structure.objectives
        levels = tuple(_UPPER)
        deepest = max((levels.index(objective.level) for objective in objectives), default=0)
        parents = {objective.parent for objective in objectives}
        found: list[Outcome] = []
        for objective in objectives:
            subject = Subject("objective", objective.id, "parent")
            if objective.parent is None and not _UPPER[objective.level]:
                message = msg(
                    "the {level} “{text}” serves no objective above it",
                    level=objective.level,
                    text=objective.text,
                )
                found.append(
                    Broken(
                        subject,
                        message,
                        **footing(context, BASIS),
                        remedy=msg("name the objective above in `parent`"),
                    )
                )
            elif objective.id not in parents and levels.index(objective.level) < min(
                deepest, levels.index("program")
            ):
                message = msg(
                    "nothing below serves the {level} “{text}”", level=objective.level, text=objective.text
                )
                found.append(
                    Broken(
                        Subject("objective", objective.id),
                        message,
                        **footing(context, BASIS),
                        remedy=msg("add the objective below that serves it"),
                    )
                )
        return found
