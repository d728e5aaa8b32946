"""Headers of every response, the refusal of requests from other sites, and request ids.

There are no form tokens: a browser says itself where an unsafe request comes from.
"""

import secrets
from typing import Final

from flask import Flask, Response, g, request
from werkzeug.exceptions import Forbidden

_KINDS: Final = ("script", "style", "img", "connect", "font", "manifest", "worker")
_POWERS: Final = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")

CONTENT_POLICY: Final = "; ".join(
    [
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in _KINDS),
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
    ]
)

HEADERS: Final = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{power}=()" for power in _POWERS),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
}

_HSTS: Final = "max-age=31536000; includeSubDomains"
_SAFE: Final = {"GET", "HEAD", "OPTIONS"}


def guard(app: Flask) -> None:
    """Let an app refuse foreign requests and put our headers on all that it sends."""
    app.before_request(_name_request)
    app.before_request(_refuse_foreign)
    app.after_request(_add_headers)


def request_id() -> str:
    """Return the id of this request, as it stands in its headers and in the log."""
    return str(g.request_id)


def _name_request() -> None:
    g.request_id = secrets.token_hex(8)


def _refuse_foreign() -> None:
    if request.method not in _SAFE and not _is_own():
        raise Forbidden


def _is_own() -> bool:
    """Whether the browser says that one of our own pages sent this.

    Browsers leave ``Sec-Fetch-Site`` out where a site is neither https nor this machine; then
    ``Origin`` says it.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    # As they were sent: ``request.host`` is empty for a name such as ``my_quiz``.
    host, origin = request.headers.get("Host", ""), request.headers.get("Origin", "")
    return bool(host) and origin.partition("://")[2] == host


def _add_headers(response: Response) -> Response:
    response.headers.update(HEADERS)
    response.headers["X-Request-Id"] = request_id()
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = _HSTS
    if "Cache-Control" not in response.headers:
        # Every page may show what only one learner may see.
        response.headers["Cache-Control"] = "no-store"
        response.headers["Vary"] = "Cookie"
    return response
