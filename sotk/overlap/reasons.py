"""Why two duties are, or are not, the same work: every sentence the room can say stands in this file."""

from collections.abc import Iterable, Iterator

from sotk.locale import Message, msg
from sotk.overlap.contrast import other_marks
from sotk.overlap.features import Comparison
from sotk.overlap.lexicon import CLIENTS, lexicon
from sotk.overlap.measures import AMOUNTS
from sotk.overlap.values import Reading, Reason, Term

MOST_WORDS = 4


def reasons(a: Reading, b: Reading, met: Comparison) -> tuple[Reason, ...]:
    """The reasons for, then the reasons against, each in the order a reader asks."""
    return (*_for(a, b, met), *_against(a, b, met))


def delegated() -> Reason:
    """Said of two units one of which stands above the other."""
    return Reason("delegation", msg("the duty of a higher unit is repeated by a unit under it: delegation"))


def elsewhere(left: str, right: str) -> Reason:
    """Said of two agencies that each serve an area of their own."""
    return Reason("other_government", msg("each for its own area: {left}, {right}", left=left, right=right))


def same_text() -> Reason:
    """Said of two texts that differ in nothing that counts."""
    return Reason("same_text", msg("both say the same, word for word or in other forms"))


def _for(a: Reading, b: Reading, met: Comparison) -> Iterator[Reason]:
    objects = _names(tuple(left for left, _ in _heaviest(met)))
    actions = _names(tuple(left for left, _ in met.shared_actions))
    if objects and actions:
        yield Reason(
            "same_work", msg("both carry out {actions} of {objects}", actions=actions, objects=objects)
        )
    elif objects:
        yield Reason("same_object", msg("both concern {objects}", objects=objects))
    elif actions:
        yield Reason("same_action", msg("both carry out {actions}, of different things", actions=actions))
    if words := _other_words(met):
        yield Reason("other_words", msg("said in other words: {words}", words=words))
    if objects and (met.numbers["all_high"] >= 0.75 > met.numbers["all_low"]):
        yield Reason("contains", msg("one duty includes the other"))
    if objects and not met.clashes and a.exclusive and a.exclusive == b.exclusive:
        yield Reason("same_scope", msg("same scope"))
    if a.code and a.code == b.code:
        yield Reason("same_code", msg("both declare the code {code}", code=a.code))


def _against(a: Reading, b: Reading, met: Comparison) -> Iterator[Reason]:
    declared = bool(a.clients and b.clients)
    if declared and met.numbers["client_gap"]:
        left, right = (", ".join(sorted(one.clients)) for one in (a, b))
        yield Reason(
            "other_clients", msg("different clients: {left} against {right}", left=left, right=right)
        )
    for group in met.clashes:
        if declared and group.startswith(CLIENTS):
            continue
        if group.startswith(AMOUNTS):
            yield Reason("other_scope", msg("different amounts of {unit}", unit=group.removeprefix(AMOUNTS)))
            continue
        left, right = (_written((one.exclusive | one.served)[group]) for one in (a, b))
        what = _written({group.lstrip("^@=")})
        yield Reason(
            "other_scope", msg("different {what}: {left} against {right}", what=what, left=left, right=right)
        )
    if met.numbers["mark_clash"] and not other_marks(a.marks, b.marks):
        denied = ", ".join(sorted(a.denied ^ b.denied))
        yield Reason("denied", msg("one says what the other leaves out: {words}", words=denied))
    elif met.numbers["mark_clash"]:
        left, right = (", ".join(sorted(one.marks)) for one in (a, b))
        yield Reason("other_area", msg("different area or grade: {left}, {right}", left=left, right=right))
    if met.numbers["unit_clash"]:
        yield Reason("units_differ", msg("the units are set up for different things"))
    if met.numbers["house"]:
        yield Reason("own_housekeeping", msg("each does the housekeeping of its own unit"))
    if met.numbers["site_gap"]:
        yield Reason("other_site", msg("different sites: {left}, {right}", left=a.site, right=b.site))
    if met.numbers["order_gap"]:
        yield Reason(
            "other_phase", msg("one makes policy, guides or evaluates, the other carries out: no overlap")
        )
    elif met.numbers["sequence"]:
        yield Reason("other_step", msg("one works before the other: two steps of one process"))
    elif met.numbers["stage_gap"] >= 0.7:
        yield Reason("other_stage", msg("different stages of work"))
    if met.only_a and met.only_b and met.numbers["all_high"] < 0.6:
        left, right = _names(met.only_a), _names(met.only_b)
        yield Reason("other_object", msg("different objects: {left}; {right}", left=left, right=right))


def _written(names: Iterable[str]) -> str:
    written = lexicon().written
    return ", ".join(sorted(written.get(name, name) for name in names))


def _heaviest(met: Comparison) -> list[tuple[Term, Term]]:
    return sorted(met.shared, key=lambda pair: -pair[0].weight)


def _other_words(met: Comparison) -> str:
    found = [f"{left.words} = {right.words}" for left, right in _heaviest(met) if left.stems != right.stems]
    return "; ".join(found[:MOST_WORDS])


def _names(terms: tuple[Term, ...]) -> str:
    return ", ".join(dict.fromkeys(term.words for term in terms[: MOST_WORDS * 2]))[:200]


def sentence(found: tuple[Reason, ...]) -> Message:
    """All reasons as one message, for a column of a report."""
    return msg("{reasons}", reasons=tuple(reason.message for reason in found))
