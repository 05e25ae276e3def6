"""What a rule says of itself; its page and its tests are made from this."""

from dataclasses import dataclass

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
