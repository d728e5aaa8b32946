"""The app behind a clock that tests set: days pass at once. Its server is of this process."""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from werkzeug.serving import WSGIRequestHandler, make_server

from quizapp import paths
from quizapp.library.loader import Library
from quizapp.services.run import Store, open_store
from quizapp.services.stored_sets import StoredSets
from quizapp.web.app import create_app
from tests import make
from tests.serving import questions


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:  # as it is there
        pass


@dataclass
class Stepped:
    """A server whose clock stands still until somebody moves it."""

    url: str
    store: Store
    now: datetime

    def wait(self, **time: float) -> None:
        """Let time pass, as ``timedelta`` has it."""
        self.now += timedelta(**time)


@contextmanager
def stepped(folder: Path, now: datetime) -> Iterator[Stepped]:
    """Serve a new installation with the small sets from a moment on."""
    config = make.config(folder)
    with closing(open_store(config, now=now)) as store:
        library = Library(questions(), paths.WORDING / "en", handing=StoredSets(store.read))
        for shelf in library.shelves():
            shelf.count()
        clock = Stepped("", store, now)
        app = create_app(config, store=store, library=library, now=lambda: clock.now)
        server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Quiet)
        clock.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield clock
        finally:
            server.shutdown()
            thread.join()
            server.server_close()
