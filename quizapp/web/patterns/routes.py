"""The page of patterns; the app registers it only where it is asked for."""

from flask import Blueprint

from quizapp.web.pages import render
from quizapp.web.patterns import memory, samples

blueprint = Blueprint("patterns", __name__)


@blueprint.get("/patterns")
def patterns() -> str:
    """Show every macro in every state."""
    return render(
        "patterns.html",
        samples=samples,
        memory=memory,
        question=samples.QUESTION,
        feedback=samples.FEEDBACK,
        errors={"typed": "Type an answer", "bad": "Choose an answer"},
    )
