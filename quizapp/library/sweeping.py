"""Building much that stays, without sweeps for garbage in between.

Python looks through all that lives whenever enough has been made; while a set is read nearly
everything made stays, so that the looking finds nothing and costs as much as the reading.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unswept(*, for_good: bool = False) -> Iterator[None]:
    """Hold back the sweeps of this process until the end of the block.

    Where several threads are in such a block, the first to leave lets the sweeps begin again.

    Args:
        for_good: whether all that lives at the end stays as long as the process, as modules do:
            then no later sweep looks through it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if for_good:
            gc.freeze()
        if was_on:
            gc.enable()
