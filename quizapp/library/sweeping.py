"""Building much that stays, without sweeps for garbage in between.

Python looks through all that lives whenever enough has been made; while a set is read nearly
everything made stays, so that the looking finds nothing and costs as much as the reading.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unswept() -> Iterator[None]:
    """Hold back the sweeps of this process until the end of the block.

    Where several threads are in such a block, the first to leave lets the sweeps begin again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
