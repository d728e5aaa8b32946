"""Sends the static files; what they are is decided in ``assets``."""

from typing import Final

from flask import Blueprint, Response, abort, request

from quizapp.web.compression import takes_gzip
from quizapp.web.context import context

_FOR_EVER: Final = "public, max-age=31536000, immutable"

blueprint = Blueprint("static", __name__)


@blueprint.get("/static/<name>")
def send(name: str) -> Response:
    """Send a file, compressed to those who can read it so."""
    asset = context().assets.find(name)
    if asset is None:
        abort(404)
    response = Response(asset.body, mimetype=asset.mimetype)
    if takes_gzip(request.environ.get("HTTP_ACCEPT_ENCODING", "")):
        response.set_data(asset.packed)
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Cache-Control"] = _FOR_EVER
    response.headers["Vary"] = "Accept-Encoding"
    return response
