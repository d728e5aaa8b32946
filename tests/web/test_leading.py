"""Where one is led after signing in; the first admin; names of browsers."""

import pytest
from flask import Flask

from quizapp.services.first_admin import admin_secret
from quizapp.services.run import Store
from quizapp.web.auth.browsers import browser_label
from quizapp.web.auth.leading import safe_path
from tests.conftest import NOW
from tests.web.signing import WORDS, into, new_name, up
from tests.web.visitor import Visitor

# --- where one is led ---


@pytest.mark.parametrize("path", ["/", "/history", "/sets/a?b=c#d", "/quiz/x/1?show=yes"])
def test_one_is_led_to_a_page_of_this_site(app: Flask, path: str) -> None:
    assert safe_path(path, "/") == path


@pytest.mark.parametrize(
    "path",
    [
        "",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/\tevil",
        "/%0d\r\nSet-Cookie: a=b",
        " /history",
        "history",
        "/a\\b",
        "/\u0085x",
    ],
)
def test_and_to_no_other(app: Flask, visitor: Visitor, path: str) -> None:
    name = new_name()
    up(Visitor(app), name)

    assert safe_path(path, "/") == "/"
    assert into(visitor, name, leads_to=path).leads_to == "/"


def test_who_must_sign_in_is_led_back(app: Flask, visitor: Visitor) -> None:
    name = new_name()
    up(Visitor(app), name)
    refused = visitor.get("/account")
    assert refused.status == 302

    page = visitor.follow(refused)
    answer = visitor.submit(page, "/sign-in", name=name, password=WORDS)

    assert answer.leads_to == "/account"


# --- the first admin, and roles ---


def test_the_link_of_the_server_makes_the_admin(app: Flask, web_store: Store) -> None:
    secret = web_store.write(lambda session: admin_secret(session, now=NOW, anyway=True))
    visitor, name = Visitor(app), new_name()
    page = visitor.get(f"/first-admin/{secret}")

    answer = visitor.submit(page, f"/{secret}", name=name, password=WORDS)

    assert answer.status == 303
    assert "You are an admin here" in visitor.get("/account").text
    assert Visitor(app).get(f"/first-admin/{secret}").status == 404


# --- names of browsers ---


@pytest.mark.parametrize(
    ("agent", "label"),
    [
        ("", "A browser"),
        ("curl/8", "A browser"),
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Firefox on Linux",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
            "Chrome/140.0.0.0 Safari/537.36 Edg/140.0",
            "Edge on Windows",
        ),
        (
            "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) "
            "Chrome/140.0.0.0 Mobile Safari/537.36",
            "Chrome on Android",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 "
            "(KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
            "Safari on iPhone",
        ),
    ],
)
def test_a_session_is_called_by_browser_and_system(agent: str, label: str) -> None:
    assert browser_label(agent) == label
