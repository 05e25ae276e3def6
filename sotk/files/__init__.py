"""Structure and scenario documents: reading them into values with findings, and writing them.

What writes is imported when it is asked for: most commands only read.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from sotk.files.loaded import Loaded, Unplaced
from sotk.files.plain import as_read, digest, dump, plain, scenario_data, structure_data, unit_data
from sotk.files.reading import load, load_text, read_text

if TYPE_CHECKING:
    from sotk.files.saving import Saved, revised, save, write_loaded
    from sotk.files.scenario_saving import revised_scenario, save_scenario
    from sotk.files.writing import write_bytes, write_new, write_text

__all__ = [
    "Loaded",
    "Saved",
    "Unplaced",
    "as_read",
    "digest",
    "dump",
    "load",
    "load_text",
    "plain",
    "read_text",
    "revised",
    "revised_scenario",
    "save",
    "save_scenario",
    "scenario_data",
    "structure_data",
    "unit_data",
    "write_bytes",
    "write_loaded",
    "write_new",
    "write_text",
]

_WRITING: Final = {
    "Saved": "saving",
    "revised": "saving",
    "save": "saving",
    "write_bytes": "writing",
    "write_loaded": "saving",
    "write_new": "writing",
    "write_text": "writing",
    "revised_scenario": "scenario_saving",
    "save_scenario": "scenario_saving",
}


def __getattr__(name: str) -> Any:
    if name not in _WRITING:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"sotk.files.{_WRITING[name]}"), name)
