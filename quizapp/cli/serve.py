"""``quizapp serve``: the app behind a production server, until it is told to stop."""

import errno
import multiprocessing
import os
import signal
import socket
import threading
import time
from contextlib import closing
from dataclasses import dataclass
from multiprocessing.synchronize import Lock
from typing import Final

import click
from flask import Flask
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from quizapp import paths
from quizapp.cli.giving_up import EX_CONFIG, give_up
from quizapp.cli.people import admin_path
from quizapp.clock import utc_now
from quizapp.config import Config, read_config
from quizapp.errors import ConfigError, QuizError
from quizapp.library.loader import REST_SECONDS, Library
from quizapp.services.first_admin import admin_secret
from quizapp.services.run import open_store, sole_server
from quizapp.services.stored_sets import StoredSets
from quizapp.web.app import create_app

#: More than a class that signs in at once takes up: hashing a password is waited for.
_THREADS: Final = 32
_STOP_SECONDS: Final = 10
_LOOK_SECONDS: Final = 0.02


@click.command()
@click.option("--patterns", is_flag=True, help="Also show every part of the design at /patterns.")
def serve(patterns: bool) -> None:
    """Serve the pages on this machine; settings come from QUIZAPP_… variables."""
    try:
        config = read_config()
        with sole_server(config):
            _require_free(config)
            # Made and migrated here once, before there are workers; each of them opens its own.
            secret = _first_admin(config)
            _serve(config, patterns, secret)
            _settle(config)
    except ConfigError as error:
        give_up(error, EX_CONFIG)
    except (QuizError, OSError) as error:
        give_up(error, 1)


def _first_admin(config: Config) -> str | None:
    """Return the secret that makes the first admin; None where there is one."""
    with closing(open_store(config, now=utc_now())) as store:
        return store.write(lambda session: admin_secret(session, now=utc_now()))


def _serve(config: Config, patterns: bool, secret: str | None) -> None:
    # No thread may run here: workers are forked, and would inherit whatever lock it held.
    server = Server(
        "quizapp",
        address=config.host,
        port=config.port,
        interface=Interfaces.WSGI,
        workers=config.workers,
        # One that dies, as for want of memory, takes no other with it; one that cannot start does.
        respawn_failed_workers=True,
        blocking_threads=_THREADS,
        log_level=LogLevels.error,
        workers_kill_timeout=_STOP_SECONDS,
    )
    server.serve(
        target_loader=_Loader(config, patterns, secret, multiprocessing.Lock()), wrap_loader=False
    )


def _settle(config: Config) -> None:
    """Leave one whole file behind, without a log, once the workers are gone."""
    store = open_store(config, now=utc_now())
    store.settle()
    store.close()


@dataclass(frozen=True, slots=True)
class _Loader:
    """Makes the app inside a worker; a value, so that it can be handed to a new process.

    Attributes:
        secret: makes the first admin; None where there is one.
        first: taken for good by the first worker, which says where the app is served.
    """

    config: Config
    patterns: bool
    secret: str | None
    first: Lock

    def __call__(self) -> Flask:
        # Until the server listens to signals itself, the parent's ears are inherited: they would
        # hear the order to stop and do nothing.
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        pools = self.config.instance / "pools"
        store = open_store(self.config, now=utc_now())
        library = Library(
            self.config.questions,
            paths.WORDING / "en",
            pools,
            rest=REST_SECONDS,
            handing=StoredSets(store.read),
        )
        app = create_app(
            self.config,
            store=store,
            library=library,
            with_patterns=self.patterns,
        )
        threading.Thread(target=_stop_with_parent, daemon=True).start()
        threading.Thread(target=_warm, args=(app, library), daemon=True).start()
        if self.first.acquire(block=False):
            threading.Thread(
                target=_say_when_serving, args=(self.config, self.secret), daemon=True
            ).start()
        return app


def _warm(app: Flask, library: Library) -> None:
    """Compute what the first visitors would wait for; who comes meanwhile waits for the rest."""
    shelves = library.shelves()
    for shelf in shelves:
        shelf.warm()
    for name in app.jinja_env.list_templates(extensions=["html"]):
        app.jinja_env.get_template(name)
    for shelf in sorted(shelves, key=lambda shelf: len(shelf.bank.atoms)):
        shelf.count_soon()


def _stop_with_parent() -> None:
    """End this worker when its parent is killed; else it would hold the port and the database."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    parent.join()
    for _ in range(_STOP_SECONDS):  # a worker that is only just starting may miss the first
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(1)
    os._exit(1)


def _require_free(config: Config) -> None:
    """Refuse a port that somebody has: the server itself would share it without a word.

    Raises:
        OSError: the port is taken.
        ConfigError: there is no such address here, or it may not be had.
    """
    family = socket.AF_INET6 if ":" in config.host else socket.AF_INET
    with closing(socket.socket(family)) as probe:
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((config.host, config.port))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise ConfigError(
                    f"QUIZAPP_HOST, QUIZAPP_PORT: {config.host}:{config.port} cannot be served: "
                    f"{error.strerror}."
                ) from error
            raise OSError(
                f"Port {config.port} of {config.host} is taken. Stop what runs there, or choose "
                f"another: QUIZAPP_PORT={config.port + 1} quizapp serve"
            ) from error


def _say_when_serving(config: Config, secret: str | None) -> None:
    """Print the address once somebody answers there, and how the first admin is made."""
    while True:
        try:
            socket.create_connection((config.host, config.port), timeout=1).close()
        except OSError:
            time.sleep(_LOOK_SECONDS)
        else:
            host = f"[{config.host}]" if ":" in config.host else config.host
            address = f"http://{host}:{config.port}"
            click.echo(f"quizapp serves on {address}/ (Ctrl+C stops it)")
            if secret is not None:
                click.echo(f"Nobody runs it yet. Become its admin at {address}{admin_path(secret)}")
            return
