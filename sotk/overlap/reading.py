"""Takes a duty statement apart: actions and stages, objects, scope, own-unit housekeeping, frame.

Reading is one pass over the words: phrases of the lexicon first, the longest wins; what is left is
an object by its stem. Nothing here compares two statements.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sotk.overlap.lexicon import LINKS, Lexicon, lexicon, split
from sotk.overlap.spelling import corrected
from sotk.overlap.values import Reading, Statement, Term
from sotk.overlap.vectors import blend

MOST_CHARACTERS = 6000
MOST_TERMS = 60
MOST_ACTIONS = 24
MOST_GROUPS = 16
UNIT_WORDS = frozenset(
    "seksi subseksi subbidang subbagian bagian bidang uptd upt dinas balai biro badan direktorat sekretariat "
    "inspektorat kementerian cabang puskesmas pusat subdirektorat kantor deputi".split()
)
GENERIC_HOLDERS = frozenset("jenderal daerah unit internal".split())
OPERATIONAL = frozenset("uptd upt balai panti loka satpel laboratorium gudang puskesmas".split())
OVERSIGHT = frozenset("inspektorat inspektur auditor pemeriksa spi".split())
GRADED = frozenset("wilayah golongan ruang tipe kelas zona rayon regional jenjang eselon kategori".split())
GRADES = frozenset("i ii iii iv v vi vii a b c d e 1 2 3 4 5 6 7 8 9 satu dua tiga".split())
BODIES = frozenset("dinas badan direktorat biro inspektorat sekretariat balai uptd".split())
NUMBERS = frozenset("i ii iii iv v vi vii 1 2 3 4 5 6 7".split())
NOT_BEFORE_UNITS = frozenset("di bidang perangkat kendaraan rumah perjalanan naskah pakaian upacara".split())
DENIALS = frozenset({"tidak", "bukan", "non", "tanpa"})


@dataclass(frozen=True, slots=True)
class Token:
    word: str
    stem: str
    clause: int


@lru_cache(maxsize=120_000)
def read(statement: Statement) -> Reading:
    """The reading of a statement; never fails, whatever the text."""
    words = lexicon()
    unit = _tokens(statement.unit, words)
    names = {token.stem for token in unit}
    tokens = _tokens(statement.text[:MOST_CHARACTERS], words)
    kept, own, whole_body = _without_own_unit(tokens, unit, words)
    parts = _Parts(words)
    parts.take(kept)
    objects = tuple(parts.objects[:MOST_TERMS])
    deeds = _deeds(parts.actions, words)
    holder = {token.word for token in unit} | set(split(statement.kind))
    stages = parts.stages | ({statement.stage} if statement.stage else set())
    bag: dict[str, float] = {}
    for term in objects:
        for stem in term.stems:
            bag[stem] = max(bag.get(stem, 0.0), words.weight(stem))
    around = {stem: words.weight(stem) for stem in names if words.weight(stem) > 0}
    return Reading(
        actions=tuple(parts.actions[:MOST_ACTIONS]),
        objects=objects,
        deeds=deeds,
        groups=_groups(objects),
        fields=tuple(at for at, term in enumerate(objects) if term.field and term.head),
        object_weights=tuple(term.weight for term in objects),
        deed_weights=tuple(term.weight for term in deeds),
        stages=frozenset(stages),
        exclusive=_exclusive(objects, statement.clients, words),
        unit_exclusive=_of_units(_exclusive(_name_parts(unit, words), (), words)),
        marks=frozenset((*_marks(tokens), *_marks(unit), *_number(unit))),
        denied=frozenset(parts.denied),
        housekeeping=(parts.housekeeping or whole_body or (bool(own) and _of_the_office(kept, words)))
        and not parts.whole,
        own=frozenset(own),
        names=frozenset(around),
        cues=frozenset(parts.cues),
        operational=bool(holder & OPERATIONAL),
        oversight=bool(holder & OVERSIGHT),
        code=statement.code or "",
        topic=blend({**around, **bag}),
    )


def _tokens(text: str, words: Lexicon) -> list[Token]:
    found: list[Token] = []
    for clause, part in enumerate(text.replace(";", ",").split(",")):
        for word in split(part):
            found.extend(_spelled(word, clause, words))
    return found


def _spelled(word: str, clause: int, words: Lexicon) -> Iterator[Token]:
    if word in words.abbreviations:
        for long in words.abbreviations[word]:
            yield Token(long, words.stem(long), clause)
        return
    for start in ("di", "antar"):
        rest = word.removeprefix(start)
        if rest != word and rest in GLUED:
            yield Token(start, start, clause)
            word = rest
    word = corrected(word)
    yield Token(word, words.stem(word), clause)


GLUED = frozenset(
    "bidang lingkungan tepi dalam luar wilayah daerah kabupaten kota provinsi instansi negara lembaga perangkat".split()
)


def _without_own_unit(
    tokens: list[Token], unit: list[Token], words: Lexicon
) -> tuple[list[Token], set[str], bool]:
    """Takes out mentions of the own unit and its body.

    Returns the rest, the stems naming the body, and whether it is named by its kind alone: a duty
    `... Direktorat Jenderal` is done for the own directorate general, whichever that is.
    """
    names = {token.stem for token in unit}
    kinds = BODIES | {next((token.word for token in unit if token.word != "sub"), "")} & UNIT_WORDS
    telling = {stem for stem in names if words.weight(stem) > 0}
    kept: list[Token] = []
    own: set[str] = set()
    nameless = False
    at = 0
    while at < len(tokens):
        before = tokens[at - 1].word if at else ""
        if tokens[at].word in kinds and before not in NOT_BEFORE_UNITS:
            end = _end_of_name(tokens, at, names)
            last = end == len(tokens) or tokens[end].clause != tokens[at].clause
            named = {t.stem for t in tokens[at + 1 : end] if words.weight(t.stem) > 0} - GENERIC_HOLDERS
            if tokens[at].word in BODIES and (named or last) or 2 * len(named) >= len(telling) > 0:
                nameless |= not named and tokens[at].word in BODIES
                own |= named
                at = end
                continue
        kept.append(tokens[at])
        at += 1
    return kept, own, nameless and not own


def _end_of_name(tokens: list[Token], at: int, names: set[str]) -> int:
    end = at + 1
    while end < len(tokens) and (tokens[end].stem in names or tokens[end].word in UNIT_WORDS | GENERIC_HOLDERS):
        end += 1
    return end


class _Parts:
    """Collects the parts while the tokens go by."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        self.actions: list[Term] = []
        self.objects: list[Term] = []
        self.stages: set[str] = set()
        self.cues: set[str] = set()
        self.housekeeping = False
        self.whole = False
        self.field = False
        self.denied: set[str] = set()
        self.seen: set[str] = set()
        self.group = 0
        self.clause = -1
        self.fresh = True

    def take(self, tokens: list[Token]) -> None:
        self.cues.update(_cues([token.word for token in tokens], self.words))
        tokens = [token for token in tokens if token.word not in LINKS]
        stems = tuple(token.stem for token in tokens)
        self._look_for(stems)
        at = 0
        while at < len(tokens):
            at += self._one(tokens, stems, at)

    def _look_for(self, stems: tuple[str, ...]) -> None:
        for at in range(len(stems)):
            for size in range(1, 5):
                piece = stems[at : at + size]
                self.housekeeping |= piece in self.words.housekeeping
                self.whole |= piece in self.words.whole

    def _one(self, tokens: list[Token], stems: tuple[str, ...], at: int) -> int:
        for size in range(min(self.words.longest, len(stems) - at), 0, -1):
            piece = stems[at : at + size]
            term, action = self.words.terms.get(piece), self.words.actions.get(piece)
            if action and (not term or (size == 1 and acting(tokens[at].word))) and not doer(tokens[at].word, size):
                self._action(action, tokens[at : at + size])
                return size
            if term:
                self._object(term, tokens[at : at + size])
                return size
        self.field |= tokens[at].word == "bidang"
        if tokens[at].word in DENIALS:
            self.denied.update(stem for stem in stems[at + 1 : at + 3] if self.words.weight(stem) > 0)
        if self.words.weight(stems[at]) > 0:
            self._object(stems[at], tokens[at : at + 1])
        return 1

    def _action(self, concept: str, tokens: list[Token]) -> None:
        if not self.fresh:
            self.group += 1
            self.fresh = True
        if not tokens[0].word.startswith(("di", "ter")):
            self.stages.add(self.words.concepts[concept].stage)
        self.actions.append(self._term(concept, tokens))

    def _object(self, concept: str, tokens: list[Token]) -> None:
        if tokens[0].clause != self.clause and not self.fresh:
            self.group += 1
            self.fresh = True
        self.clause = tokens[0].clause
        if concept not in self.seen or self.fresh:
            self.seen.add(concept)
            self.objects.append(self._term(concept, tokens))
        self.fresh = False

    def _term(self, concept: str, tokens: list[Token]) -> Term:
        stems = tuple(token.stem for token in tokens)
        weights = sorted((self.words.weight(stem) for stem in stems), reverse=True)
        weight = weights[0] + 0.25 * sum(weights[1:]) if weights else 0.0
        if concept in self.words.concepts:
            weight = max(weight, 0.3)
        return Term(concept, stems, " ".join(t.word for t in tokens), round(min(weight, 1.2), 3), self.group, self.fresh, self.field)


