"""Colours of the editor: dark, light, high contrast, and none but black and white."""

from typing import Final

from textual.theme import Theme

CONTRAST: Final = Theme(
    name="kontras",
    primary="#0000c0",
    secondary="#00ffff",
    accent="#00ffff",
    warning="#ffff00",
    error="#ff6060",
    success="#00ff00",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#202020",
    dark=True,
)
MONO: Final = Theme(
    name="tanpa-warna",
    primary="#606060",
    secondary="#808080",
    accent="#ffffff",
    warning="#d0d0d0",
    error="#ffffff",
    success="#d0d0d0",
    foreground="#e0e0e0",
    background="#101010",
    surface="#202020",
    panel="#303030",
    dark=True,
)
NAMES: Final = ("textual-dark", "textual-light", "kontras", "tanpa-warna")
FAINT: Final = {"dark": "#a2a2a2", "light": "#505050"}
