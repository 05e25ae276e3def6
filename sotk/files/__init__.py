"""Structure and scenario documents: reading them into values with findings, and writing them."""

from sotk.files.loaded import Loaded, Unplaced
from sotk.files.plain import digest, dump, plain, scenario_data, structure_data, unit_data
from sotk.files.reading import load, load_text, read_text
from sotk.files.saving import Saved, revised, save, write_bytes, write_loaded, write_new, write_text
from sotk.files.scenario_saving import revised_scenario, save_scenario

__all__ = [
    "Loaded",
    "Saved",
    "Unplaced",
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
