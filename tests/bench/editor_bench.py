"""How fast the editor is: opening, from a key to the painted frame through a pseudo-terminal, live findings.

python tests/bench/editor_bench.py [UNITS ...]    10,000 and 100,000 if not said
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
from pathlib import Path

from check_structures import workload

from sotk.files import load
from sotk.packs import load_pack
from sotk.session import gestures
from sotk.session.opening import open_desk
from sotk.session.reviewing import Reviewer, rule_settings
from sotk.session.session import Session

COLUMNS, LINES = 160, 48
KEYS = 60
QUIET = 0.03
"""A frame is complete when nothing more came for so long; that pause is not counted."""


def written(folder: Path, units: int) -> Path:
    """The file of a government of so many units, with duties and posts."""
    path = folder / f"besar-{units}.yaml"
    path.write_text("".join(workload(units)), "utf-8")
    return path


class Terminal:
    """The editor in a pseudo-terminal."""

    def __init__(self, path: Path) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        environment = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "sotk", "edit", str(path)],
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

    def frame(self, key: bytes) -> float:
        """Seconds from a key to the last byte of the frame it gives."""
        while self.read(QUIET):
            pass
        start = time.perf_counter()
        os.write(self.master, key)
        last = 0.0
        while time.perf_counter() - start < 3:
            if self.read(QUIET if last else 0.5):
                last = time.perf_counter() - start
            elif last:
                return last
        raise TimeoutError(key)

    def read(self, seconds: float) -> bytes:
        ready, _, _ = select.select([self.master], [], [], seconds)
        return os.read(self.master, 65536) if ready else b""

    def close(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.master)


def milliseconds(values: list[float]) -> str:
    ordered = sorted(values)
    p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return f"median {statistics.median(ordered) * 1000:6.1f} ms   p95 {p95 * 1000:6.1f} ms"


def bench(units: int, folder: Path) -> None:
    path = written(folder, units)
    start = time.perf_counter()
    load(path)
    loading = time.perf_counter() - start
    terminal = Terminal(path)
    opening = terminal.until(b"Dinas dinas", 120)
    print(
        f"{units} units: load {loading:.2f} s; editor painted after {opening:.2f} s, program start and load included"
    )
    time.sleep(3 + units / 20_000)
    for name, keys in (("open all", b"*"), ("down", b"j"), ("page down", b"\x1b[6~")):
        times = [terminal.frame(keys) for _ in range(1 if name == "open all" else KEYS)]
        print(f"  key to frame, {name:<18} {milliseconds(times)}")
    terminal.frame(b"K")
    time.sleep(0.5)
    terminal.frame(b"\x1b[B")
    terminal.frame(b"\r")  # where the changes go: into the structure itself
    time.sleep(1)
    times = [terminal.frame(key) for _ in range(KEYS // 2) for key in (b"J", b"K")]
    print(f"  key to frame, edit (move)        {milliseconds(times)}")
    terminal.close()
    findings(path)


def findings(path: Path) -> None:
    """Live findings: from an edit to the findings of the new structure."""
    desk = open_desk(path)
    session = Session(desk, journal=False)
    reviewer = Reviewer(load_pack("pemda").pack, rule_settings({}))
    reviewer(session.state.structure)
    times, edits = [], []
    for number in range(KEYS):
        start = time.perf_counter()
        session.change(
            *(gestures.down if number % 2 == 0 else gestures.up)(session.state.structure, "bidang-5-1")
        )
        edits.append(time.perf_counter() - start)
        reviewer(session.state.structure)
        times.append(time.perf_counter() - start)
    print(f"  edit alone                       {milliseconds(edits)}")
    print(f"  edit and findings                {milliseconds(times)}")
    session.close()


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_STATE_HOME"] = str(Path(name) / "state")
        for units in [int(word) for word in sys.argv[1:]] or [10_000, 100_000]:
            bench(units, Path(name))


if __name__ == "__main__":
    main()
