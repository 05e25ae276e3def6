"""How fast the editor is: opening, from a key to the painted frame through a pseudo-terminal, live findings.

python tests/bench/editor_bench.py [UNITS ...]    100 to 100,000 if not said

Processor time is of the program as a whole, for sotk with what it does in the background. Beside it, key by key, Textual's own Tree with the same units in an app of the same shape.
"""

import asyncio
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
from sotk.session import gestures
from sotk.session.opening import open_desk
from sotk.tui.app import editor_of
from sotk.tui.screens.editor import EditorScreen

COLUMNS, LINES = 160, 48
KEYS = 60
QUIET = 0.08
"""A frame is complete when nothing more came for so long; that pause is not counted."""
BETWEEN = 0.06
"""Seconds between two keys, about the pace of a key that is held."""
OPEN_ALL, SHUT_ALL, DOWN, TOP = b"*", b"-", b"j", b"g"
PAGES, EDITS = (b"\x1b[6~", b"\x1b[5~"), (b"J", b"K")
Cost = tuple[float, float]
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

    def frame(self, key: bytes) -> Cost:
        """Seconds from a key to the last byte of the frame it gives, and seconds of the processor that took."""
        self.rest(BETWEEN)
        start, last = time.perf_counter(), 0.0
        os.write(self.master, key)
        used = self.busy()
        while time.perf_counter() - start < 10:
            if self.read(QUIET if last else 1):
                last = time.perf_counter() - start
            elif last:
                return last, self.busy() - used
        raise TimeoutError(key)

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


def keys(terminal: Terminal, before_edits: Callable[[Terminal], None]) -> dict[str, list[Cost]]:
    """The times of each kind of key, in seconds."""
    os.write(terminal.master, SHUT_ALL)
    terminal.rest(1)
    times = {"open all": [terminal.frame(OPEN_ALL)]}
    terminal.rest(1)
    times["down"] = [terminal.frame(DOWN) for _ in range(KEYS)]
    times["page"] = [terminal.frame(PAGES[at % 2]) for at in range(KEYS)]
    terminal.frame(TOP)
    terminal.frame(DOWN)
    before_edits(terminal)
    times["edit (move)"] = [terminal.frame(EDITS[at % 2]) for at in range(KEYS)]
    return times


def into_the_structure(terminal: Terminal) -> None:
    """The first edit asks where edits go: into the structure itself."""
    for key in (b"J", b"\x1b[B", b"\r"):
        terminal.frame(key)
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
    print(
        f"{'ms':<14}{'sotk p50':>10}{'p95':>8}{'cpu':>8}{'Tree p50':>10}{'p95':>8}{'cpu':>8}   ratio of p95, of cpu"
    )
    print(
        f"{'opening':<14}{ours_open * 1000:10.0f}{'':16}{theirs_open * 1000:10.0f}{'':16}{ours_open / theirs_open:8.2f}"
    )
    for kind, costs in mine.items():
        a, b, c = figures(costs)
        d, e, f = figures(peer[kind])
        print(
            f"{kind:<14}{a:10.1f}{b:8.1f}{c:8.1f}{d:10.1f}{e:8.1f}{f:8.1f}{b / e:8.2f}{c / f:8.2f}",
            flush=True,
        )
    a, b = percentiles(asyncio.run(findings(path)))
    print(f"edit to findings shown, ms: p50 {a:.1f}, p95 {b:.1f}")


async def findings(path: Path) -> list[float]:
    """Seconds from an edit to its findings in the panel, in the running editor without a terminal."""
    desk = open_desk(path)
    app, times = editor_of(desk, "id"), []  # type: ignore[arg-type] # the workload opens
    async with app.run_test(size=(COLUMNS, LINES)) as pilot:
        await pilot.pause()
        screen = next(each for each in app.screen_stack if isinstance(each, EditorScreen))
        screen.session.edit_directly()
        screen.session.journal = None
        while screen.live.waiting:  # noqa: ASYNC110 - the editor gives no event for a bench
            await asyncio.sleep(0.05)
        for number in range(KEYS):
            await asyncio.sleep(0.1)
            gesture = gestures.down if number % 2 == 0 else gestures.up
            start = time.perf_counter()
            screen.edit(*gesture(screen.state.structure, "bidang-0-1"))
            while screen.live.waiting:  # noqa: ASYNC110 - the editor gives no event for a bench
                await asyncio.sleep(0.001)
            times.append(time.perf_counter() - start)
        screen.end()
    return times


def figures(costs: list[Cost]) -> tuple[float, float, float]:
    """Median and 95th percentile of the time, and the median of the processor time, in milliseconds."""
    return *percentiles([time for time, _used in costs]), percentiles([used for _time, used in costs])[0]


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
