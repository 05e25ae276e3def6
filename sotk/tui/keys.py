"""Names of keys as people read them on a keyboard."""

from typing import Final

_NAMES: Final = {
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "space": "Spasi",
    "asterisk": "*",
    "minus": "-",
    "plus": "+",
    "delete": "Del",
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
}


def key_name(key: str) -> str:
    """A key as it is printed on keyboards: `ctrl+z` is Ctrl-Z, `f2` is F2."""
    *held, last = key.split("+")
    name = _NAMES.get(last, last.upper() if held or (last.startswith("f") and last[1:].isdigit()) else last)
    return "-".join([*(part.capitalize() for part in held), name])


def key_names(keys: tuple[str, ...]) -> str:
    return " ".join(key_name(key) for key in keys)
