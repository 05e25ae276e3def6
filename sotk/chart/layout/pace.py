"""Layouts of many boxes without the rounds of the garbage collector.

A layout makes some dozens of small values a box and keeps nearly all of them; none refers back to itself.
The collector looks at all of them again and again, for a third of the time, and finds nothing.
"""

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def uncollected(layout: Callable[P, T]) -> Callable[P, T]:
    """Lay out with the collector at rest, if it was at work; afterwards it is at work again."""

    @wraps(layout)
    def rested(*args: P.args, **kwargs: P.kwargs) -> T:
        if not gc.isenabled():
            return layout(*args, **kwargs)
        gc.disable()
        try:
            return layout(*args, **kwargs)
        finally:
            gc.enable()

    return rested
