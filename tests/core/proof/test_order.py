"""Orders and dates together: on tiny worlds the verdicts are those of trying every day."""

from datetime import date, timedelta
from functools import cache
from itertools import combinations_with_replacement, permutations, product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizapp.core.facts.claim import Claim, Status, Value
from quizapp.core.facts.dates import parse_date
from quizapp.core.facts.fact import Atom
from quizapp.core.proof.order import Chronology
from quizapp.core.proof.structure import Structure
from quizapp.core.proof.times import Times

EVENTS = "abc"
#: A month ends between the dated days; beside them in each month, and far off, lie others.
DATED_DAYS = [date(2020, 1, 30) + timedelta(days=n) for n in range(3)]
DAYS = [date(2019, 11, 1), date(2020, 1, 10), *DATED_DAYS, date(2020, 2, 20), date(2020, 5, 1)]
SPANS = list(combinations_with_replacement(DAYS, 2))
DATES = [*(day.isoformat() for day in DATED_DAYS), "2020-01", "2020-02"]


def said(relation, event, text):
    return Claim(relation, event, Value("date", text))


def before(earlier, later):
    return Claim("before", earlier, later)


ORDERS = st.sampled_from([before(*pair) for pair in permutations(EVENTS, 2)])
DATED = st.builds(
    said,
    st.sampled_from(("date", "began", "ended")),
    st.sampled_from(EVENTS),
    st.sampled_from(DATES),
)
TOGETHER = st.sets(st.sampled_from([("a", "b"), ("b", "c"), ("a", "c")]), max_size=1)
ASKED = [before(*pair) for pair in permutations(EVENTS, 2)] + [
    said(relation, event, text)
    for relation in ("date", "began", "ended")
    for event in EVENTS
    for text in DATES
]


# --- trying every day ---


def lies(span, claim):
    """Whether a claim of a date holds of the first and the last day of its event."""
    known = parse_date(claim.object.text)
    days = {"date": span, "began": span[:1], "ended": span[1:]}[claim.relation]
    return all(known.first <= day <= known.last for day in days)


@cache
def closed(pairs):
    found = set(pairs)
    for middle, one, other in product(EVENTS, repeat=3):
        if (one, middle) in found and (middle, other) in found:
            found.add((one, other))
    return frozenset(found)


def in_no_order(together):
    return {*together, *((b, a) for a, b in together), *((e, e) for e in EVENTS)}


def possible(claims, together):
    """Yield the spans and the order of events in every way in which all the claims hold."""
    orders = [(one.subject, one.object) for one in claims if one.relation == "before"]
    dates = [one for one in claims if one.relation != "before"]
    rooms = [
        [span for span in SPANS if all(lies(span, one) for one in dates if one.subject == event)]
        for event in EVENTS
    ]
    for chosen in product(*rooms):
        spans = dict(zip(EVENTS, chosen, strict=True))
        if any(spans[one][1] > spans[other][0] for one, other in orders):
            continue
        by_days = (
            pair for pair in permutations(EVENTS, 2) if spans[pair[0]][1] < spans[pair[1]][0]
        )
        order = closed(frozenset((*orders, *by_days)))
        if not in_no_order(together) & order:
            yield spans, order


def status(claim, worlds, together):
    if claim.relation != "before":
        found = {lies(spans[claim.subject], claim) for spans, _ in worlds}
    else:
        earlier, later = claim.subject, claim.object
        found = {(earlier, later) in order for _, order in worlds}
        # Days that leave it open may have it so, where no other order stands against it.
        for spans, order in worlds:
            more = closed(frozenset((*order, (earlier, later))))
            if spans[earlier][1] <= spans[later][0] and not in_no_order(together) & more:
                found.add(True)
                break
    return Status.UNKNOWN if len(found) == 2 else Status.TRUE if True in found else Status.FALSE


def atoms(claims):
    return [Atom(claim, f"f{n}", f"f{n}/slot", ()) for n, claim in enumerate(claims)]


def contradicts(structure, claims):
    """Whether the check of a set would refuse these."""
    known = Chronology(structure, atoms(claims))
    return (
        next(known.circles(), None) is not None
        or next(known.impossible_days(), None) is not None
        or any(
            known.chain(*pair) for pair in permutations(EVENTS, 2) if structure.not_ordered(*pair)
        )
    )


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(st.lists(DATED, max_size=4), st.lists(ORDERS, max_size=2), TOGETHER)
def test_what_dates_and_orders_decide_is_what_every_possible_day_agrees_on(dates, orders, together):
    claims = [*dates, *orders]
    worlds = list(possible(claims, together))
    assume(worlds)
    judge = Times(Structure({}, together=together), atoms(claims))

    for claim in ASKED:
        verdict = judge.order(claim) if claim.relation == "before" else judge.date(claim)

        assert verdict.status is status(claim, worlds, together), (claim, verdict)


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.lists(DATED, max_size=5), st.lists(ORDERS, max_size=3), TOGETHER)
def test_facts_are_refused_exactly_if_no_days_agree_with_them(dates, orders, together):
    claims = [*dates, *orders]

    refused = contradicts(Structure({}, together=together), claims)

    assert refused is (next(possible(claims, together), None) is None)


# --- what it rests on ---


def test_a_bound_that_orders_carry_rests_on_them_and_on_the_date():
    claims = [said("ended", "c", "2020-01-30"), before("a", "b"), before("b", "c")]
    judge = Times(Structure({}), atoms(claims))

    verdict = judge.date(said("ended", "a", "2020-02"))

    assert verdict.status is Status.FALSE
    assert verdict.facts == ("f1", "f2", "f0")
    assert verdict.slots == ("f1/slot", "f2/slot", "f0/slot")
    assert set(verdict.witness) == set(claims)


def test_a_bound_that_one_time_carries_names_the_events():
    judge = Times(Structure({}, together=[("a", "b")]), atoms([said("ended", "b", "2020-01-30")]))

    verdict = judge.date(said("began", "a", "2020-02"))

    assert verdict.status is Status.FALSE
    assert set(verdict.facts) == {"f0", "a", "b"}


def test_the_shortest_of_equal_proofs_is_given():
    claims = [said("date", "a", "2020-01-30"), said("date", "b", "2020-01-31"), before("a", "b")]
    judge = Times(Structure({}), atoms(claims))

    assert judge.date(said("date", "a", "2020-01")).facts == ("f0",)


def test_a_circle_of_stated_orders_is_told_once():
    claims = [before("a", "b"), before("b", "c"), before("c", "a"), before("c", "d")]

    found = list(Chronology(Structure({}), atoms(claims)).circles())

    assert [(atom.fact, [step.fact for step in reverse]) for atom, reverse in found] == [
        ("f0", ["f1", "f2"])
    ]


def test_each_of_two_circles_is_told():
    claims = [before("a", "b"), before("b", "a"), before("b", "c"), before("c", "d")]
    claims += [before("d", "c"), before("e", "e")]

    found = list(Chronology(Structure({}), atoms(claims)).circles())

    assert [{atom.fact, *(step.fact for step in reverse)} for atom, reverse in found] == [
        {"f0", "f1"},
        {"f3", "f4"},
        {"f5"},
    ]
