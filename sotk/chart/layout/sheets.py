"""Plans the pages of a chart that is too large for one: an overview, then a page for each branch.

A page keeps the small branches whole and cuts off the large ones; small branches that were cut off beside
each other share a page. Children that are too many for one page go on over several. What fits is asked of
the caller: nothing here knows a size.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from sotk.chart.layout.chart import Chart, Node

SPARSE: Final = 8  # boxes; a page with fewer is filled with more levels
SHARING: Final = 16  # boxes; a larger branch has a page of its own
WORTH: Final = 2
ROOMY: Final = 1.05  # text on a page that branches share is so much larger than it must be

BESIDE: Final = frozenset({"adviser", "secretariat", "functional"})

Shown: TypeAlias = frozenset[str]
Branches: TypeAlias = tuple[str, ...]


@dataclass(slots=True)
class Sheet:
    """A page in the plan: its head, which of the head's children it shows, and the branches cut off.

    Only the `first` page of a head has its primary box; on others it is a reference. A `shared` page has
    branches that another page has cut off.
    """

    head: str
    children: Branches
    cut: Shown
    first: bool = True
    above: "Sheet | None" = None
    number: int = 0
    part: tuple[int, int] = (1, 1)
    last: bool = True
    shared: bool = False


Fits: TypeAlias = Callable[[Sheet, float], bool]
"""Whether a page can be read, with text so many times as large as it must be."""


@dataclass(slots=True)
class Forest:
    """The tree of a chart, as a plan asks for it."""

    chart: Chart
    nodes: dict[str, Node] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    """Boxes of a branch, its head counted."""
    own: dict[str, int] = field(default_factory=dict)
    """As `sizes`, without the boxes that only keep room for another chart's."""
    order: dict[str, int] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    """Branches with a box that an overlay has changed."""

    def __post_init__(self) -> None:
        for node in reversed(self.chart.nodes):
            self.nodes[node.id] = node
            below = self.below(node.id)
            self.sizes[node.id] = 1 + sum(self.sizes[child.id] for child in below)
            self.own[node.id] = (not node.reserved) + sum(self.own[child.id] for child in below)
            if node.changed or any(child.id in self.told for child in below):
                self.told.add(node.id)
        self.order = {node.id: n for n, node in enumerate(self.chart.nodes)}

    def below(self, node: str) -> list[Node]:
        """The boxes under a box, in order."""
        return self.chart.children.get(node, [])

    def walk(self, sheet: Sheet) -> Iterator[tuple[Node, int]]:
        """The nodes of a page with their depth, each after the one above it."""
        yield self.nodes[sheet.head], 0
        waiting = [(child, 1) for child in reversed(sheet.children)]
        while waiting:
            key, depth = waiting.pop()
            yield self.nodes[key], depth
            if key not in sheet.cut:
                waiting.extend((child.id, depth + 1) for child in reversed(self.below(key)))

    def shown(self, sheet: Sheet) -> int:
        """How many boxes a page has."""
        shown = 1 + sum(self.sizes[child] for child in sheet.children)
        return shown - sum(self.sizes[cut] - 1 for cut in sheet.cut)


