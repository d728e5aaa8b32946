"""The sets that whoever sends the request may see: those of the folder, and of the database."""

from functools import partial

from quizapp.library.shelf import Shelf
from quizapp.services.set_access import require_seen
from quizapp.web import learner
from quizapp.web.context import context


def seen_shelf(set_id: str) -> Shelf:
    """Return a set that whoever asks may see.

    Raises:
        NotFound: there is none with that id; the same for one that is not shown to them.
    """
    library = context().library
    if not library.has(set_id):
        learner.read(partial(require_seen, set_id=set_id))
    return library.shelf(set_id)
