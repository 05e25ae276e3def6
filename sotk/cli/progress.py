"""A line on stderr that says what a long step is at; only on a terminal, and only if the step takes long."""

import os
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final, TextIO, TypeVar

from sotk.locale import Message

PATIENCE: Final = 0.5  # seconds without a word
BEAT: Final = 0.2
CLEAR: Final = "\r\x1b[2K"
T = TypeVar("T")


class _Line:
    """Writes the step and its seconds from a thread of its own, so that no step has to stop for it."""

    def __init__(self, words: str, stream: TextIO) -> None:
        self.words = words
        self._stream = stream
        self._done = threading.Event()
        self._shown = False
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._done.set()
        self._thread.join()
        if self._shown:
            self._write(CLEAR)

    def _run(self) -> None:
        begun = time.monotonic()
        pause = PATIENCE
        while not self._done.wait(pause):
            from sotk.chart.measure import clipped

            pause, self._shown = BEAT, True
            text = f"{self.words} … {time.monotonic() - begun:.0f} s"
            self._write(CLEAR + clipped(text, _columns() - 1))

    def _write(self, text: str) -> None:
        try:
            self._stream.write(text)
            self._stream.flush()
        except (OSError, ValueError):
            self._done.set()  # the terminal is gone: nobody to tell


@contextmanager
def working(message: Message) -> Iterator[None]:
    """Say what is being done while it takes long."""
    with _line() as line:
        if line is not None:
            line.words = _said(message)
        yield


def each(message: Message, items: Iterable[T], total: int) -> Iterator[T]:
    """The items, saying which of how many is at work while it takes long."""
    with _line() as line:
        for n, item in enumerate(items, 1):
            if line is not None:
                line.words = f"{_said(message)} {n}/{total}"
            yield item


@contextmanager
def _line() -> Iterator[_Line | None]:
    stream = sys.stderr
    if not stream.isatty() or os.environ.get("TERM") == "dumb":  # a line that cannot be taken back
        yield None
        return
    line = _Line("", stream)
    line.start()
    try:
        yield line
    finally:
        line.stop()


def _said(message: Message) -> str:
    from sotk.cli.language import words
    from sotk.findings.names import clean

    return clean(words(message))


def _columns() -> int:
    import shutil

    return shutil.get_terminal_size().columns
