"""Posts in words: what a head is, what a post counts."""

from typing import Final

from sotk.findings.names import clean
from sotk.locale import Language, Message, msg, say
from sotk.model import Filled, Position
from sotk.report.words import number_of

CATEGORIES: Final = {
    "jpt": msg("High leader"),
    "administrator": msg("Administrator"),
    "pengawas": msg("Supervisor"),
    "fungsional": msg("Functional"),
    "pelaksana": msg("Executing"),
    "manager": msg("Manager"),
    "specialist": msg("Specialist"),
    "staff": msg("Staff"),
}


def title_of(post: Position) -> str:
    """The title with its grade, unless it names that itself."""
    title, grade = clean(post.title), clean(post.grade or "")
    return title if grade.casefold() in title.casefold() else f"{title} {grade}"


def category_of(post: Position, language: Language) -> str:
    """The category in words; empty where none is given."""
    return say(CATEGORIES[post.category], language) if post.category else ""


def rank_of(post: Position, language: Language) -> str:
    """Echelon and class, as far as they are given, in brackets."""
    told: list[Message] = []
    if post.echelon:
        told.append(msg("echelon {echelon}", echelon=clean(post.echelon)))
    if post.job_class:
        told.append(msg("job class {n}", n=post.job_class))
    return f" ({say(msg('{parts}', parts=tuple(told)), language)})" if told else ""


def counts_of(post: Position, language: Language) -> str:
    """Need and incumbents, as far as they are given."""
    told: list[Message] = []
    if post.need is not None:
        told.append(msg("need {n}", n=number_of(post.need, language)))
    if post.filled is not None:
        told.append(msg("incumbents {n}", n=filled_of(post, language)))
    return say(msg("{parts}", parts=tuple(told)), language)


def filled_of(post: Position, language: Language) -> str:
    """Incumbents, with their split where it is given."""
    count = number_of(post.filled_count, language)
    if isinstance(post.filled, Filled):
        return f"{count} ({post.filled.pns} PNS + {post.filled.pppk} PPPK)"
    return count


def post_line(post: Position, language: Language) -> str:
    """A post in one line: title, class, need, incumbents."""
    counts = counts_of(post, language)
    return title_of(post) + rank_of(post, language) + (f": {counts}" if counts else "")
