"""Takes a duty statement apart: actions and stages, objects, scope, own-unit housekeeping, frame.

Reading is one pass over the words: phrases of the lexicon first, the longest wins; what is left is
an object by its stem. Nothing here compares two statements.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from sotk.overlap.kinship import reach
from sotk.overlap.lexicon import CLIENTS, Lexicon, lexicon, split
from sotk.overlap.measures import bounds
from sotk.overlap.names import Groups, Name, exclusive, name_of
from sotk.overlap.parts import Parts
from sotk.overlap.phases import DECLARED, STEPS, phases
from sotk.overlap.steps import CARRYING, FRAME, alike, named, sorts
from sotk.overlap.tokens import Token, tokens_of
from sotk.overlap.units import marks, without_own_unit
from sotk.overlap.values import Reading, Statement, Term

MOST_CHARACTERS = 6000
MOST_TERMS = 60
MOST_ACTIONS = 24
MOST_GROUPS = 16
OF_ALL = 0.4
"""The share of its weight that a term keeps in an agency that is named after it."""
MANNER = frozenset({"sesuai"})


@lru_cache(maxsize=5_000)
def read(statement: Statement) -> Reading:
    """The reading of a statement, kept for the next who asks."""
    return take_apart(statement)


def take_apart(statement: Statement) -> Reading:
    """The reading of a statement; never fails, whatever the text."""
    words = lexicon()
    name = name_of(statement.unit)
    above = [name_of(body) for body in statement.bodies if body]
    tokens = list(_without_manner(tokens_of(statement.text[:MOST_CHARACTERS], words)))
    kept, own, whole_body = without_own_unit(tokens, name.tokens, words, [each.tokens for each in above])
    parts = Parts(words)
    parts.take(kept)
    objects = tuple(_weighed(parts.objects[:MOST_TERMS], above))
    deeds = _deeds(parts.actions, words)
    operational = _carries_out(statement, name.tokens, words)
    excludes = exclusive(objects, statement.clients, words) | bounds(statement.text[:MOST_CHARACTERS])
    about = {stem for term in objects for stem in term.stems}
    placed = frozenset((*marks(tokens, words), *name.marks))
    stages = _steps(parts) | _declared_steps(statement.stage)
    house = parts.housekeeping or whole_body or (bool(own) and _of_the_office(kept, words))
    return Reading(
        actions=tuple(parts.actions[:MOST_ACTIONS]),
        objects=objects,
        deeds=deeds,
        groups=_groups(objects),
        fields=tuple(at for at, term in enumerate(objects) if term.field and term.head),
        reach=frozenset().union(*(reach(term.concept) for term in objects)),
        object_weights=tuple([term.weight for term in objects]),
        unknown_weights=tuple([0.0 if term.concept in words.concepts else term.weight for term in objects]),
        deed_weights=tuple([term.weight for term in deeds]),
        stages=stages,
        sorts=sorts(stages),
        deeds_named=named(stages - CARRYING),
        deeds_alike=alike(stages - CARRYING),
        governs=frozenset(concept for concept, step in parts.governing.doing if step not in FRAME),
        given=frozenset(parts.given - parts.made),
        made=frozenset(parts.made),
        phases=phases(parts.governing.by, statement.stage, operational=operational),
        clients=frozenset(client.casefold() for client in statement.clients),
        exclusive=excludes,
        unit_exclusive=_divided(name, above),
        served=_served(excludes) or _served(name.excludes),
        marks=placed,
        denied=frozenset(parts.denied),
        housekeeping=house and not parts.whole,
        own=frozenset(own),
        names=name.stems,
        built=name.built,
        cues=frozenset(parts.cues),
        operational=operational,
        oversight=_oversees(statement, name.tokens, words),
        code=statement.code or "",
        site=statement.site.casefold().strip(),
        said=(frozenset(stem for term in (*objects, *deeds) for stem in term.stems), placed),
        about=tuple(sorted(about)),
        named=tuple(sorted(name.stems)),
        speaks=tuple(sorted(about | name.stems)),
    )


def _without_manner(tokens: list[Token]) -> Iterator[Token]:
    """All but `sesuai dengan ...` to the end of its clause: that says how or by what rule, not what."""
    manner = -1
    for token in tokens:
        if token.word in MANNER:
            manner = token.clause
        if token.clause != manner:
            yield token


def _weighed(objects: Sequence[Term], above: Sequence[Name]) -> Iterator[Term]:
    """What the whole agency is named after says less: every duty of a dinas sosial is social."""
    whole = above[0].stems if above else frozenset()
    for term in objects:
        yield term._replace(weight=round(term.weight * OF_ALL, 3)) if whole.issuperset(term.stems) else term


def _of_the_office(tokens: list[Token], words: Lexicon) -> bool:
    return len({token.stem for token in tokens if token.word in words.office_words}) >= 2


def _deeds(actions: list[Term], words: Lexicon) -> tuple[Term, ...]:
    found = {term.concept: term for term in actions if words.concepts[term.concept].stage not in FRAME}
    return tuple(found.values())[:MOST_ACTIONS]


def _groups(objects: tuple[Term, ...]) -> tuple[tuple[int, int], ...]:
    starts = [at for at, term in enumerate(objects) if not at or term.group != objects[at - 1].group]
    return tuple(pairwise([*starts, len(objects)]))[:MOST_GROUPS]


def _divided(name: Name, above: Sequence[Name]) -> Groups:
    """What the unit's name excludes, and where it is silent, the name of the nearest unit above."""
    found = dict(name.divides)
    for each in reversed(above):
        found = each.divides | found
    return found


def _served(groups: Groups) -> Groups:
    return {group: members for group, members in groups.items() if group.startswith(CLIENTS)}


def _oversees(statement: Statement, unit: Sequence[Token], words: Lexicon) -> bool:
    oversight = words.sets["oversight"]
    return any(token.word in oversight for token in unit) or not oversight.isdisjoint(split(statement.kind))


def _carries_out(statement: Statement, unit: Sequence[Token], words: Lexicon) -> bool:
    """Whether the holder executes, by its own words, its kind, or the kind of a unit above it."""
    known = words.sets["operational"]
    opening = "-".join(token.word for token in unit[:2])
    return (
        any(token.word in known for token in unit)
        or opening in known
        or any(kind in known or set(split(kind)) & known for kind in (statement.kind, *statement.within))
    )


def _steps(parts: Parts) -> frozenset[str]:
    """The steps of what governs; where that only carries out or writes, those of all that is done."""
    governing = frozenset(step for _, step in parts.governing.doing)
    return governing - FRAME or frozenset(parts.stages) - FRAME or governing | parts.stages


def _declared_steps(stage: str | None) -> frozenset[str]:
    step = STEPS.get(DECLARED.get(stage, stage)) if stage else None
    return frozenset({step} if step else ())
