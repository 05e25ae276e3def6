"""What changed, drawn: a ghost where a unit was, a mark where it is, its old name beside the new one.

Nothing of the structure before is missing: what is no more, was merged, split or moved away stands as a
ghost at its old place. Every kind of change has a sign and a line style of its own beside its colour.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from sotk.chart.layout.chart import Phrase, Swatch
from sotk.chart.overlays.overlay import Ghost, Look, Overlay
from sotk.chart.scene import Dash, Mark, Stroke, Style
from sotk.compare import Diff
from sotk.findings.names import clean
from sotk.locale import Language, Message, msg, say
from sotk.model import Unit

GHOST_KEY: Final = "ghost:"
SMALLER: Final = 0.82
NAMED: Final = 2  # names listed in a box before it says how many more


@dataclass(frozen=True, slots=True)
class Change:
    """A kind of change: its sign, words of the legend, colours and line."""

    name: str
    sign: str
    words: Message
    count: Message | None
    fill: str
    ink: str
    dash: Dash = "solid"

    @property
    def style(self) -> Style:
        """How a box is drawn of which this became."""
        return Style(self.fill, Stroke(self.ink, 1.2, self.dash))


CHANGES: Final = {
    change.name: change
    for change in (
        Change("added", "+", msg("new"), msg("{n} new"), "#e3f3e6", "#2e8b4f"),
        Change("removed", "−", msg("removed"), msg("{n} removed"), "#fbe3e3", "#b3282d", "dashed"),
        Change("moved", "→", msg("moved (new place)"), msg("{n} moved"), "#e3edfb", "#2f6fb3"),
        Change("left", "↗", msg("moved (old place)"), None, "#ffffff", "#2f6fb3", "dotted"),
        Change("merged", "⊕", msg("merged"), msg("{n} merged"), "#efe6fb", "#6b3fb5"),
        Change("into", "⊕", msg("merged into another"), None, "#ffffff", "#6b3fb5", "dotted"),
        Change("split", "÷", msg("split off"), msg("{n} split"), "#e0f4f4", "#157a7a"),
        Change("parts", "÷", msg("split into others"), None, "#ffffff", "#157a7a", "dotted"),
        Change("renamed", "~", msg("renamed"), msg("{n} renamed"), "#fdf3d6", "#a8780f"),
        Change(
            "changed", "∆", msg("duties or posts changed"), msg("{n} changed inside"), "#f0f0f0", "#555555"
        ),
    )
}
KEPT: Final = Style("#ffffff", Stroke("#8a8a8a", 0.9))
STRONGEST: Final = ("added", "merged", "split", "moved", "renamed", "changed")
INSIDE: Final[dict[str, Message]] = {
    "duty": msg("duties"),
    "position": msg("posts"),
    "indicator": msg("indicators"),
}


def changes(diff: Diff, language: Language, title: tuple[str, ...] = ()) -> Overlay:
    """The overlay of a comparison, for the chart of the structure after it."""
    return _Drawing(diff, language).overlay(title)


@dataclass(slots=True)
class _Drawing:
    diff: Diff
    language: Language
    facts: dict[str, dict[str, str]] = field(default_factory=dict)
    """By unit of the structure after: the changes it went through, and what each says beside the name."""

    def overlay(self, title: tuple[str, ...]) -> Overlay:
        self.read()
        looks = {unit.id: self.look(unit) for unit in self.diff.after.walk()}
        ghosts = self.ghosts()
        used = {change for found in self.facts.values() for change in found}
        used |= {ghost.look.mark.name for each in ghosts.values() for ghost in each if ghost.look.mark}
        legend = [
            Swatch(self.said(change.words), change.style, change.sign)
            for name, change in CHANGES.items()
            if name in used
        ]
        kept = sum(1 for unit in self.diff.after.units if unit not in self.facts)
        if kept:
            legend.append(Swatch(self.said(msg("unchanged")), KEPT))
        return Overlay(
            looks,
            ghosts,
            tuple(legend),
            title,
            self.counts(ghosts, kept),
            self.said(msg("Other {kind}", kind="{kind}")),
        )

    def said(self, message: Message) -> str:
        return say(message, self.language)

    def read(self) -> None:
        inside: dict[str, Counter[str]] = {}
        for fact in self.diff.facts:
            if fact.entity != "unit":
                if fact.entity in INSIDE and fact.unit and fact.unit in self.diff.after.units:
                    inside.setdefault(fact.unit, Counter())[fact.entity] += 1
                continue
            if fact.verb == "added":
                self.note(fact.id, "added", "")
            elif fact.verb == "moved":
                self.note(fact.id, "moved", self.said(msg("(from {unit})", unit=self.short(fact.before))))
            elif fact.verb == "renamed":
                self.note(
                    fact.id, "renamed", self.said(msg("formerly: {name}", name=clean(str(fact.before))))
                )
            elif fact.verb == "merged":
                self.note(
                    fact.id, "merged", self.said(msg("merged from {units}", units=self.names(fact.before)))
                )
            elif fact.verb == "split":
                for made in fact.after:
                    self.note(made, "split", self.said(msg("split from {unit}", unit=self.short(fact.id))))
            elif fact.verb == "changed":
                inside.setdefault(fact.id, Counter())
        for unit, counted in inside.items():
            listed = ", ".join(f"{self.said(INSIDE[each])} {n}" for each, n in counted.items())
            if unit in self.diff.after.units:
                self.note(unit, "changed", f"∆ {listed}" if listed else "")

    def note(self, unit: str, change: str, words: str) -> None:
        self.facts.setdefault(unit, {}).setdefault(change, words)

    def short(self, unit: object) -> str:
        found = self.diff.before.units.get(str(unit)) or self.diff.after.units.get(str(unit))
        return clean((found.short or found.name) if found else str(unit))

    def names(self, units: Iterable[str]) -> str:
        listed = list(units)
        text = ", ".join(self.short(each) for each in listed[:NAMED])
        return text if len(listed) <= NAMED else f"{text}, +{len(listed) - NAMED}"

    def look(self, unit: Unit) -> Look:
        found = self.facts.get(unit.id)
        if not found:
            return Look(KEPT)
        strongest = next(name for name in STRONGEST if name in found)
        signs = "".join(CHANGES[name].sign for name in STRONGEST if name in found and name != "changed")
        if "added" in found:  # what is new has no old content to compare with
            found = {"added": ""}
        notes = tuple(
            Phrase(words, strong=False, size=SMALLER, ink="#333333") for words in found.values() if words
        )
        said = ", ".join(self.said(CHANGES[name].words) for name in found)
        change = CHANGES[strongest]
        return Look(change.style, Mark(strongest, change.sign, said), f"{signs} " if signs else "", "", notes)

    def ghosts(self) -> dict[str, tuple[Ghost, ...]]:
        """By the box they stand under: the unit itself if it is still there, else its ghost."""
        before, after = self.diff.before, self.diff.after
        gone = {unit: look for unit in before.units if (look := self.fate(unit)) is not None}
        found: dict[str, tuple[Ghost, ...]] = {}
        for parent in before.walk():
            last: str | None = None
            row = []
            for child in before.below(parent.id):
                if child in gone:
                    row.append(Ghost(GHOST_KEY + child, before.units[child], last, gone[child]))
                else:
                    last = child
            home = parent.id if parent.id in after.units else GHOST_KEY + parent.id
            if row:
                found[self.renewed(parent.id) or home] = tuple(row)
        if before.root in gone:
            found[after.root] = (
                Ghost(GHOST_KEY + before.root, before.units[before.root], None, gone[before.root]),
                *found.get(after.root, ()),
            )
        return found

    def renewed(self, unit: str) -> str | None:
        """The unit of the structure after that is this one under another id."""
        if unit in self.diff.after.units:
            return None
        heirs = [each for each in self.diff.after.units.values() if unit in each.lineage]
        return heirs[0].id if len(heirs) == 1 and len(heirs[0].lineage) == 1 else None

    def fate(self, unit: str) -> Look | None:
        """What a unit's ghost says; None where the unit stands at its old place."""
        after = self.diff.after
        heir = self.renewed(unit)
        if unit in after.units or heir:
            now = heir or unit
            if "moved" not in self.facts.get(now, {}):
                return None
            parent = after.units[now].parent
            return self.ghost("left", msg("now under {unit}", unit=self.short(parent)))
        heirs = [each for each in after.units.values() if unit in each.lineage]
        if len(heirs) > 1:
            return self.ghost("parts", msg("split into {units}", units=self.names(each.id for each in heirs)))
        if heirs:
            return self.ghost("into", msg("merged into {unit}", unit=self.short(heirs[0].id)))
        return self.ghost("removed", msg("removed"))

    def ghost(self, name: str, words: Message) -> Look:
        change = CHANGES[name]
        note = Phrase(self.said(words), strong=False, size=SMALLER, ink="#333333")
        return Look(change.style, Mark(name, change.sign, self.said(words)), f"{change.sign} ", "", (note,))

    def counts(self, ghosts: dict[str, tuple[Ghost, ...]], kept: int) -> str:
        numbers = Counter(
            change
            for found in self.facts.values()
            for change in (found if "added" not in found else ("added",))
        )
        numbers["removed"] = sum(
            1
            for each in ghosts.values()
            for ghost in each
            if ghost.look.mark and ghost.look.mark.name == "removed"
        )
        parts = [
            self.said(Message(change.count.text, {"n": numbers[name]}))
            for name, change in CHANGES.items()
            if change.count is not None and numbers[name]
        ]
        return " · ".join([*parts, self.said(msg("{n} unchanged", n=kept))])
