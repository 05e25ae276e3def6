"""The table of posts (peta jabatan) of a unit or of all, edited in place as a spreadsheet."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.content import Content

from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.model import Operation, Position, Remove, Structure, Unit
from sotk.session.boards import Key, posts
from sotk.session.boards.posts import ONLY, Field, Only, PostChoice
from sotk.tui.action import Place
from sotk.tui.actions.filling import add_post
from sotk.tui.catalogue import bindings
from sotk.tui.filling import change_field
from sotk.tui.gridview import Column, GridView, Line
from sotk.tui.screens.board import WIDE, BoardScreen
from sotk.tui.stages import Desk, PostBoard
from sotk.tui.widgets.grid import Grid

HEADS: Final[dict[Field, Message]] = {
    "title": msg("Title"),
    "category": msg("Category"),
    "grade": msg("Grade (jenjang)"),
    "echelon": msg("Echelon"),
    "class": msg("Class"),
    "filled": msg("B"),
    "need": msg("K"),
    "difference": msg("±"),
}
NARROW: Final[dict[Field, int]] = {
    "title": 0,
    "grade": 12,
    "class": 5,
    "filled": 4,
    "need": 4,
    "difference": 9,
}
BROAD: Final[dict[Field, int]] = {
    "title": 0,
    "category": 14,
    "grade": 20,
    "echelon": 8,
    "class": 5,
    "filled": 7,
    "need": 7,
    "difference": 9,
}
NUMBERS: Final = ("class", "filled", "need", "difference")
CHOSEN: Final = ("category", "echelon")
"""Fields that are chosen from a list."""

ONLY_WORDS: Final[dict[Only, Message]] = {
    "all": msg("all posts"),
    "short": msg("only where posts are empty"),
    "surplus": msg("only where there are too many"),
    "unknown": msg("only where need or incumbents are not known"),
    "found": msg("only posts with findings"),
}


class PostGrid(Grid):
    """The table of posts."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("table", "posts")]


