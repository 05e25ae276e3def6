"""The map of posts (peta jabatan): each box is the post of a head, with the table of the posts below it.

Columns are the title, the class (kelas jabatan), incumbents (B, bezetting), need (K, kebutuhan) and their
difference by the sign of the house. Functional posts stand before executing ones, by grade; those by
class. What is short and what is too many is summed each for itself: a post too many in one place fills no
vacancy in another. A number that is not known is never taken for zero. A star marks what is illustrative.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sotk.chart.layout.chart import SMALLER, Appendix, Phrase
from sotk.chart.layout.ledger import Entries, Ledger
from sotk.chart.overlays.overlay import Look, Overlay
from sotk.chart.scene import Detail
from sotk.findings.names import clean
from sotk.locale import Language, Message, msg, say
from sotk.model import Filled, Position, Structure, Unit
from sotk.packs import Pack

NAMELESS: Final = "–"
UNKNOWN: Final = "?"
STAR: Final = "*"
CATEGORIES: Final[tuple[tuple[str, Message], ...]] = (
    ("jpt", msg("High leadership posts")),
    ("administrator", msg("Administrator posts")),
    ("pengawas", msg("Supervisor posts")),
    ("manager", msg("Managers")),
    ("fungsional", msg("Functional posts")),
    ("specialist", msg("Specialists")),
    ("pelaksana", msg("Executing posts")),
    ("staff", msg("Staff")),
    ("", msg("Posts without a category")),
)
GRADES: Final = (
    "Ahli Utama",
    "Ahli Madya",
    "Ahli Muda",
    "Ahli Pertama",
    "Penyelia",
    "Mahir",
    "Terampil",
    "Pemula",
)
"""The grades (jenjang) of functional posts from the highest: expert ones, then skilled ones."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A post with what a table says of it; a star where it is illustrative."""

    post: Position
    unit: str
    stars: frozenset[str]
    """Of `title`, `class`, `need`, `filled`: those that are illustrative."""

    @property
    def title(self) -> str:
        """The title with its grade, unless it names that itself."""
        grade = self.post.grade or ""
        title = clean(self.post.title)
        told = grade and clean(grade).casefold() not in title.casefold()
        return f"{title} {clean(grade)}" if told else title

    @property
    def gap(self) -> int | None:
        """Incumbents less need."""
        filled = self.post.filled_count
        return None if filled is None or self.post.need is None else filled - self.post.need

    def starred(self, text: str, *fields: str) -> str:
        """A text with a star where one of these fields is illustrative."""
        return text + STAR if self.stars.intersection(fields) else text


@dataclass(frozen=True, slots=True)
class Counting:
    """How numbers are written: `reversed_sign` writes need less incumbents."""

    reversed_sign: bool

    def gap(self, gap: int | None) -> str:
        """A difference with its sign."""
        if gap is None:
            return UNKNOWN
        gap = -gap if self.reversed_sign else gap
        return f"{gap:+d}".replace("-", "−") if gap else "0"

    def gaps(self, entries: Sequence[Entry]) -> str:
        """What is short and what is too many, not netted; `?` where a difference is not known."""
        known = [entry.gap for entry in entries if entry.gap is not None]
        short, surplus = sum(gap for gap in known if gap < 0), sum(gap for gap in known if gap > 0)
        told = [self.gap(gap) for gap in (short, surplus) if gap]
        if len(known) < len(entries):
            told.append(UNKNOWN)
        return " ".join(told) or "0"


def posts(structure: Structure, pack: Pack, language: Language) -> Overlay:
    """The overlay of a structure; the table of all posts follows the chart."""
    names = structure.header.illustrative
    marks = frozenset() if isinstance(names, bool) else frozenset(names)
    counting = Counting(pack.chart.gap_sign == "need-filled")
    looks: dict[str, Look] = {}
    starred = split = False
    for unit in structure.walk():
        entries = _entries(unit, marks)
        if unit.head or entries:
            looks[unit.id] = _look(unit, marks, entries, counting, language)
        known = [*_entries_of_head(unit, marks), *entries]
        starred = starred or any(entry.stars for entry in known)
        split = split or any(isinstance(entry.post.filled, Filled) for entry in known)

    def appendix(units: Iterable[Unit]) -> Appendix | None:
        every = [
            entry for unit in units for entry in (*_entries_of_head(unit, marks), *_entries(unit, marks))
        ]
        return _recapitulation(every, counting, language) if every else None

    return Overlay(
        looks,
        subtitle=_legend(counting, language, split=split),
        headline=say(msg("MAP OF POSTS"), language),
        appendix=appendix,
        illustrative=starred,
    )


def _legend(counting: Counting, language: Language, *, split: bool) -> str:
    difference = "K − B" if counting.reversed_sign else "B − K"
    said = [
        msg("B = incumbents (PNS+PPPK), K = need") if split else msg("B = incumbents, K = need"),
        msg("+/− = {difference}, what is short and what is too many not set off", difference=difference),
        msg("the sum of a table leaves out the head"),
    ]
    return " · ".join(say(each, language) for each in said)


def _look(
    unit: Unit, marks: frozenset[str], entries: Sequence[Entry], counting: Counting, language: Language
) -> Look:
    notes: tuple[Phrase, ...] = ()
    name = ""
    for head in _entries_of_head(unit, marks):
        own = marks.intersection((unit.id, f"{unit.id}.name"))  # then the box has its star already
        name = clean(head.post.title) if own else head.starred(clean(head.post.title), "title")
        notes = (_note(_numbers(head, counting, language)),)
    details = tuple(Detail(entry.title, _numbers(entry, counting, language), long=True) for entry in entries)
    table = _table(entries, counting, language) if entries else None
    return Look(notes=notes, details=details, name=name, table=table)


