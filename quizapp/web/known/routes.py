"""The pages of what a learner knows: of a set, and of one of its facts."""

from functools import partial
from typing import Final

from flask import Blueprint, request

from quizapp.services.known import known
from quizapp.services.known_fact import known_fact
from quizapp.services.practice import stock, waiting
from quizapp.services.tokens import new_token
from quizapp.web import learner
from quizapp.web.context import context
from quizapp.web.pages import render
from quizapp.web.shelves import seen_shelf

blueprint = Blueprint("known", __name__)

#: No list of ours is as long as this number has digits for.
_DIGITS: Final = 9


@blueprint.get("/sets/<set_id>/known")
def known_page(set_id: str) -> str:
    """Show what is known of a set."""
    app = context()
    shelf, now = seen_shelf(set_id), app.now()
    first, paragraph = _place("from"), _place("paragraph")
    view = learner.read(partial(known, shelf=shelf, now=now, first=first, paragraph=paragraph))
    app.fitting.soon(learner.whose())
    if not view.asked:
        return render("known/nothing.html", known=view)
    return render(
        "known/known.html",
        known=view,
        waiting=waiting(learner.read(partial(stock, shelf=shelf, now=now))),
        new_key=new_token,
        nothing=request.args.get("nothing") == "drill",
    )


@blueprint.get("/sets/<set_id>/known/<path:slot>")
def known_fact_page(set_id: str, slot: str) -> str:
    """Show one fact with its reviews and its curve."""
    app = context()
    shelf = seen_shelf(set_id)
    view = learner.read(partial(known_fact, shelf=shelf, slot=slot, now=app.now()))
    return render("known/fact.html", known=view)


def _place(name: str) -> int:
    """Return a place in a list from the address; what is no place is the first."""
    text = request.args.get(name, "")
    return int(text) if text.isdecimal() and text.isascii() and len(text) <= _DIGITS else 0
