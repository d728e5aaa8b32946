"""Headers of every response, the refusal of requests from other sites, and request ids.

There are no form tokens: a browser says itself where an unsafe request comes from.
"""

import secrets
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from flask import Flask, request
from werkzeug.exceptions import Forbidden

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

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

HEADERS: Final = (
    ("Content-Security-Policy", CONTENT_POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Permissions-Policy", ", ".join(f"{power}=()" for power in _POWERS)),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)
#: Every page may show what only one learner may see.
_PRIVATE: Final = (("Cache-Control", "no-store"), ("Vary", "Accept-Encoding, Cookie"))
_HSTS: Final = ("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
_REQUEST_ID: Final = "quizapp.request_id"
_SAFE: Final = {"GET", "HEAD", "OPTIONS"}


def guard(app: Flask) -> None:
    """Let an app refuse foreign requests and put our headers on all that it sends."""
    app.before_request(_refuse_foreign)
    app.wsgi_app = _Headed(app.wsgi_app)  # type: ignore[method-assign]  # as Flask's manual has it


def request_id() -> str:
    """Return the id of this request, as it stands in its headers and in the log."""
    return str(request.environ[_REQUEST_ID])


class _Headed:
    """Gives every request an id, and every response our headers.

    Around the app and not a hook of it: what never changes is added at once, already made, and
    nothing that the app sends can pass it by.
    """

    def __init__(self, inner: "WSGIApplication") -> None:
        self._inner = inner

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        environ[_REQUEST_ID] = name = secrets.token_hex(8)

        def start(status: str, headers: list[tuple[str, str]], *failure: Any) -> Any:  # noqa: ANN401
            headers = [*headers, *HEADERS, ("X-Request-Id", name)]
            if environ["wsgi.url_scheme"] == "https":
                headers.append(_HSTS)
            if not any(key == "Cache-Control" for key, _ in headers):
                headers.extend(_PRIVATE)
            return start_response(status, headers, *failure)

        return self._inner(environ, start)


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