@dataclass(frozen=True, slots=True)
class Planning:
    """Cuts a chart into pages that can be read."""

    forest: Forest
    fits: Fits

    def sheets(self, root: str) -> list[Sheet]:
        """All pages in the order of the chart."""
        waiting: list[tuple[Sheet, Branches]] = []
        found = self.parts(root, None)
        waiting.extend(self.follow(found))
        while waiting:
            above, branches = waiting.pop()
            if len(branches) > 1:
                found.append(self.sharing(above, branches))
                continue
            parts = self.parts(branches[0], above)
            found.extend(parts)
            waiting.extend(self.follow(parts))
        return found

    def follow(self, parts: list[Sheet]) -> list[tuple[Sheet, Branches]]:
        """The pages that these make necessary, the first of them last."""
        return [(part, each) for part in reversed(parts) for each in reversed(self.grouped(part))]

    def parts(self, head: str, above: Sheet | None) -> list[Sheet]:
        """The page of a branch, or several where its direct children are too many for one."""
        children = tuple(child.id for child in self.forest.below(head))
        whole = Sheet(head, children, frozenset(), above=above)
        if self.fits(whole, 1.0):
            return [whole]
        closed = replace(whole, cut=self.closed(children))
        if self.fits(closed, 1.0):
            return [self.opened(closed)]
        return self.over_several(head, children, above) or [closed]

    def over_several(self, head: str, children: Branches, above: Sheet | None) -> list[Sheet]:
        """Children over the fewest pages; what stands beside the trunk stays together on the first, unless
        that takes `WORTH` times as many.
        """
        counts = range(2, len(children) + 1)
        together = self.fewest(head, above, (self.chunks(head, children, count) for count in counts))
        if len(together) > 2:
            fewer = range(2, len(together) // WORTH + 1)
            apart = self.fewest(head, above, (_evenly(children, count) for count in fewer))
            return apart or together
        return together

    def fewest(self, head: str, above: Sheet | None, ways: Iterable[list[Branches]]) -> list[Sheet]:
        """The pages of the first of these ways to part the children that can be read; none if none can."""
        for chunks in ways:
            parts = [Sheet(head, chunk, self.closed(chunk), n == 0, above) for n, chunk in enumerate(chunks)]
            if all(self.fits(part, 1.0) for part in parts):
                for n, part in enumerate(parts, 1):
                    part.part = (n, len(parts))
                return parts
        return []

    def chunks(self, head: str, children: Branches, count: int) -> list[Branches]:
        """Children over so many pages: what stands beside the trunk on the first, if the rest is enough."""
        whole = self.forest.nodes[head].parent is None
        nodes = (self.forest.nodes[child] for child in children)
        side = tuple(n.id for n in nodes if (n.place if whole else n.under) in BESIDE)
        rest = tuple(child for child in children if child not in side)
        if count > len(rest):
            return _evenly(children, count)
        first, *others = _evenly(rest, count)
        return [tuple(child for child in children if child in side or child in first), *others]

    def closed(self, children: Branches) -> Shown:
        """Those of some branches that hold more than their top: a page at first cuts them off."""
        return frozenset(child for child in children if self.forest.sizes[child] > 1)

    def opened(self, sheet: Sheet) -> Sheet:
        """The page with as many of its branches shown whole as it has room for, and levels if it is nearly
        empty: first those that an overlay speaks of, then the small ones.
        """
        sizes, order, told = self.forest.sizes, self.forest.order, self.forest.told
        smallest = sorted(sheet.cut, key=lambda each: (each not in told, sizes[each], order[each]))

        def opened_to(count: int) -> Sheet:
            return replace(sheet, cut=frozenset(smallest[count:]))

        best = _most(len(smallest) - 1, lambda n: self.fits(opened_to(n), 1.0))
        sheet = opened_to(best)
        while self.forest.shown(sheet) < SPARSE and sheet.cut:
            lower = frozenset(c.id for cut in sheet.cut for c in self.forest.below(cut) if sizes[c.id] > 1)
            deeper = replace(sheet, cut=lower)
            if not self.fits(deeper, 1.0):
                break
            sheet = deeper
        return sheet

    def grouped(self, sheet: Sheet) -> list[Branches]:
        """The branches that a page cuts off, in order; those that may share a page are together."""
        groups: list[Branches] = []
        run: list[str] = []
        for cut in sorted(sheet.cut, key=self.forest.order.__getitem__):
            if run and self.forest.nodes[cut].parent != self.forest.nodes[run[0]].parent:
                groups += self.shared(sheet, tuple(run))
                run = []
            if self.shareable(cut):
                run.append(cut)
            else:
                groups += [*self.shared(sheet, tuple(run)), (cut,)]
                run = []
        return [*groups, *self.shared(sheet, tuple(run))]

    def shareable(self, branch: str) -> bool:
        """Whether a branch is small and has no secretariat, whose place is beside a trunk of its own."""
        below = self.forest.below(branch)
        small = self.forest.sizes[branch] <= SHARING
        alone = [each for each in below if each.under == "secretariat" and self.forest.sizes[each.id] > 1]
        return small and not alone

    def shared(self, sheet: Sheet, run: Branches) -> list[Branches]:
        """Small siblings over the fewest pages, as evenly as possible."""
        groups: list[Branches] = []
        for branch in run:
            if groups and self.fits(self.sharing(sheet, (*groups[-1], branch)), ROOMY):
                groups[-1] += (branch,)
            else:
                groups.append((branch,))
        even = _evenly(run, len(groups)) if groups else []
        good = all(len(each) == 1 or self.fits(self.sharing(sheet, each), ROOMY) for each in even)
        return even if good else groups

    def sharing(self, above: Sheet, branches: Branches) -> Sheet:
        """A page that several branches of one parent share."""
        parent = self.forest.nodes[branches[0]].parent
        return Sheet(parent or above.head, branches, frozenset(), first=False, above=above, shared=True)


def _evenly(items: Branches, count: int) -> list[Branches]:
    """So many runs at most, none longer than another by more than one."""
    count = min(count, len(items))
    return [items[len(items) * n // count : len(items) * (n + 1) // count] for n in range(count)]


def _most(count: int, holds: Callable[[int], bool]) -> int:
    """The largest n up to `count` for which `holds` says yes, if it does so for all smaller ones."""
    low, high = 0, max(0, count)
    while low < high:
        middle = (low + high + 1) // 2
        if holds(middle):
            low = middle
        else:
            high = middle - 1
    return low
