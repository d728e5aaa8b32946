"""Sets that lie in no folder: their texts are handed in, and compiled when somebody asks."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Final, Protocol

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.naming import is_slug
from quizapp.core.sets.texts import SetTexts
from quizapp.errors import FormatError, NotFound
from quizapp.library.files import compiled, handed_in
from quizapp.library.shelf import Shelf

#: So many of them are held compiled.
_MOST: Final = 200


class Handing(Protocol):
    """Who hands in sets."""

    def digest_of(self, set_id: str) -> str | None:
        """Return the hash of the texts that are in force of a set; None where there is none."""

    def texts_of(self, set_id: str) -> SetTexts | None:
        """Return the texts that are in force."""


class HandedSets:
    """Shelves of sets whose texts are handed in, the longest unused forgotten first.

    Args:
        handing: is asked at every request what is in force, so that what was just published is.
        make: a shelf of a bank.
    """

    def __init__(self, handing: Handing, make: Callable[[Bank], Shelf]) -> None:
        self._handing = handing
        self._make = make
        self._shelves: OrderedDict[str, tuple[str, Shelf]] = OrderedDict()
        self._lock = threading.Lock()
        self._compiling: dict[str, threading.Lock] = {}

    def shelf(self, set_id: str) -> Shelf:
        """Return the shelf of a set, as it is in force.

        Raises:
            NotFound: there is none.
        """
        # What can be no id is in no database, and may harm one.
        digest = self._handing.digest_of(set_id) if is_slug(set_id) else None
        if digest is None:
            raise NotFound(f'There is no set "{set_id}".')
        with self._lock:
            known = self._known(set_id, digest)
            alone = self._compiling.setdefault(set_id, threading.Lock())
        if known is not None:
            return known
        with alone:
            with self._lock:
                known = self._known(set_id, digest)
            return known or self._compiled(set_id)

    def _known(self, set_id: str, digest: str) -> Shelf | None:
        found = self._shelves.get(set_id)
        if found is None or found[0] != digest:
            return None
        self._shelves.move_to_end(set_id)
        return found[1]

    def _compiled(self, set_id: str) -> Shelf:
        texts = self._handing.texts_of(set_id)
        if texts is None:
            raise NotFound(f'There is no set "{set_id}".')
        try:
            shelf = self._make(compiled(handed_in(set_id, texts)))
        except FormatError as error:
            # It was sound when it was published: the language has changed since.
            reason = f"The set “{set_id}” cannot be read any more: its author has to mend it."
            raise NotFound(reason) from error
        with self._lock:
            former = self._shelves.pop(set_id, None)
            self._shelves[set_id] = (texts.digest, shelf)
            gone = [former] if former is not None else []
            while len(self._shelves) > _MOST:
                name, longest_unused = self._shelves.popitem(last=False)
                self._compiling.pop(name, None)
                gone.append(longest_unused)
        for _, one in gone:
            one.replaced()
        return shelf
