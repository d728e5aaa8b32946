"""Certain orders, found slot by slot."""

from itertools import permutations

from quizapp.core.facts.claim import Claim, Status, Value
from quizapp.core.facts.entity import Section
from quizapp.core.facts.fact import Atom
from quizapp.core.items.candidates import CONSIDERED, Candidates
from quizapp.core.items.likeness import Likeness
from quizapp.core.items.orders import Orders
from quizapp.core.proof.kernel import Kernel
from tests.core.items import bundled
from tests.core.items.handmade import bank, entity


def test_all_certain_orders_of_a_small_set_are_found_each_under_its_first_slot() -> None:
    context = bundled.context()
    events = [event.id for event in context.bank.of(Section.EVENTS)]
    certain = {}
    for earlier, later in permutations(events, 2):
        verdict = context.kernel.decide(Claim("before", earlier, later))
        if verdict.status is Status.TRUE and verdict.slots:
            certain[earlier, later] = verdict.slots

    found = {
        (order.earlier, order.later): (slot, order.slots)
        for slot in context.orders.slots
        for order in context.orders.of(slot)
    }

    assert certain
    assert found == {pair: (slots[0], slots) for pair, slots in certain.items()}


def fairs(count: int) -> Orders:
    """Return the orders of fairs, one a year."""
    events = [entity(Section.EVENTS, f"fair-{n}", f"fair {n:04}") for n in range(count)]
    atoms = [
        Atom(Claim("date", one.id, Value("date", str(1000 + n))), one.id, f"{one.id}/date", ())
        for n, one in enumerate(events)
    ]
    known = bank(entities=events, facts=(), atoms=atoms)
    return Orders(known, Kernel.of_bank(known), Candidates(known, Likeness(known)))


def test_of_very_many_orders_of_one_slot_some_are_found_near_ones_among_them() -> None:
    found = fairs(600).of("fair-100/date")

    later = [int(order.later.removeprefix("fair-")) for order in found]
    assert 0 < len(later) <= CONSIDERED
    assert min(later) == 101
    assert max(later) > 150
    assert all(order.earlier == "fair-100" for order in found)


def test_the_last_event_of_all_comes_before_none() -> None:
    assert fairs(600).of("fair-599/date") == ()


def test_an_order_is_found_only_under_the_slot_that_it_rests_on_first() -> None:
    events = [entity(Section.EVENTS, id_, id_) for id_ in ("fair", "march")]
    claims = [
        Claim("date", "fair", Value("date", "2000")),
        Claim("ended", "fair", Value("date", "2000-03")),
        Claim("date", "march", Value("date", "2000-06")),
    ]
    atoms = [Atom(one, one.subject, f"{one.subject}/{one.relation}", ()) for one in claims]
    known = bank(entities=events, facts=(), atoms=atoms)

    orders = Orders(known, Kernel.of_bank(known), Candidates(known, Likeness(known)))

    found = {slot: [(one.earlier, one.later) for one in orders.of(slot)] for slot in orders.slots}
    assert found == {"fair/date": [], "fair/ended": [("fair", "march")], "march/date": []}
