"""The language of one run: --lang, else the setting or the pack of what is opened, else the terminal's."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sotk.locale import LANGUAGES, Language, Message, language_of_environment, say


@dataclass(slots=True)
class _Chosen:
    language: Language
    fixed: bool


_RUN: Final = _Chosen("en", fixed=False)


def language_of(arguments: Sequence[str]) -> list[str]:
    """Take --lang out of the arguments, wherever it stands, and remember it; the rest is returned."""
    _RUN.language, _RUN.fixed = language_of_environment(), False
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            return [*rest, argument, *waiting]
        name, _sign, value = argument.partition("=")
        if name != "--lang":
            rest.append(argument)
            continue
        given = value or next(waiting, "")
        chosen = next((known for known in LANGUAGES if known == given), None)
        if chosen is None:
            return ["--lang", given]  # click says what is wrong with it
        _RUN.language, _RUN.fixed = chosen, True
    return rest


def follow(language: Language | None) -> Language:
    """The language of the output, given what the opened file's settings or pack ask for."""
    if language is not None and not _RUN.fixed:
        _RUN.language = language
    return _RUN.language


def words(message: Message) -> str:
    """A message in the language of this run."""
    return say(message, _RUN.language)
