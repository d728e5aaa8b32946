"""The power goes away at any write: what was acknowledged is there when it is back.

The app's own schema, statements, write queue and services run on a disk of ``crash_disk``. Two
things differ from a real start: the disk has no shared memory, so one connection holds the
database (``locking_mode = EXCLUSIVE``), and the log is written back more often. What is left after
a loss is opened by the standard library's SQLite, as at any start.
"""

import random
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from quizapp.errors import StoreUnavailable
from quizapp.services.answering import answer
from quizapp.services.learners import LearnerId
from quizapp.services.quizzes import finish, question, start_quiz
from quizapp.services.run import Store, open_store
from quizapp.store.databases.sqlite import Sqlite
from quizapp.store.instance import Instance
from quizapp.store.learners import add_guest
from tests import make
from tests.conftest import NOW
from tests.durability import ledger
from tests.durability.apsw_driver import Connection
from tests.durability.crash_disk import CrashVFS, Disk, Files
from tests.durability.filling import filled
from tests.durability.learner import Sent

QUESTIONS = 3
PAPER = make.paper(*make.items(QUESTIONS - 1), make.typed_item(), feedback_each=False)


@dataclass
class Life:
    """One database through several losses, and what its one learner was told.

    Attributes:
        open: the attempts that take answers, each with its start key.
    """

    folder: Path
    files: Files
    learner: LearnerId
    rng: random.Random
    synchronous: str
    sent: list[Sent] = field(default_factory=list)
    acknowledged: list[Sent] = field(default_factory=list)
    started: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def until_the_loss(self) -> None:
        """Take quizzes until the power is lost; keep what is then on the disk."""
        disk = Disk(self.files, self.rng, lasts=self.rng.randint(1, 120))
        store = self._opened(disk)
        with suppress(StoreUnavailable):
            while True:
                self._act(store)
        assert disk.is_lost
        self.files = disk.after_the_loss()
        disk.lasts = 1000  # nobody looks at it any more; SQLite may close what it has open
        store.close()

    def faults(self, now) -> list[str]:
        """Return what is not as it was told; the files are looked at in a copy."""
        instance = Instance(self.folder / "recovered" / "instance")
        instance.prepare()
        for end in ("", "-wal", "-shm"):
            path = Path(f"{instance.database}{end}")
            path.unlink(missing_ok=True)
            if (name := f"{self._database}{end}") in self.files:
                path.write_bytes(self.files[name])
        store = open_store(make.config(self.folder / "recovered"), now=now)
        told = {"acknowledged": self.acknowledged, "sent": self.sent, "started": self.started}
        found = [*ledger.faults(instance.database, **told), *ledger.broken_chains(store)]
        store.close()
        return found

    @property
    def _database(self) -> Path:
        return self.folder / "instance" / "quizapp.db"

    def _opened(self, disk: Disk) -> Store:
        vfs = CrashVFS(disk)
        database = Sqlite(Instance(self.folder / "instance"))
        often = self.rng.choice((10, 40, 1000))

        def connect(*_given) -> Connection:
            connection = Connection(str(self._database), vfs.name)
            connection.vfs = vfs  # it must live as long as its connection
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute(f"PRAGMA wal_autocheckpoint = {often}")
            return connection

        event.listen(database.engine, "do_connect", connect)
        if self.synchronous != "FULL":
            _weaken(database.engine, self.synchronous)
        return Store(database, b"")

    def _act(self, store: Store) -> None:
        match self.rng.choice(["start", *["answer"] * 6, "again", "finish"]):
            case "start":
                self._start(store)
            case "answer" if self.open:
                self._answer(store, self._chosen(store, self.rng.choice(self.open)))
            case "again" if self.acknowledged:
                sent = self.rng.choice(self.acknowledged)
                if sent.url in self.open:
                    self._answer(store, sent)
            case "finish" if self.open and self.rng.random() < 0.3:
                attempt = self.open.pop(self.rng.randrange(len(self.open)))
                ours = {"learner_id": self.learner, "attempt_id": attempt, "now": NOW}
                store.write(lambda session: finish(session, **ours))

    def _start(self, store: Store) -> None:
        key = secrets.token_urlsafe(16)
        ours = {"learner_id": self.learner, "paper": PAPER, "start_key": key, "now": NOW}
        started = store.write(lambda session: start_quiz(session, **ours))
        self.started.append(key)
        self.open.append(started.attempt_id)

    def _chosen(self, store: Store, attempt: str) -> Sent:
        ours = {"learner_id": self.learner, "attempt_id": attempt}
        position = self.rng.randint(1, QUESTIONS)
        view = store.read(lambda session: question(session, **ours, position=position))
        tokens = [one.token for one in view.options]
        parts = len(view.parts) if view.has_fields else 0
        answer = filled(view.format, tokens, parts, len(view.targets), self.rng)
        return Sent(attempt, view.showing_id, view.submission_key, answer)

    def _answer(self, store: Store, sent: Sent) -> None:
        self.sent.append(sent)
        ours = {"learner_id": self.learner, "showing_id": sent.showing_id, "now": NOW}
        said = {"raw": sent.filled.chosen, "parts": sent.filled.parts}
        store.write(
            lambda session: answer(session, **ours, **said, submission_key=sent.submission_key)
        )
        self.acknowledged.append(sent)


def _weaken(engine: Engine, synchronous: str) -> None:
    # After the app's own listener, which sets what must hold.
    event.listen(
        engine, "connect", lambda one, _entry: one.execute(f"PRAGMA synchronous = {synchronous}")
    )


def lives(
    folder: Path, losses: int, seed: int, *, each: int = 5, synchronous: str = "FULL"
) -> Iterator[tuple[Life, int]]:
    """Yield a database after each of many losses, with the number of the loss.

    Args:
        each: how many losses a database goes through before another takes its place.
    """
    store = open_store(make.config(folder), now=NOW)
    learner = store.write(lambda session: add_guest(session, now=NOW))
    store.close()
    database = Instance(folder / "instance").database
    for beside in ("-wal", "-shm"):
        Path(f"{database}{beside}").touch()  # in the places of those that this disk has in memory
    base, rng = database.read_bytes(), random.Random(seed)
    for number in range(losses):
        if number % each == 0:
            life = Life(folder, {str(database): bytearray(base)}, learner, rng, synchronous)
        life.until_the_loss()
        yield life, number


@pytest.mark.parametrize("losses", [500, pytest.param(20_000, marks=pytest.mark.long)])
def test_no_loss_of_power_takes_what_was_acknowledged(tmp_path, now, losses):
    seed = random.SystemRandom().getrandbits(32)
    print(f"seed {seed}")

    kept = 0
    for life, number in lives(tmp_path, losses, seed):
        assert life.faults(now) == [], f"after loss {number}"
        kept = max(kept, len(life.acknowledged))

    assert kept > 10


def test_with_less_than_full_syncing_some_is_lost_so_a_loss_would_be_seen(tmp_path, now):
    lost = [
        fault
        for life, _ in lives(tmp_path, 40, 1, each=1, synchronous="NORMAL")
        for fault in life.faults(now)
    ]

    assert [fault for fault in lost if "was acknowledged" in fault]
    assert [fault for fault in lost if "integrity" in fault] == []
