"""What units have, so that rules about something else are not asked about them."""

from collections.abc import Iterable

from sotk.model import Unit
from sotk.rules.context import RuleContext
from sotk.rules.rule import GroupRule, Options, Trait, UnitRule


def traits_of(unit: Unit, context: RuleContext) -> tuple[Trait, ...]:
    """The traits of a unit, always in the same order."""
    found: list[Trait] = []
    if unit.id in context.structure.children:
        found.append("subordinates")
    if unit.head is not None:
        found.append("head")
    if unit.positions:
        found.append("positions")
        for position in unit.positions:
            if position.workload:
                found.append("workload")
                break
    if context.coded(unit):
        found.append("codes")
    return tuple(found)


def concerns(rule: UnitRule[Options] | GroupRule[Options], traits: Iterable[Trait]) -> bool:
    """Whether a rule may have something to say of a unit with some traits."""
    return rule.about is None or rule.about in traits
