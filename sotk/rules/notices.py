"""Findings of the engine itself: about waivers and settings. No rule asks for them, so they say here what they are."""

from typing import Final, NamedTuple

from sotk.findings import Severity
from sotk.locale import Language, Message, msg, say


class Notice(NamedTuple):
    """A finding of the engine: its code, name, severity, what it says and how to mend it."""

    code: str
    name: str
    severity: Severity
    what: Message
    fix: Message


NOTICES: Final = (
    Notice(
        "SET001",
        "unknown-rule",
        "warning",
        msg("The settings name a rule that does not exist."),
        msg("Write a code, the beginning of one, or a name that `sotk rule` lists."),
    ),
    Notice(
        "SET002",
        "wrong-option",
        "error",
        msg(
            "The settings give a rule an option it does not have, or a value it cannot take; the rule runs with its own options."
        ),
        msg("The page of the rule lists its options."),
    ),
    Notice(
        "SET003",
        "wrong-house-rule",
        "error",
        msg(
            "A house rule of the settings cannot be used: a word is missing, unknown or wrong, or its code is taken. The other rules run."
        ),
        msg("Correct the rule; the finding names the place."),
    ),
    Notice(
        "SET004",
        "unusable-plugin",
        "error",
        msg(
            "A rule that the user enabled from another package is not installed, cannot be imported, or is no rule."
        ),
        msg("Install the package, or take the rule out of the user's settings."),
    ),
    Notice(
        "WVR001",
        "unused-waiver",
        "warning",
        msg("A waiver takes out no finding: what it waived is mended, or it names another subject."),
        msg(
            "Remove it, or correct its subject; a list of exceptions that nobody needs hides those that matter."
        ),
    ),
    Notice(
        "WVR002",
        "expired-waiver",
        "warning",
        msg("A waiver is over, and what it waived is found again."),
        msg("Mend what it waived, or agree on a new day and a reason that still holds."),
    ),
)


def notice_of(word: str) -> Notice | None:
    """The notice of a code or a name; None for a stranger."""
    return next((notice for notice in NOTICES if word.upper() == notice.code or word == notice.name), None)


def notice_page(notice: Notice, language: Language) -> str:
    """The page of a notice as Markdown."""
    title = say(msg("How to fix"), language)
    return (
        f"# {notice.code} {notice.name}\n\n{say(notice.what, language)}\n\n"
        f"## {title}\n\n{say(notice.fix, language)}\n"
    )
