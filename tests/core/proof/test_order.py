"""Circles of orders and dates."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.facts.claim import Claim, Value
from quizapp.core.facts.fact import Atom
from quizapp.core.proof.order import Chronology
from quizapp.core.proof.structure import Structure

EVENTS = st.sampled_from("abcdef")
DAYS = st.integers(0, 6).map(lambda n: (date(2020, 1, 28) + timedelta(days=n)).isoformat())
CLAIMS = st.one_of(
    st.builds(Claim, st.just("before"), EVENTS, EVENTS),
    st.builds(
        lambda relation, event, day: Claim(relation, event, Value("date", day)),
        st.sampled_from(("date", "began", "ended")),
        EVENTS,
        DAYS,
    ),
)


def chronology(claims):
    return Chronology(Structure({}), [Atom(claim, "", "", ()) for claim in claims])


@given(st.lists(CLAIMS, max_size=12))
def test_where_a_stated_order_can_be_reversed_there_is_a_circle(claims):
    known = chronology(claims)
    orders = [(one.subject, one.object) for one in claims if one.relation == "before"]

    if any(known.chain(later, earlier) is not None for earlier, later in orders):
        assert known.has_circle()


def test_orders_that_agree_with_the_dates_are_no_circle():
    known = chronology(
        [
            Claim("ended", "a", Value("date", "2020-01-28")),
            Claim("began", "b", Value("date", "2020-01-29")),
            Claim("before", "a", "b"),
            Claim("before", "b", "c"),
        ]
    )

    assert not known.has_circle()


def test_an_order_against_the_dates_is_a_circle():
    known = chronology(
        [
            Claim("ended", "a", Value("date", "2020-01-28")),
            Claim("began", "b", Value("date", "2020-01-29")),
            Claim("before", "b", "a"),
        ]
    )

    assert known.has_circle()


def test_an_order_against_dates_with_others_between_them_is_a_circle():
    known = chronology(
        [
            Claim("ended", "a", Value("date", "2020-01-28")),
            Claim("date", "between", Value("date", "2020-01-29")),
            Claim("date", "later", Value("date", "2020-01-30")),
            Claim("began", "b", Value("date", "2020-02-01")),
            Claim("before", "b", "a"),
        ]
    )

    assert known.has_circle()
