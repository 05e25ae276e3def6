"""The journal: every step on disk before it is on the screen, so that a crash loses nothing acknowledged.

One JSON line a step. A line is handed to the system at once (a killed process loses nothing) and forced to
the disk within half a second (a power cut loses no more than that). Knows no document: it keeps lines.
"""

import json
import os
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeAlias

Entry: TypeAlias = dict[str, Any]

SYNC_SECONDS: Final = 0.4
FORMAT: Final = 1


class Journal:
    """An open journal. `trouble` says why the last line could not be kept, None while all is well."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.trouble: str | None = None
        self._handle: int | None = None
        self._dirty = threading.Event()
        self._closing = threading.Event()
        self._lock = threading.Lock()
        self._syncing: threading.Thread | None = None

    def start(self, head: Entry) -> None:
        """Begin anew: what the journal held before is gone, in one step."""
        fresh = self.path.with_suffix(".new")
        try:
            handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o600)
            try:
                os.write(handle, _line({"journal": FORMAT, **head}))
                os.fsync(handle)
            finally:
                os.close(handle)
            self._close_handle()
            os.replace(fresh, self.path)  # noqa: PTH105 - the atomic call by its name
            self._handle = os.open(self.path, os.O_WRONLY | os.O_APPEND)
            self.trouble = None
        except OSError as error:
            self.trouble = error.strerror or str(error)

    def resume(self) -> None:
        """Go on behind what the journal holds; a last line that was cut off is closed first."""
        try:
            self._handle = os.open(self.path, os.O_WRONLY | os.O_APPEND)
            os.write(self._handle, b"\n")
        except OSError as error:
            self.trouble = error.strerror or str(error)

    def append(self, entry: Entry) -> None:
        """Keep a line. Never raises: an editor that cannot keep a journal goes on and says so."""
        if self._handle is None:
            return
        data = _line(entry)
        try:
            with self._lock:
                while data:
                    data = data[os.write(self._handle, data) :]
            self.trouble = None
        except OSError as error:
            self.trouble = error.strerror or str(error)
        self._sync_soon()

    def sync(self) -> None:
        """Force what was kept to the disk now."""
        with self._lock:
            if self._handle is not None:
                try:
                    os.fsync(self._handle)
                except OSError as error:
                    self.trouble = error.strerror or str(error)

    def close(self, *, delete: bool) -> None:
        """Stop keeping lines; `delete` where nothing is left to be saved."""
        self._closing.set()
        self._dirty.set()
        if self._syncing is not None:
            self._syncing.join(2)
        self.sync()
        self._close_handle()
        if delete:
            self.path.unlink(missing_ok=True)

    def _close_handle(self) -> None:
        with self._lock:
            if self._handle is not None:
                os.close(self._handle)
                self._handle = None

    def _sync_soon(self) -> None:
        self._dirty.set()
        if self._syncing is None:
            self._syncing = threading.Thread(target=self._keep_syncing, name="journal", daemon=True)
            self._syncing.start()

    def _keep_syncing(self) -> None:
        while not self._closing.is_set():
            self._dirty.wait()
            self._closing.wait(SYNC_SECONDS)  # lines of a moment together; who closes waits for none
            self._dirty.clear()
            self.sync()


@dataclass(frozen=True, slots=True)
class Kept:
    """What a journal holds: its head, and the lines that could be read; `broken` counts the others."""

    head: Entry
    entries: tuple[Entry, ...] = ()
    broken: int = 0
    path: Path = field(default_factory=Path)


def read_journal(path: Path) -> Kept | None:
    """The lines of a journal; None where there is none, or its head cannot be read."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError:
        return None
    read = [_read(line) for line in lines if line.strip()]
    if not read or read[0] is None or read[0].get("journal") != FORMAT:
        return None
    entries = tuple(entry for entry in read[1:] if entry is not None)
    return Kept(read[0], entries, len(read) - 1 - len(entries), path)


def _line(entry: Entry) -> bytes:
    return json.dumps(entry, ensure_ascii=True, separators=(",", ":"), default=str).encode() + b"\n"


def _read(line: bytes) -> Entry | None:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return entry if isinstance(entry, dict) else None
