"""The bounds a value is held against: an option of the rule where one is set, else the limits of the pack."""

from collections.abc import Iterable
from typing import NamedTuple

from sotk.findings import Basis, Severity
from sotk.model import Unit
from sotk.packs import Limit, Topic
from sotk.rules.context import RuleContext


class Bound(NamedTuple):
    """A bound, what it rests on, and how grave it is to break it; None leaves the rule's own severity."""

    value: int | float
    basis: Basis | None = None
    severity: Severity | None = None
    limit: Limit | None = None


def most(topic: Topic, unit: Unit, context: RuleContext, option: float | None = None) -> Iterable[Bound]:
    """The upper bounds of a topic for a unit."""
    if option is not None:
        return (Bound(option),)
    limits = context.limits(topic, unit)
    return [Bound(limit.max, limit.basis, limit.severity, limit) for limit in limits if limit.max is not None]


def least(topic: Topic, unit: Unit, context: RuleContext, option: float | None = None) -> Iterable[Bound]:
    """The lower bounds of a topic for a unit."""
    if option is not None:
        return (Bound(option),)
    limits = context.limits(topic, unit)
    return [Bound(limit.min, limit.basis, limit.severity, limit) for limit in limits if limit.min is not None]
