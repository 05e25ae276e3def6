"""Rules of other packages, by entry point. The user enables them by name; a workspace cannot."""

from collections.abc import Iterable
from importlib.metadata import entry_points
from typing import Final

from sotk.findings import Finding
from sotk.findings.fault import fault
from sotk.locale import msg
from sotk.rules.rule import Options, Rule

GROUP: Final = "sotk.rules"


def plugin_rules(enabled: Iterable[str]) -> tuple[tuple[type[Rule[Options]], ...], tuple[Finding, ...]]:
    """The rules of the entry points a user enabled, and those that could not be had."""
    there = {entry.name: entry for entry in entry_points(group=GROUP)}
    rules: list[type[Rule[Options]]] = []
    faults: list[Finding] = []
    for name in dict.fromkeys(enabled):
        if name not in there:
            faults.append(_fault(name, "no installed package offers it"))
            continue
        try:
            loaded = there[name].load()
        except Exception as error:  # noqa: BLE001 - another package's import may raise anything
            faults.append(_fault(name, fault(error)))
            continue
        if isinstance(loaded, type) and issubclass(loaded, Rule):
            rules.append(loaded)
        else:
            faults.append(_fault(name, "it is no rule"))
    return tuple(rules), tuple(faults)


def _fault(name: str, problem: str) -> Finding:
    return Finding(
        "SET004",
        "unusable-plugin",
        "error",
        msg("the rule {name} of a plugin cannot be used: {problem}", name=name, problem=problem),
        remedy=msg("install its package, or take it out of the user's settings"),
    )