class PostsScreen(BoardScreen):
    """Every post with its class, incumbents, need and the difference, by unit or sorted."""

    GRID = PostGrid
    PLACES: ClassVar[tuple[Place, ...]] = ("posts", "table")
    ENTITIES = frozenset({"position"})

    def __init__(self, desk: Desk, branch: str | None = None) -> None:
        super().__init__(desk)
        self.choice = PostChoice(branch=branch)
        self._posts: dict[str, tuple[Unit, Position]] = {}

    def follow(self, structure: Structure) -> None:
        self._posts = posts.posts_by_id(structure)

    def begin(self) -> None:
        self.part("grid").go_to(("unit", self.state.selection.cursor))

    def heading(self) -> str:
        structure, choice = self.state.structure, self.choice
        branch = structure.units.get(choice.branch or "")
        parts = [
            self.say(msg("POSTS")),
            clean(structure.name if branch is None else branch.name),
            self.say(ONLY_WORDS[choice.only]),
        ]
        if choice.order is not None:
            parts.append(f"{self.say(HEADS[choice.order])} {'↓' if choice.down else '↑'}")
        parts.append(self.count(len(self.entries()), len(self._posts)))
        return " · ".join(part for part in parts if part)

    def rows(self) -> list[Key]:
        found = {key[1] for key in self.found}
        return posts.rows(self.state.structure, replace(self.choice, words=self.words), found)

    def view(self) -> GridView:
        shown = [self._posts[key[1]][1] for key in self.entries()]
        return GridView(
            self.lines,
            self._columns(),
            self._line,
            self.marked,
            frozenset(self.held if self.cut else ()),
            self._sums(self.say(msg("Total")), shown, heading=False),
        )

    def _columns(self) -> tuple[Column, ...]:
        widths = BROAD if self.size.width >= WIDE else NARROW
        return tuple(
            Column(
                field,
                self.say(HEADS[field]),
                width,
                right=field in NUMBERS,
                typed=field in ("class", "filled", "need"),
            )
            for field, width in widths.items()
        )

    def _line(self, key: Key) -> Line:
        if key[0] == "unit":
            unit = self.state.structure.units[key[1]]
            return self._sums(self.unit_title(unit.id), posts.posts_of(unit), heading=True)
        unit, post = self._posts[key[1]]
        cells = {field: _words(posts.value(post, field)) for field in HEADS}
        lead = "★ " if unit.head is not None and unit.head.id == post.id else "  "
        owner = f"  ({clean(unit.short or unit.name)})" if self.choice.order is not None else ""
        cells["title"] = f"{lead}{clean(post.title)}{owner}"
        gap = posts.difference(post)
        cells["difference"] = _signed(gap)
        if post.need is None and (computed := posts.computed(post, self.session.desk.pack)) is not None:
            cells["need"] = f"({computed})"
        tones = {"difference": "error"} if gap is not None and gap < 0 else {}
        return Line({str(field): text for field, text in cells.items()}, self.sign(key), tones=tones)  # type: ignore[arg-type]

    def _sums(self, name: str, listed: Sequence[Position], *, heading: bool) -> Line:
        """A line with sums; what is short and what is too many never cancel each other."""
        total = posts.sums(listed)
        gaps = [text for text in (_signed(-total.short), _signed(total.surplus)) if text not in ("0", "")]
        cells = {"title": name}
        if listed:
            cells |= {
                "filled": str(total.filled),
                "need": str(total.need),
                "difference": " ".join(gaps) or "0",
            }
        return Line(cells, heading=heading, tones={"difference": "error"} if total.short else {})

    def detail(self, key: Key) -> list[Content]:
        if key[0] == "unit":
            unit = self.state.structure.units[key[1]]
            total = posts.sums(posts.posts_of(unit))
            return [
                Content.styled(clean(unit.name), "bold"),
                Content(
                    self.say(
                        msg(
                            "Incumbents (B) {filled}, need (K) {need}: {short} short, {surplus} too many, {unknown} posts not known",
                            filled=total.filled,
                            need=total.need,
                            short=total.short,
                            surplus=total.surplus,
                            unknown=total.unknown,
                        )
                    )
                ),
            ]
        unit, post = self._posts[key[1]]
        facts = [clean(unit.name), clean(post.category or ""), clean(post.grade or "")]
        if post.echelon:
            facts.append(self.say(msg("echelon {echelon}", echelon=clean(post.echelon))))
        if posts.typed(post, "filled") != str(post.filled_count):
            facts.append(f"B {posts.typed(post, 'filled')}")
        computed = posts.computed(post, self.session.desk.pack)
        if computed is not None:
            facts.append(self.say(msg("need by the workload: {n}", n=computed)))
        lines = [
            Content.styled(clean(post.title), "bold"),
            Content(" · ".join(fact for fact in facts if fact)),
        ]
        return [*lines, *self.finding_lines(key)]

    def unit_of(self, key: Key) -> str | None:
        if key[0] == "unit":
            return key[1]
        return self._posts[key[1]][0].id if key[1] in self._posts else None

    # What is done here

    async def add(self) -> None:
        before = frozenset(self._posts)
        await add_post(self)
        fresh = next((post for post in self._posts if post not in before), None)
        if fresh is not None:
            self.part("grid").go_to(("position", fresh))

    async def open_cell(self, begun: str | None = None) -> None:
        row, column = self.row, self.part("grid").column
        if row is None or column is None or not await self.may_edit():
            return
        field: Field = column.id
        if row[0] == "unit":
            if field == "title":
                await change_field(self, "unit", row[1], "name")
            return
        post = self._posts[row[1]][1]
        if field == "difference":
            self.tell(msg("The difference is B − K; change B or K."))
        elif field in CHOSEN:
            await change_field(self, "position", post.id, field)
        else:
            await self._type(post, field, begun)

    async def _type(self, post: Position, field: Field, begun: str | None) -> None:
        text = begun or posts.typed(post, field)
        given = await self.part("grid").type_in_place(text, select=begun is None)
        if given is None:
            return
        trouble = posts.trouble(field, given)
        if trouble is not None:
            self.part("grid").go_to(("position", post.id))
            self.tell(trouble)
            return
        self.edit(*posts.set_cell(post, field, given))

    def pasted(self, keys: Sequence[Key], *, cut: bool) -> tuple[Operation, ...]:
        unit = None if self.row is None else self.unit_of(self.row)
        if unit is None:
            return ()
        if cut:
            return posts.move_posts(self.state.structure, [key[1] for key in keys], unit)
        return posts.copy_posts(self.state.document, [key[1] for key in keys], unit)

    def removal(self, keys: Sequence[Key]) -> tuple[Message, tuple[Operation, ...]]:
        names = tuple(clean(self._posts[key[1]][1].title) for key in keys)
        question = msg("Remove {posts}?", posts=names)
        return question, tuple(Remove(entity="position", id=key[1]) for key in keys)

    def show_next(self) -> None:
        at = ONLY.index(self.choice.only)
        self.choice = replace(self.choice, only=ONLY[(at + 1) % len(ONLY)])
        self.show_lines()

    def sort(self) -> None:
        """Sort by the column of the cursor: up, down, then by units again."""
        field: Field = self.part("grid").column.id
        choice = self.choice
        if choice.order != field:
            self.choice = replace(choice, order=field, down=False)
        elif not choice.down:
            self.choice = replace(choice, down=True)
        else:
            self.choice = replace(choice, order=None, down=False)
        self.show()

    def change_scope(self) -> None:
        """Only the unit at the cursor with what stands below it, or all units."""
        unit = None if self.row is None else self.unit_of(self.row)
        self.choice = replace(self.choice, branch=unit if self.choice.branch is None else None)
        self.show_lines()

    def copy_out(self) -> None:
        """Give what is shown to the clipboard of the terminal, as text for a spreadsheet."""
        heads = {field: self.say(head) for field, head in HEADS.items()}
        text = posts.as_text(self.state.structure, self.lines, self.say(msg("Unit")), heads)
        self.app.copy_to_clipboard(text)

    def take_need(self) -> tuple[Operation, ...]:
        """The need by the workload as the declared need of the chosen posts."""
        chosen = [self._posts[key[1]][1] for key in self.chosen()]
        return tuple(
            operation
            for post in chosen
            if (computed := posts.computed(post, self.session.desk.pack)) is not None
            for operation in posts.set_cell(post, "need", str(computed))
        )


_stands_for: type[PostBoard] = PostsScreen  # what the actions of its place are given


def _words(found: object) -> str:
    return "" if found is None else clean(str(found))


def _signed(number: int | None) -> str:
    if number is None:
        return ""
    return f"+{number}" if number > 0 else str(number).replace("-", "−")
