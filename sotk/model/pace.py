"""The garbage collector left at rest where much is made that stays and nothing refers back to itself.

Reading thousands of duties, laying out thousands of boxes: the collector would look at all of it again and
again, for a third of the time, and find nothing.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """For a `with`, or above a function. The collector is put back as it was, whatever happens."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
