"""The colours of a screen as text: a letter for each style, and what it is in every set of colours.

A letter stands for what a cell looks like in all themes at once, so one picture serves dark, light, high
contrast and no colours; the legend gives foreground on background, contrast (WCAG 2, 1 to 21) and attributes.
"""

from functools import cache
from itertools import groupby
from string import ascii_letters, digits

from textual.widgets import Input

from sotk.tui.themes import NAMES

LETTERS = ascii_letters + digits + "!#$%&()*+,-./:;<=>?@[]^_{}~"
ATTRIBUTES = {"bold": "bold", "italic": "italic", "underline": "underlined", "strike": "struck", "dim": "dim"}
BLANK = " "
FRAMES = frozenset("─│╭╮╰╯▁▂▃▄▅▆▇▔▕▏▎▊")
"""Frames, scroll bars and the edges of fields: their colours are written, their contrast says nothing."""


def luminance(colour):
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    parts = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(front, back):
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((luminance(front), luminance(back)), reverse=True)
    return (high + 0.05) / (low + 0.05)


async def looks(desk):
    """What every cell looks like in each theme: (foreground, background, attributes), None for a blank's foreground."""
    found = {}
    before = desk.app.theme
    for field in desk.app.screen.query(Input):
        field.cursor_blink = False  # or the picture would depend on the moment
    for theme in NAMES:
        desk.app.theme = theme
        await desk.settle()
        found[theme] = [cells(line) for line in desk.app.screen._compositor.render_strips()]
    desk.app.theme = before
    await desk.settle()
    return found


def cells(strip):
    return [
        look(segment.style, blank=character == BLANK or character in FRAMES)
        for segment in strip
        for character in segment.text
    ]


@cache
def look(style, *, blank):
    """The style of one cell; of a blank one only what can be seen of it."""
    front, back = (
        None if each is None else tuple(each.triplet or (0, 0, 0)) for each in (style.color, style.bgcolor)
    )
    if style.reverse:
        front, back = back, front
    said = tuple(word for name, word in ATTRIBUTES.items() if getattr(style, name))
    if blank:
        return None, back, tuple(word for word in said if word == "underlined")
    return front, back, said


def written(found):
    """The picture by letters, a line a row with runs counted, and the legend."""
    themes = list(found)
    rows = [
        list(zip(*(found[theme][row] for theme in themes), strict=True))
        for row in range(len(found[themes[0]]))
    ]
    letters = {}
    lines = []
    for row in rows:
        runs = []
        for cell, run in groupby(row):
            letter = letters.setdefault(cell, LETTERS[len(letters)])
            runs.append(f"{letter}{len(list(run))}")
        lines.append(" ".join(runs))
    legend = [
        f"{letter} {theme}: {_said(cell[at])}"
        for cell, letter in letters.items()
        for at, theme in enumerate(themes)
    ]
    return "\n".join([*lines, "", *legend]) + "\n"


def _said(cell):
    front, back, attributes = cell
    words = (
        [f"on {_hex(back)}"]
        if front is None
        else [f"{_hex(front)} on {_hex(back)}", f"{_ratio(front, back):.1f}"]
    )
    return " ".join([*words, *attributes])


def _ratio(front, back):
    return contrast(front, back or (0, 0, 0))


def _hex(colour):
    return "none" if colour is None else "#{:02x}{:02x}{:02x}".format(*colour)


def poor(found, least, region):
    """The styles of signs and words in a region whose contrast is below a ratio, with an example of where."""
    seen = {}
    for theme, lines in found.items():
        for row, line in enumerate(lines):
            for column, (front, back, _attributes) in enumerate(line):
                if front is None or back is None or not region.contains(column, row):
                    continue
                if contrast(front, back) < least:
                    seen.setdefault((theme, _hex(front), _hex(back)), (row, column))
    return seen