def _of_the_office(tokens: list[Token], words: Lexicon) -> bool:
    return len({token.stem for token in tokens if token.word in words.office_words}) >= 2


def _deeds(actions: list[Term], words: Lexicon) -> tuple[Term, ...]:
    found = {term.concept: term for term in actions if words.concepts[term.concept].stage != "carry"}
    return tuple(found.values())[:MOST_ACTIONS]


def _groups(objects: tuple[Term, ...]) -> tuple[tuple[int, int], ...]:
    starts = [at for at, term in enumerate(objects) if not at or term.group != objects[at - 1].group]
    return tuple(pairwise([*starts, len(objects)]))[:MOST_GROUPS]


def _name_parts(unit: list[Token], words: Lexicon) -> tuple[Term, ...]:
    parts = _Parts(words)
    parts.take([token for token in unit if token.word not in UNIT_WORDS])
    return tuple(parts.objects)


def _cues(words: list[str], lexicon_: Lexicon) -> Iterator[str]:
    shapes = [("di-" if w.startswith("di") and len(w) > 5 else "ter-" if w.startswith("ter") else w) for w in words]
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else ""
        shape = shapes[at + 1] if at + 1 < len(words) else ""
        for piece in ((word,), (word, following), (word, shape)):
            if piece in lexicon_.cues:
                yield lexicon_.cues[piece]


