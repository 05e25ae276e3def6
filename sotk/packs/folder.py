"""The files of one pack, wherever it stands: inside the package or in a folder of the user's.

A user's folder is untrusted: only plain names are looked up, links that lead out are not followed, and a
file has a largest size.
"""

from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

SHIPPED: Final = ("generic", "kementerian", "pemda", "pemerintah")
MAX_BYTES: Final = 8_000_000


class UnreadableFile(Exception):  # noqa: N818 - a state of the file, turned into a finding by the loader
    """The file is there, but is too large, leads out of the pack, is not UTF-8 or cannot be opened."""


@dataclass(frozen=True, slots=True)
class PackFolder:
    """A folder of pack files."""

    name: str
    root: Traversable
    shipped: bool = False

    def shown(self, path: str) -> str:
        """The name of a file as findings show it."""
        return f"packs/{self.name}/{path}" if self.shipped else str(self.root.joinpath(*path.split("/")))

    def listed(self, folder: str, ending: str) -> tuple[str, ...]:
        """The files of a folder with some ending, as paths inside the pack, in order of their names."""
        place = self.root / folder
        if not self._inside(place) or not place.is_dir():
            return ()
        try:
            names = sorted(entry.name for entry in place.iterdir() if entry.name.endswith(ending))
        except OSError:
            return ()
        return tuple(f"{folder}/{name}" for name in names)

    def text(self, path: str) -> str | None:
        """The text of a file; None where there is none."""
        place = self.root.joinpath(*path.split("/"))
        if not place.is_file():
            return None
        if not self._inside(place):
            raise UnreadableFile
        try:
            with place.open("rb") as stream:
                content = stream.read(MAX_BYTES + 1)
            if len(content) > MAX_BYTES:
                raise UnreadableFile
            return content.decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise UnreadableFile from error

    def _inside(self, place: Traversable) -> bool:
        if self.shipped or not isinstance(self.root, Path) or not isinstance(place, Path):
            return True
        try:
            return place.resolve().is_relative_to(self.root.resolve())
        except (OSError, RuntimeError):
            return False


def shipped_folder(name: str) -> PackFolder:
    return PackFolder(name, files("sotk.packs") / name, shipped=True)


def user_folder(name: str, folder: Path) -> PackFolder | None:
    """The folder of a user's pack; None where there is none, or it is a link that leads out."""
    place = folder / name
    try:
        if place.is_dir() and place.resolve().is_relative_to(folder.resolve()):
            return PackFolder(name, place)
    except (OSError, RuntimeError):
        return None
    return None
