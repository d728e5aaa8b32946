"""The pages of what a learner knows: of a set, and of one of its facts."""

from functools import partial
from typing import Final

from flask import Blueprint, request

from quizapp.services.known import known
from quizapp.services.known_fact import known_fact
from quizapp.web import learner
from quizapp.web.context import context
from quizapp.web.pages import render

blueprint = Blueprint("known", __name__)

#: No list of ours is as long as this number has digits for.
_DIGITS: Final = 9


@blueprint.get("/sets/<set_id>/known")
def known_page(set_id: str) -> str:
    """Show what is known of a set."""
    app = context()
    view = learner.read(
        partial(
            known,
            shelf=app.library.shelf(set_id),
            now=app.now(),
            first=_place("from"),
            paragraph=_place("paragraph"),
        )
    )
    return render("known/known.html" if view.asked else "known/nothing.html", known=view)


@blueprint.get("/sets/<set_id>/known/<path:slot>")
def known_fact_page(set_id: str, slot: str) -> str:
    """Show one fact with its reviews and its curve."""
    app = context()
    shelf = app.library.shelf(set_id)
    view = learner.read(partial(known_fact, shelf=shelf, slot=slot, now=app.now()))
    return render("known/fact.html", known=view)


def _place(name: str) -> int:
    """Return a place in a list from the address; what is no place is the first."""
    text = request.args.get(name, "")
    return int(text) if text.isdecimal() and text.isascii() and len(text) <= _DIGITS else 0
