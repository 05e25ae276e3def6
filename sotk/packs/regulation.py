"""Regulations and benchmarks as data: regimes, limits, echelons, exemptions, checklists.

One file a regulation, so that a new regulation is a new file. A number of a regulation carries the
article it stands in, and whether that article was read (`verified`).
"""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from sotk.model.fields import Day, Id, Ids, Name, Text, Texts
from sotk.model.value import record
from sotk.packs.cited import Cited
from sotk.packs.limit import Classes, Force, Levels, Limit, Topic, one_or_many
from sotk.packs.wording import Wording


@record(frozen=True, slots=True, kw_only=True)
class Regime(Cited):
    """A state of the law, in force from a day on; what it does not regulate anew continues from another."""

    id: Id
    name: Wording
    start: Annotated[Day, Field(alias="from")]
    continues: Id | None = None


@record(frozen=True, slots=True, kw_only=True)
class EchelonRule(Cited):
    """The echelons the head of a unit may have; `under` is the kind of the agency or parent it stands in."""

    id: Id
    kinds: Ids
    echelons: Texts
    under: Ids = ()
    levels: Levels = ()
    classes: Classes = ()
    regimes: Ids = ()
    note: Wording | None = None


@record(frozen=True, slots=True, kw_only=True)
class Exemption(Cited):
    """Where a limit does not apply: always, or where the unit says why (`retained`, `exempt`)."""

    id: Id
    topics: Annotated[tuple[Topic, ...], BeforeValidator(one_or_many)]
    kinds: Ids = ()
    levels: Levels = ()
    regimes: Ids = ()
    when: Literal["always", "retained", "exempt"] = "always"
    reason: Wording


@record(frozen=True, slots=True, kw_only=True)
class ChecklistItem:
    """One thing to be shown; files name it by its id."""

    id: Id
    text: Wording
    required: bool = True


@record(frozen=True, slots=True, kw_only=True)
class Checklist(Cited):
    """Criteria or attachments a unit of some kind needs, such as those of founding a UPTD."""

    id: Id
    name: Wording
    kinds: Ids = ()
    items: tuple[ChecklistItem, ...]


@record(frozen=True, slots=True, kw_only=True)
class Authority(Cited):
    """Work that belongs to some levels of government, told by words in a duty of the affair.

    Beside one of the words in `unless` (coordination, guidance) a duty of another level may name it.
    """

    id: Id
    affair: Name
    levels: Levels
    words: Texts
    unless: Texts = ()
    text: Wording

    def named_in(self, text: str) -> str | None:
        """The word by which a text speaks of this work; None where it does not."""
        folded = " ".join(text.casefold().split())
        if any(word.casefold() in folded for word in self.unless):
            return None
        return next((word for word in self.words if word.casefold() in folded), None)


@record(frozen=True, slots=True, kw_only=True)
class Regulation:
    """One file: a regulation (or a benchmark), the regime it opens if it opens one, and what it says.

    `source` stands for every entry that names none of its own; so does `regimes`, or else the regime the
    file opens, or else every regime.
    """

    id: Id
    source: Text
    title: Text
    force: Force = "law"
    regime: Regime | None = None
    regimes: Ids = ()
    limits: tuple[Limit, ...] = ()
    echelons: tuple[EchelonRule, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    authorities: tuple[Authority, ...] = ()
