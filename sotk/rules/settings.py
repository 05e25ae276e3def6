"""What a workspace, a command or a user decides about rules."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict

from sotk.rules.rule import Options, Rule

Level: TypeAlias = Literal["error", "warning", "advice", "off"]


class RuleSettings(BaseModel):
    """Which rules run, with which options, and how grave their findings are.

    `select` and `ignore` hold codes, beginnings of codes (`SPN`) or names; nothing selected means all.
    `severity` maps the same words to a severity or `off`; `subtrees` does so for a unit and all below
    it, where the unit nearest to the finding wins. `options` holds the options of a rule by its code or
    name, `house` the house's own rules.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Level] = {}
    subtrees: Mapping[str, Mapping[str, Level]] = {}
    options: Mapping[str, Mapping[str, Any]] = {}
    house: tuple[Mapping[str, Any], ...] = ()

    def runs(self, rule: Rule[Options] | type[Rule[Options]]) -> bool:
        """Whether a rule is selected and not ignored; of both, the more exact word wins."""
        chosen = _longest(self.select, rule) if self.select else 0
        ignored = _longest(self.ignore, rule)
        if chosen is None or best(self.severity, rule) == "off":
            return False
        return ignored is None or chosen > ignored

    def words(self) -> frozenset[str]:
        """Every word that should mean a rule."""
        below = (word for levels in self.subtrees.values() for word in levels)
        return frozenset({*self.select, *self.ignore, *self.severity, *self.options, *below})


def means(word: str, rule: Rule[Options] | type[Rule[Options]]) -> bool:
    """Whether a word of the settings means a rule: its code, the beginning of its code, or its name."""
    return rule.code.startswith(word.upper()) or rule.name == word


def best(levels: Mapping[str, Level], rule: Rule[Options] | type[Rule[Options]]) -> Level | None:
    """The level of the most exact word that means a rule."""
    meant = [word for word in levels if means(word, rule)]
    return levels[max(meant, key=len)] if meant else None


def _longest(words: Iterable[str], rule: Rule[Options] | type[Rule[Options]]) -> int | None:
    return max((len(word) for word in words if means(word, rule)), default=None)
