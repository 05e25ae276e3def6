"""Structure and scenario documents: reading them into values with findings, and writing them."""

from sotk.files.loaded import Loaded, Unplaced
from sotk.files.plain import digest, dump, plain, scenario_data, structure_data, unit_data
from sotk.files.reading import load, load_text, read_text

__all__ = [
    "Loaded",
    "Unplaced",
    "digest",
    "dump",
    "load",
    "load_text",
    "plain",
    "read_text",
    "scenario_data",
    "structure_data",
    "unit_data",
]
