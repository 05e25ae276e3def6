"""The application with its first screen: the editor on a document, or the choice of one."""

from pathlib import Path

from sotk.locale import Language
from sotk.session.opening import Desk
from sotk.tui.screens.editor import EditorScreen
from sotk.tui.screens.welcome import WelcomeScreen
from sotk.tui.shell import AT_A_DESK, EditorApp, Modes


def editor_of(desk: Desk, language: Language, modes: Modes = AT_A_DESK) -> EditorApp:
    """The editor on one document."""
    return EditorApp(lambda: EditorScreen(desk), language, desk.settings.keys, modes)


def welcome(folder: Path, example: Path, language: Language, modes: Modes = AT_A_DESK) -> EditorApp:
    """The editor where no document was named."""
    return EditorApp(lambda: WelcomeScreen(folder, example), language, {}, modes)
