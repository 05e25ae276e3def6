"""Writes readings into a table."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from sotk.overlap.arrays.ragged import Ints, Ragged
from sotk.overlap.arrays.table import THOUSANDTHS, Table
from sotk.overlap.arrays.topics import topics
from sotk.overlap.arrays.vocabulary import BITS, Concepts, Groupings, Vocabulary
from sotk.overlap.lexicon import CLIENTS
from sotk.overlap.steps import SORTS
from sotk.overlap.values import Reading, Term

CODE_LEVELS = 10
"""Codes of the nomenclature have six levels."""
CUES = {"before": 1, "after": 2}


class Columns:
    """Makes tables whose numbers mean the same."""

    def __init__(self) -> None:
        self.concepts = Concepts()
        self.words = Vocabulary()
        self.things = Vocabulary()
        self.phases = Vocabulary()
        self.groupings = Groupings()

    def table(self, readings: Sequence[Reading]) -> Table:
        topic, known = topics([one.speaks for one in readings])
        about, about_known = topics([one.about for one in readings])
        named, named_known = topics([one.named for one in readings])
        apart = [list(self._apart(one, one.objects)) for one in readings]
        apart_deeds = [list(self._apart(one, one.deeds)) for one in readings]

        def ragged(of: Callable[[Reading], Iterable[int]]) -> Ragged:
            return Ragged.of([list(of(one)) for one in readings])

        def column(of: Callable[[Reading], int]) -> Ints:
            return np.array([of(one) for one in readings], dtype=np.int64)

        return Table(
            objects=ragged(lambda one: self._concepts(one.objects)),
            weights=ragged(lambda one: _thousandths(one.objects)),
            unknown=ragged(lambda one: [round(weight * THOUSANDTHS) for weight in one.unknown_weights]),
            groups=ragged(_groups),
            fields=ragged(lambda one: self._concepts([one.objects[at] for at in one.fields])),
            deeds=ragged(lambda one: self._concepts(one.deeds)),
            deed_weights=ragged(lambda one: _thousandths(one.deeds)),
            field_deeds=ragged(lambda one: sorted(self._concepts([t for t in one.deeds if t.field]))),
            sorted_deeds=ragged(lambda one: sorted(self._concepts(one.deeds))),
            names=ragged(lambda one: self._words(one.names)),
            built=ragged(lambda one: map(self.words.id, one.built)),
            telling=ragged(lambda one: [stem in one.names for stem in one.built]),
            kind=column(lambda one: self.words.id(one.built[0]) if one.built else 0),
            stems=ragged(lambda one: self._words({stem for term in one.objects for stem in term.stems})),
            denied=ragged(lambda one: self._words(one.denied)),
            governs=ragged(lambda one: self._words(one.governs)),
            given=ragged(lambda one: self._words(one.given)),
            made=ragged(lambda one: self._words(one.made)),
            clients=ragged(lambda one: self._words(one.clients)),
            apart=Ragged.of([[stem for stem, _ in each] for each in apart]),
            apart_of=Ragged.of([[at for _, at in each] for each in apart]),
            apart_deeds=Ragged.of([[stem for stem, _ in each] for each in apart_deeds]),
            apart_deeds_of=Ragged.of([[at for _, at in each] for each in apart_deeds]),
            exclusive=column(lambda one: self.groupings.id(_no_clients(one.exclusive))),
            unit_exclusive=column(lambda one: self.groupings.id(one.unit_exclusive)),
            served=column(lambda one: self.groupings.id(one.served)),
            marks=column(lambda one: self.groupings.id(_by_kind(one.marks))),
            sorts=column(lambda one: sum(1 << SORTS.index(sort) for sort in one.sorts)),
            deeds_named=column(lambda one: one.deeds_named),
            deeds_alike=column(lambda one: one.deeds_alike),
            phases=column(lambda one: self._bits(self.phases, one.phases)),
            cues=column(lambda one: sum(CUES[cue] for cue in one.cues)),
            own=column(lambda one: self.things.id(one.own)),
            site=column(lambda one: self.things.id(one.site)),
            said=column(lambda one: self.things.id(one.said)),
            phrases=column(lambda one: len(one.groups)),
            code=self._codes([one.code for one in readings]),
            code_levels=column(lambda one: min(one.code.count(".") + 1, CODE_LEVELS) if one.code else 0),
            housekeeping=column(lambda one: one.housekeeping).astype(bool),
            operational=column(lambda one: one.operational).astype(bool),
            oversight=column(lambda one: one.oversight).astype(bool),
            topic=topic,
            known=known,
            about=about,
            about_known=about_known,
            named=named,
            named_known=named_known,
        )

    def _concepts(self, terms: Iterable[Term]) -> list[int]:
        return [self.concepts.id(term.concept) for term in terms]

    def _words(self, words: Iterable[str]) -> list[int]:
        return sorted(map(self.words.id, words))

    def _apart(self, one: Reading, terms: Sequence[Term]) -> Iterable[tuple[int, int]]:
        """Stems of terms that stand in the name of the unit, each with the place of its term."""
        for at, term in enumerate(terms):
            for stem in one.names.intersection(term.stems):
                yield self.words.id(stem), at

    def _bits(self, names: Vocabulary, members: Iterable[str]) -> int:
        found = 0
        for member in members:
            found |= 1 << (names.id(member) % BITS)
        return found

    def _codes(self, codes: Sequence[str]) -> Ints:
        found = np.zeros((len(codes), CODE_LEVELS), dtype=np.int64)
        for at, code in enumerate(codes):
            parts = code.split(".", CODE_LEVELS - 1) if code else []
            for level in range(len(parts)):
                found[at, level] = self.things.id(("code", *parts[: level + 1]))
        return found


def _thousandths(terms: Iterable[Term]) -> list[int]:
    return [round(term.weight * THOUSANDTHS) for term in terms]


def _groups(one: Reading) -> Iterable[int]:
    found = [-1] * len(one.objects)
    for at, (start, end) in enumerate(one.groups):
        found[start:end] = [at] * (end - start)
    return found


def _no_clients(groups: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    return {group: held for group, held in groups.items() if not group.startswith(CLIENTS)}


def _by_kind(marks: frozenset[str]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for mark in marks:
        kind = mark.split()[0]
        found[kind] = found.get(kind, frozenset()) | {mark}
    return found
