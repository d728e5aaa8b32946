"""Handing people what is stored of them, and what follows when they are erased."""

import logging
from typing import IO

from flask import send_file
from werkzeug import Response

from quizapp.core.sets.heading import id_from
from quizapp.errors import StoreUnavailable
from quizapp.web.context import context

_LOG = logging.getLogger(__name__)


def as_zip(content: IO[bytes], name: str) -> Response:
    """Send everything that is stored of somebody."""
    return send_file(
        content,
        mimetype="application/zip",
        as_attachment=True,
        download_name=f"quizapp-{id_from(name) or 'person'}.zip",
    )


def scrub() -> None:
    """Have what was erased taken from the database's own log too, at once if nobody reads."""
    try:
        context().store.settle()
    except StoreUnavailable as error:
        _LOG.warning("the log of the database is cleared later: %s", error)
