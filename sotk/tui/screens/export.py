"""The form of an export: a line a choice; written in a thread, with what it is doing on the line below."""

import asyncio
from collections.abc import Container, Iterator
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from sotk.findings import Finding
from sotk.findings.fault import fault
from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.session.exporting import Exported, export
from sotk.session.orders import Material, Order
from sotk.tui.action import Choice, Place
from sotk.tui.catalogue import bindings
from sotk.tui.exporting import TYPED, Line, changed, choices, first_order, lines, stepped
from sotk.tui.screens.side import SideScreen
from sotk.tui.stages import Desk
from sotk.tui.widgets.lines import Lines

GLOBAL = ("help", "language", "theme")
WRITE = "*write"
LABEL_CELLS = 12


class ExportForm(Lines):
    """The lines of the form."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("export")]


class ExportScreen(SideScreen):
    """What to write, how, and where."""

    CSS_PATH = Path(__file__).with_name("changes.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        *(binding for binding in bindings("anywhere") if binding.id in GLOBAL),
        Binding("escape,q,ctrl+q", "leave", show=False),
    ]
    PLACES: ClassVar[tuple[Place, ...]] = ("export",)
    ELSEWHERE: ClassVar[Container[str] | None] = GLOBAL

    def __init__(self, desk: Desk, findings: tuple[Finding, ...]) -> None:
        super().__init__(desk)
        session = desk.session
        self._findings = findings
        self.order: Order = first_order(session.state, session.desk.path, session.desk.settings.page)
        self.writing = False

    def compose(self) -> ComposeResult:
        yield Static(id="title", markup=False)
        yield ExportForm(id="changes", markup=False)
        yield Static(id="told", markup=False)
        yield Static(id="hints", markup=False)

    def on_mount(self) -> None:
        self.editor.told = ""
        self.part("changes").focus()
        self.show()

    def show(self) -> None:
        self.query_one("#title", Static).update("  " + self.say(msg("EXPORT")))
        self.query_one(ExportForm).write(self._lines())
        self.show_hints()
        self.show_told()

    def _lines(self) -> Iterator[tuple[str | None, Content]]:
        head: Message | None = msg("Say of each unit")
        for line in lines(self.order, self.state):
            if line.name.startswith("overlay:") and head is not None:
                yield None, Content.styled(self.say(head), "bold underline")
                head = None
            if line.name == "path":
                yield None, Content("")
            yield line.name, self._line(self.say(line.label), self._value(line), on=line.on)
        yield WRITE, Content.styled(f"→ {self.say(msg('Write the file'))}", "bold")

    def _value(self, line: Line) -> str | Message:
        return clean(self._shown(self.order.path)) if line.name == "path" else line.value

    def _line(self, label: str, value: str | Message, *, on: bool | None) -> Content:
        if on is not None:
            return Content.assemble((f"[{'x' if on else ' '}] ", "bold" if on else "dim"), label)
        text = value if isinstance(value, str) else self.say(value)
        return Content.assemble((f"{label + ':':<{LABEL_CELLS}} ", "dim"), text)

    # Answers

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id == WRITE:
            self.write_export()
        elif event.option_id:
            self.go_on(self._change(event.option_id))

    async def _change(self, name: str) -> None:
        """Ask what a line shall be; a switch is turned at once."""
        if name in TYPED:
            label = next(line.label for line in lines(self.order, self.state) if line.name == name)
            before = getattr(self.order, name)
            answer = await self.ask(label, self._shown(before) if before else "")
        elif known := choices(name, self.order, self.state):
            named = [
                Choice(value, text if isinstance(text, str) else self.say(text)) for value, text in known
            ]
            answer = await self.choose(msg("Which?"), named, getattr(self.order, name) or "")
        else:
            answer = ""
        if answer is not None:
            self._take(changed(self.order, name, answer))

    def _shown(self, path: Path) -> str:
        """A path as it is typed: the bare name beside the document."""
        return path.name if path.parent == self.session.desk.path.parent else str(path)

    def step(self, by: int) -> None:
        name = self.query_one(ExportForm).chosen
        if name is not None and name != WRITE:
            self._take(stepped(self.order, name, by, self.state))

    def _take(self, order: Order) -> None:
        self.order = order
        self.editor.told = ""
        self.show()

    # Writing

    def write_export(self) -> None:
        if not self.writing:
            self.go_on(self._write())

    async def _write(self) -> None:
        order, pack = self.order, self.session.desk.pack
        if pack is None:
            self.tell(msg("Without a pack nothing can be drawn: say pack: in the structure."))
            return
        over = order.path.exists()
        if over and not await self.confirm(
            msg("{path} is there already. Replace it?", path=order.path.name), yes=msg("Replace it")
        ):
            return
        material = Material.of(self.session, pack, self.language, self._findings)
        self.writing = True
        try:
            done = await asyncio.to_thread(self._export, order, material, over=over)
        finally:
            self.writing = False
        self._say_how(done, order)

    def _export(self, order: Order, material: Material, *, over: bool) -> Exported:
        """In the thread: whatever goes wrong in a renderer is told, and takes nothing along."""

        def told(message: Message) -> None:
            self.app.call_from_thread(self.tell, message)

        try:
            return export(order, material, told, over=over)
        except Exception as error:  # noqa: BLE001 - a picture that fails must not end the work
            reason = clean(fault(error))
            trouble = (
                msg("The document could not be made: {reason}", reason=reason)
                if order.reports
                else msg("It could not be drawn: {reason}", reason=reason)
            )
            return Exported(trouble=Finding("EDT004", "not-exported", "error", trouble))

    def _say_how(self, done: Exported, order: Order) -> None:
        if not self.is_attached:
            return
        if done.trouble is not None:
            self.tell(done.trouble)
        else:
            self.tell(_written(str(order.path), done))


def _written(path: str, done: Exported) -> Message:
    """What came of it: how many slides or pages, where they are counted."""
    if done.slides:
        return msg("Written: {path}, {n} slides.", path=path, n=done.slides)
    if done.pages:
        return msg("Written: {path}, {n} pages.", path=path, n=done.pages)
    return msg("Written: {path}.", path=path)
