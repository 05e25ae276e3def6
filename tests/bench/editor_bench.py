"""How fast the editor is: opening, and from a key to what it paints, through a pseudo-terminal.

python tests/bench/editor_bench.py [UNITS ...]    100 to 100,000 if not said

A key's time is to the last byte that it gives. An edit of sotk has two: to the frame that shows it, and to
the last byte, which is of its findings. Beside it, key by key, Textual's own Tree with the same units in an
app of the same shape; it paints the cursor first and the rest some 50 ms later.
"""

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable
from pathlib import Path

from check_structures import workload

from sotk.files import load

COLUMNS, LINES = 160, 48
KEYS = 40
STEADY = 0.02
"""A frame is complete when nothing more came for so long; that pause is not counted. Its parts come within
2 ms of each other, and the rules wait for longer before they take the processor."""
DONE = 0.3
"""All that a key gives has come when nothing more came for so long."""
BETWEEN = 0.06
"""Seconds between two keys, about the pace of a key that is held."""
OPEN_ALL, SHUT_ALL, DOWN, TOP = b"*", b"-", b"j", b"g"
PAGES, EDITS = (b"\x1b[6~", b"\x1b[5~"), (b"J", b"K")
TO_A_BIDANG = 5
"""Rows from the first agency to its first bidang."""
HERE = Path(__file__).resolve().parent


class Terminal:
    """A program in a pseudo-terminal."""

    def __init__(self, *command: str) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        environment = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self.process = subprocess.Popen(
            [sys.executable, *command],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            start_new_session=True,
        )
        os.close(slave)

    def until(self, text: bytes, seconds: float) -> float:
        """Seconds until a text was painted."""
        start, seen = time.perf_counter(), b""
        while text not in seen:
            if time.perf_counter() - start > seconds:
                raise TimeoutError(seen[-2000:])
            seen += self.read(0.05)
        return time.perf_counter() - start

    def rest(self, seconds: float) -> None:
        """Read on until nothing came for so long."""
        while self.read(seconds):
            pass

    def frames(self, key: bytes, until: float = STEADY) -> list[float]:
        """Seconds from a key to the last byte of each frame it gives, until nothing came for so long."""
        self.rest(BETWEEN)
        start, times = time.perf_counter(), [0.0]
        os.write(self.master, key)
        while (before := time.perf_counter()) - start < 10:
            if self.read(until if times[-1] else 1):
                if times[-1] and time.perf_counter() - before > STEADY:
                    times.append(0.0)
                times[-1] = time.perf_counter() - start
            elif times[-1]:
                return times
        raise TimeoutError(key)

    def painted(self, key: bytes) -> float:
        """Seconds from a key to the last byte of all it gives."""
        return self.frames(key, DONE)[-1]

    def settle(self, seconds: float = 90) -> None:
        """Wait until the program has nothing to do any more, such as asking the rules for the first time."""
        before, start = -1.0, time.perf_counter()
        while self.busy() - before > 0.1 and time.perf_counter() - start < seconds:
            before = self.busy()
            self.rest(1)

    def busy(self) -> float:
        """Seconds of the processor the program has used."""
        tasks = Path(f"/proc/{self.process.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9

    def read(self, seconds: float) -> bytes:
        ready, _, _ = select.select([self.master], [], [], seconds)
        return os.read(self.master, 65536) if ready else b""

    def close(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.master)


def keys(terminal: Terminal, before_edits: Callable[[Terminal], None]) -> dict[str, list[float]]:
    """The times of each kind of key, in seconds."""
    os.write(terminal.master, SHUT_ALL)
    terminal.rest(1)
    times = {"open all": [terminal.painted(OPEN_ALL)]}
    terminal.rest(1)
    times["down"] = [terminal.painted(DOWN) for _ in range(KEYS)]
    times["page"] = [terminal.painted(PAGES[at % 2]) for at in range(KEYS)]
    terminal.painted(TOP)
    terminal.painted(DOWN)
    before_edits(terminal)
    times |= edits(terminal, "an agency")
    for _ in range(TO_A_BIDANG):
        terminal.painted(DOWN)
    return times | edits(terminal, "a bidang")


def edits(terminal: Terminal, what: str) -> dict[str, list[float]]:
    """The times of moving the unit at the cursor down and up: to the first frame, and to the last byte."""
    found = [terminal.frames(EDITS[at % 2], DONE) for at in range(KEYS)]
    return {f"move {what}": [each[0] for each in found], f"findings of {what}": [each[-1] for each in found]}


def into_the_structure(terminal: Terminal) -> None:
    """The first edit asks where edits go: into the structure itself."""
    for key in (b"J", b"\x1b[B", b"\r"):
        terminal.painted(key)
        terminal.rest(0.5)


def opened(name: str, *command: str) -> tuple[Terminal, float]:
    """A program that painted its tree, and the seconds that took."""
    terminal = Terminal(*command)
    seconds = terminal.until(b"dinas-0", 300)
    used = terminal.busy()
    print(f"{name}: painted after {seconds:.2f} s ({used:.2f} s of processor), load included", flush=True)
    terminal.settle()
    return terminal, seconds


def bench(units: int, folder: Path) -> None:
    path = folder / f"besar-{units}.yaml"
    path.write_text("".join(workload(units)), "utf-8")
    start, used = time.perf_counter(), time.process_time()
    load(path)
    loading, used = time.perf_counter() - start, time.process_time() - used
    print(f"\n{units} units, load alone {loading:.2f} s ({used:.2f} s of processor)")
    ours, ours_open = opened("sotk edit", "-m", "sotk", "edit", str(path))
    mine = keys(ours, into_the_structure)
    ours.close()
    theirs, theirs_open = opened("Textual's Tree", str(HERE / "textual_tree.py"), str(path))
    peer = keys(theirs, lambda _terminal: None)
    theirs.close()
    print(f"{'ms':<24}{'sotk p50':>10}{'p95':>8}{'Tree p50':>10}{'p95':>8}   ratio of p95")
    row("opening", [ours_open], [theirs_open])
    for kind, times in mine.items():
        row(kind, times, peer[kind])


def row(kind: str, ours: list[float], theirs: list[float]) -> None:
    """A line of the table. The Tree finds nothing: it has the same time for an edit and for its findings."""
    (a, b), (c, d) = percentiles(ours), percentiles(theirs)
    print(f"{kind:<24}{a:10.1f}{b:8.1f}{c:10.1f}{d:8.1f}{b / d:8.2f}", flush=True)


def percentiles(times: list[float]) -> tuple[float, float]:
    """Median and 95th percentile, in milliseconds."""
    ordered = sorted(times)
    p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return statistics.median(ordered) * 1000, p95 * 1000


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_STATE_HOME"] = str(Path(name) / "state")
        for units in [int(word) for word in sys.argv[1:]] or [100, 1_000, 10_000, 100_000]:
            bench(units, Path(name))


if __name__ == "__main__":
    main()
