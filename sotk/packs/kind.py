"""Kinds of units: what a dinas, a bidang or a team is, as data."""

from typing import Final, Literal, TypeAlias

from sotk.locale import Language
from sotk.model.fields import Id, Ids, Texts
from sotk.model.value import record
from sotk.packs.wording import Wording

Role: TypeAlias = Literal["secretariat", "assistant", "line", "functional", "support", "site", "team"]
"""Where a unit stands on the official chart, below the head: right of the trunk (secretariat), staff to
the head (assistant), in the row (line), the box of functional posts (functional), at the bottom on the
trunk (support: UPTD, branch office), a service site of its parent (site), internal charts only (team)."""

NAME_PLACE: Final = "{name}"


@record(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of unit.

    `structural` kinds have an office with a head; the others count in no head, one-to-one, structural
    span or depth. `agency` kinds may be the root of a structure. `rank` orders kinds from the top: a
    smaller rank never stands below a greater one. `parents` lists the kinds it may stand under (empty:
    any); `must_have` what it may not lack; `single_child` the kinds that may lawfully be its only
    subordinate. `head` is the usual title of its head, where `{name}` stands for the unit's name without
    the words of `drop`. `words` begin the names of such units.
    """

    id: Id
    name: Wording
    structural: bool = True
    agency: bool = False
    role: Role = "line"
    rank: int = 50
    parents: Ids = ()
    must_have: Ids = ()
    single_child: Ids = ()
    head: Wording | None = None
    drop: Texts = ()
    words: Texts = ()

    def head_title(self, unit_name: str, language: Language = "en") -> str | None:
        """The usual title of the head of a unit of this kind; None where the kind has no head."""
        if self.head is None:
            return None
        for word in self.drop:
            if unit_name.casefold().startswith(word.casefold() + " "):
                unit_name = unit_name[len(word) + 1 :]
                break
        return self.head.said(language).replace(NAME_PLACE, unit_name)
