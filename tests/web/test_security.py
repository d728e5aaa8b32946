"""Headers, the one cookie, and requests that other sites send."""

import pytest

from tests.web.conftest import Start
from tests.web.test_learn import SET
from tests.web.visitor import Answer, Visitor, form_of, token

HTTPS = {"base_url": "https://quiz.example"}


def answers(visitor: Visitor) -> dict[str, Answer]:
    """Return one answer of every sort."""
    home = visitor.get("/")
    return {
        "page": home,
        "missing": visitor.get("/nothing"),
        "refused": visitor.post(f"{SET}/start", {}, **{"Sec-Fetch-Site": "cross-site"}),
        "wrong method": visitor.get(f"{SET}/start"),
        "redirect": visitor.submit(visitor.get(SET)),
        "static": visitor.get(home.page.one("link", rel="stylesheet")["href"]),
        "health": visitor.get("/healthz"),
    }


def test_every_response_carries_the_headers(visitor: Visitor) -> None:
    for sort, answer in answers(visitor).items():
        headers = answer.headers
        policy = headers["Content-Security-Policy"].split("; ")
        assert policy[0] == "default-src 'none'", sort
        assert {"base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"} <= set(policy)
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "camera=()" in headers["Permissions-Policy"]
        assert headers["X-Request-Id"]
        assert "Strict-Transport-Security" not in headers
        assert "Access-Control-Allow-Origin" not in headers


def test_only_static_files_may_be_kept(visitor: Visitor) -> None:
    for sort, answer in answers(visitor).items():
        if sort == "static":
            assert "immutable" in answer.headers["Cache-Control"]
        else:
            assert answer.headers["Cache-Control"] == "no-store", sort
            assert "Cookie" in answer.headers["Vary"], sort


def test_two_requests_have_two_ids(visitor: Visitor) -> None:
    one, other = visitor.get("/"), visitor.get("/")

    assert one.headers["X-Request-Id"] != other.headers["X-Request-Id"]


def test_looking_around_sets_no_cookie(visitor: Visitor) -> None:
    for url in ("/", SET, "/history", "/nothing", "/healthz", "/readyz"):
        assert "Set-Cookie" not in visitor.get(url).headers


def test_starting_a_quiz_sets_the_one_cookie_once(visitor: Visitor) -> None:
    started = visitor.submit(visitor.get(SET))
    again = visitor.submit(visitor.get(SET))

    (cookie,) = started.headers.getlist("Set-Cookie")
    name, *flags = cookie.split("; ")
    assert name.startswith("quizapp=")
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(flags)
    assert "Secure" not in flags
    assert not again.headers.getlist("Set-Cookie")


def test_a_cookie_that_nobody_gave_is_a_newcomers(visitor: Visitor) -> None:
    visitor.client.set_cookie("quizapp", "made-up")

    looked = visitor.get("/history")
    started = visitor.submit(visitor.get(SET))

    assert "You have taken no quiz yet" in looked.text
    assert started.headers["Set-Cookie"].startswith("quizapp=")
    assert "made-up" not in started.headers["Set-Cookie"]


def test_under_https_the_cookie_belongs_to_this_host_alone(app) -> None:
    client = app.test_client()
    form = Answer(SET, 200, *_got(client.get(SET, **HTTPS)))
    values = {one["name"]: one["value"] for one in form_of(form).all("input", type="hidden")}

    started = client.post(
        f"{SET}/start",
        data={**values, "length": "5", "feedback": "end"},
        headers={"Sec-Fetch-Site": "same-origin"},
        **HTTPS,
    )

    name, *flags = started.headers["Set-Cookie"].split("; ")
    assert name.startswith("__Host-quizapp=")
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(flags)
    assert "max-age=31536000" in started.headers["Strict-Transport-Security"]
    assert client.get(started.headers["Location"], **HTTPS).status_code == 200


def _got(response):
    return response.headers, response.data


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:81"},
        {"Origin": "http://["},
        {"Origin": "", "Host": ""},
        {"User-Agent": "says nothing of where it comes from"},
    ],
    ids=str,
)
def test_what_another_site_sends_is_refused(
    as_ana: Visitor, start: Start, headers: dict[str, str]
) -> None:
    attempt = start(feedback_each=False)
    form = as_ana.get(f"{attempt}/1")
    values = {one["name"]: one["value"] for one in form_of(form).all("input", type="hidden")}

    refused = as_ana.post(f"{attempt}/1", {**values, "response": token(form, "Ana")}, **headers)

    assert refused.status == 403
    assert "0 answered" in as_ana.get(f"{attempt}/1").text


def test_an_old_browser_is_known_by_the_origin(visitor: Visitor) -> None:
    form = form_of(visitor.get(SET))
    values = {field["name"]: field["value"] for field in form.all("input", type="hidden")}

    started = visitor.post(
        f"{SET}/start",
        {**values, "length": "5", "feedback": "end"},
        Origin="http://localhost",
    )

    assert started.status == 303


def test_a_host_may_have_a_name_that_is_none_of_the_internet(as_ana: Visitor, start: Start) -> None:
    attempt = start()

    finished = as_ana.post(f"{attempt}/finish", Host="my_quiz:8000", Origin="http://my_quiz:8000")

    assert finished.status == 303


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_host_that_cannot_be_one_is_refused(app, method: str) -> None:
    refused = app.test_client().open("/", method=method, headers={"Host": "x" * 64})

    assert refused.status_code == 400


def test_nobody_is_believed_about_proxies_that_are_not_there(app) -> None:
    spoofed = app.test_client().get("/", headers={"X-Forwarded-Proto": "https"})

    assert "Strict-Transport-Security" not in spoofed.headers
