"""Says how many units of which kinds there are, in the order of the chart."""

from collections import Counter
from collections.abc import Iterable

from sotk.locale import Message, msg
from sotk.model import Unit
from sotk.rules.context import RuleContext


def by_kind(units: Iterable[Unit], context: RuleContext) -> tuple[Message, ...]:
    """Such as `1 Sekretariat, 4 Bidang, 8 UPTD`."""
    counts = Counter(unit.kind for unit in units)
    return tuple(msg("{n} {kind}", n=n, kind=context.kind_name(kind)) for kind, n in counts.items())


def alternatives(kinds: Iterable[str], context: RuleContext) -> tuple[Message, ...]:
    """The names of kinds, for a list in a message."""
    return tuple(context.kind_name(kind) for kind in kinds)
