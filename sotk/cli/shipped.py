"""Where the structures stand that come with the program: inside the wheel, or beside the source."""

from importlib.resources import files
from pathlib import Path


def structures_folder() -> Path:
    """The folder of the shipped structures."""
    inside = Path(str(files("sotk"))) / "structures"
    return inside if inside.is_dir() else inside.parent.parent / "structures"
