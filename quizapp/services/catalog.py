"""The catalogue: which sets there are, and what one of them holds. Reads no database."""

from quizapp.library.loader import Library, Shelf
from quizapp.services.views import SetCard, SetView


def set_cards(library: Library) -> tuple[SetCard, ...]:
    """Return a card for every set, by title."""
    raise NotImplementedError


def set_view(shelf: Shelf) -> SetView:
    """Return the page of a set: what it covers, and items of which kinds it yields."""
    raise NotImplementedError
