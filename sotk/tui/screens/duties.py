"""The board of duties: every unit with what it carries, and at each duty who else says the same."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.content import Content

from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.model import Duty, Operation, Structure, Unit, Waiver
from sotk.session.boards import Key, duties
from sotk.session.boards.duties import NOBODY, ONLY, DutyChoice, Only, Shared, Sharing
from sotk.session.latest import Answered, Latest
from sotk.session.waiving import waivers_on
from sotk.tui.action import Choice, Place
from sotk.tui.actions.filling import add_duty
from sotk.tui.actions.sharing import jump
from sotk.tui.catalogue import bindings
from sotk.tui.filling import ROLES, change_field
from sotk.tui.gridview import Column, GridView, Line
from sotk.tui.screens.board import BROAD_FROM, BoardScreen
from sotk.tui.stages import Desk
from sotk.tui.widgets.grid import Grid

HEADS: Final[dict[str, Message]] = {
    "level": msg("Level"),
    "text": msg("Text"),
    "role": msg("Role"),
    "code": msg("Code"),
    "stage": msg("Stage"),
    "shared": msg("Also said by"),
}
NARROW: Final = {"level": 2, "text": 0, "shared": 24}
BROAD: Final = {"level": 7, "text": 0, "role": 11, "code": 20, "stage": 12, "shared": 40}

ONLY_WORDS: Final[dict[Only, Message]] = {
    "all": msg("all duties"),
    "overlapping": msg("only overlaps"),
    "delegated": msg("only delegations"),
    "unassigned": msg("only what is not assigned"),
    "found": msg("only duties with findings"),
}
HANDED_DOWN: Final = msg("delegation")
DELEGATION: Final = "↓"
ACCEPTED: Final = "≈"
"""Before a duty that a unit hands down, and before an overlap that was accepted with a reason."""


class DutyGrid(Grid):
    """The table of duties."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("table", "duties")]


