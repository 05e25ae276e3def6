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
FRAME = frozenset({"carry", "write", "make", "order", "manage"})
"""What these words do is said by what follows them: *penyusunan pedoman*, *pembuatan peta*."""
_OF_STEP = {
    "policy": {RULE},
    "planning": {PLAN},
    "write": {RULE, PLAN, DATA},
    "study": {PLAN, CHECK},
    "determine": {DECIDE},
    "select": {DECIDE},
    "appoint": {DECIDE, DO},
    "place": {DECIDE, DO},
    "license": {DECIDE},
    "certify": {DECIDE},
    "recommend": {DECIDE},
    "order": {RULE, DECIDE, DO},
    "award": {DECIDE},
    "test": {DECIDE, CHECK},
    "data": {DATA},
    "update": {DATA},
    "survey": {DATA, CHECK},
    "identify": {DATA, PLAN},
    "verify": {DATA, CHECK, DECIDE},
    "facilitate": {GUIDE},
    "assess": {DO, CHECK},
    "enforce": {DO, CHECK},
    "control": {DO, CHECK},
    "complaint": {DO, DATA},
    "supervise": {CHECK},
    "examine": {CHECK},
    "evaluate": {CHECK},
    "report": {CHECK, DATA},
    "handle": {DO, MAKE},
    "procure": {MAKE},
    "provide": {MAKE, DO},
    "build": {MAKE},
    "make": {MAKE, PLAN, DO},
    "form": {MAKE, DECIDE},
    "arrange": {MAKE, DO},
    "produce": {MAKE, DO},
    "dispose": {END},
    "collect": {PAY},
    "pay": {PAY},
    "aid": {DO, PAY},
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


_ANY = frozenset({"serve", "respond", "hold", "make"})
"""Deeds that may be any other: *pelayanan*, *penanganan*."""
_NEAR = {
    "policy": "write planning order determine",
    "planning": "write study identify recommend",
    "write": "study data report identify evaluate",
    "study": "verify examine evaluate identify survey assess recommend",
    "data": "survey identify report complaint update",
    "update": "verify",
    "survey": "certify receive test examine identify supervise assess evaluate",
    "identify": "rescue assess verify select",
    "verify": "examine supervise evaluate test assess select",
    "assess": "examine evaluate test",
    "examine": "supervise evaluate test treat report",
    "supervise": "evaluate test control report",
    "evaluate": "test control report award",
    "control": "enforce prevent order",
    "report": "complaint",
    "determine": "license appoint certify award order form select",
    "license": "certify recommend",
    "certify": "test",
    "select": "test",
    "appoint": "place transfer",
    "place": "transfer shelter arrange",
    "facilitate": "protect guide train aid provide care inform settle place represent",
    "guide": "train inform care aid protect grow",
    "train": "inform care",
    "inform": "sell warn represent",
    "care": "provide shelter treat aid protect maintain grow assess represent",
    "treat": "prevent",
    "aid": "distribute pay provide protect rescue",
    "protect": "prevent enforce maintain represent",
    "prevent": "inform enforce rescue warn sweep guide settle maintain",
    "enforce": "sweep settle",
    "sweep": "identify select data care rescue shelter",
    "rescue": "transfer shelter",
    "shelter": "provide",
    "provide": "procure build distribute produce grow form arrange operate store",
    "build": "arrange form",
    "arrange": "maintain store order enforce grow",
    "form": "facilitate guide",
    "process": "produce grow maintain arrange data dispose operate",
    "produce": "grow",
    "operate": "maintain lease order arrange",
    "distribute": "pay sell",
    "collect": "receive order",
    "receive": "test",
    "settle": "complaint represent",
    "handle": "maintain settle rescue care treat enforce prevent protect complaint control warn facilitate aid sweep shelter",
    "manage": "arrange assess care collect control data distribute enforce facilitate form grow guide handle"
    " identify lease maintain operate pay place prevent process produce protect provide receive report rescue sell shelter store sweep transfer treat update determine dispose appoint complaint settle aid inform select train verify order",
}
"""Deeds that may be one work in two words, by their steps; each pair once. All others are apart."""


_PLACES = {step: at for at, step in enumerate(sorted({*_NEAR, *" ".join(_NEAR.values()).split()}))}
ALL = (1 << len(_PLACES)) - 1
"""All steps as bits; fewer than a signed number of 64 bits holds."""


def _bits() -> dict[str, int]:
    found = {step: 1 << at for step, at in _PLACES.items()}
    for step, near in _NEAR.items():
        for other in near.split():
            found[step] |= 1 << _PLACES[other]
            found[other] |= 1 << _PLACES[step]
    return found


_BITS = _bits()


def alike(steps: Iterable[str]) -> int:
    """The steps that may be one of these in other words, as bits; all where one may be any."""
    found = 0
    for step in steps:
        found |= ALL if step in _ANY else _BITS[step]
    return found


def named(steps: Iterable[str]) -> int:
    """These steps as bits of a number; all where one may be any."""
    found = 0
    for step in steps:
        found |= ALL if step in _ANY else 1 << _PLACES[step]
    return found


def sorts(steps: Iterable[str]) -> frozenset[str]:
    """The sorts of work these steps are; any not told apart here is the work itself."""
    return frozenset(sort for step in steps if step not in CARRYING for sort in _OF_STEP.get(step, {DO}))


def gap(left: frozenset[str], right: frozenset[str]) -> float:
    """How surely no step of one is a step of the other: 0 where a sort is common or one names none."""
    if not left or not right or left & right:
        return 0.0
    return min(APART[frozenset((x, y))] for x in left for y in right)
