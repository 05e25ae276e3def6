"""Names of keys as people read them on a keyboard."""

from typing import Final

from sotk.locale import Language, msg, say

_NAMES: Final = {
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "asterisk": "*",
    "minus": "-",
    "plus": "+",
    "equals_sign": "=",
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


_SPACE: Final = msg("Space")


def key_name(key: str, language: Language) -> str:
    """A key as it is printed on keyboards: `ctrl+z` is Ctrl-Z, `f2` is F2."""
    *held, last = key.split("+")
    name = (
        say(_SPACE, language)
        if last == "space"
        else _NAMES.get(last, last.upper() if held or (last.startswith("f") and last[1:].isdigit()) else last)
    )
    return "-".join([*(part.capitalize() for part in held), name])


def key_names(keys: tuple[str, ...], language: Language) -> str:
    return " ".join(key_name(key, language) for key in keys)
