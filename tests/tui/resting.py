"""When an editor has come to rest: no task of its loop can go on.

Textual's pilot guesses that from the processor time of a few milliseconds, several times a key. The loop knows
it: what is neither ready nor asleep waits for a person, a thread or a clock. Whoever needs what a thread works
on waits for that by name (`Desk.found`, `drawn`, `written`).
"""

import asyncio
from collections.abc import Callable
from time import monotonic

TURNS = 2
"""Turns of the loop in a row in which nothing was ready: one may have begun what shows itself in the next."""


async def at_rest(min_sleep: float = 0, max_sleep: float = 5) -> None:
    """Let the loop turn until nothing is ready, at most `max_sleep` seconds."""
    loop, end = asyncio.get_running_loop(), monotonic() + max_sleep
    calm = 0
    while calm < TURNS and monotonic() < end:
        await asyncio.sleep(0)
        calm = 0 if loop._ready else calm + 1


async def until(done: Callable[[], bool], seconds: float = 10) -> None:
    """Wait for what a thread works on; where it never comes, fail there and not at a picture of it."""
    end = monotonic() + seconds
    while not done():
        assert monotonic() < end, "the work of a thread has not come"
        await asyncio.sleep(0.005)
