"""Where boxes, lines and words of a page meet."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from sotk.chart.scene import Box, Page

TOUCH = 0.02  # places are rounded to a hundredth of a point
Rect = tuple[float, float, float, float]  # left, top, right, bottom


def rect(box) -> Rect:
    return box.x, box.y, box.x + box.width, box.y + box.height


def apart(a: Rect, b: Rect) -> bool:
    beside = a[2] <= b[0] + TOUCH or b[2] <= a[0] + TOUCH
    return beside or a[3] <= b[1] + TOUCH or b[3] <= a[1] + TOUCH


def crosses(area: Box | Rect, points) -> bool:
    left, top, right, bottom = area if isinstance(area, tuple) else rect(area)
    return any(
        min(ax, bx) < right - TOUCH
        and max(ax, bx) > left + TOUCH
        and min(ay, by) < bottom - TOUCH
        and max(ay, by) > top + TOUCH
        for (ax, ay), (bx, by) in pairwise(points)
    )


def overlaps(page: Page) -> list[tuple[str, str]]:
    return [(a.key, b.key) for a, b in combinations(page.boxes, 2) if not apart(rect(a), rect(b))]


def pierced(page: Page) -> list[tuple[str, str]]:
    """Lines with the boxes that they run through."""
    return [(link.key, box.key) for link in page.links for box in page.boxes if crosses(box, link.points)]


def words(page: Page) -> Iterator[tuple[str, Rect]]:
    """What is written around the boxes, with the room it takes."""
    for block in page.blocks:
        yield block.kind, rect(block)
    for entry in page.legend:
        yield "legend", (entry.x, entry.y - 4, entry.words.x + entry.words.width, entry.y + 4)


def struck(page: Page) -> list[tuple[str, str]]:
    """Boxes and lines that run into the words around them."""
    found = [
        (kind, box.key) for kind, area in words(page) for box in page.boxes if not apart(area, rect(box))
    ]
    lines = [
        (kind, link.key) for kind, area in words(page) for link in page.links if crosses(area, link.points)
    ]
    return found + lines


def outside(page: Page, margin: float) -> list[str]:
    """Boxes and lines that reach into the margins."""
    low, high = margin - 0.1, (page.width - margin + 0.1, page.height - margin + 0.1)
    found = [
        box.key
        for box in page.boxes
        if box.x < low or box.y < low or box.x + box.width > high[0] or box.y + box.height > high[1]
    ]
    return found + [
        link.key
        for link in page.links
        if any(not (low <= x <= high[0] and low <= y <= high[1]) for x, y in link.points)
    ]
