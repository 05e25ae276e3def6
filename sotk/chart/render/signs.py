"""The legend of a whole picture, for formats that have no place for one on each page."""

from typing import Final

from sotk.chart.render.safe import words
from sotk.chart.scene import LegendEntry, Scene

TITLES: Final = {"id": "Legenda", "en": "Legend"}
CHANGES: Final = {"id": "Perubahan", "en": "Changes"}


def legend_title(scene: Scene) -> str:
    """The word above the legend, in the language of the picture."""
    return TITLES.get(scene.language, TITLES["en"])


def changes_title(scene: Scene) -> str:
    """The words above the changes in words."""
    return CHANGES.get(scene.language, CHANGES["en"])


def legend_entries(scene: Scene) -> list[LegendEntry]:
    """What the legends of all pages say, each entry once, in the order of the first page that has it."""
    entries = {entry.words.text: entry for page in scene.pages for entry in page.legend}
    return list(entries.values())


def signed(entry: LegendEntry) -> str:
    """The words of an entry after its sign, as one text."""
    sign = f"{words(entry.sign.text)}  " if entry.sign else ""
    return f"{sign}{words(entry.words.text)}"
