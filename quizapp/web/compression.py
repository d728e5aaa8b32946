"""Compresses pages for those who can read it so; static files are compressed at the start.

At the quickest level: a page becomes a quarter of itself in the time of printing ten lines, and
the best level saves no more than a tenth of what is left. That a compressed page has a length
which depends on its secrets harms nobody here: see the decision on compressed pages.
"""

import zlib
from functools import lru_cache
from typing import Final

from flask import Flask, Response, request
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

_LEVEL: Final = 1
_GZIP: Final = zlib.MAX_WBITS + 16
#: Below, the envelope of gzip and one more header are as long as what is saved.
_LEAST_BYTES: Final = 500


def compress(app: Flask) -> None:
    """Let an app compress its pages."""
    app.after_request(_compress)


def _compress(response: Response) -> Response:
    if response.mimetype != "text/html" or response.is_streamed:
        return response
    body = response.get_data()
    if len(body) >= _LEAST_BYTES and takes_gzip(request.environ.get("HTTP_ACCEPT_ENCODING", "")):
        press = zlib.compressobj(_LEVEL, wbits=_GZIP)
        response.set_data(press.compress(body) + press.flush())
        response.headers["Content-Encoding"] = "gzip"
    return response


@lru_cache(maxsize=64)  # browsers send a handful of different ones
def takes_gzip(accepted: str) -> bool:
    """Return whether an ``Accept-Encoding`` allows gzip."""
    return parse_accept_header(accepted, Accept).quality("gzip") > 0
