"""NAM001: two units below one superior carry the same name."""

import re
from collections.abc import Iterable
from typing import Final

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import Options, UnitRule

_BETWEEN_WORDS: Final = re.compile(r"[\W_]+")


class DuplicateSiblingName(UnitRule[Options]):
    """Names of siblings, compared without regard to case, space and punctuation."""

    code = "NAM001"
    name = "duplicate-sibling-name"
    about = "subordinates"
    reads = frozenset({"children", "unit.name"})
    reach = frozenset({"unit", "children"})
    severity = "error"
    ground = "consistency"
    basis = "UU 12/2011 (clarity of wording)"
    documentation = Documentation(
        what=msg(
            "Two units directly below the same unit have the same name, apart from case, spaces and punctuation."
        ),
        why=msg(
            "An article that names one of them names both; a duty, a post or a budget can then not be told apart."
        ),
        fix=msg("Name each for its own work, or join the two if they do the same."),
        bad="""
sotk: 1
structure: nama-kembar
name: Dinas Contoh
pack: pemda
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Data, kind: bidang}
    - {id: bid-2, name: BIDANG  DATA, kind: bidang}
""",
        good="""
sotk: 1
structure: nama-berbeda
name: Dinas Contoh
pack: pemda
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Data, kind: bidang}
    - {id: bid-2, name: Bidang Pelayanan, kind: bidang}
""",
    )

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        if len(context.structure.children.get(unit.id, ())) < 2:
            return ()
        seen: dict[str, Unit] = {}
        found: list[Outcome] = []
        for child in context.below(unit):
            first = seen.setdefault(same_name(child.name), child)
            if first is not child:
                found.append(_broken(child, first, unit))
        return found


def same_name(name: str) -> str:
    """A name as it is compared: its words in lower case, without punctuation."""
    return _BETWEEN_WORDS.sub(" ", name.casefold()).strip()


def _broken(child: Unit, first: Unit, above: Unit) -> Broken:
    return Broken(
        Subject("unit", child.id, "name"),
        msg("{above} has two units named {name}", above=above.name, name=child.name),
        related=(Subject("unit", first.id, "name"),),
        remedy=msg("name each for its own work, or join them"),
    )
