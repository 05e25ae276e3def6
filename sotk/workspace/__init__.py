"""A folder of structures and scenarios: its settings, its documents, and what a path stands for.

The only room that runs git. A workspace is untrusted input: no path of a file leads out of it.
"""

from sotk.workspace.discovery import documents, root_of
from sotk.workspace.opening import Opened, open_path
from sotk.workspace.settings import SETTINGS_FILE, Settings, read_settings

__all__ = ["SETTINGS_FILE", "Opened", "Settings", "documents", "open_path", "read_settings", "root_of"]
