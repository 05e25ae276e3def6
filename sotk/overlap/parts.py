"""The parts of a statement, collected in one pass: the longest phrase of the lexicon wins, the rest are objects."""

from functools import lru_cache

from sotk.overlap.governing import Governing
from sotk.overlap.lexicon import LINKS, Lexicon
from sotk.overlap.shapes import acting, cues, doer, joined, verbal
from sotk.overlap.tokens import Token
from sotk.overlap.values import Term

FURTHER_WORDS = 0.25
"""What each further word of a phrase adds to the weight of its weightiest word."""
LEAST, MOST = 0.3, 1.2
"""Weights of a phrase of the lexicon stay within these."""

GIVEN_WORDS = 3
"""So many telling words after *telah*, *pemegang*: what is there before the work starts."""


class Parts:
    """Collects the parts while the tokens go by."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        self.actions: list[Term] = []
        self.objects: list[Term] = []
        self.stages: set[str] = set()
        self.governing = Governing(words)
        self.cues: set[str] = set()
        self.housekeeping = False
        self.whole = False
        self.field = False
        self.denied: set[str] = set()
        self.given: set[str] = set()
        self.made: set[str] = set()
        self.seen: set[str] = set()
        self.group = 0
        self.clause = -1
        self.fresh = True
        self._joined: frozenset[int] = frozenset()
        self._action_ended = 0
        self._given, self._given_next = words.sets["given"], words.sets["given next"]
        self._given_until = 0
        self._given_clause = -1
        self._is_given = False
        self._phrase: tuple[str, ...] = ()
        self._phrase_ended = 0

    def take(self, tokens: list[Token]) -> None:
        self.cues.update(cues([token.word for token in tokens], self.words))
        self._joined = frozenset(joined(tokens))
        tokens = [token for token in tokens if token.word not in LINKS]
        stems = tuple(token.stem for token in tokens)
        self._look_for(stems)
        at = 0
        while at < len(tokens):
            at += self._one(tokens, stems, at)

    def _look_for(self, stems: tuple[str, ...]) -> None:
        words = self.words
        for at, stem in enumerate(stems):
            for size in words.sizes_of_frames.get(stem, ()):
                piece = stems[at : at + size]
                self.housekeeping |= piece in words.housekeeping
                self.whole |= piece in words.whole

    def _one(self, tokens: list[Token], stems: tuple[str, ...], at: int) -> int:
        word = tokens[at].word
        self._look_for_given(word, tokens[at].clause, at)
        exact = self._as_written(tokens, at) if word in self.words.sizes_of_exact else 0
        for size in self.words.sizes.get(stems[at], ()):
            if size <= exact:
                break
            found = self.words.known.get(stems[at : at + size])
            if found is None:
                continue
            term, action = found
            if action and self._acts(word, stems[at], size, known=term is not None):
                self._govern(action, word, at)
                self._action_ended = at + size
                self._action(action, tokens[at : at + size])
                return size
            if term:
                writes = at == self._action_ended and self.governing.writes
                if action and (writes or size > 1):
                    self._govern(action, word, at)
                else:
                    self._govern_inside(tokens, at, size)
                self._share_tail(tokens, stems, at, size)
                self._object(term, tokens[at : at + size])
                self._share_head(tokens, stems, at, size)
                return size
        if exact:
            written = tokens[at : at + exact]
            self._object(self.words.exact[tuple([token.word for token in written])], written)
            return exact
        if tokens[at].word == "bidang" and not self.field:
            self.field = True
            self._next_phrase()
        if tokens[at].word in self.words.sets["denial"]:
            self.denied.update(stem for stem in stems[at + 1 : at + 3] if self.words.weight(stem) > 0)
        if self.words.weight(stems[at]) > 0:
            self._govern_inside(tokens, at, 1)
            self._object(stems[at], tokens[at : at + 1])
        elif (
            at == self._action_ended
            and self.governing.hands_over
            and tokens[at].word in self.words.sets["work"]
        ):
            self._action_ended += 1
        self._share_head(tokens, stems, at, 1)
        return 1

    def _govern_inside(self, tokens: list[Token], at: int, size: int) -> None:
        """The verb that a phrase of the lexicon opens with governs as any other: *peminjaman buku* lends."""
        word, stem = tokens[at].word, tokens[at].stem
        whole = (
            self.words.deeds.get(tuple([token.stem for token in tokens[at : at + size]]))
            if size > 1
            else None
        )
        action = whole or self._deed_of(word, stem, size)
        if action:
            self._govern(action, word, at)
        elif self.governing.writes and (at == self._action_ended or at in self._joined):
            inside = [self.words.actions.get((token.stem,), "") for token in tokens[at : at + size]]
            self.governing.write([each for each in inside if each])

    def _deed_of(self, word: str, stem: str, size: int) -> str | None:
        """The action that a term opens with or is: *sertifikasi benih*, and alone *vaksinasi*."""
        if not acting(word) and word not in self.words.sets["deed noun"]:
            return None
        action = (
            self.words.actions.get((stem,)) if size > 1 and self._acts(word, stem, 1, known=False) else None
        )
        return action or self.words.deeds.get((stem,))

    def _share_tail(self, tokens: list[Token], stems: tuple[str, ...], at: int, size: int) -> None:
        """What is joined before a phrase may share its tail: *perempuan dan anak korban kekerasan* are both."""
        if size > 1 and at in self._joined and at and tokens[at - 1].clause == tokens[at].clause:
            term = self.words.terms.get((stems[at - 1], *stems[at + 1 : at + size]))
            if term:
                self._object(term, [tokens[at - 1], *tokens[at + 1 : at + size]])

    def _share_head(self, tokens: list[Token], stems: tuple[str, ...], at: int, size: int) -> None:
        """What is joined after a phrase may share its head: *pelabuhan laut dan penyeberangan* are both."""
        joined = size == 1 and at in self._joined and at == self._phrase_ended > 0
        if joined and tokens[at - 1].clause == tokens[at].clause:
            term = self.words.terms.get((*self._phrase, stems[at]))
            if term:
                self._object(term, [*tokens[at - len(self._phrase) - 1 : at - 1], tokens[at]])
        if size > 1:
            self._phrase, self._phrase_ended = stems[at : at + size - 1], at + size

    def _as_written(self, tokens: list[Token], at: int) -> int:
        """How many words from here on are the name of a place or stand in a row of opposites."""
        sizes = self.words.sizes_of_exact[tokens[at].word]
        return next((n for n in sizes if tuple([t.word for t in tokens[at : at + n]]) in self.words.exact), 0)

    def _acts(self, word: str, stem: str, size: int, *, known: bool) -> bool:
        """Whether a word or phrase that may be an action is one here; `known`: it names a thing too."""
        if size > 1:
            return not known
        if stem in self.words.verbal and not verbal(word):
            return False
        return (not known or acting(word)) and not doer(word, stem)

    def _look_for_given(self, word: str, clause: int, at: int) -> None:
        """What a duty takes for given: the rule it goes by, the step that is done, what its client holds."""
        if word in self._given:
            self._given_clause = clause
        elif word in self._given_next:
            self._given_until = at + 1 + GIVEN_WORDS
        self._is_given = at < self._given_until or clause == self._given_clause

    def _action(self, concept: str, tokens: list[Token]) -> None:
        self._next_phrase()
        if not self._is_given and not tokens[0].word.startswith(("di", "ter")):
            self.stages.add(self.words.concepts[concept].stage)
        self._note(concept)
        self.actions.append(self._term(concept, tokens))

    def _note(self, concept: str) -> None:
        if self._is_given:
            self.given.add(concept)
        elif self.governing.making:
            self.made.add(concept)

    def _govern(self, concept: str, word: str, at: int) -> None:
        if self._is_given:
            return
        if at in self._joined:
            self.governing.join(concept, word)
        elif at == self._action_ended:
            self.governing.follow(concept, self.actions[-1].concept)
        self.governing.settle()

    def _object(self, concept: str, tokens: list[Token]) -> None:
        if tokens[0].clause != self.clause:
            self._next_phrase()
        self.clause = tokens[0].clause
        self._note(concept)
        if concept not in self.seen or self.fresh:
            self.seen.add(concept)
            self.objects.append(self._term(concept, tokens))
        self.fresh = False

    def _next_phrase(self) -> None:
        if not self.fresh:
            self.group += 1
            self.fresh = True

    def _term(self, concept: str, tokens: list[Token]) -> Term:
        stems = tuple([token.stem for token in tokens])
        written = " ".join([token.word for token in tokens])
        weight = _weight(concept, stems, self.words)
        return Term(concept, stems, written, weight, self.group, self.fresh, self.field)


@lru_cache(maxsize=20_000)
def _weight(concept: str, stems: tuple[str, ...], words: Lexicon) -> float:
    """That of the weightiest word, and a part of the others; a phrase of the lexicon says something at least."""
    weights = sorted(map(words.weight, stems), reverse=True)
    weight = weights[0] + FURTHER_WORDS * sum(weights[1:])
    if concept in words.concepts:
        weight = max(weight, LEAST)
    return round(min(weight, MOST), 3)
