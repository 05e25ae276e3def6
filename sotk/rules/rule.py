"""What a rule is: its code, its scope, what it reads, and the question it asks.

A rule looks at values and yields outcomes. It never prints, never changes what it looks at, and does
not know settings, waivers or files.
"""

from abc import ABC, abstractmethod
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from typing import Any, ClassVar, Final, Generic, Literal, TypeAlias, TypeVar

from pydantic import BaseModel, ConfigDict

from sotk.findings import Severity
from sotk.model import Structure, Unit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import Documentation
from sotk.rules.outcome import Outcome

Scope: TypeAlias = Literal["unit", "subtree", "structure", "change", "workspace"]
Reach: TypeAlias = Literal["unit", "children", "parent", "branch", "chain"]
"""Whose change may change what a rule says of a unit: its own, its direct subordinates', its
superior's (in its own fields: which units stand below it is not asked), that of anything below it,
that of anything above it."""
Trait: TypeAlias = Literal["subordinates", "head", "positions", "workload", "codes"]
"""What a unit must have for a rule to say anything of it; others are not asked about."""
Ground: TypeAlias = Literal["law", "benchmark", "consistency"]
"""What a rule rests on: a regulation, an experience with spans and layers, or the structure's own word."""


class Options(BaseModel):
    """The options of a rule. Frozen; an unknown option is refused.

    What checks them is built when options are first given: most runs give none.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


_WORDS: Final = frozenset({"unit.name", "unit.kind"})
"""What messages say of units."""

O_co = TypeVar("O_co", bound=Options, covariant=True)


class Rule(ABC, Generic[O_co]):
    """A rule with its options.

    `reads` names the fields it looks at (`unit.head`, `children`, `header.agency`, `indicators`), so
    that an edit of anything else need not run it again; `needs` the inputs without which it cannot
    tell; both stand on its page. A rule of a house gets its code and words from its text, all others
    from their class.
    """

    code: str
    name: str
    scope: ClassVar[Scope]
    reads: ClassVar[frozenset[str]]
    needs: ClassVar[tuple[str, ...]] = ()
    severity: Severity
    ground: ClassVar[Ground]
    basis: str = ""
    documentation: Documentation
    options_type: ClassVar[type[Options]] = Options

    def __init__(self, options: Options | None = None) -> None:
        self.options: O_co = self.options_type.model_construct() if options is None else options  # type: ignore[assignment]

    @property
    def looks_at(self) -> frozenset[str]:
        """The fields whose change may change what the rule says: those it reads, and names in its words."""
        return self.reads

    def applies(self, context: RuleContext) -> bool:
        """Whether the pack and the regime give this rule anything to look at."""
        return True


class UnitRule(Rule[O_co]):
    """A rule about one unit and the neighbours named by `reach`."""

    scope: ClassVar[Scope] = "unit"
    about: ClassVar[Trait | None] = None
    reach: ClassVar[frozenset[Reach]] = frozenset({"unit"})

    @property
    def looks_at(self) -> frozenset[str]:
        return self.reads | _WORDS

    def kinds(self, context: RuleContext) -> Collection[str] | None:
        """The kinds of units the rule is about; None for all."""
        return None

    @abstractmethod
    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        """What the rule says of one unit."""


class GroupRule(Rule[O_co]):
    """A rule about what several units share: each gives its entries under a key, each key is judged.

    An edit collects again from the units within `reach` of what it touched, and judges only the keys
    they gave or give.
    """

    scope: ClassVar[Scope] = "structure"
    about: ClassVar[Trait | None] = None
    reach: ClassVar[frozenset[Reach]] = frozenset({"unit"})

    @property
    def looks_at(self) -> frozenset[str]:
        return self.reads | _WORDS

    def expected(self, context: RuleContext) -> Iterable[Hashable]:
        """Keys that are judged even if no unit has a part in them."""
        return ()

    @abstractmethod
    def collect(self, unit: Unit, context: RuleContext) -> Iterable[tuple[Hashable, Any]]:
        """The keys a unit has a part in, each with what is needed to judge it."""

    @abstractmethod
    def judge(self, key: Any, entries: Sequence[tuple[str, Any]], context: RuleContext) -> Iterable[Outcome]:
        """What the rule says of a key; entries are pairs of unit and what it gave, by unit id."""


class StructureRule(Rule[O_co]):
    """A rule about the structure as a whole."""

    scope: ClassVar[Scope] = "structure"

    @abstractmethod
    def check(self, context: RuleContext) -> Iterable[Outcome]:
        """What the rule says of the structure."""


class ChangeRule(Rule[O_co]):
    """A rule about what a proposal does to the structure it departs from."""

    scope: ClassVar[Scope] = "change"

    @abstractmethod
    def check(self, base: Structure, context: RuleContext) -> Iterable[Outcome]:
        """What the rule says of the step from `base` to the context's structure."""


class WorkspaceRule(Rule[O_co]):
    """A rule about several agencies together."""

    scope: ClassVar[Scope] = "workspace"

    @abstractmethod
    def check(self, contexts: Mapping[str, RuleContext]) -> Iterable[tuple[str, Outcome]]:
        """What the rule says of the structures, each outcome with the key of the structure it is about."""
