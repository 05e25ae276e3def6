"""Overlaps for a person at a terminal: by pairs of units, every duty in full, wrapped under itself."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sotk.cli.overlapping import Change, Found, Told, key_of
from sotk.findings.names import clean
from sotk.locale import Message, msg, say

if TYPE_CHECKING:
    from sotk.chart.naming import UnitKey
    from sotk.overlap.carried import Carried, DutyOverlap, UnitPair

NARROWEST: Final = 40
SIGNS: Final[dict[Change, str]] = {"": "", "kept": "", "new": "+ ", "gone": "− "}
HEADS: Final[dict[Change, Message]] = {
    "new": msg("OVERLAPS THAT ARE NEW"),
    "gone": msg("OVERLAPS THAT ARE GONE"),
}


def to_text(found: Found, *, most: int, duties: int, width: int) -> str:
    """At most `most` pairs of units with `duties` pairs of duties each, in lines of at most `width` cells."""
    return "\n".join(_Text(found, most, duties, max(width, NARROWEST)).lines()) + "\n"


@dataclass(slots=True)
class _Text:
    found: Found
    most: int
    duties: int
    width: int
    _names: dict["UnitKey", str] | None = None

    def lines(self) -> Iterator[str]:
        changes: tuple[Change, ...] = ("",) if self.found.before is None else ("new", "gone")
        for change in changes:
            told = [each for each in self.found.told if each.change == change]
            if change in HEADS:
                yield self.said(HEADS[change])
                yield ""
            yield from self.pairs(told)
        yield from self.summary()

    def pairs(self, told: Sequence[Told]) -> Iterator[str]:
        from sotk.overlap.carried import by_units

        if not told:
            yield from (self.said(msg("No overlaps.")), "")
            return
        reasons = {each.key: each.accepted for each in told}
        groups = by_units(each.overlap for each in told)
        for n, group in enumerate(groups[: self.most], 1):
            yield from self.pair(n, group, reasons)
            yield ""
        if len(groups) > self.most:
            left = len(groups) - self.most
            yield self.said(msg("{count} more pairs of units; see --most.", count=left))
            yield ""

    def pair(
        self, n: int, group: "UnitPair", reasons: dict[frozenset[tuple[str, str, str]], str | None]
    ) -> Iterator[str]:
        head = f"{n}. {group.score:.2f}  "
        down = "  ↓ " if group.delegation else "  ↔ "
        yield from self.hanging(head, self.unit(group.a))
        yield from self.hanging(" " * (len(head) - 4) + down, self.unit(group.b))
        for overlap in group.overlaps[: self.duties]:
            yield from self.overlap(overlap, reasons[key_of(overlap)])
        if len(group.overlaps) > self.duties:
            left = len(group.overlaps) - self.duties
            yield " " * 9 + self.said(msg("more pairs of duties: {count}; see --duties", count=left))

    def overlap(self, overlap: "DutyOverlap", accepted: str | None) -> Iterator[str]:
        yield from self.hanging(f"   {overlap.score:.2f}  ", self.duty(overlap.a))
        yield from self.hanging(" " * 9, self.duty(overlap.b))
        why = "; ".join(self.said(reason.message) for reason in overlap.judgement.reasons)
        yield from self.hanging(" " * 9 + "→ ", clean(why))
        if accepted is not None:
            yield from self.hanging(" " * 9 + "✓ ", self.said(_acceptance(accepted)))

    def summary(self) -> Iterator[str]:
        """How many there are, what was left out and how to see it."""
        from sotk.overlap.carried import by_units

        found = self.found
        shown = [each for each in found.told if each.change != "kept"]
        yield self.said(
            msg(
                "From {threshold} on: pairs of units {pairs}, pairs of duties {duties}.",
                pairs=len(by_units(each.overlap for each in shown)),
                duties=len(shown),
                threshold=found.threshold,
            )
        )
        kept = sum(1 for each in found.told if each.change == "kept")
        if kept:
            yield self.said(msg("Pairs of duties that overlap as before, not listed: {count}.", count=kept))
        if found.handed_down:
            yield self.said(
                msg(
                    "Duties handed down to a unit below: {count}; see --delegation.",
                    count=found.handed_down,
                )
            )
        if found.accepted:
            yield self.said(
                msg("Accepted by a waiver or the settings: {count}; see --waived.", count=found.accepted)
            )
        if found.partial:
            yield self.said(msg("PARTIAL: not every operation could be applied"))
        if any(structure.header.illustrative for structure in found.structures):
            yield self.said(msg("ILLUSTRATIVE DATA is among what was compared."))

    def unit(self, side: "Carried") -> str:
        from sotk.chart.naming import told_apart

        if self._names is None:
            before = (self.found.before,) if self.found.before is not None else ()
            each_alone = [told_apart([structure]) for structure in (*before, *self.found.structures)]
            self._names = {key: name for names in each_alone for key, name in names.items()}
        agency = ""
        if len(self.found.structures) > 1:
            agency = next(each.name for each in self.found.structures if each.id == side.structure)
        name = self._names.get((side.structure, side.unit.id), clean(side.unit.name))
        return f"{name}{agency and f' · {clean(agency)}'} [{side.unit.id}]"

    def duty(self, side: "Carried") -> str:
        return f"{clean(side.duty.text)} [{side.duty.id}]"

    def said(self, message: Message) -> str:
        return say(message, self.found.language)

    def hanging(self, head: str, text: str) -> Iterable[str]:
        from sotk.chart.measure import CellMeasure, cells
        from sotk.chart.wrap import wrap

        room = max(self.width - cells(head), NARROWEST // 2)
        first, *rest = wrap(text, room, CellMeasure(), 1) or ("",)
        indent = " " * cells(head)
        return (head + first, *(indent + line for line in rest))


def _acceptance(reason: str) -> Message:
    return msg("accepted: {reason}", reason=clean(reason)) if reason else msg("accepted in the settings")
