"""Checks in the background: the latest structure is checked, results of older ones are dropped.

Knows no screen: who asks gets its answer by a callback, from the thread of the checks.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from sotk.findings import Finding
from sotk.model import Structure

Check: TypeAlias = Callable[[Structure], tuple[Finding, ...]]
Answer: TypeAlias = Callable[["CheckResult"], None]

JOIN_SECONDS: Final = 2.0


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The findings of a structure; `ticket` says which one was asked about, `failure` that a check broke."""

    ticket: int
    findings: tuple[Finding, ...]
    failure: str | None = None


@dataclass(slots=True)
class BackgroundChecks:
    """One thread that checks what was asked for last. An edit never waits for it."""

    check: Check
    answer: Answer
    _asked: tuple[int, Structure] | None = None
    _ticket: int = 0
    _closing: bool = False
    _wake: threading.Condition = field(default_factory=threading.Condition)
    _thread: threading.Thread | None = None

    def ask(self, structure: Structure) -> int:
        """Ask about a structure; whatever was asked before and is not answered yet never will be."""
        with self._wake:
            self._ticket += 1
            self._asked = (self._ticket, structure)
            self._wake.notify()
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="checks", daemon=True)
                self._thread.start()
            return self._ticket

    def is_current(self, ticket: int) -> bool:
        """Whether nothing was asked since: an answer with another ticket is stale."""
        return ticket == self._ticket

    def close(self) -> None:
        with self._wake:
            self._closing = True
            self._wake.notify()
        if self._thread is not None:
            self._thread.join(JOIN_SECONDS)

    def _run(self) -> None:
        while (asked := self._next()) is not None:
            ticket, structure = asked
            result = self._checked(ticket, structure)
            if self.is_current(ticket) and not self._closing:
                self.answer(result)

    def _next(self) -> tuple[int, Structure] | None:
        with self._wake:
            while self._asked is None and not self._closing:
                self._wake.wait()
            asked, self._asked = self._asked, None
            return None if self._closing else asked

    def _checked(self, ticket: int, structure: Structure) -> CheckResult:
        try:
            return CheckResult(ticket, self.check(structure))
        except Exception as error:  # noqa: BLE001 - a rule that breaks must not take the editor along
            return CheckResult(ticket, (), f"{type(error).__name__}: {error}")
