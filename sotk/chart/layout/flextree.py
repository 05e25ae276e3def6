"""Coordinates of a tidy tree of boxes of different size, in linear time.

A. J. van der Ploeg, Drawing non-layered tidy trees in linear time, Software: Practice and Experience 44
(2014). Siblings keep their order, no two boxes overlap, a parent is centred over its children, and room
between subtrees is shared by those between them. Without recursion, so that depth is no danger.
"""

from collections.abc import Sequence


def coordinates(
    widths: Sequence[float], heights: Sequence[float], children: Sequence[Sequence[int]]
) -> tuple[list[float], list[float]]:
    """The centre (x) and the top (y) of every box; box 0 is the root, at x = 0 and y = 0.

    A parent stands before its children in the sequences. Sizes include the gaps that are wanted.
    """
    tree = _Tree(widths, heights, children)
    tree.first_walk()
    return tree.second_walk()


class _Tree:
    """The values of the algorithm, one list each, by the number of a box.

    `left` and `right` are the lowest boxes of a subtree's contours, `left_sum` and `right_sum` what is to
    be added to them; threads go on along a contour where a subtree ends.
    """

    def __init__(
        self, widths: Sequence[float], heights: Sequence[float], children: Sequence[Sequence[int]]
    ) -> None:
        count = len(widths)
        self.widths, self.children = widths, children
        self.tops = [0.0] * count
        self.ends = list(heights)
        for node in range(count):
            end = self.ends[node]
            for child in children[node]:
                self.tops[child] = end
                self.ends[child] = end + heights[child]
        self.prelim, self.mod = [0.0] * count, [0.0] * count
        self.shift, self.change = [0.0] * count, [0.0] * count
        self.left, self.right = list(range(count)), list(range(count))
        self.left_sum, self.right_sum = [0.0] * count, [0.0] * count
        self.left_thread: list[int] = [-1] * count
        self.right_thread: list[int] = [-1] * count

    def first_walk(self) -> None:
        """From the leaves up: a child comes after its parent in the sequences, so backwards is up."""
        for node in range(len(self.widths) - 1, -1, -1):
            below = self.children[node]
            if not below:
                continue
            lows = [(self.ends[self.left[below[0]]], 0)]
            for place in range(1, len(below)):
                low = self.ends[self.right[below[place]]]
                self.separate(below, place, lows)
                while lows and low >= lows[-1][0]:
                    lows.pop()
                lows.append((low, place))
            first, last = below[0], below[-1]
            start = self.prelim[first] + self.mod[first] - self.widths[first] / 2
            end = self.prelim[last] + self.mod[last] + self.widths[last] / 2
            self.prelim[node] = (start + end) / 2
            self.left[node], self.left_sum[node] = self.left[first], self.left_sum[first]
            self.right[node], self.right_sum[node] = self.right[last], self.right_sum[last]

    def separate(self, below: Sequence[int], place: int, lows: list[tuple[float, int]]) -> None:
        """Move a child right until it is free of all before it. `lows`: which of them reaches how low."""
        left, cursor = below[place - 1], below[place]
        left_sum, cursor_sum = self.mod[left], self.mod[cursor]
        low, first = len(lows) - 1, True
        while left >= 0 and cursor >= 0:
            if self.ends[left] > lows[low][0]:
                low -= 1
            gap = (
                left_sum
                + self.prelim[left]
                + self.widths[left] / 2
                - (cursor_sum + self.prelim[cursor] - self.widths[cursor] / 2)
            )
            if gap > 0 or (
                first and gap < 0
            ):  # a subtree that begins too far right moves back to its sibling
                cursor_sum += gap
                self.move(below, place, lows[low][1], gap)
            first = False
            left_end, cursor_end = self.ends[left], self.ends[cursor]
            if left_end <= cursor_end:
                left = self.children[left][-1] if self.children[left] else self.right_thread[left]
                left_sum += self.mod[left] if left >= 0 else 0.0
            if left_end >= cursor_end:
                cursor = self.children[cursor][0] if self.children[cursor] else self.left_thread[cursor]
                cursor_sum += self.mod[cursor] if cursor >= 0 else 0.0
        if left < 0 <= cursor:
            self.thread_left(below, place, cursor, cursor_sum)
        elif cursor < 0 <= left:
            self.thread_right(below, place, left, left_sum)

    def move(self, below: Sequence[int], place: int, touched: int, gap: float) -> None:
        """Move a subtree, and share the new room among those between it and the one it touched."""
        child = below[place]
        self.mod[child] += gap
        self.left_sum[child] += gap
        self.right_sum[child] += gap
        if touched != place - 1:
            part = gap / (place - touched)
            self.shift[below[touched + 1]] += part
            self.shift[child] -= part
            self.change[child] -= gap - part

    def thread_left(self, below: Sequence[int], place: int, cursor: int, cursor_sum: float) -> None:
        first, child = below[0], below[place]
        low = self.left[first]
        self.left_thread[low] = cursor
        jump = cursor_sum - self.mod[cursor] - self.left_sum[first]
        self.mod[low] += jump
        self.prelim[low] -= jump
        self.left[first], self.left_sum[first] = self.left[child], self.left_sum[child]

    def thread_right(self, below: Sequence[int], place: int, left: int, left_sum: float) -> None:
        child, before = below[place], below[place - 1]
        low = self.right[child]
        self.right_thread[low] = left
        jump = left_sum - self.mod[left] - self.right_sum[child]
        self.mod[low] += jump
        self.prelim[low] -= jump
        self.right[child], self.right_sum[child] = self.right[before], self.right_sum[before]

    def second_walk(self) -> tuple[list[float], list[float]]:
        """From the root down: the sums become places."""
        sums, places = [0.0] * len(self.widths), [0.0] * len(self.widths)
        sums[0] = -self.prelim[0]
        for node, below in enumerate(self.children):
            places[node] = self.prelim[node] + sums[node]
            step, moved = 0.0, 0.0
            for child in below:
                step += self.shift[child]
                moved += step + self.change[child]
                self.mod[child] += moved
                sums[child] = sums[node] + self.mod[child]
        return places, self.tops