def _numbers(entry: Entry, counting: Counting, language: Language) -> str:
    """Class, incumbents, need and difference in one line."""
    class_, filled, need, gap = _cells(entry, counting)
    told = [] if class_ == NAMELESS else [say(msg("Class {n}", n=class_), language)]
    return " · ".join([*told, f"B {filled}", f"K {need}", f"+/− {gap}"])


def _table(entries: Sequence[Entry], counting: Counting, language: Language) -> Ledger:
    heads = [say(msg("Title of the post"), language), say(msg("Class"), language), "B", "K", "+/−"]
    lines = [Entries((entry.starred(entry.title, "title"), *_cells(entry, counting))) for entry in entries]
    total = Entries((say(msg("Sum"), language), "", *_sums(entries), counting.gaps(entries)), strong=True)
    return Ledger((Entries(tuple(heads), strong=True), *lines, total))


def _cells(entry: Entry, counting: Counting) -> tuple[str, str, str, str]:
    post, filled = entry.post, entry.post.filled
    count = "" if filled is None else str(post.filled_count)
    if isinstance(filled, Filled):
        count += f" ({filled.pns}+{filled.pppk})"
    return (
        entry.starred(str(post.job_class), "class") if post.job_class else NAMELESS,
        entry.starred(count, "filled") if count else UNKNOWN,
        UNKNOWN if post.need is None else entry.starred(str(post.need), "need"),
        counting.gap(entry.gap),
    )


def _sums(entries: Sequence[Entry]) -> tuple[str, str]:
    """Incumbents and need of all; at least so many where some are not known."""
    return (
        _sum([entry.post.filled_count for entry in entries]),
        _sum([entry.post.need for entry in entries]),
    )


def _sum(numbers: Sequence[int | None]) -> str:
    known = [number for number in numbers if number is not None]
    if not known:
        return UNKNOWN if numbers else "0"
    return ("" if len(known) == len(numbers) else "≥ ") + str(sum(known))


def _recapitulation(entries: Sequence[Entry], counting: Counting, language: Language) -> Appendix:
    """Every title with its class once, by category, with sums of each category and of all."""
    heads = (
        "No.",
        say(msg("Title of the post"), language),
        say(msg("Class"), language),
        say(msg("Units"), language),
        "B",
        "K",
        "+/−",
    )
    lines = [Entries(heads, strong=True)]
    number = 0
    for category, words in CATEGORIES:
        within = [entry for entry in entries if (entry.post.category or "") == category]
        if not within:
            continue
        lines.append(_summed("", say(words, language), within, counting))
        alike: dict[tuple[str, int | None], list[Entry]] = {}
        for entry in sorted(within, key=_order):
            alike.setdefault((entry.title, entry.post.job_class), []).append(entry)
        for (title, class_), same in alike.items():
            number += 1
            lines.append(
                Entries(
                    (
                        str(number),
                        title + (STAR if any(entry.stars for entry in same) else ""),
                        str(class_ or NAMELESS),
                        _units(same),
                        *_sums(same),
                        counting.gaps(same),
                    )
                )
            )
    lines.append(_summed("", say(msg("All posts"), language), entries, counting))
    return Appendix(say(msg("TABLE OF POSTS"), language), Ledger(tuple(lines), names=1, size=0.9))


def _units(entries: Sequence[Entry]) -> str:
    """In how many units they stand."""
    return str(len({entry.unit for entry in entries}))


def _summed(number: str, name: str, entries: Sequence[Entry], counting: Counting) -> Entries:
    cells = (number, name, "", _units(entries), *_sums(entries), counting.gaps(entries))
    return Entries(cells, strong=True)


def _entries_of_head(unit: Unit, marks: frozenset[str]) -> tuple[Entry, ...]:
    return (Entry(unit.head, unit.id, _stars(unit, unit.head, marks)),) if unit.head else ()


def _entries(unit: Unit, marks: frozenset[str]) -> list[Entry]:
    """The posts of a unit without its head, in the order of the table."""
    return sorted((Entry(post, unit.id, _stars(unit, post, marks)) for post in unit.positions), key=_order)


def _stars(unit: Unit, post: Position, marks: frozenset[str]) -> frozenset[str]:
    """Which fields are illustrative; of a post that is so as a whole, its title carries the star."""
    below = post is not unit.head and f"{unit.id}.positions" in marks
    if below or marks.intersection((unit.id, post.id)):
        return frozenset({"title"})
    return frozenset(field for field in ("title", "class", "need", "filled") if f"{post.id}.{field}" in marks)


def _order(entry: Entry) -> tuple[int, int, int]:
    return order_of(entry.post)


def order_of(post: Position) -> tuple[int, int, int]:
    """By category, then grade, then class, highest first; equals stay as they stand in the file."""
    names = [name for name, _ in CATEGORIES]
    grades = [grade.casefold() for grade in GRADES]
    grade = (post.grade or "").casefold()
    rank = grades.index(grade) if grade in grades else len(grades)
    return names.index(post.category or ""), rank, -(post.job_class or 0)


def _note(text: str) -> Phrase:
    return Phrase(text, strong=False, size=SMALLER, ink="#333333")
