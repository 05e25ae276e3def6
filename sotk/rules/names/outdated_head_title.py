"""NAM005: the title of a head names another unit than the one it heads."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Set, Unit
from sotk.packs import Kind
from sotk.packs.kind import NAME_PLACE
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.names.duplicate_sibling_name import same_name
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import Options, UnitRule

_JOINING: Final = frozenset({"dan", "serta", "and"})
"""Words of a name that are also written as a sign, or left out of an abbreviation."""


class OutdatedHeadTitle(UnitRule[Options]):
    """Titles that begin as their kind's do, but go on with other words than the name of the unit."""

    code = "NAM005"
    name = "outdated-head-title"
    reads = frozenset({"unit.name", "unit.kind", "unit.head"})
    severity = "advice"
    ground = "consistency"
    basis = "nomenklatur jabatan"
    documentation = Documentation(
        what=msg(
            "The title of a head begins like those of its kind (Kepala Bidang, Direktur) but goes on with other words than the name of its unit: mostly the name before a renaming. Titles that need no name (Kepala Dinas, Sekretaris, Inspektur, Camat), abbreviations of the name, and names that go on with the unit above are not meant."
        ),
        why=msg(
            "The annex prints the title, the article the name; an appointment under the old title is to a post that is no more."
        ),
        fix=msg("Write the title after the name of the unit (the fix does), or correct the name."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Penanganan Fakir Miskin dan Data, kind: bidang, head: {id: k-1, title: Kepala Bidang Penanganan Fakir Miskin}}
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Penanganan Fakir Miskin dan Data, kind: bidang, head: {id: k-1, title: Kepala Bidang Penanganan Fakir Miskin dan Data}}
""",
    )

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        kind = context.kind(unit)
        if kind is None or unit.head is None or kind.head is None:
            return ()
        meant = _meant(unit.head.title, unit, kind, context)
        if meant is None:
            return ()
        return (
            Broken(
                Subject("position", unit.head.id, "title"),
                msg("{unit} is headed by a {title}", unit=unit.name, title=unit.head.title),
                unit=unit.id,
                related=(Subject("unit", unit.id, "name"),),
                remedy=msg("write {title}, or correct the name of the unit", title=meant),
                fix=(Set(entity="position", id=unit.head.id, field="title", value=meant),),
            ),
        )


def _meant(title: str, unit: Unit, kind: Kind, context: RuleContext) -> str | None:
    """The title the pack gives such a head; None where the title at hand may stand."""
    own = _after(unit.name, (*kind.words, *kind.drop))
    if not own or same_name(unit.name) in same_name(title):
        return None
    for language in ("id", "en"):
        called = _after_pattern(title, kind, language)
        if called and not _names(called, own, unit, context):
            return kind.head_title(unit.name, language)
    return None


def _after(text: str, beginnings: Sequence[str]) -> str | None:
    """What follows the longest of some beginnings; None where a text begins like none."""
    found = (
        text[len(words) :].strip()
        for words in sorted(beginnings, key=len, reverse=True)
        if f"{text.casefold()} ".startswith(f"{words.casefold()} ")
    )
    return next(found, None)


def _after_pattern(title: str, kind: Kind, language: str) -> str | None:
    """The words of a title that stand for the name of the unit; None where it is not built so."""
    pattern = kind.head.id if language == "id" else kind.head.en  # type: ignore[union-attr] # was asked before
    before, place, behind = pattern.partition(NAME_PLACE)
    if not place or behind or not title.casefold().startswith(before.casefold()):
        return None
    rest = title[len(before) :].strip()
    return rest if kind.drop else _after(rest, kind.words)


def _names(called: str, own: str, unit: Unit, context: RuleContext) -> bool:
    """Whether words of a title stand for the name of the unit: the same, shorter, or with its place."""
    said, name = list(_words(called)), list(_words(own))
    if said == name or (unit.short and same_name(called) == same_name(unit.short)):
        return True
    short = [word for word in called.split() if _is_short(word) and same_name(word) not in name]
    if short:
        return all(_stands_for(word.casefold(), list(_words(unit.name))) for word in short)
    if said != name[: len(said)]:
        return False
    kind = context.kind(unit)
    return (kind is not None and kind.agency) or _is_a_place(own, said, context)


def _words(text: str) -> Iterator[str]:
    return (word for word in same_name(text).split() if word not in _JOINING)


def _is_short(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and word.isupper()


def _stands_for(short: str, name: Sequence[str]) -> bool:
    """Whether the letters of an abbreviation begin words of a name, in their order."""
    initials = iter(word[0] for word in name)
    return all(letter in initials for letter in short)


def _is_a_place(own: str, said: Sequence[str], context: RuleContext) -> bool:
    """Whether a name goes on with another unit: Tata Usaha UPTD Bina Remaja."""
    words = own.split()
    rest = next(
        (words[at:] for at in range(len(words) + 1) if list(_words(" ".join(words[:at]))) == list(said)), []
    )
    return bool(rest) and context.law.kind_named(" ".join(rest)) is not None
