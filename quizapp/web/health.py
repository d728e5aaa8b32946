"""For those who run quizapp: does it live, and can it take answers? No cookies, no pages."""

from flask import Blueprint, Response, jsonify

from quizapp.web.context import context

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def healthz() -> Response:
    """Say that the process answers; asks no database."""
    return Response("ok\n", mimetype="text/plain")


@blueprint.get("/readyz")
def readyz() -> tuple[Response, int]:
    """Say whether answers can be taken, by trying a write; 503 with the reason if not."""
    readiness = context().store.readiness(now=context().now())
    body = jsonify(ready=readiness.ready, reason=readiness.reason)
    return body, 200 if readiness.ready else 503
