"""The rules that house texts make: one class a check. The words of a house are shown as they stand."""

from collections.abc import Collection, Iterable, Iterator
from typing import Generic, TypeVar

from sotk.findings import Basis, Subject
from sotk.graph import persons_reporting
from sotk.locale import msg
from sotk.locale.message import Argument
from sotk.model import Position, Unit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import Documentation
from sotk.rules.house.texts import (
    CountText,
    DepthText,
    ForbiddenKindText,
    HouseText,
    RatioText,
    RequiredFieldText,
    SpanText,
)
from sotk.rules.outcome import Broken, CannotTell, Outcome
from sotk.rules.rule import Options, UnitRule
from sotk.rules.touched import EVERY_FIELD

T = TypeVar("T", bound=HouseText)


class HouseRule(UnitRule[Options], Generic[T]):
    """A rule made from a text of the settings."""

    reads = EVERY_FIELD
    reach = frozenset({"unit", "children", "branch", "chain"})
    ground = "consistency"

    def __init__(self, text: T) -> None:
        super().__init__()
        self.text = text
        self.code = text.id
        self.name = text.name
        self.severity = text.severity
        self.basis = text.basis
        words = msg("{text}", text=text.message)
        self.documentation = Documentation(
            what=words, why=msg("A rule of the house."), fix=words, bad="", good=""
        )

    def kinds(self, context: RuleContext) -> Collection[str] | None:
        return self.text.kinds or None

    def broken(self, subject: Subject, unit: Unit, value: Argument) -> Broken:
        return Broken(
            subject,
            msg("{text} ({unit}: {value})", text=self.text.message, unit=unit.name, value=value),
            unit=unit.id,
            basis=Basis(self.text.basis, verified=True) if self.text.basis else None,
        )


class HouseCount(HouseRule[CountText]):
    """How many units of some kinds there are below a unit."""

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        if self.text.within == "children":
            below: Iterable[Unit] = context.below(unit)
        else:
            below = (found for found in context.structure.walk(unit.id) if found.id != unit.id)
        count = sum(found.kind in self.text.of for found in below)
        return () if self.text.allows(count) else (self.broken(Subject("unit", unit.id), unit, count),)


class HouseSpan(HouseRule[SpanText]):
    """How many answer to the head of a unit."""

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        subject = Subject("unit", unit.id)
        if self.text.of == "offices":
            value = context.graph.span(unit.id)
        else:
            span = persons_reporting(context.graph, unit.id)
            if not span.complete:
                return (CannotTell(subject, unit.kind, msg("how many posts they have is not given")),)
            value = span.at_least
        return () if self.text.allows(value) else (self.broken(subject, unit, value),)


class HouseDepth(HouseRule[DepthText]):
    """In which layer a unit stands."""

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        depth = context.graph.depth(unit.id)
        return () if self.text.allows(depth) else (self.broken(Subject("unit", unit.id), unit, depth),)


class HouseRequiredField(HouseRule[RequiredFieldText]):
    """A field that must be there."""

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        part, _, name = self.text.field.rpartition(".")
        for subject, holder in _holders(unit, part, name):
            if holder is None or getattr(holder, name, None) in (None, (), ""):
                yield self.broken(subject, unit, self.text.field)


class HouseForbiddenKind(HouseRule[ForbiddenKindText]):
    """A kind that may not be used."""

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        return (self.broken(Subject("unit", unit.id, "kind"), unit, context.kind_name(unit.kind)),)


class HouseRatio(HouseRule[RatioText]):
    """Posts of some categories over posts of others; nothing where there are no others."""

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        posts = [position for below in context.structure.walk(unit.id) for position in below.positions]
        counts = [(position.category, self._count(position)) for position in posts]
        if any(count is None for _, count in counts):
            missing = (
                msg("the need of a position (`need`) is not given")
                if self.text.measure == "need"
                else msg("the incumbents of a position (`filled`) are not given")
            )
            return (CannotTell(Subject("unit", unit.id), unit.kind, missing),)
        upper = sum(count or 0 for category, count in counts if category in self.text.of)
        lower = sum(count or 0 for category, count in counts if not self.text.to or category in self.text.to)
        if not lower or self.text.allows(upper / lower):
            return ()
        return (self.broken(Subject("unit", unit.id), unit, round(upper / lower, 2)),)

    def _count(self, position: Position) -> int | None:
        return position.need if self.text.measure == "need" else position.filled_count


def _holders(unit: Unit, part: str, name: str) -> Iterator[tuple[Subject, Unit | Position | None]]:
    if part == "head":
        head = unit.head
        yield (Subject("unit", unit.id, "head") if head is None else Subject("position", head.id, name)), head
    elif part == "positions":
        for position in unit.positions:
            yield Subject("position", position.id, name), position
    else:
        yield Subject("unit", unit.id, name), unit
