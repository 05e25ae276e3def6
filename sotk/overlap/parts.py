"""The parts of a statement, collected in one pass: the longest phrase of the lexicon wins, the rest are objects."""

from collections.abc import Iterator
from functools import lru_cache

from sotk.overlap.lexicon import LINKS, Lexicon
from sotk.overlap.tokens import Token
from sotk.overlap.values import Term

FURTHER_WORDS = 0.25
"""What each further word of a phrase adds to the weight of its weightiest word."""
LEAST, MOST = 0.3, 1.2
"""Weights of a phrase of the lexicon stay within these."""

CONJUNCTIONS = frozenset({"dan", "atau", "serta"})
CARRY = "carry"
POLICY_ITSELF = "*kebijakan"
DOING = "*laksana"
DOING_POLICY = "*laksana kebijakan"


class Parts:
    """Collects the parts while the tokens go by."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        self.actions: list[Term] = []
        self.objects: list[Term] = []
        self.stages: set[str] = set()
        self.governing: list[tuple[str, str]] = []
        self.cues: set[str] = set()
        self.housekeeping = False
        self.whole = False
        self.field = False
        self.denied: set[str] = set()
        self.seen: set[str] = set()
        self.group = 0
        self.clause = -1
        self.fresh = True
        self._joined: frozenset[int] = frozenset()
        self._action_ended = 0

    def take(self, tokens: list[Token]) -> None:
        self.cues.update(_cues([token.word for token in tokens], self.words))
        self._joined = frozenset(_joined(tokens))
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
        for size in self.words.sizes.get(stems[at], ()):
            piece = stems[at : at + size]
            if len(piece) < size:
                continue
            term, action = self.words.terms.get(piece), self.words.actions.get(piece)
            word = tokens[at].word
            if action and (not term or (size == 1 and _acting(word))) and not _doer(word, size):
                self._govern(action, at)
                self._action_ended = at + size
                self._action(action, tokens[at : at + size])
                return size
            if term:
                self._object(term, tokens[at : at + size])
                return size
        if tokens[at].word == "bidang" and not self.field:
            self.field = True
            self._next_phrase()
        if tokens[at].word in self.words.sets["denial"]:
            self.denied.update(stem for stem in stems[at + 1 : at + 3] if self.words.weight(stem) > 0)
        if self.words.weight(stems[at]) > 0:
            self._object(stems[at], tokens[at : at + 1])
        return 1

    def _action(self, concept: str, tokens: list[Token]) -> None:
        self._next_phrase()
        if not tokens[0].word.startswith(("di", "ter")):
            self.stages.add(self.words.concepts[concept].stage)
        self.actions.append(self._term(concept, tokens))

    def _govern(self, concept: str, at: int) -> None:
        """An action governs when it opens the sentence or is joined to what goes before.

        One that follows another directly is what that one is done to: *evaluasi pelayanan* evaluates.
        After *melaksanakan* it is the action itself.
        """
        step = self.words.concepts[concept].stage
        if at in self._joined:
            self.governing.append((concept, step))
        elif at == self._action_ended and self.governing and self.governing[-1][1] == CARRY:
            doing = self.governing[-1][0] == DOING and concept == POLICY_ITSELF
            self.governing[-1] = (DOING_POLICY if doing else concept, step)

    def _object(self, concept: str, tokens: list[Token]) -> None:
        if tokens[0].clause != self.clause:
            self._next_phrase()
        self.clause = tokens[0].clause
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


def _joined(tokens: list[Token]) -> Iterator[int]:
    """Places among the telling words that open the sentence, a clause, or follow a conjunction."""
    at, opens, clause = 0, True, 0
    for token in tokens:
        opens |= token.clause != clause or token.word in CONJUNCTIONS
        clause = token.clause
        if token.word not in LINKS:
            if opens:
                yield at
            at, opens = at + 1, False


def _cues(words: list[str], words_known: Lexicon) -> Iterator[str]:
    for at, word in enumerate(words):
        if word in words_known.cue_openings:
            following = words[at + 1] if at + 1 < len(words) else ""
            for piece in ((word,), (word, following), (word, _shape(following))):
                if piece in words_known.cues:
                    yield words_known.cues[piece]


def _shape(word: str) -> str:
    """A passive or a reached state by its form, whatever the word."""
    if word.startswith("di") and len(word) > 5:
        return "di-"
    return "ter-" if word.startswith("ter") else word


def _acting(word: str) -> bool:
    """A verb or the noun of a verb by its shape: menguji, pengujian, diuji, verifikasi."""
    return word.startswith(("me", "di", "ber", "pe")) or word.endswith(("asi", "isi", "ksi", "si"))


def _doer(word: str, size: int) -> bool:
    """Who does it, not the doing: pengawas, pelaksana, penyelenggara."""
    return size == 1 and word.startswith("pe") and not word.endswith(("an", "annya", "si"))
