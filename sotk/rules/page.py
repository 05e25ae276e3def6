"""The page of a rule, made from what the rule says of itself: for `sotk rule CODE` and for the docs."""

from typing import Final

from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from sotk.findings import Severity
from sotk.locale import Language, Message, msg, say
from sotk.rules.rule import Ground, Options, Rule, Scope

_SEVERITIES: Final[dict[Severity, Message]] = {
    "error": msg("error (breaks the law)"),
    "warning": msg("warning"),
    "advice": msg("advice"),
    "cannot_tell": msg("cannot tell"),
}
_GROUNDS: Final[dict[Ground, Message]] = {
    "law": msg("a regulation; where the article was not read it warns at most, and says so"),
    "benchmark": msg("a benchmark: advice, not law"),
    "consistency": msg("the structure's own word: two statements that do not go together"),
}
_SCOPES: Final[dict[Scope, Message]] = {
    "unit": msg("each unit"),
    "subtree": msg("each unit with all below it"),
    "structure": msg("the whole structure"),
    "change": msg("a proposal beside what it departs from"),
    "workspace": msg("all agencies of a workspace together"),
}


def page(rule: type[Rule[Options]] | Rule[Options], language: Language) -> str:
    """The page of a rule as Markdown; a rule of a house has one too."""
    text = rule.documentation
    parts = [
        f"# {rule.code} {rule.name}",
        say(text.what, language),
        _section(msg("Why"), say(text.why, language), language),
        _section(msg("How to fix"), say(text.fix, language), language),
        _section(msg("Rests on"), _rests_on(rule, language), language),
    ]
    if rule.options_type.model_fields:
        parts.append(_section(msg("Options"), _options(rule, language), language))
    if text.base:
        parts.append(_example(msg("Departs from"), text.base, language))
    if text.bad:
        parts.append(_example(msg("Bad"), text.bad, language))
    if text.good:
        parts.append(_example(msg("Good"), text.good, language))
    return "\n\n".join(parts) + "\n"


def _section(title: Message, body: str, language: Language) -> str:
    return f"## {say(title, language)}\n\n{body}"


def _example(title: Message, text: str, language: Language) -> str:
    return _section(title, f"```yaml\n{text.strip()}\n```", language)


def _rests_on(rule: type[Rule[Options]] | Rule[Options], language: Language) -> str:
    rows = [
        (msg("Severity"), say(_SEVERITIES[rule.severity], language)),
        (msg("Ground"), say(_GROUNDS[rule.ground], language)),
        (msg("Basis"), rule.basis),
        (msg("Looks at"), say(_SCOPES[rule.scope], language)),
        (msg("Cannot tell without"), ", ".join(f"`{need}`" for need in rule.needs)),
    ]
    return "\n".join(f"- {say(name, language)}: {value}" for name, value in rows if value)


def _options(rule: type[Rule[Options]] | Rule[Options], language: Language) -> str:
    lines = [
        f"- `{name}` ({_default(field, language)}): {say(msg(field.description or ''), language)}"
        for name, field in rule.options_type.model_fields.items()
    ]
    example = f"rules:\n  options:\n    {rule.code}: {{{next(iter(rule.options_type.model_fields))}: ...}}"
    return "\n".join([*lines, "", f"```yaml\n{example}\n```"])


def _default(field: FieldInfo, language: Language) -> str:
    default = field.default
    if default is None or default is PydanticUndefined:
        return say(msg("not set"), language)
    if isinstance(default, tuple):
        return ", ".join(map(str, default))
    if isinstance(default, dict):
        return "; ".join(f"{key}: {', '.join(map(str, value))}" for key, value in default.items())
    return str(default)
