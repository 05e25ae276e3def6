"""Structure and scenario documents: reading them into values with findings, and writing them."""

from sotk.files.loaded import Loaded, Unplaced
from sotk.files.reading import load, load_text, read_text

__all__ = ["Loaded", "Unplaced", "load", "load_text", "read_text"]
