"""What ``docs/deploying.md`` tells to do works: the samples run in front of the real server."""

import re
import shutil
import socket
import ssl
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from http.client import HTTPMessage
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPSHandler, Request, build_opener

import pytest

from tests.architecture.project import ROOT
from tests.docs.proxies import SAMPLES, caddy, nginx
from tests.serving import served
from tests.web.test_learn import SET

Proxy = Callable[[Path, int], AbstractContextManager[str]]


class Browser:
    """A browser that trusts any certificate; it keeps its cookies and sends what browsers send."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.cookies = CookieJar()
        trusting = ssl.create_default_context()
        trusting.check_hostname = False
        trusting.verify_mode = ssl.CERT_NONE
        self._opener = build_opener(
            HTTPSHandler(context=trusting), HTTPCookieProcessor(self.cookies)
        )

    def send(
        self, path: str, form: dict[str, str] | None = None, **headers: str
    ) -> tuple[int, str, HTTPMessage]:
        data = None if form is None else urlencode(form).encode()
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        asked = Request(self.site + path, data, {"Origin": self.site} | named)  # noqa: S310
        try:
            with self._opener.open(asked, timeout=20) as answer:
                return answer.status, answer.read().decode(), answer.headers
        except HTTPError as error:
            return error.code, error.read().decode(), error.headers

    def start(self, **headers: str) -> int:
        """Start a quiz; return the status of the page that this leads to."""
        _, page, _ = self.send(SET)
        key = re.search(r'name="start_key" value="([^"]+)"', page)
        assert key is not None
        form = {"start_key": key[1], "length": "5", "feedback": "each"}
        return self.send(f"{SET}/start", form, **headers)[0]


@pytest.fixture(params=[nginx, caddy], ids=["nginx", "caddy"], scope="module")
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a proxy as the sample has it, and the app behind it."""
    name, proxy = request.param.__name__, request.param
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed; its sample is run where it is")
    folder = tmp_path_factory.mktemp(name)
    with ExitStack() as stack:
        server = stack.enter_context(served(folder / "instance", QUIZAPP_TRUSTED_PROXIES="1"))
        yield stack.enter_context(proxy(folder, server.port))


def test_a_quiz_can_be_started_behind_a_proxy(site: str) -> None:
    browser = Browser(site)

    status = browser.start()

    assert status == 200
    (cookie,) = browser.cookies
    assert (cookie.name, cookie.secure, cookie.path) == ("__Host-quizapp", True, "/")


def test_a_page_says_that_the_site_is_only_for_https(site: str) -> None:
    _, _, headers = Browser(site).send("/")

    assert headers["Strict-Transport-Security"].startswith("max-age=31536000")


def test_another_site_may_not_send_forms(site: str) -> None:
    browser = Browser(site)

    assert browser.start(Origin="https://elsewhere.example") == 403
    assert browser.start(Sec_Fetch_Site="cross-site") == 403


def test_what_a_client_claims_of_itself_is_not_believed(site: str) -> None:
    browser = Browser(site)
    claims = {
        "X_Forwarded_Proto": "http",
        "X_Forwarded_Host": "elsewhere.example",
        "X_Forwarded_For": "192.0.2.1",
    }

    status = browser.start(**claims)

    assert status == 200
    (cookie,) = browser.cookies
    assert cookie.secure


def test_an_address_that_a_client_makes_up_does_not_widen_a_limit(site: str) -> None:
    browser = Browser(site)

    statuses = [browser.start(X_Forwarded_For=f"192.0.2.{number}") for number in range(1, 125)]

    assert 429 in statuses


def test_clients_that_never_finish_their_request_keep_nobody_else_waiting(site: str) -> None:
    port = int(site.rpartition(":")[2])
    trusting = ssl.create_default_context()
    trusting.check_hostname = False
    trusting.verify_mode = ssl.CERT_NONE
    with ExitStack() as slow:
        for _ in range(100):
            raw = slow.enter_context(socket.create_connection(("127.0.0.1", port)))
            half = slow.enter_context(trusting.wrap_socket(raw, server_hostname="localhost"))
            half.sendall(
                b"POST /sets/x/start HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\nx"
            )

        status, _, _ = Browser(site).send("/healthz")

    assert status == 200


@pytest.mark.parametrize(
    "site", [nginx], ids=["nginx"], indirect=True
)  # only that sample limits it
def test_a_form_that_is_too_large_is_refused(site: str) -> None:
    status, _, _ = Browser(site).send(f"{SET}/start", {"start_key": "x" * 70_000})

    assert status == 413


def test_the_unit_is_one_that_systemd_understands(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not installed")
    unit = (SAMPLES / "quizapp.service").read_text("utf-8")
    program = "/usr/local/lib/quizapp/bin/quizapp"
    assert program in unit
    path = tmp_path / "quizapp.service"
    path.write_text(unit.replace(program, "/bin/true").replace("User=quizapp", "User=root"))

    done = subprocess.run(
        ["systemd-analyze", "verify", path], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert str(path) not in done.stderr, done.stderr


@pytest.mark.parametrize("sample", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_every_sample_stands_in_the_page(sample: Path) -> None:
    assert f"](samples/{sample.name})" in (ROOT / "docs" / "deploying.md").read_text("utf-8")
