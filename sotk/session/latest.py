"""Work in the background of which only the latest answer counts: older questions and answers are dropped.

Knows no screen: who asks gets its answer by a callback, from the thread of the work.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from sotk.findings.fault import fault

Q = TypeVar("Q")
A = TypeVar("A")

JOIN_SECONDS: Final = 2.0


@dataclass(frozen=True, slots=True)
class Answered(Generic[A]):
    """The answer to a question; `ticket` says which one. Where the work broke, `failure` says how."""

    ticket: int
    found: A | None
    failure: str | None = None


@dataclass(slots=True)
class Latest(Generic[Q, A]):
    """One thread that works on what was asked last. Who asks never waits for it.

    For `pause` seconds after a question it does not work yet: who asks has something to paint, and another
    question may be about to come.
    """

    work: Callable[[Q], A]
    answer: Callable[[Answered[A]], None]
    pause: float = 0.0
    _asked: tuple[int, Q] | None = None
    _ticket: int = 0
    _closing: bool = False
    _wake: threading.Condition = field(default_factory=threading.Condition)
    _thread: threading.Thread | None = None

    def ask(self, question: Q) -> int:
        """Ask; whatever was asked before and is not answered yet never will be."""
        with self._wake:
            self._ticket += 1
            self._asked = (self._ticket, question)
            self._wake.notify()
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="latest", daemon=True)
                self._thread.start()
            return self._ticket

    def is_current(self, ticket: int) -> bool:
        """Whether nothing was asked since: an answer with another ticket is stale."""
        return ticket == self._ticket

    def close(self) -> None:
        """End the work; waits at most JOIN_SECONDS for an answer that is being worked out."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        if self._thread is not None:
            self._thread.join(JOIN_SECONDS)

    def _run(self) -> None:
        while (asked := self._next()) is not None:
            ticket, question = asked
            result = self._worked(ticket, question)
            if self.is_current(ticket) and not self._closing:
                self.answer(result)

    def _next(self) -> tuple[int, Q] | None:
        with self._wake:
            while self._asked is None and not self._closing:
                self._wake.wait()
            self._wake.wait_for(
                lambda: self._closing, self.pause
            )  # asked again meanwhile: that is what counts
            asked, self._asked = self._asked, None
            return None if self._closing else asked

    def _worked(self, ticket: int, question: Q) -> Answered[A]:
        try:
            return Answered(ticket, self.work(question))
        except Exception as error:  # noqa: BLE001 - work that breaks must not take the editor along
            return Answered(ticket, None, fault(error))
