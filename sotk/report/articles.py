"""Articles of a regulation: numbered through, their paragraphs (ayat) counted, their items lettered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sotk.locale import Language, msg, say
from sotk.report.document import Block, Heading, Items, Paragraph
from sotk.report.ordinals import ordinal, roman

_STOPS = " .;,"


@dataclass(frozen=True, slots=True)
class Clause:
    """A paragraph of an article with its items; each item may have numbered ones of its own."""

    text: str
    items: tuple[str, ...] = ()
    under: tuple[tuple[str, ...], ...] = ()
    """By item, those below it; empty where none has any."""


class Articles:
    """Counts chapters, their parts and articles."""

    def __init__(self, language: Language) -> None:
        self._language: Language = language
        self._chapters = self._parts = self._articles = 0

    def chapter(self, title: str) -> Iterator[Block]:
        """The heading of a chapter (bab); its parts begin anew."""
        self._chapters, self._parts = self._chapters + 1, 0
        number = say(msg("CHAPTER {n}", n=roman(self._chapters)), self._language)
        yield Heading(title.upper(), 1, number, centred=True)

    def part(self, title: str) -> Iterator[Block]:
        """The heading of a part (bagian)."""
        self._parts += 1
        number = say(msg("Part {n}", n=ordinal(self._parts, self._language)), self._language)
        yield Heading(title, 2, number, centred=True)

    def article(self, clauses: Sequence[Clause]) -> Iterator[Block]:
        """An article; a single paragraph has no number."""
        self._articles += 1
        yield Heading(say(msg("Article {n}", n=self._articles), self._language), 3, centred=True)
        for at, clause in enumerate(clauses, 1):
            yield Paragraph(clause.text if len(clauses) == 1 else f"({at}) {clause.text}")
            yield from self._items(clause)

    def _items(self, clause: Clause) -> Iterator[Block]:
        if not any(clause.under):
            if clause.items:
                yield Items(punctuated(clause.items, self._language), "letter")
            return
        for at, item in enumerate(clause.items):
            last = at == len(clause.items) - 1
            under = clause.under[at]
            told = f"{item}:" if under else f"{item}{'.' if last else ';'}"
            yield Items((told,), "letter", start=at + 1)
            if under:
                yield Items(punctuated(under, self._language, end="." if last else ";"), "decimal", level=1)


def punctuated(items: Sequence[str], language: Language, end: str = ".") -> tuple[str, ...]:
    """Items as a regulation lists them: a semicolon behind each, "and" before the last."""
    if len(items) < 2:
        return tuple(f"{item}{end}" for item in items)
    joint = say(msg("{item}; and", item=items[-2]), language)
    return (*(f"{item};" for item in items[:-2]), joint, f"{items[-1]}{end}")


def phrase(text: str) -> str:
    """A duty inside a sentence: without a stop at its end, with a small first letter unless it is an acronym."""
    text = text.rstrip(_STOPS)
    acronym = len(text) > 1 and text[1].isupper()
    return text if acronym else text[:1].lower() + text[1:]
