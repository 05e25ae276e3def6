"""Which units a rule must look at again after an edit."""

from sotk.graph import OrgGraph
from sotk.rules.rule import GroupRule, Options, UnitRule
from sotk.rules.touched import Touched

ORDER = frozenset({"children"})
"""What a superior may change without its direct subordinates being judged anew: they read its own fields."""


def units_reached(
    rule: UnitRule[Options] | GroupRule[Options], graph: OrgGraph, touched: Touched
) -> set[str]:
    """The units whose judgement may have changed, by the fields the rule reads and how far it looks."""
    looks_at = rule.looks_at
    edited = [unit for unit, names in touched.units.items() if names & looks_at]
    found = set(edited)
    children, reach = graph.structure.children, rule.reach
    for unit in edited:
        if "children" in reach and (above := graph.parents.get(unit)) is not None:
            found.add(above)
        if "branch" in reach:
            found.update(graph.chain(unit))
        if "parent" in reach and touched.units[unit] & looks_at != ORDER:
            found.update(children.get(unit, ()))
        if "chain" in reach:
            found.update(graph.branch(unit))
    return found