class DutiesScreen(BoardScreen):
    """Who carries what. Overlaps are worked out in a thread of their own, after every edit."""

    GRID = DutyGrid
    PLACES: ClassVar[tuple[Place, ...]] = ("duties", "table")
    ENTITIES = frozenset({"duty"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.only: Only = "all"
        self.shared: Sharing = {}
        self.waiting = True
        self._duties: dict[str, tuple[Unit, Duty]] = {}
        self._lost: dict[str, tuple[Unit, Duty]] = {}
        self._work: Latest[Structure, Sharing] = Latest(duties.sharing, self._answered)

    # Overlaps

    def follow(self, structure: Structure) -> None:
        self._duties = duties.duties_by_id(structure)
        self._lost = duties.lost(structure, self.state.document.base)
        self.waiting = True
        self._work.ask(structure)

    def _answered(self, answer: Answered[Sharing]) -> None:
        """Called from the thread of the work."""
        self.app.call_from_thread(self._take_shared, answer)

    def _take_shared(self, answer: Answered[Sharing]) -> None:
        if not self._work.is_current(answer.ticket):
            return
        self.shared, self.waiting = answer.found or {}, False
        self.show()
        if answer.failure:
            self.tell(msg("Overlaps could not be worked out: {reason}", reason=answer.failure))

    def on_unmount(self) -> None:
        self._work.close()

    def shared_with(self, duty: str) -> list[Shared]:
        """The overlaps of a duty with those that are still there, the surest first, delegations last."""
        near = [each for each in self.shared.get(duty, ()) if each.duty in self._duties]
        return sorted(near, key=lambda each: (each.delegation, -each.score))

    def accepted(self, duty: str, shared: Shared) -> Waiver | None:
        return duties.acceptance(self.state.structure, duty, shared.duty)

    # What is shown

    def begin(self) -> None:
        self.part("grid").go_to(("unit", self.state.selection.cursor))

    def heading(self) -> str:
        overlapping = sum(
            any(not each.delegation and not self.accepted(duty, each) for each in self.shared_with(duty))
            for duty in self.shared
            if duty in self._duties
        )
        parts = [
            self.say(msg("DUTIES")),
            self.say(ONLY_WORDS[self.only]),
            self.count(len(self.entries()), len(self._duties)),
            self.say(msg("looking for overlaps …"))
            if self.waiting
            else self.say(msg("{n} duties overlap", n=overlapping)),
            clean(self.state.structure.name),
        ]
        return " · ".join(part for part in parts if part)

    def rows(self) -> list[Key]:
        document, choice = self.state.document, DutyChoice(self.words, self.only)
        found = {key[1] for key in self.found}
        return duties.rows(document.structure, document.base, choice, self.shared, found)

    def is_heading(self, key: Key) -> bool:
        return key[0] in ("unit", "nobody")

    def view(self) -> GridView:
        broad = self.size.width >= BROAD_FROM
        columns = tuple(
            Column(name, self.say(HEADS[name]) if broad or name != "level" else "", width)
            for name, width in (BROAD if broad else NARROW).items()
        )
        return GridView(
            self.lines, columns, self._line, self.marked, frozenset(self.held if self.cut else ())
        )

    def _line(self, key: Key) -> Line:
        if key == NOBODY:
            return Line({"level": self.say(msg("NOT CARRIED BY ANY UNIT ANY MORE"))}, "warning", heading=True)
        if key[0] == "unit":
            name, n = self.unit_title(key[1]), len(self.state.structure.units[key[1]].duties)
            said = msg("{unit} ({n})", unit=name, n=n) if n else msg("{unit}: no duty", unit=name)
            return Line({"level": self.say(said)}, heading=True)
        _unit, duty = self._lost[key[1]] if key[0] == "lost" else self._duties[key[1]]
        broad = self.size.width >= BROAD_FROM
        cells = {
            "level": duty.level if broad else duty.level[0].upper(),
            "text": clean(duty.text),
            "role": self.say(ROLES[duty.role]),
            "code": clean(duty.code or ""),
            "stage": clean(duty.stage or ""),
        }
        if key[0] == "lost":
            return Line(cells)
        shared = self.shared_with(duty.id)
        cells["shared"] = self._shared_cell(duty.id, shared)
        open_ = bool(shared) and not shared[0].delegation and self.accepted(duty.id, shared[0]) is None
        return Line(cells, self.sign(key), tones={"shared": "warning"} if open_ else {})

    def _shared_cell(self, duty: str, shared: Sequence[Shared]) -> str:
        """The surest overlap, and how many more there are."""
        if not shared:
            return ""
        first = shared[0]
        sign = DELEGATION if first.delegation else ACCEPTED if self.accepted(duty, first) else ""
        alike = sum(each.delegation == first.delegation for each in shared)
        more = f" +{alike - 1}" if alike > 1 else ""
        return f"{sign}{self._score(first)}{more} {self._unit_name(first.unit)}"

    def _score(self, shared: Shared) -> str:
        return f"{round(100 * shared.score)}%"

    def _unit_name(self, unit: str) -> str:
        known = self.state.structure.units.get(unit)
        return unit if known is None else clean(known.short or known.name)

    def detail(self, key: Key) -> list[Content]:
        if key == NOBODY:
            return [
                Content(
                    self.say(msg("These duties of the base are carried by no unit now. t gives them to one."))
                )
            ]
        if key[0] == "unit":
            unit = self.state.structure.units[key[1]]
            return [
                Content.styled(clean(unit.name), "bold"),
                Content(self.say(msg("{n} duties", n=len(unit.duties)))),
            ]
        unit, duty = self._lost[key[1]] if key[0] == "lost" else self._duties[key[1]]
        facts = [
            clean(unit.name),
            duty.level,
            self.say(ROLES[duty.role]),
            clean(duty.code or ""),
            clean(duty.stage or ""),
        ]
        lines = [
            Content.styled(clean(duty.text), "bold"),
            Content.styled(" · ".join(fact for fact in facts if fact), "dim"),
        ]
        if key[0] == "lost":
            return [*lines, Content(self.say(msg("In the base {unit} carried it.", unit=clean(unit.name))))]
        for shared in self.shared_with(duty.id):
            lines += self._shared_lines(duty.id, shared)
        lines += [
            Content(
                self.say(msg("≈ {rule} accepted: {reason}", rule=waiver.rule, reason=clean(waiver.reason)))
            )
            for waiver in waivers_on(self.state.structure, "duty", duty.id)
        ]
        return [*lines, *self.finding_lines(key)]

    def _shared_lines(self, duty: str, shared: Shared) -> list[Content]:
        head = self._score(shared)
        if shared.delegation:
            head = f"{DELEGATION} {self.say(HANDED_DOWN)} {head}"
        elif self.accepted(duty, shared) is not None:
            head = f"{ACCEPTED} {head}"
        reasons = "; ".join(clean(self.say(reason)) for reason in shared.reasons)
        text = clean(self._duties[shared.duty][1].text)
        return [
            Content.assemble((f"{head} ↔ {self._unit_name(shared.unit)}: ", "bold"), text),
            Content.styled(f"    {reasons}", "dim"),
        ]

    def unit_of(self, key: Key) -> str | None:
        if key[0] == "unit":
            return key[1]
        return self._duties[key[1]][0].id if key[0] == "duty" and key[1] in self._duties else None

    # What is done here

    async def add(self) -> None:
        before = frozenset(self._duties)
        await add_duty(self)
        fresh = next((duty for duty in self._duties if duty not in before), None)
        if fresh is not None:
            self.part("grid").go_to(("duty", fresh))

    async def open_cell(self, begun: str | None = None) -> None:  # noqa: ARG002 - no cell begins by a digit
        row, column = self.row, self.part("grid").column
        if row is None or column is None or row == NOBODY:
            return
        if row[0] == "lost":
            self.carry_out("transfer_duties")
        elif row[0] == "unit":
            await change_field(self, "unit", row[1], "name")
        elif column.id == "shared":
            await jump(self)
        else:
            await change_field(self, "duty", row[1], column.id)

    def given(self, keys: Sequence[Key], to: str) -> tuple[Operation, ...]:
        """The operations that give duties to a unit, those nobody carries among them."""
        document = self.state.document
        moved = duties.transfer(document.structure, [key[1] for key in keys if key[0] == "duty"], to)
        base = document.base or document.structure
        anew = duties.assign(document.structure, base, [key[1] for key in keys if key[0] == "lost"], to)
        return (*moved, *anew)

    def pasted(self, keys: Sequence[Key], *, cut: bool) -> tuple[Operation, ...]:
        unit = None if self.row is None else self.unit_of(self.row)
        return self.given(keys, unit) if cut and unit is not None else ()

    def removal(self, keys: Sequence[Key]) -> tuple[Message, tuple[Operation, ...]]:
        wanted = [key[1] for key in keys if key[0] == "duty"]
        if len(wanted) == 1:
            question = msg("Remove “{name}”?", name=clean(self._duties[wanted[0]][1].text))
        else:
            question = msg("Remove {n} duties?", n=len(wanted))
        return question, duties.removal(self.state.structure, wanted)

    def show_next(self) -> None:
        self.only = ONLY[(ONLY.index(self.only) + 1) % len(ONLY)]
        self.show_lines()

    def show_all(self) -> None:
        """Show every duty, whatever was narrowed."""
        self.only = "all"
        self.part("narrow").text = ""
        self.show()

    def duty_choices(self, ids: Sequence[str]) -> list[Choice]:
        """Duties to choose from, each with its unit."""
        return [
            Choice(duty, clean(self._duties[duty][1].text), clean(self._duties[duty][0].name)) for duty in ids
        ]
