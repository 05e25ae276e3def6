"""The way in: check a structure, and check it again after an edit."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from sotk.findings import Finding
from sotk.model import Structure
from sotk.packs import Pack
from sotk.rules.asking import AnyRule, Asking
from sotk.rules.catalogue import RULES
from sotk.rules.context import RuleContext
from sotk.rules.law import Law
from sotk.rules.ledger import Ledger
from sotk.rules.preparing import prepared
from sotk.rules.rule import ChangeRule, Options, Rule, WorkspaceRule
from sotk.rules.settings import RuleSettings
from sotk.rules.touched import Touched, touched_between
from sotk.rules.verdict import Verdict
from sotk.rules.waivers import Waivers

DEFAULTS: Final = RuleSettings()


@dataclass(frozen=True, slots=True)
class Checked:
    """A structure, what was found in it, and what a check after the next edit need not ask again."""

    findings: tuple[Finding, ...]
    context: RuleContext
    settings: RuleSettings
    rules: tuple[AnyRule, ...]
    remarks: tuple[Finding, ...]
    ledgers: Mapping[str, Ledger] = field(repr=False)

    @property
    def structure(self) -> Structure:
        return self.context.structure


def check(
    structure: Structure,
    pack: Pack,
    settings: RuleSettings = DEFAULTS,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    base: Structure | None = None,
    decided: Collection[tuple[str, str]] = (),
    today: date | None = None,
    previous: Checked | None = None,
    touched: Touched | Iterable[str] | None = None,
    strict: bool = False,
) -> tuple[Finding, ...]:
    """The findings of all rules on a structure; see `checked`, which also keeps what it learned."""
    return checked(
        structure,
        pack,
        settings,
        select=select,
        ignore=ignore,
        base=base,
        decided=decided,
        today=today,
        previous=previous,
        touched=touched,
        strict=strict,
    ).findings


def checked(
    structure: Structure,
    pack: Pack,
    settings: RuleSettings = DEFAULTS,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    base: Structure | None = None,
    decided: Collection[tuple[str, str]] = (),
    today: date | None = None,
    previous: Checked | None = None,
    touched: Touched | Iterable[str] | None = None,
    plugins: Sequence[type[Rule[Options]]] = (),
    strict: bool = False,
) -> Checked:
    """Check a structure.

    `select` and `ignore` take the place of those of the settings. With a `base`, rules of changes run
    too, and `decided` names the entities (type and id) that its operations take out on purpose. With a
    `previous` check of an earlier state, only what `touched` names (units, or all that
    differs) is asked again; the findings are the same either way. `today` decides which waivers hold
    and, where the structure gives no day, the law. A rule that fails gives an error; `strict` raises.
    """
    day = date.today() if today is None else today  # noqa: DTZ011 - the day of the person at the desk
    wanted = _wanted(settings, select, ignore)
    if (
        previous is not None
        and _goes_on(previous, structure, pack, wanted, day, base)
        and previous.context.decided == frozenset(decided)
    ):
        return _again(previous, structure, touched, strict=strict)
    rules, remarks = prepared((*RULES, *plugins), wanted)
    context = RuleContext(structure, Law(pack, structure.header, day), base, decided=frozenset(decided))
    able = tuple(rule for rule in rules if _asked(rule, base) and rule.applies(context))
    _ = context.graph.depths  # one pass for all, where a check of an edit asks chain by chain
    ledgers = Asking(able, context, strict=strict).all()
    return _judged(context, wanted, able, remarks, ledgers)


def _asked(rule: AnyRule, base: Structure | None) -> bool:
    """Whether a rule is about one structure, or about a change where there is one."""
    return not isinstance(rule, WorkspaceRule) and (base is not None or not isinstance(rule, ChangeRule))


def _again(
    previous: Checked, structure: Structure, touched: Touched | Iterable[str] | None, *, strict: bool
) -> Checked:
    before = previous.context
    edit = touched if isinstance(touched, Touched) else touched_between(before.structure, structure, touched)
    context = RuleContext(
        structure, before.law, before.base, _parents(before, structure, edit), before.decided
    )
    ledgers = Asking(previous.rules, context, strict=strict).again(previous.ledgers, edit)
    return _judged(context, previous.settings, previous.rules, previous.remarks, ledgers)


def _judged(
    context: RuleContext,
    settings: RuleSettings,
    rules: tuple[AnyRule, ...],
    remarks: tuple[Finding, ...],
    ledgers: Mapping[str, Ledger],
) -> Checked:
    waivers = Waivers(context.structure, context.law.today)
    verdict = Verdict(context, settings, waivers)
    found = list(remarks)
    for rule in rules:
        found.extend(verdict.findings(rule, ledgers[rule.code].outcomes()))
    found.extend(waivers.findings(rules))
    found.sort(key=_place)
    return Checked(tuple(found), context, settings, rules, remarks, ledgers)


def _place(finding: Finding) -> tuple[str, ...]:
    subject = finding.subject
    where = ("", "", "") if subject is None else (subject.entity, subject.id, subject.field or "")
    return finding.code, *where, finding.message.text, *map(str, finding.message.args.values())


def _wanted(settings: RuleSettings, select: Sequence[str], ignore: Sequence[str]) -> RuleSettings:
    update = {"select": tuple(select)} if select else {}
    if ignore:
        update["ignore"] = tuple(ignore)
    return settings.model_copy(update=update) if update else settings


def _goes_on(
    previous: Checked,
    structure: Structure,
    pack: Pack,
    settings: RuleSettings,
    day: date,
    base: Structure | None,
) -> bool:
    """Whether an earlier check still says something; another header may mean another law."""
    law = previous.context.law
    return (
        law.pack is pack
        and law.header == structure.header
        and law.today == day
        and previous.context.base is base
        and previous.settings == settings
    )


def _parents(before: RuleContext, structure: Structure, edit: Touched) -> Mapping[str, str]:
    """The superiors after an edit: the table of before, where no unit came under another."""
    moved = [unit for unit, names in edit.units.items() if "superior" in names or "children" in names]
    if not moved and not edit.gone:
        return before.graph.parents
    parents = {unit: above for unit, above in before.graph.parents.items() if unit not in edit.gone}
    for unit in moved:
        parents.update(dict.fromkeys(structure.below(unit), unit))
    parents.pop(structure.root, None)
    return parents
