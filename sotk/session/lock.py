"""One editor a document: the second one may look and save, but keeps no journal."""

from pathlib import Path

from filelock import FileLock, Timeout

from sotk.session.folders import key_of, state_folder


class DocumentLock:
    """Held while a document is under edit; the system lets go of it when the process dies."""

    def __init__(self, path: Path) -> None:
        self._lock = FileLock(state_folder("editing") / f"{key_of(path)}.lock")
        self.acquired = False
        try:
            self._lock.acquire(timeout=0)
            self.acquired = True
        except (Timeout, OSError):
            self.acquired = False

    def release(self) -> None:
        """Let another editor have the document; nothing where it was not held."""
        if self.acquired:
            self._lock.release()
            self.acquired = False
