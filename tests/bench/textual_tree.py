"""The peer of the editor's bench: Textual's own Tree with the same units in an app of the same shape.

python tests/bench/textual_tree.py FILE    * opens all, arrows move, J and K move a unit among its siblings
"""

import sys
from pathlib import Path
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import OptionList, Static, Tree
from textual.widgets.tree import TreeNode

from sotk.files import load


class Peer(App[None]):
    """Title, tree, details of the unit at the cursor, a list, a line of keys."""

    CSS = """
    #title, #hints { height: 1; }
    #details { width: 60; border: round white; }
    #findings { height: 12; border: round white; }
    """
    BINDINGS: ClassVar[list[Any]] = [
        ("asterisk", "all"),
        ("minus", "none"),
        ("J", "shift(1)"),
        ("K", "shift(-1)"),
        ("j", "down"),
        ("g", "top"),
        ("q", "quit"),
    ]

    def __init__(self, path: Path) -> None:
        super().__init__()
        structure = load(path).structure
        assert structure is not None
        self.structure = structure

    def compose(self) -> ComposeResult:
        yield Static("title", id="title")
        with Horizontal():
            yield Tree("root", id="tree")
            yield Static(id="details", markup=False)
        yield OptionList(*[f"finding {number}" for number in range(100)], id="findings")
        yield Static("hints", id="hints")

    def on_mount(self) -> None:
        tree: Tree[str] = self.query_one("#tree", Tree)
        tree.root.data = self.structure.root
        tree.root.set_label(self.structure.units[self.structure.root].name)
        self.fill(tree.root)
        tree.root.expand()
        tree.focus()

    def fill(self, node: TreeNode[str]) -> None:
        waiting = [node]
        while waiting:
            at = waiting.pop()
            for child in self.structure.below(str(at.data)):
                name = self.structure.units[child].name
                if child in self.structure.children:
                    waiting.append(at.add(name, child))
                else:
                    at.add_leaf(name, child)

    def on_tree_node_highlighted(self, event: Any) -> None:
        unit = self.structure.units.get(event.node.data)
        if unit is not None:
            lines = [unit.name, unit.kind, *(duty.text for duty in unit.duties)]
            self.query_one("#details", Static).update("\n".join(lines))

    def action_all(self) -> None:
        self.query_one("#tree", Tree).root.expand_all()

    def action_none(self) -> None:
        tree = self.query_one("#tree", Tree)
        tree.root.collapse_all()
        tree.root.expand()

    def action_down(self) -> None:
        self.query_one("#tree", Tree).action_cursor_down()

    def action_top(self) -> None:
        self.query_one("#tree", Tree).cursor_line = 0

    def action_shift(self, by: int) -> None:
        """Textual's tree moves no node: the branch is taken out and put in again."""
        tree: Tree[str] = self.query_one("#tree", Tree)
        node = tree.cursor_node
        if node is None or node.parent is None:
            return
        above, at = node.parent, list(node.parent.children).index(node)
        wanted = max(0, min(len(above.children) - 1, at + by))
        name, data, shown = node.label, node.data, node.is_expanded
        node.remove()
        fresh = above.add(name, data, before=wanted if wanted < len(above.children) else None, expand=shown)
        self.fill(fresh)
        self.call_after_refresh(tree.move_cursor, fresh)


if __name__ == "__main__":
    Peer(Path(sys.argv[1])).run()
