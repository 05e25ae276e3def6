"""Takes a duty statement apart: actions and stages, objects, scope, own-unit housekeeping, frame.

Reading is one pass over the words: phrases of the lexicon first, the longest wins; what is left is
an object by its stem. Nothing here compares two statements.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from sotk.overlap.kinship import reach
from sotk.overlap.lexicon import CLIENTS, Lexicon, lexicon, split
from sotk.overlap.parts import Parts
from sotk.overlap.phases import DECLARED, STEPS, phases
from sotk.overlap.tokens import Token, tokens_of
from sotk.overlap.units import marks, number, without_own_unit
from sotk.overlap.values import Reading, Statement, Term
from sotk.overlap.vectors import blend

MOST_CHARACTERS = 6000
MOST_TERMS = 60
MOST_ACTIONS = 24
MOST_GROUPS = 16
MANNER = frozenset({"sesuai"})


@lru_cache(maxsize=120_000)
def read(statement: Statement) -> Reading:
    """The reading of a statement; never fails, whatever the text."""
    words = lexicon()
    unit = tokens_of(statement.unit, words)
    tokens = list(_without_manner(tokens_of(statement.text[:MOST_CHARACTERS], words)))
    above = [tokens_of(body, words) for body in statement.bodies if body]
    kept, own, whole_body = without_own_unit(tokens, unit, words, above)
    parts = Parts(words)
    parts.take(kept)
    objects = tuple(parts.objects[:MOST_TERMS])
    deeds = _deeds(parts.actions, words)
    holder = {token.word for token in unit} | set(split(statement.kind))
    operational = _carries_out(statement, unit, words)
    named = _name_parts(unit, words)
    exclusive = _exclusive(objects, statement.clients, words)
    spoken = {stem for term in objects for stem in term.stems}
    around = {token.stem for token in unit if words.weight(token.stem) > 0}
    house = parts.housekeeping or whole_body or (bool(own) and _of_the_office(kept, words))
    return Reading(
        actions=tuple(parts.actions[:MOST_ACTIONS]),
        objects=objects,
        deeds=deeds,
        groups=_groups(objects),
        fields=tuple(at for at, term in enumerate(objects) if term.field and term.head),
        reach=frozenset().union(*(reach(term.concept) for term in objects)),
        object_weights=tuple(term.weight for term in objects),
        deed_weights=tuple(term.weight for term in deeds),
        stages=frozenset(parts.stages | _declared_steps(statement.stage)),
        phases=phases(parts.governing, statement.stage, operational=operational),
        clients=frozenset(client.casefold() for client in statement.clients),
        exclusive=exclusive,
        unit_exclusive=_by_names(named, above, words),
        served=_served(exclusive) or _served(_exclusive(named, (), words)),
        marks=frozenset((*marks(tokens, words), *marks(unit, words), *number(unit, words))),
        denied=frozenset(parts.denied),
        housekeeping=house and not parts.whole,
        own=frozenset(own),
        names=frozenset(around),
        cues=frozenset(parts.cues),
        operational=operational,
        oversight=bool(holder & words.sets["oversight"]),
        code=statement.code or "",
        site=statement.site.casefold().strip(),
        topic=blend({stem: words.weight(stem) for stem in sorted(spoken | around)}),
    )


def _without_manner(tokens: list[Token]) -> Iterator[Token]:
    """All but `sesuai dengan ...` to the end of its clause: that says how or by what rule, not what."""
    manner = -1
    for token in tokens:
        if token.word in MANNER:
            manner = token.clause
        if token.clause != manner:
            yield token


def _of_the_office(tokens: list[Token], words: Lexicon) -> bool:
    return len({token.stem for token in tokens if token.word in words.office_words}) >= 2


def _deeds(actions: list[Term], words: Lexicon) -> tuple[Term, ...]:
    found = {term.concept: term for term in actions if words.concepts[term.concept].stage != "carry"}
    return tuple(found.values())[:MOST_ACTIONS]


def _groups(objects: tuple[Term, ...]) -> tuple[tuple[int, int], ...]:
    starts = [at for at, term in enumerate(objects) if not at or term.group != objects[at - 1].group]
    return tuple(pairwise([*starts, len(objects)]))[:MOST_GROUPS]


def _name_parts(unit: list[Token], words: Lexicon) -> tuple[Term, ...]:
    parts = Parts(words)
    parts.take([token for token in unit if token.word not in words.sets["unit"]])
    return tuple(parts.objects)


def _by_names(named: tuple[Term, ...], above: list[list[Token]], words: Lexicon) -> dict[str, frozenset[str]]:
    """What the unit's name excludes, and where it is silent, the name of the nearest unit above."""
    found = _of_units(_exclusive(named, (), words))
    for name in reversed(above):
        found = _of_units(_exclusive(_name_parts(name, words), (), words)) | found
    return found


def _of_units(groups: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    return {group: members for group, members in groups.items() if group[0] not in f"^{CLIENTS}"}


def _served(groups: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    return {group: members for group, members in groups.items() if group.startswith(CLIENTS)}


def _carries_out(statement: Statement, unit: list[Token], words: Lexicon) -> bool:
    """Whether the holder executes, by its own words, its kind, or the kind of a unit above it."""
    known = words.sets["operational"]
    opening = "-".join(token.word for token in unit[:2])
    return (
        bool({token.word for token in unit} & known)
        or opening in known
        or any(kind in known or set(split(kind)) & known for kind in (statement.kind, *statement.within))
    )


def _declared_steps(stage: str | None) -> set[str]:
    step = STEPS.get(DECLARED.get(stage, stage)) if stage else None
    return {step} if step else set()


def _exclusive(
    objects: tuple[Term, ...], clients: tuple[str, ...], words: Lexicon
) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    declared = [words.terms.get(words.phrase(client), "") for client in clients]
    names = [*(term.concept for term in objects), *declared]
    for name in names:
        for one in (name, *words.ancestors(name)):
            if concept := words.concepts.get(one):
                for group in concept.excludes:
                    found.setdefault(group, set()).add(one)
    return {group: frozenset(members) for group, members in found.items()}
