"""The difference of structures without common ids: pairs are guessed, then compared as if by id.

The second structure is put under the ids of the first; a fact of a guessed pair carries its score.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Final

from sotk.compare.diff import diff
from sotk.compare.facts import Diff, Fact, name_of
from sotk.compare.matcher import Matching, match
from sotk.compare.rekey import rekeyed
from sotk.compare.wording import Weights, normal
from sotk.model import EntityType, Structure

_ALIKE: Final = 0.6
_LISTS: Final[tuple[EntityType, ...]] = ("objective", "indicator", "team", "waiver")
Ids = dict[tuple[EntityType, str], str]
Scores = dict[tuple[EntityType, str], float]


@dataclass(frozen=True, slots=True)
class Guessed:
    """A difference by guesses; in `diff.after` the second structure stands under ids of the first."""

    diff: Diff
    matching: Matching


def diff_guessed(before: Structure, after: Structure, *, trust_ids: bool = False) -> Guessed:
    """What changed, where ids tell nothing; with `trust_ids`, only provisional ids tell nothing."""
    known = {id: id for id in before.units if _trusted(before, after, "unit", id)} if trust_ids else {}
    matching = match(before, after, known)
    ids, scores = _ids(before, after, matching, trust_ids=trust_ids)
    moved = rekeyed(after, ids)
    found = diff(before, moved)
    known_scores = {key: score for key, score in scores.items() if key[1] not in known or key[0] != "unit"}
    facts = tuple(_marked(fact, known_scores) for fact in found.facts)
    return Guessed(Diff(before, moved, facts), matching)


def _trusted(before: Structure, after: Structure, entity: EntityType, id: str) -> bool:
    if entity == "unit" and id not in after.units:
        return False
    return (entity, id) not in before.provisional and (entity, id) not in after.provisional


def _marked(fact: Fact, scores: Scores) -> Fact:
    score = scores.get((fact.entity, fact.id))
    return fact if score is None or fact.verb in ("added", "removed") else replace(fact, score=score)


def _ids(before: Structure, after: Structure, matching: Matching, *, trust_ids: bool) -> tuple[Ids, Scores]:
    """New ids for the second structure: those of the first for pairs, free ones for all else."""
    ids: Ids = {}
    scores: Scores = {}
    weights = Weights(normal(duty.text) for side in (before, after) for _unit, duty in side.duties())
    taken: dict[EntityType, set[str]] = defaultdict(set)
    for pair in matching.pairs:
        _paired(ids, scores, taken, ("unit", pair.before, pair.after, pair.score))
    for guess in chain(_carried(before, after, matching, weights), _listed(before, after)):
        if guess[1] not in taken[guess[0]] and (guess[0], guess[2]) not in ids:
            _paired(ids, scores, taken, guess)
    for entity, here, there in _all_ids(before, after):
        for id in here:
            common = trust_ids and id in there and _trusted(before, after, entity, id)
            if common and (entity, id) not in ids and id not in taken[entity]:
                _paired(ids, {}, taken, (entity, id, id, 1.0))
        for id in there:
            if (entity, id) not in ids and id in here:
                ids[entity, id] = _free(id, {*here, *there, *taken[entity]})
                taken[entity].add(ids[entity, id])
    return ids, scores


def _paired(
    ids: Ids, scores: Scores, taken: Mapping[EntityType, set[str]], guess: tuple[EntityType, str, str, float]
) -> None:
    entity, old, new, score = guess
    ids[entity, new] = old
    scores[entity, old] = score
    taken[entity].add(old)


def _free(id: str, taken: set[str]) -> str:
    number = 2
    while (made := f"{id[:56]}-{number}") in taken:
        number += 1
    return made


def _carried(
    before: Structure, after: Structure, matching: Matching, weights: Weights
) -> Iterator[tuple[EntityType, str, str, float]]:
    """Positions and duties of paired units by their words; then duties that stand elsewhere word for word."""
    for pair in matching.pairs:
        old, new = before.units[pair.before], after.units[pair.after]
        if old.head is not None and new.head is not None:
            yield "position", old.head.id, new.head.id, pair.score
        yield from _alike("position", old.positions, new.positions, weights)
        yield from _alike("duty", old.duties, new.duties, weights)
    old_duties = _unique((duty.id, duty.text) for _unit, duty in before.duties())
    new_duties = _unique((duty.id, duty.text) for _unit, duty in after.duties())
    for text, id in old_duties.items():
        if text in new_duties:
            yield "duty", id, new_duties[text], 0.9


def _alike(
    entity: EntityType, old: Iterable[Any], new: Iterable[Any], weights: Weights
) -> Iterator[tuple[EntityType, str, str, float]]:
    left = [(each.id, normal(name_of(entity, each))) for each in old]
    right = [(each.id, normal(name_of(entity, each))) for each in new]
    scored = [(weights.alike(text, other), id, other_id) for id, text in left for other_id, other in right]
    for score, id, other_id in sorted(scored, key=lambda each: (-each[0], each[1], each[2])):
        if score >= _ALIKE:
            yield entity, id, other_id, score


def _listed(before: Structure, after: Structure) -> Iterator[tuple[EntityType, str, str, float]]:
    """Objectives, indicators, teams and waivers that say the same."""
    for entity in _LISTS:
        old = _unique((each.id, name_of(entity, each)) for each in getattr(before, f"{entity}s"))
        new = _unique((each.id, name_of(entity, each)) for each in getattr(after, f"{entity}s"))
        for text, id in old.items():
            if text in new:
                yield entity, id, new[text], 0.9


def _unique(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The ids of texts that only one has."""
    found: dict[str, str | None] = {}
    for id, text in named:
        key = normal(text)
        found[key] = None if key in found else id
    return {text: id for text, id in found.items() if id is not None}


def _all_ids(before: Structure, after: Structure) -> Iterator[tuple[EntityType, set[str], set[str]]]:
    yield "unit", set(before.units), set(after.units)
    yield "position", {p.id for _unit, p in before.positions()}, {p.id for _unit, p in after.positions()}
    yield "duty", {d.id for _unit, d in before.duties()}, {d.id for _unit, d in after.duties()}
    for entity in _LISTS:
        yield (
            entity,
            {e.id for e in getattr(before, f"{entity}s")},
            {e.id for e in getattr(after, f"{entity}s")},
        )
