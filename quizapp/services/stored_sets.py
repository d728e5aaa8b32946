"""Sets of the database, handed to the library as they were published."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from sqlalchemy.orm import Session

from quizapp.core.sets.texts import SetTexts
from quizapp.store.sets import published, texts_of

T = TypeVar("T")


class _Read(Protocol):
    """Runs a job that changes nothing."""

    def __call__(self, job: Callable[[Session], T]) -> T: ...


class StoredSets:
    """Hands in what is published; for ``library.loader.Library``.

    Args:
        read: runs a job, as ``Store.read`` does.
    """

    def __init__(self, read: _Read) -> None:
        self._read = read

    def digest_of(self, set_id: str) -> str | None:
        """Return the hash of the texts that are published of a set; None where there is none."""

        def look(session: Session) -> str | None:
            found = published(session, set_id)
            return None if found is None else found.digest

        return self._read(look)

    def texts_of(self, set_id: str) -> SetTexts | None:
        """Return the texts that are published of a set."""

        def load(session: Session) -> SetTexts | None:
            found = published(session, set_id)
            return None if found is None else texts_of(session, found)

        return self._read(load)
