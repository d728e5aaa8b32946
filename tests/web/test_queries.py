"""Lists ask the database as often for many rows as for few."""

import pytest

from quizapp.core.memory.state import Memory
from quizapp.library.loader import Library
from quizapp.services.run import Store
from quizapp.store.memories import KeptMemory, save_memories
from tests import make
from tests.conftest import NOW, only
from tests.people import Person
from tests.statements import told_by
from tests.web.conftest import Start
from tests.web.test_learn import SET, SET_ID
from tests.web.visitor import Visitor

pytestmark = only("sqlite")  # the questions are the same ones on any database


@pytest.mark.parametrize("url", ["/", "/history"])
def test_a_list_of_attempts_takes_the_same_number_of_queries(
    as_ana: Visitor, start: Start, web_store: Store, url: str
) -> None:
    counts = []
    for more in (2, 10):
        for _ in range(more):
            done = start()
            as_ana.submit(as_ana.get(f"{done}/finish"))
            start()
        with told_by(web_store.engine) as statements:
            as_ana.get(url)
        counts.append(len(statements))

    assert counts[0] == counts[1] > 0


def test_a_plan_takes_the_same_number_of_queries_for_any_number_of_memories(
    as_ana: Visitor, ana: Person, web_store: Store, library: Library
) -> None:
    slots = list(library.shelf(SET_ID).slots)
    counts = []
    for slot in ([], slots[:2], slots[2:12]):
        kept = [KeptMemory(one, Memory(9.0, 5.0, NOW.date()), NOW.date(), "item") for one in slot]
        web_store.write(lambda session, kept=kept: save_memories(session, ana.id, kept, known={}))
        with told_by(web_store.engine) as statements:
            assert as_ana.get(f"{SET}/plan").status == 200
        counts.append(len(statements))

    assert counts[0] == counts[1] == counts[2] > 0


def test_pages_of_a_quiz_take_the_same_number_of_queries_for_any_length(
    as_ana: Visitor, start: Start, web_store: Store
) -> None:
    counts = []
    for length in (1, 2, 12):  # the first brings what is then kept
        attempt = start(*make.items(length))
        with told_by(web_store.engine) as statements:
            as_ana.get(f"{attempt}/1")
            as_ana.submit(as_ana.get(f"{attempt}/finish"))
            as_ana.get(f"{attempt}/result")
        counts.append(len(statements))

    assert counts[1] == counts[2] > 0
