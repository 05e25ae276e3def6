"""What stands at the cursor as a sentence, and lines without signs: for who hears the screen, not sees it."""

from collections.abc import Iterator

from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.session.standing import Ghost
from sotk.tui.signs import CHANGES, SEVERITIES
from sotk.tui.treeview import TreeView


def level(view: TreeView, unit: str) -> int:
    """How deep a unit stands, the root at 1."""
    found, at = 1, view.structure.units[unit].parent
    while at is not None:
        found, at = found + 1, view.structure.units[at].parent
    return found


def unit_words(view: TreeView, unit: str) -> Message:
    """The unit at the cursor in one sentence: name, level, superior, span, change, marks, finding."""
    units = view.structure.units
    parent = units[unit].parent
    facts: list[Message | str] = [clean(units[unit].name), msg("level {n}", n=level(view, unit))]
    if parent is not None:
        facts.append(msg("under {name}", name=clean(units[parent].name)))
    facts += _facts(view, unit)
    return msg("{facts}.", facts=tuple(facts))


def line_words(view: TreeView, unit: str) -> Message:
    """A line of the tree in words, short: level, name, and what is special of it."""
    name = msg("{n}. {name}", n=level(view, unit), name=clean(view.structure.units[unit].name))
    facts = tuple(_facts(view, unit))
    return msg("{name} ({facts})", name=name, facts=facts) if facts else name


def ghost_words(ghost: Ghost) -> Message:
    """A unit that is no more where it stood."""
    if ghost.moved:
        return msg("{name} (stood here, moved elsewhere)", name=clean(ghost.name))
    return msg("{name} (stood here, removed)", name=clean(ghost.name))


def _facts(view: TreeView, unit: str) -> Iterator[Message]:
    span = view.span(unit)
    others = len(view.structure.below(unit)) - span
    if span:
        yield msg("{n} offices below it", n=span)
    if others:
        yield msg("{n} groups or sites below it", n=others)
    change = view.standing.changes.get(unit)
    if change is not None:
        yield CHANGES[change][1]
    if unit in view.marked:
        yield msg("marked")
    severity = view.findings.get(unit)
    if severity is not None:
        yield msg("finding: {severity}", severity=SEVERITIES[severity][1])
