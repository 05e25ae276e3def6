"""The first screen where no document was named: those of this folder, those opened lately, an example."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static

from sotk.files import write_text
from sotk.findings.names import clean
from sotk.locale import Message, msg, say
from sotk.packs import Pack
from sotk.packs.templates import templates
from sotk.session.opening import Desk, open_desk
from sotk.session.recent import recent
from sotk.tui.action import Choice
from sotk.tui.actions.building import some_name
from sotk.tui.actions.filing import free_id
from sotk.tui.dialogs.ask import Ask
from sotk.tui.dialogs.choose import Choose
from sotk.tui.screens.editor import EditorScreen
from sotk.tui.shell import EditorApp
from sotk.tui.widgets.lines import Lines
from sotk.workspace import documents
from sotk.workspace.beginning import LEVELS, Beginning, begun, full_name, levels_of, understood

EXAMPLE = "*"
TEMPLATE = "*template:"
MOST = 40
"""How many documents of the folder are listed."""


_SUCH_AS: Final = {"provinsi": "Jawa Barat", "kabupaten": "Garut", "kota": "Bogor"}
"""A name of each level of government, to show what is asked for."""


class WelcomeScreen(Screen[None]):
    """Choose what to open; `example` is the folder of a shipped structure, copied before it is opened."""

    CSS_PATH = Path(__file__).with_name("changes.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,escape,ctrl+q", "leave", show=False),
        Binding("f8", "switch_language", show=False),
    ]

    def __init__(self, folder: Path, example: Path) -> None:
        super().__init__()
        self._folder, self._example = folder, example

    @property
    def editor(self) -> EditorApp:
        app: Any = self.app
        return app  # type: ignore[no-any-return]

    def compose(self) -> ComposeResult:
        yield Static(id="title", markup=False)
        yield Lines(id="changes", markup=False)
        yield Static(id="told", markup=False)
        yield Static(id="hints", markup=False)

    def on_mount(self) -> None:
        self.query_one(Lines).focus()
        self._show()

    def _show(self) -> None:
        self.query_one("#title", Static).update(self._say(msg("sotk: design of an organization's structure")))
        self.query_one(Lines).write(self._lines())
        keys = msg("↑↓ choose  Enter open  F8 Bahasa/language  q quit")
        self.query_one("#hints", Static).update(self._say(keys))

    def _lines(self) -> Iterator[tuple[str | None, Content]]:
        here = [path for path, _ in zip(documents(self._folder), range(MOST), strict=False)]
        yield self._heading(msg("In this folder"))
        for path in here:
            yield str(path), Content(f"  {clean(str(path.relative_to(self._folder)))}")
        if not here:
            yield None, Content.styled(f"  {self._say(msg('no structure yet'))}", "dim")
        known = {path.resolve() for path in here}
        lately = [path for path in recent() if path.resolve() not in known]
        if lately:
            yield self._heading(msg("Opened lately"))
            for path in lately:
                yield (
                    str(path),
                    Content.assemble(f"  {clean(path.name)}", (f"  {clean(str(path.parent))}", "dim")),
                )
        yield from self._new()
        yield self._heading(msg("Example"))
        yield (
            EXAMPLE,
            Content(f"  {self._say(msg('Dinas Sosial Provinsi Jawa Barat, copied into this folder'))}"),
        )

    def _new(self) -> Iterator[tuple[str | None, Content]]:
        yield self._heading(msg("New, from a template"))
        for pack, template in templates():
            name = clean(template.name.said(self.editor.language))
            yield f"{TEMPLATE}{template.id}", Content.assemble(f"  {name}", (f"  {pack.id}", "dim"))

    def _heading(self, message: Message) -> tuple[None, Content]:
        return None, Content.styled(self._say(message), "bold underline")

    def _say(self, message: Message) -> str:
        return say(message, self.editor.language)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        if event.option_id is None:
            return
        if event.option_id.startswith(TEMPLATE):
            self.run_worker(self._begin(event.option_id.removeprefix(TEMPLATE)), group="actions")
            return
        self._open(self._copied_example() if event.option_id == EXAMPLE else Path(event.option_id))

    async def _begin(self, wanted: str) -> None:
        """A new structure in this folder: ask its name and its government, write it, open it."""
        found = next((pack for pack, each in templates() if each.id == wanted), None)
        given = None if found is None else await self._given(found)
        if given is None or found is None:
            return
        id_ = free_id(self._folder, full_name(understood(found, given)))
        path = self._folder / f"{id_}.yaml"
        trouble = write_text(path, begun(found, wanted, given, id_), expected=None)
        if trouble is None:
            self._open(path)
        else:
            self.query_one("#told", Static).update(f"✗ {clean(self._say(trouble.message))}")

    async def _given(self, pack: Pack) -> Beginning | None:
        """What is known of the agency; asks for its government only where its name does not tell it."""
        levels = levels_of(pack)
        title = (
            msg("Name of the agency, such as Dinas Sosial Kabupaten Garut")
            if levels
            else msg("Name of the new structure")
        )
        name = await self._ask(title)
        if name is None:
            return None
        given = understood(pack, Beginning(name))
        if not levels or given.region is not None:
            return Beginning(name)
        keys = self._say(msg("Enter takes it, Esc goes back"))
        choices = [Choice(level, level.capitalize()) for level in levels]
        title = msg("Which government is {name} an agency of?", name=clean(given.name))
        chosen = await self.app.push_screen_wait(Choose(self._say(title), choices, "", keys))
        level = next((each for each in LEVELS if each == chosen), None)
        if level is None:
            return None
        region = await self._ask(
            msg("Name of the {level}, such as {example}", level=level, example=_SUCH_AS[level])
        )
        return None if region is None else Beginning(name, level, region)

    async def _ask(self, title: Message) -> str | None:
        keys = self._say(msg("Enter takes it, Esc goes back"))
        answer = await self.app.push_screen_wait(Ask(self._say(title), "", self._trouble, keys))
        return None if answer is None else answer.strip()

    def _trouble(self, name: str) -> str | None:
        found = some_name(name)
        return None if found is None else self._say(found)

    def _open(self, path: Path | None) -> None:
        desk = None if path is None else open_desk(path)
        if isinstance(desk, Desk):
            self.app.switch_screen(EditorScreen(desk))
            return
        entries = () if desk is None else desk.entries
        reason = next((say(entry.finding.message, self.editor.language) for entry in entries), "")
        self.query_one("#told", Static).update(f"✗ {self._say(msg('It cannot be opened.'))} {clean(reason)}")

    def _copied_example(self) -> Path | None:
        """The example in a folder of its own; one that is there already is opened as it is."""
        target = self._folder / self._example.name
        try:
            if not target.exists():
                shutil.copytree(self._example, target)
        except OSError:
            return None
        return target / "eksisting.yaml"

    def action_switch_language(self) -> None:
        self.editor.language = "en" if self.editor.language == "id" else "id"
        self._show()

    def action_leave(self) -> None:
        self.app.exit()
