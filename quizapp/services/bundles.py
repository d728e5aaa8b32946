"""Bundles, kept after the first reading: a stored bundle never changes, and it takes long to read.

What is kept belongs to nobody: permission is checked on the attempt that names the bundle.
"""

import threading
from collections import OrderedDict
from collections.abc import MutableMapping
from typing import Final
from weakref import WeakKeyDictionary

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from quizapp.store.bundles import Bundle, load_bundle

#: How many bundles of one database are kept: those of the sets that are just being taken.
_MOST: Final = 16

_Kept = OrderedDict[str, Bundle]

_KEPT: Final[MutableMapping[Engine, _Kept]] = WeakKeyDictionary()
_LOCK: Final = threading.Lock()


def bundle_of(session: Session, digest: str) -> Bundle:
    """Return a stored bundle, read from the database if it was not just used."""
    engine = session.get_bind().engine
    with _LOCK:
        kept = _KEPT.setdefault(engine, OrderedDict())
        if digest in kept:
            kept.move_to_end(digest)
            return kept[digest]
    # Two may read the same at once; nobody waits for somebody else's reading.
    bundle = load_bundle(session, digest)
    with _LOCK:
        kept[digest] = bundle
        if len(kept) > _MOST:
            kept.popitem(last=False)
    return bundle
