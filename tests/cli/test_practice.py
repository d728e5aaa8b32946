"""Commands about practice: memories from the log, and what learners report."""

from contextlib import closing
from datetime import timedelta

import pytest
from click.testing import CliRunner
from sqlalchemy import delete

from quizapp.cli.memory import memory
from quizapp.cli.reports import reports
from quizapp.services.reporting import report
from quizapp.services.run import open_store
from quizapp.store.memories import MemoryRecord, all_memories_of
from tests import make
from tests.earlier import as_before
from tests.people import guest
from tests.services.acting import see, send


@pytest.fixture
def answered(config, now):
    """Let somebody answer, and return who it was and what was kept of it."""
    with closing(open_store(config, now=now)) as store:
        person = store.write(lambda session: guest(session, now))
        attempt = store.write(lambda session: make.attempt(session, person, now))
        later = now + timedelta(minutes=1)
        view = store.read(lambda session: see(session, person, attempt))
        store.write(lambda session: send(session, person, view, "Ana", now=later))
        store.write(
            lambda session: report(
                session, learner_id=person.id, showing_id=view.showing_id, text="Odd.", now=later
            )
        )
        return person, kept(store, person)


def kept(store, person):
    return store.read(lambda session: all_memories_of(session, person.id))


def run(command, config, *arguments):
    return CliRunner(env=make.environ(config)).invoke(command, arguments)


def test_memories_that_are_lost_are_made_again_from_the_answers(config, now, answered):
    person, whole = answered
    with closing(open_store(config, now=now)) as store:
        store.write(lambda session: session.execute(delete(MemoryRecord)) and None)
        assert kept(store, person) == []

    first, second = (run(memory, config, "rebuild") for _ in range(2))

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "1 answers, 1 memories, 1 changed" in first.output
    assert "1 answers, 1 memories, 0 changed" in second.output
    with closing(open_store(config, now=now)) as store:
        assert kept(store, person) == whole


def test_without_a_folder_it_says_why(tmp_path):
    (tmp_path / "instance").write_text("a file")

    failed = run(memory, make.config(tmp_path), "rebuild")

    assert failed.exit_code != 0
    assert "instance" in failed.output


def test_a_database_from_before_memories_gets_them_at_the_start(config, now, answered):
    person, whole = answered
    with closing(open_store(config, now=now)) as store, store.engine.begin() as connection:
        as_before(connection, "0002")

    with closing(open_store(config, now=now)) as store:
        assert kept(store, person) == whole


def test_reports_are_listed_the_newest_first(config, answered):
    listed = run(reports, config)

    assert listed.exit_code == 0
    assert "small  item " in listed.output
    assert "    Odd." in listed.output


def test_without_reports_it_says_so(config):
    assert run(reports, config).output == "Nobody reported anything.\n"


def test_weights_are_fitted_on_demand_and_it_is_said_what_they_are_worth(studied):
    first, second = studied.forgetful.id, studied.unsure.id

    both = run(memory, studied.config, "fit")
    again = run(memory, studied.config, "fit", str(second))
    nobody = run(memory, studied.config, "fit", "77")

    assert [one.exit_code for one in (both, again, nobody)] == [0, 0, 0]
    kept, not_better = both.output.splitlines()
    assert kept.startswith(f"learner {first}: kept; 415 reviews, log loss on the newest 83 0.")
    assert not_better.startswith(f"learner {second}: not better")
    assert again.output.startswith(f"learner {second}: not better")
    assert "fewer than 400 reviews" in nobody.output
