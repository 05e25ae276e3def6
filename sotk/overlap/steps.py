"""How far apart the work of two duties lies in a process, by the sort of their steps.

A rule, a plan, a decision, facts gathered, the work itself, guidance to who does it, a check: one duty
writes the standard, the other works by it. Of the work itself three ends are told apart: what brings a
thing about (procuring, building), what does away with it, and money for it. Within a sort the steps may be
two ways to say one thing.
"""

from collections.abc import Iterable

RULE, PLAN, DECIDE, DATA, DO, GUIDE, CHECK, MAKE, END, PAY = SORTS = (
    "rule",
    "plan",
    "decide",
    "data",
    "do",
    "guide",
    "check",
    "make",
    "end",
    "pay",
)
CARRYING = frozenset({"carry", ""})
"""Carrying out, giving, managing: no step of its own."""
_OF_STEP = {
    "policy": {RULE},
    "planning": {PLAN},
    "study": {PLAN, CHECK},
    "determine": {DECIDE},
    "appoint": {DECIDE, DO},
    "license": {DECIDE},
    "award": {DECIDE},
    "test": {DECIDE, CHECK},
    "data": {DATA},
    "verify": {DATA, CHECK, DECIDE},
    "facilitate": {GUIDE},
    "assess": {DO, CHECK},
    "enforce": {DO, CHECK},
    "control": {DO, CHECK},
    "complaint": {DO, DATA},
    "supervise": {CHECK},
    "report": {CHECK, DATA},
    "handle": {DO, MAKE},
    "procure": {MAKE},
    "build": {MAKE},
    "produce": {MAKE, DO},
    "dispose": {END},
    "dismiss": {END},
    "collect": {PAY},
    "pay": {PAY},
}
_APART = {
    (RULE, PLAN): 0.5, (RULE, DECIDE): 1.0, (RULE, DATA): 1.0, (RULE, DO): 1.0, (RULE, GUIDE): 0.7, (RULE, CHECK): 1.0,
    (PLAN, DECIDE): 0.7, (PLAN, DATA): 0.5, (PLAN, DO): 0.7, (PLAN, GUIDE): 0.5, (PLAN, CHECK): 0.8,
    (DECIDE, DATA): 0.5, (DECIDE, DO): 0.5, (DECIDE, GUIDE): 0.4, (DECIDE, CHECK): 1.0,
    (DATA, DO): 0.4, (DATA, GUIDE): 0.4, (DATA, CHECK): 0.4,
    (DO, GUIDE): 0.2, (DO, CHECK): 0.4, (GUIDE, CHECK): 0.5,
    (DO, MAKE): 0.4, (DO, END): 0.4, (DO, PAY): 0.4, (MAKE, END): 0.6, (MAKE, PAY): 0.5, (END, PAY): 0.5,
}  # fmt: skip
_LIKE_DOING = {
    (sort, each): gap
    for (sort, done), gap in [*_APART.items(), *(((y, x), gap) for (x, y), gap in _APART.items())]
    if done == DO
    for each in (MAKE, END, PAY)
    if sort not in {MAKE, END, PAY}
}
APART = {frozenset(pair): gap for pair, gap in (_LIKE_DOING | _APART).items()}


def sorts(steps: Iterable[str]) -> frozenset[str]:
    """The sorts of work these steps are; any not told apart here is the work itself."""
    return frozenset(sort for step in steps if step not in CARRYING for sort in _OF_STEP.get(step, {DO}))


def gap(left: frozenset[str], right: frozenset[str]) -> float:
    """How surely no step of one is a step of the other: 0 where a sort is common or one names none."""
    if not left or not right or left & right:
        return 0.0
    return min(APART[frozenset((x, y))] for x in left for y in right)