def acting(word: str) -> bool:
    """A verb or the noun of a verb by its shape: menguji, pengujian, diuji, verifikasi."""
    return word.startswith(("me", "di", "ber", "pe")) or word.endswith(("asi", "isi", "ksi", "si"))


def doer(word: str, size: int) -> bool:
    """Who does it, not the doing: pengawas, pelaksana, penyelenggara."""
    return size == 1 and word.startswith("pe") and not word.endswith(("an", "annya", "si"))


def _marks(tokens: list[Token]) -> Iterator[str]:
    for left, right in pairwise(tokens):
        if right.word in GRADES and left.word in GRADED:
            yield f"{left.stem} {right.word}"


def _number(unit: list[Token]) -> Iterator[str]:
    """Subbidang Kepangkatan II: units of one name told apart by a number."""
    if len(unit) > 2 and unit[-1].word in NUMBERS and unit[-2].word not in GRADED:
        yield f"unit {unit[-1].word}"


def _of_units(groups: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    return {group: members for group, members in groups.items() if not group.startswith("^")}


def _exclusive(objects: tuple[Term, ...], clients: tuple[str, ...], words: Lexicon) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    declared = [words.terms.get(words.phrase(client), "") for client in clients]
    names = [*(term.concept for term in objects), *declared]
    for name in names:
        for one in (name, *words.ancestors(name)):
            if concept := words.concepts.get(one):
                for group in concept.excludes:
                    found.setdefault(group, set()).add(one)
    return {group: frozenset(members) for group, members in found.items()}
