"""Several workers are one server: they show the same sets and count the same limits."""

import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import timedelta
from pathlib import Path
from time import monotonic

import pytest

from quizapp import paths
from quizapp.clock import utc_now
from quizapp.services.limits import START, spend
from quizapp.services.run import open_store
from tests import make
from tests.durability.browsing import Browser
from tests.durability.conftest import require
from tests.durability.learner import SET
from tests.serving import Server, served

TITLE = "India-US 2+2 Ministerial Dialogue, November 2023"


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    """A folder of set files that may be changed."""
    shutil.copytree(paths.QUESTIONS, tmp_path / "questions")
    shutil.copytree(paths.ROOT / "seeds", tmp_path / "seeds")
    return tmp_path / "questions"


@pytest.fixture
def server(tmp_path: Path, questions: Path) -> Iterator[Server]:
    settings = {"QUIZAPP_WORKERS": "2", "QUIZAPP_QUESTIONS": str(questions)}
    require("" if sys.platform == "linux" else "only Linux says which process has a connection")
    with served(tmp_path / "instance", **settings) as server:
        yield server


@pytest.fixture
def one_of_each(server: Server) -> Iterator[list[Browser]]:
    """Two browsers, each with a connection to another worker."""
    with ExitStack() as opened:
        found: dict[int, Browser] = {}
        for _ in range(200):
            browser = opened.enter_context(closing(Browser(server.port)))
            browser.get("/healthz")
            found.setdefault(_worker(server, browser.local_port), browser)
            if len(found) == 2:
                break
        assert len(found) == 2, "every connection went to the same worker"
        yield list(found.values())


def _worker(server: Server, port: int) -> int:
    """Return the process at the other end of the connection from that port."""
    ends = f":{server.port:04X} 0100007F:{port:04X} "
    (line,) = [one for one in Path("/proc/net/tcp").read_text().splitlines() if ends in one]
    socket = f"socket:[{line.split()[9]}]"
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    (worker,) = [
        int(child)
        for child in children
        if any(_target(one) == socket for one in Path(f"/proc/{child}/fd").iterdir())
    ]
    return worker


def _target(link: Path) -> str:
    try:
        return str(link.readlink())
    except FileNotFoundError:  # closed since it was listed
        return ""


def test_every_worker_notices_a_set_file_that_changed(one_of_each, questions):
    before = [browser.get(SET).text for browser in one_of_each]
    file = questions / "india-us-2plus2-2023.yaml"
    file.write_text(file.read_text().replace(TITLE, "Another title"))

    # A look at the files holds for a moment.
    until = time.monotonic() + 30
    while time.monotonic() < until:
        after = [browser.get(SET).text for browser in one_of_each]
        if all("Another title" in page for page in after):
            break

    assert [TITLE in page for page in before] == [True, True]
    assert ["Another title" in page and TITLE not in page for page in after] == [True, True]


def start(browser: Browser) -> int:
    page = browser.get(SET)
    key = next(one["value"] for one in page.inputs if one["name"] == "start_key")
    form = (("start_key", key), ("length", "5"), ("feedback", "each"))
    return browser.post(f"{SET}/start", form).status


def test_what_one_worker_counts_limits_the_other(one_of_each, tmp_path, now):
    one, other = one_of_each
    store = open_store(make.config(tmp_path), now=now)
    # In a minute from now, so that nothing comes back before the first start.
    later = utc_now() + timedelta(minutes=1)
    for _ in range(START.burst - 2):
        store.write(
            lambda session: spend(
                session, limit=START, who="127.0.0.1", secret=store.secret, now=later
            )
        )
    store.close()

    began = monotonic()
    statuses = [start(browser) for browser in (one, other) * 10]
    back = (monotonic() - began) * START.per_second

    assert statuses[:2] == [303, 303]
    assert 429 in statuses[::2]
    assert 429 in statuses[1::2]
    assert statuses.count(303) <= 2 + back + 1
