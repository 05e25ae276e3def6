"""Large letters for a screen that is read from the back of a room: a word as rows of blocks.

Five rows of squares a letter, drawn with half blocks on three lines, or two cells a square on five lines
where the width allows. Knows capitals only: the words are our own, never names of users.
"""

from typing import Final

HIGH: Final = 5
_LETTERS: Final = {
    "A": (".##.", "#..#", "####", "#..#", "#..#"),
    "B": ("###.", "#..#", "###.", "#..#", "###."),
    "C": (".###", "#...", "#...", "#...", ".###"),
    "D": ("###.", "#..#", "#..#", "#..#", "###."),
    "E": ("####", "#...", "###.", "#...", "####"),
    "F": ("####", "#...", "###.", "#...", "#..."),
    "G": (".###", "#...", "#.##", "#..#", ".###"),
    "H": ("#..#", "#..#", "####", "#..#", "#..#"),
    "I": ("###", ".#.", ".#.", ".#.", "###"),
    "J": ("..##", "...#", "...#", "#..#", ".##."),
    "K": ("#..#", "#.#.", "##..", "#.#.", "#..#"),
    "L": ("#...", "#...", "#...", "#...", "####"),
    "M": ("#...#", "##.##", "#.#.#", "#...#", "#...#"),
    "N": ("#..#", "##.#", "#.##", "#..#", "#..#"),
    "O": (".##.", "#..#", "#..#", "#..#", ".##."),
    "P": ("###.", "#..#", "###.", "#...", "#..."),
    "Q": (".##.", "#..#", "#..#", "#.#.", ".#.#"),
    "R": ("###.", "#..#", "###.", "#.#.", "#..#"),
    "S": (".###", "#...", ".##.", "...#", "###."),
    "T": ("#####", "..#..", "..#..", "..#..", "..#.."),
    "U": ("#..#", "#..#", "#..#", "#..#", ".##."),
    "V": ("#...#", "#...#", ".#.#.", ".#.#.", "..#.."),
    "W": ("#...#", "#...#", "#.#.#", "##.##", "#...#"),
    "X": ("#...#", ".#.#.", "..#..", ".#.#.", "#...#"),
    "Y": ("#...#", ".#.#.", "..#..", "..#..", "..#.."),
    "Z": ("####", "..#.", ".#..", "#...", "####"),
    " ": ("..", "..", "..", "..", ".."),
}
_HALVES: Final = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def blocks(word: str, width: int, lines: int = HIGH) -> str | None:
    """A word in large letters, in so many cells and lines; None where it does not fit or is not of letters."""
    letters = [_LETTERS.get(letter) for letter in word.upper()]
    if not letters or None in letters:
        return None
    squares = [".".join(letter[row] for letter in letters if letter is not None) for row in range(HIGH)]
    wide = len(squares[0])
    if 2 * wide <= width and lines >= HIGH:
        return "\n".join(_wide(row) for row in squares)
    if wide <= width:
        return "\n".join(_half(squares, row) for row in range(0, HIGH, 2))
    return None


def _wide(squares: str) -> str:
    return "".join("██" if square == "#" else "  " for square in squares).rstrip()


def _half(rows: list[str], row: int) -> str:
    below = rows[row + 1] if row + 1 < len(rows) else "." * len(rows[0])
    pairs = zip(rows[row], below, strict=True)
    return "".join(_HALVES[upper == "#", lower == "#"] for upper, lower in pairs).rstrip()
