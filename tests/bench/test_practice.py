"""What P4 measures works: a learner in mid-practice, at a small size, on our side alone."""

import json
import sys
from contextlib import closing

import pytest

from bench.common.anki_side import MISSING, anki_side
from bench.common.goals import Cost, typical
from bench.common.practising import DUE, KNOWN, REVIEWS, practising
from bench.p04_practice import measure, tell
from quizapp.core.memory.forecast import due_day
from quizapp.services.practice import waiting
from quizapp.store.memories import memories_of
from quizapp.store.reviewed import all_reviews_of
from tests.architecture.project import ROOT
from tests.conftest import only

FACTS = 300


@only("sqlite")
def test_a_learner_practises_and_each_step_is_measured(kind, tmp_path, capsys) -> None:
    one = practising(tmp_path, FACTS)
    with closing(one.store) as store:
        slots = len(one.shelf.slots)
        memories = store.read(lambda session: memories_of(session, one.learner, "rows"))
        reviews = store.read(lambda session: list(all_reviews_of(session, one.learner)))
        found = one.stock()
        costs, theirs = measure([one, one], None, sittings=2)

    tell(*costs)

    assert len(memories) == round(slots * KNOWN)
    assert all(memory.due == due_day(memory.memory) for memory in memories)
    assert len(reviews) == REVIEWS * len(memories)
    assert {review.after.reps for review in reviews} == set(range(1, REVIEWS + 1))
    assert waiting(found).due == pytest.approx(DUE * len(memories), rel=0.3)
    assert waiting(found).new == slots - len(memories)
    assert theirs is None
    assert all(costs[0].values())
    assert "P4   whole exchange" in capsys.readouterr().out


def test_what_a_peer_says_is_what_it_costs(tmp_path) -> None:
    """Anki is not here: a script takes its place that answers as the peer does."""
    counts, cost = {"cards": 7, "reviews": 66, "due": 3}, {"cpu": 0.5, "wall": 0.75}
    script = tmp_path / "python"
    script.write_text(
        f"#!{sys.executable}\nimport sys\nprint({json.dumps(counts)!r}, flush=True)\n"
        f"for _ in sys.stdin: print({json.dumps(cost)!r}, flush=True)\n"
    )
    script.chmod(0o700)

    with anki_side(str(script), tmp_path, cards=7, known=KNOWN, due=DUE) as anki:
        said = [anki.do("fetch"), anki.do("answer")]

    assert anki.counts == counts
    assert said == [Cost(0.5, 0.75)] * 2
    assert typical([*said, Cost(9, 9)]) == Cost(0.5, 0.75)


def test_without_anki_it_is_said_how_to_get_it() -> None:
    assert "requirements-anki.txt" in MISSING
    assert (ROOT / "requirements-anki.txt").is_file()
