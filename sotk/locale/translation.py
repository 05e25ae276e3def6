"""Puts messages into words: the only module that reads the compiled catalogs."""

import gettext
import os
from functools import cache
from importlib.resources import files
from typing import Final, Literal, TypeAlias

from sotk.locale.message import Argument, Message

Language: TypeAlias = Literal["id", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("id", "en")


def say(message: Message, language: Language) -> str:
    """The words of a message in one language; an untranslated message is said in English."""
    template = _catalog(language).gettext(message.text)
    return template.format_map({key: _words(value, language) for key, value in message.args.items()})


def language_of_environment() -> Language:
    """Indonesian if the locale of the terminal says so, English otherwise."""
    for variable in ("SOTK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            code = value[:2].lower()
            return next((known for known in LANGUAGES if known == code), "en")
    return "en"


def _words(value: Argument, language: Language) -> str:
    if isinstance(value, Message):
        return say(value, language)
    if isinstance(value, tuple):
        return ", ".join(_words(part, language) for part in value)
    if isinstance(value, float):
        text = f"{value:g}"
        return text.replace(".", ",") if language == "id" else text
    if value is None or isinstance(value, str | int):
        return "" if value is None else str(value)
    return value.said(language)


@cache
def _catalog(language: Language) -> gettext.NullTranslations:
    compiled = files("sotk.locale") / language / "LC_MESSAGES" / "sotk.mo"
    if not compiled.is_file():
        return gettext.NullTranslations()
    with compiled.open("rb") as stream:
        return gettext.GNUTranslations(stream)
