"""The table of posts (peta jabatan): which are shown and in what order, their sums, and edits of a cell.

B are the incumbents (bezetting), K the need (kebutuhan); the difference is B − K.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from sotk.files import plain
from sotk.graph import Posts
from sotk.graph.metrics import counted
from sotk.locale import Message, msg
from sotk.model import Add, Filled, Move, Operation, Position, Set, Structure, Unit
from sotk.packs import Pack
from sotk.session.boards import Key
from sotk.session.document import Document
from sotk.session.ids import near, taken

Only: TypeAlias = Literal["all", "short", "surplus", "unknown", "found"]
ONLY: Final[tuple[Only, ...]] = ("all", "short", "surplus", "unknown", "found")
Field: TypeAlias = Literal["title", "category", "grade", "echelon", "class", "need", "filled", "difference"]

_SPLIT: Final = re.compile(r"(\d+)\s*\+\s*(\d+)")


@dataclass(frozen=True, slots=True)
class PostChoice:
    """What is shown: a branch or all, names that hold some words, only some; `order` sorts without units."""

    branch: str | None = None
    words: str = ""
    only: Only = "all"
    order: Field | None = None
    down: bool = False


def posts_by_id(structure: Structure) -> dict[str, tuple[Unit, Position]]:
    """Every post with its unit, in the order of the chart."""
    return {post.id: (unit, post) for unit in structure.walk() for post in posts_of(unit)}


def rows(structure: Structure, choice: PostChoice, found: Collection[str] = ()) -> list[Key]:
    """The lines: units with their posts below them, or, sorted, posts alone. `found` are posts with findings."""
    every = choice.only == "all" and not choice.words
    shown: list[Position] = []
    lines: list[Key] = []
    branch = choice.branch if choice.branch in structure.units else None
    for unit in structure.walk(branch):
        posts = posts_of(unit)
        if not every:
            posts = tuple(post for post in posts if _fits(unit, post, choice, found))
        shown += posts
        if posts or every:
            lines.append(("unit", unit.id))
            lines += [("position", post.id) for post in posts]
    if choice.order is None:
        return lines
    return [("position", post.id) for post in _sorted(shown, choice)]


def posts_of(unit: Unit) -> tuple[Position, ...]:
    """The posts of a unit, its head first."""
    return unit.positions if unit.head is None else (unit.head, *unit.positions)


def difference(post: Position) -> int | None:
    """Incumbents less need: below zero where posts are empty; None where one of them is not known."""
    filled = post.filled_count
    return None if filled is None or post.need is None else filled - post.need


def value(post: Position, field: Field) -> Any:
    """The value of a cell."""
    if field == "difference":
        return difference(post)
    if field == "filled":
        return post.filled_count
    return getattr(post, "job_class" if field == "class" else field)


def sums(posts: Iterable[Position]) -> Posts:
    """Need, incumbents, what is short and what too many, each for itself."""
    return counted(posts)


def typed(post: Position, field: Field) -> str:
    """The value of a cell as one types it: incumbents by status as PNS+PPPK."""
    if field == "filled" and isinstance(post.filled, Filled):
        return f"{post.filled.pns}+{post.filled.pppk}"
    found = value(post, field)
    return "" if found is None else str(found)


def trouble(field: Field, text: str) -> Message | None:
    """What is wrong with a text typed into a cell; None for a good one. An empty one takes the value away."""
    said = text.strip()
    if field == "title":
        return None if said else msg("A post needs a title.")
    if not said or field not in ("class", "need", "filled"):
        return None
    if field == "filled" and _SPLIT.fullmatch(said):
        return None
    if not said.isdecimal():
        split = field == "filled"
        return msg("Type a number, or PNS+PPPK such as 10+2.") if split else msg("Type a number.")
    if field == "class" and not 1 <= int(said) <= 17:
        return msg("A job class is a number from 1 to 17.")
    return None


def set_cell(post: Position, field: Field, text: str) -> tuple[Operation, ...]:
    """The operation that puts a text into a cell; nothing where it says what was there."""
    if field == "difference" or trouble(field, text) is not None or text.strip() == typed(post, field):
        return ()
    return (Set(entity="position", id=post.id, field=field, value=_read(field, text.strip())),)


def computed(post: Position, pack: Pack | None) -> int | None:
    """The need by the workload lines; None without them or without the working time of a pack."""
    from sotk.rules.workload.load import computed_need

    time = None if pack is None else pack.measures.working_time
    return None if time is None else computed_need(post, time)


def copy_posts(document: Document, posts: Iterable[str], to: str) -> tuple[Operation, ...]:
    """Copies of posts in a unit, under new ids, with no incumbents: people are not copied."""
    known = posts_by_id(document.structure)
    used, used_duties = taken(document, "position"), taken(document, "duty")
    made = []
    for post in posts:
        if post in known:
            data = plain(known[post][1])
            for key in ("filled", "holders", "retirements"):
                data.pop(key, None)
            data["id"] = _fresh(post, used)
            for duty in data.get("duties", ()):
                duty["id"] = _fresh(duty["id"], used_duties)
                duty.pop("parent", None)
            made.append(Add(entity="position", to=to, value=data))
    return tuple(made)


def move_posts(structure: Structure, posts: Iterable[str], to: str) -> tuple[Operation, ...]:
    """Posts to another unit, in their order; those that stand there stay."""
    known = posts_by_id(structure)
    return tuple(
        Move(entity="position", id=post, to=to) for post in posts if post in known and known[post][0].id != to
    )


def as_text(structure: Structure, keys: Iterable[Key], unit_head: str, heads: Mapping[Field, str]) -> str:
    """Lines of the table for a spreadsheet: cells between tabs, the unit first. No cell is a formula."""
    known = posts_by_id(structure)
    lines = ["\t".join((unit_head, *heads.values()))]
    for entity, id_ in keys:
        if entity == "position":
            unit, post = known[id_]
            cells = [unit.name, *(_plain_cell(value(post, field)) for field in heads)]
            lines.append("\t".join(_harmless(cell) for cell in cells))
    return "\n".join(lines) + "\n"


def _fresh(name: str, used: set[str]) -> str:
    made = near(name, used)
    used.add(made)
    return made


def _read(field: Field, text: str) -> Any:
    split = _SPLIT.fullmatch(text) if field == "filled" else None
    if split is not None:
        return {"pns": int(split[1]), "pppk": int(split[2])}
    if not text:
        return None
    return int(text) if field in ("class", "need", "filled") else text


def _fits(unit: Unit, post: Position, choice: PostChoice, found: Collection[str]) -> bool:
    if choice.words and choice.words.casefold() not in f"{post.title} {post.grade} {unit.name}".casefold():
        return False
    if choice.only == "all":
        return True
    gap = difference(post)
    return {
        "short": gap is not None and gap < 0,
        "surplus": gap is not None and gap > 0,
        "unknown": gap is None,
        "found": post.id in found,
    }[choice.only]


def _sorted(posts: list[Position], choice: PostChoice) -> list[Position]:
    """By a column; posts that say nothing there come last either way."""
    field = choice.order or "title"
    known = [post for post in posts if value(post, field) is not None]
    rest = [post for post in posts if value(post, field) is None]
    known.sort(key=lambda post: _order(value(post, field)), reverse=choice.down)
    return known + rest


def _order(found: Any) -> tuple[int, str]:
    return (found, "") if isinstance(found, int) else (0, str(found).casefold())


def _plain_cell(found: Any) -> str:
    return "" if found is None else str(found)


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet takes as words or a number, never as a formula."""
    said = " ".join(cell.split())
    return f"'{said}" if said[:1] in "=+@" or (said[:1] == "-" and not said[1:].isdecimal()) else said
