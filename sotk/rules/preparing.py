"""Makes the rules of a run from the catalogue and the settings; a slip in the settings is a finding."""

from collections.abc import Iterable

from pydantic import ValidationError

from sotk.findings import Finding
from sotk.locale import msg
from sotk.rules.notices import notice_of
from sotk.rules.rule import Options, Rule
from sotk.rules.settings import RuleSettings, means

AnyRule = Rule[Options]


def prepared(
    classes: Iterable[type[AnyRule]], settings: RuleSettings
) -> tuple[tuple[AnyRule, ...], tuple[Finding, ...]]:
    """The rules to run, with their options, and what is wrong with the settings."""
    known = tuple(classes)
    house, faults = _house(known, settings)
    every: tuple[type[AnyRule] | AnyRule, ...] = (*known, *house)
    strangers = (word for word in sorted(settings.words()) if not _known(word, every))
    remarks = [*faults, *(_stranger(word, every) for word in strangers)]
    rules: list[AnyRule] = [rule for rule in house if settings.runs(rule)]
    for rule in known:
        if not settings.runs(rule):
            continue
        given = settings.options.get(rule.code, settings.options.get(rule.name, {}))
        if not given:
            rules.append(rule())
            continue
        try:
            rules.append(rule(rule.options_type.model_validate(given)))
        except ValidationError as error:
            remarks.extend(_wrong_option(rule, problem["loc"], problem["msg"]) for problem in error.errors())
            rules.append(rule())
    return tuple(rules), tuple(remarks)


def _house(
    known: Iterable[type[AnyRule]], settings: RuleSettings
) -> tuple[tuple[AnyRule, ...], tuple[Finding, ...]]:
    if not settings.house:
        return (), ()
    from sotk.rules.house import house_rules

    return house_rules(settings.house, (rule.code for rule in known))


def _known(word: str, rules: Iterable[type[AnyRule] | AnyRule]) -> bool:
    return (
        notice_of(word) is not None
        or word.upper() in ("SET", "WVR")
        or any(means(word, rule) for rule in rules)
    )


def _stranger(word: str, rules: Iterable[type[AnyRule] | AnyRule]) -> Finding:
    from difflib import get_close_matches

    words = {known.lower(): known for rule in rules for known in (rule.code, rule.name)}
    near = get_close_matches(word.lower(), words, n=1, cutoff=0.6)
    return Finding(
        "SET001",
        "unknown-rule",
        "warning",
        msg("the settings name a rule that does not exist: {word}", word=word),
        remedy=msg("did you mean {word}? `sotk rule` lists the codes", word=words[near[0]])
        if near
        else msg("`sotk rule` lists the codes"),
    )


def _wrong_option(rule: type[AnyRule], place: tuple[int | str, ...], problem: str) -> Finding:
    return Finding(
        "SET002",
        "wrong-option",
        "error",
        msg(
            "the settings give {rule} a wrong option {option}: {problem}; its own options are used",
            rule=rule.code,
            option=".".join(map(str, place)),
            problem=problem,
        ),
        remedy=msg("`sotk rule {rule}` lists its options", rule=rule.code),
    )
