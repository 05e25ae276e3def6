"""Asks the rules: about a whole structure, or again about what an edit touched.

A rule that fails is not passed over: its failure becomes an error with the rule's code, and is raised
instead where the caller is strict.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from sotk.findings import Subject
from sotk.findings.fault import fault
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.context import RuleContext
from sotk.rules.ledger import Entry, GroupLedger, Ledger, Outcomes, UnitLedger, WholeLedger
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.reaching import units_reached
from sotk.rules.rule import ChangeRule, GroupRule, Options, Rule, StructureRule, UnitRule
from sotk.rules.touched import Touched
from sotk.rules.traits import concerns, traits_of

AnyRule: TypeAlias = Rule[Options]
_Asked: TypeAlias = tuple[
    UnitRule[Options], Callable[[Unit, RuleContext], Iterable[Outcome]], dict[str, Outcomes]
]


class _Failure(NamedTuple):
    """The key under which a failure to collect from a unit is kept."""

    unit: str


class RuleFailed(Exception):  # noqa: N818 - a fact about a rule
    """A rule raised; the cause says what."""


class Asking:
    """One question to some rules about one structure."""

    def __init__(self, rules: Sequence[AnyRule], context: RuleContext, *, strict: bool = False) -> None:
        self.rules = rules
        self.context = context
        self.strict = strict

    def all(self) -> dict[str, Ledger]:
        """What every rule says of the whole structure, by code."""
        return self._asked(self.rules)

    def again(self, before: Mapping[str, Ledger], touched: Touched) -> dict[str, Ledger]:
        """What every rule says after an edit; rules that read nothing it touched keep their word."""
        found, stale, edited = dict(before), [], touched.fields
        for rule in self.rules:
            ledger = before.get(rule.code)
            if ledger is None or rule.looks_at & touched.rest:
                stale.append(rule)
            elif touched.gone or rule.looks_at & edited:
                kept = self._kept(rule, ledger, touched)
                if kept is None:
                    stale.append(rule)
                else:
                    found[rule.code] = kept
        return found | self._asked(stale)

    def _asked(self, rules: Sequence[AnyRule]) -> dict[str, Ledger]:
        found: dict[str, Ledger] = {}
        found |= self._units([rule for rule in rules if isinstance(rule, UnitRule)])
        for rule in rules:
            if isinstance(rule, GroupRule):
                found[rule.code] = self._groups(rule)
            elif not isinstance(rule, UnitRule):
                found[rule.code] = WholeLedger(self._whole(rule))
        return found

    def _kept(self, rule: AnyRule, ledger: Ledger, touched: Touched) -> Ledger | None:
        if isinstance(rule, UnitRule) and isinstance(ledger, UnitLedger):
            return self._units_again(rule, ledger, touched)
        if isinstance(rule, GroupRule) and isinstance(ledger, GroupLedger):
            return self._groups_again(rule, ledger, touched)
        return None

    def _units(self, rules: Sequence[UnitRule[Options]]) -> dict[str, Ledger]:
        context, units = self.context, self.context.structure.units
        said: dict[str, dict[str, Outcomes]] = {rule.code: {} for rule in rules}
        about = [(rule, rule.kinds(context)) for rule in rules]
        if not about:
            return {}
        chosen: dict[tuple[object, ...], list[_Asked]] = {}
        for unit in units.values():
            traits = traits_of(unit, context)
            asked = chosen.get((unit.kind, traits))
            if asked is None:
                asked = chosen[(unit.kind, traits)] = [
                    (rule, rule.check, said[rule.code])
                    for rule, kinds in about
                    if (kinds is None or unit.kind in kinds) and concerns(rule, traits)
                ]
            for rule, check, found in asked:
                try:
                    outcomes = tuple(check(unit, context))
                except Exception as error:  # noqa: BLE001 - a rule of a plugin may raise anything
                    outcomes = (self._failed(rule, error, unit),)
                if outcomes:
                    found[unit.id] = outcomes
        return {code: UnitLedger(found) for code, found in said.items()}

    def _units_again(self, rule: UnitRule[Options], ledger: UnitLedger, touched: Touched) -> UnitLedger:
        said, units = dict(ledger.said), self.context.structure.units
        kinds = rule.kinds(self.context)
        for gone in touched.gone:
            said.pop(gone, None)
        for name in units_reached(rule, self.context.graph, touched):
            said.pop(name, None)
            unit = units[name]
            traits = traits_of(unit, self.context)
            if (kinds is None or unit.kind in kinds) and concerns(rule, traits):
                try:
                    outcomes = tuple(rule.check(unit, self.context))
                except Exception as error:  # noqa: BLE001 - a rule of a plugin may raise anything
                    outcomes = (self._failed(rule, error, unit),)
                if outcomes:
                    said[name] = outcomes
        return UnitLedger(said)

    def _groups(self, rule: GroupRule[Options]) -> GroupLedger:
        keys: dict[str, tuple[Hashable, ...]] = {}
        entries: dict[Hashable, list[Entry]] = {}
        said: dict[Hashable, Outcomes] = {}
        context = self.context
        for unit in context.structure.units.values():
            if rule.about is not None and not concerns(rule, traits_of(unit, context)):
                continue
            given = self._collected(rule, unit, said)
            if given:
                keys[unit.id] = tuple(key for key, _ in given)
                for key, value in given:
                    entries.setdefault(key, []).append((unit.id, value))
        for key in rule.expected(context):
            entries.setdefault(key, [])
        held = {key: tuple(found) for key, found in entries.items()}
        for key, found in held.items():
            if outcomes := self._judged(rule, key, found):
                said[key] = outcomes
        return GroupLedger(keys, held, said)

    def _groups_again(self, rule: GroupRule[Options], ledger: GroupLedger, touched: Touched) -> GroupLedger:
        keys, entries, said = dict(ledger.keys), dict(ledger.entries), dict(ledger.said)
        edited = units_reached(rule, self.context.graph, touched) | touched.gone
        stale: dict[Hashable, None] = {}
        for name in edited:
            stale |= dict.fromkeys(keys.pop(name, ()))
            said.pop(_Failure(name), None)
        for key in stale:
            entries[key] = tuple(entry for entry in entries[key] if entry[0] not in edited)
        for name in sorted(edited - touched.gone):
            given = self._collected(rule, self.context.structure.units[name], said)
            if given:
                keys[name] = tuple(key for key, _ in given)
            for key, value in given:
                stale[key] = None
                entries[key] = (*entries.get(key, ()), (name, value))
        expected = set(rule.expected(self.context))
        for key in stale:
            said.pop(key, None)
            if not entries[key] and key not in expected:
                del entries[key]
            elif outcomes := self._judged(rule, key, entries[key]):
                said[key] = outcomes
        return GroupLedger(keys, entries, said)

    def _collected(
        self, rule: GroupRule[Options], unit: Unit, said: dict[Hashable, Outcomes]
    ) -> tuple[tuple[Hashable, Any], ...]:
        try:
            return tuple(rule.collect(unit, self.context))
        except Exception as error:  # noqa: BLE001 - a rule of a plugin may raise anything
            said[_Failure(unit.id)] = (self._failed(rule, error, unit),)
            return ()

    def _judged(self, rule: GroupRule[Options], key: Any, entries: tuple[Entry, ...]) -> Outcomes:
        ordered = sorted(entries, key=lambda entry: entry[0]) if len(entries) > 1 else entries
        try:
            return tuple(rule.judge(key, ordered, self.context))
        except Exception as error:  # noqa: BLE001 - a rule of a plugin may raise anything
            return (self._failed(rule, error),)

    def _whole(self, rule: AnyRule) -> Outcomes:
        try:
            return tuple(self._of_structure(rule))
        except Exception as error:  # noqa: BLE001 - a rule of a plugin may raise anything
            return (self._failed(rule, error),)

    def _of_structure(self, rule: AnyRule) -> Iterable[Outcome]:
        if isinstance(rule, StructureRule):
            return rule.check(self.context)
        if isinstance(rule, ChangeRule) and self.context.base is not None:
            return rule.check(self.context.base, self.context)
        return ()

    def _failed(self, rule: AnyRule, error: Exception, unit: Unit | None = None) -> Broken:
        subject = self.context.whole if unit is None else Subject("unit", unit.id)
        if self.strict:
            message = f"rule {rule.code} failed on {subject.entity} {subject.id}"
            raise RuleFailed(message) from error
        return Broken(
            subject,
            msg(
                "the rule failed and could not look: {error}",
                error=fault(error),
            ),
            remedy=msg("report this as a bug of the rule; ignore the rule until it is mended"),
            severity="error",
            failure=True,
        )
