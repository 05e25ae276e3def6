"""The floors of an official chart, about a trunk at x = 0: what stands left and right of it, rows under
a bus, and the ways the trunk takes past a row. Sizes are natural; fitting to a page comes after.
"""

from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from sotk.chart.layout.block import Block

TierKind: TypeAlias = Literal["side", "row", "loose"]

TRUNK_ROOM: Final = 16.0  # free on both sides of the trunk
JOG: Final = 24.0  # by less than this the middle block stays under the trunk instead of the row as a whole
BUS: Final = 0.45  # how far above a row its bus runs


@dataclass(frozen=True, slots=True)
class Gaps:
    """Free room between blocks of a row, between floors, and between blocks above each other: the least, of
    which there is more where the page has room.

    Where lines of coordination run too (`tied`) there is room for them beside the trunk.
    """

    across: float = 12.0
    down: float = 22.0
    side: float = 12.0
    tied: bool = False

    @property
    def way(self) -> float:
        """Where in a gap the trunk passes, from the block on the left."""
        return self.across * (0.25 if self.tied else 0.5)

    @property
    def gutter(self) -> float:
        """Where in a gap with the trunk in it another line passes."""
        return self.across * (0.65 if self.tied else 0.5)


def gaps_for(*, tied: bool) -> Gaps:
    """The gaps in natural points; wider where lines beside command must pass (`tied`)."""
    return Gaps(across=20.0, down=24.0, tied=True) if tied else Gaps()


@dataclass(slots=True)
class Tier:
    """A floor. In a `side` floor `left` and `right` stand beside the trunk; else `blocks` in a row."""

    kind: TierKind
    blocks: list[Block] = field(default_factory=list)
    left: list[Block] = field(default_factory=list)
    right: list[Block] = field(default_factory=list)
    passed: bool = False
    """Whether the trunk goes on below."""


@dataclass(slots=True)
class Floor:
    """A tier with places: offsets of its blocks, its extent, its bus, and the trunk's way past it."""

    tier: Tier
    places: list[tuple[Block, float, float]]
    top: float
    bottom: float
    left: float
    right: float
    bus: float = 0.0
    passage: float = 0.0
    gutters: list[float] = field(default_factory=list)
    """Where a line may go straight down past this floor."""


def arranged(tiers: list[Tier], head_bottom: float, gaps: Gaps, half: float) -> list[Floor]:
    """Stack the tiers under the head; `half` is half the width that side blocks are centred in."""
    floors, y = [], head_bottom
    for tier in tiers:
        y += gaps.down
        floor = _sides(tier, y, gaps, half) if tier.kind == "side" else _row(tier, y, gaps)
        floor.bus = y - BUS * gaps.down
        floors.append(floor)
        y = floor.bottom
    return floors


def _sides(tier: Tier, top: float, gaps: Gaps, half: float) -> Floor:
    floor = Floor(tier, [], top, top, 0.0, 0.0)
    for blocks, sign in ((tier.left, -1), (tier.right, 1)):
        y = top
        for block in blocks:
            centre = max(half / 2, TRUNK_ROOM + block.width / 2)
            floor.places.append((block, sign * centre - block.width / 2, y))
            floor.left = min(floor.left, sign * centre - block.width / 2)
            floor.right = max(floor.right, sign * centre + block.width / 2)
            y += block.height + gaps.side
            floor.bottom = max(floor.bottom, y - gaps.side)
    _level_taps(floor)
    floor.gutters = [
        floor.left - gaps.across / 2,
        -TRUNK_ROOM / 2,
        TRUNK_ROOM / 2,
        floor.right + gaps.across / 2,
    ]
    return floor


def _level_taps(floor: Floor) -> None:
    """The first box on the left hangs on the trunk at the height of the first one on the right."""
    taps = {x < 0: block.head.y + block.head.height / 2 for block, x, _ in reversed(floor.places)}
    if len(taps) < 2:
        return
    lower = taps[True] - taps[False]
    for index, (block, x, y) in enumerate(floor.places):
        if lower < 0 and x < 0:
            floor.places[index] = (block, x, y - lower)
        elif lower > 0 and x > 0:
            floor.places[index] = (block, x, y + lower)
    floor.bottom = max(y + block.height for block, _, y in floor.places)


def _row(tier: Tier, top: float, gaps: Gaps) -> Floor:
    """Side by side about the trunk: it runs through the middle gap, or past the middle block; past a single
    one on the left, like the spine of a list.
    """
    blocks, count = tier.blocks, len(tier.blocks)
    middle = count // 2
    spots: list[float] = [0.0] * count
    room = max(gaps.across, 2 * TRUNK_ROOM if tier.passed else 0.0)
    if count % 2:
        start = -(blocks[middle].head.x + blocks[middle].head.width / 2)
        before = sum(block.width + gaps.across for block in blocks[:middle])
        centred = before - sum(block.width + gaps.across for block in blocks) / 2 + gaps.across / 2
        if not tier.passed and abs(centred - start) > JOG:
            start = centred
        right, left = start + blocks[middle].width + gaps.across, start - gaps.across
        spots[middle] = start
        first_right = middle + 1
    else:
        right, left, first_right = room / 2, -room / 2, middle
    for n in range(first_right, count):
        spots[n] = right
        right += blocks[n].width + gaps.across
    for n in range(middle - 1, -1, -1):
        left -= blocks[n].width
        spots[n] = left
        left -= gaps.across
    places = [(block, x, top) for block, x in zip(blocks, spots, strict=True)]
    bottom = top + max(block.height for block in blocks)
    floor = Floor(tier, places, top, bottom, left + gaps.across, right - gaps.across)
    floor.gutters = [spots[0] - gaps.across / 2, *(x + b.width + gaps.across / 2 for b, x, _ in places)]
    if count % 2 == 0:
        floor.gutters[middle] = -room / 6  # beside the trunk, not on it
    if count == 1 and tier.passed:
        floor.left -= TRUNK_ROOM
        floor.passage, floor.gutters[0] = spots[0] - TRUNK_ROOM, spots[0] - TRUNK_ROOM / 2
    elif count % 2 and tier.passed:
        edge = spots[middle] + blocks[middle].width
        floor.passage, floor.gutters[middle + 1] = edge + gaps.way, edge + gaps.gutter
    return floor
