"""What a rule says of itself; its page and its tests are made from this."""

from dataclasses import dataclass
from typing import Final

from sotk.locale import Message


@dataclass(frozen=True, slots=True)
class Documentation:
    """What the rule finds, why that matters, how to mend it, and a structure that breaks and one that obeys it.

    `bad` and `good` are files as a planner would write them; for a rule of changes each is a proposal
    and `base` what it departs from. Tests run both.
    """

    what: Message
    why: Message
    fix: Message
    bad: str
    good: str
    base: str = ""


BEFORE: Final = """sotk: 1
structure: contoh
name: Dinas Contoh
pack: pemda
government: {level: provinsi, name: Contoh}
agency: {type: A, affairs: ["1.06"]}
effective: 2017-01-01
"""
"""The header of an example of a provincial agency before the simplification."""

AFTER: Final = BEFORE.replace("2017-01-01", "2022-06-01")
"""The same after the simplification."""
