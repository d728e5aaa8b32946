"""Times come back aware and in UTC; marks come back exactly."""

from datetime import UTC, datetime, timedelta, timezone
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select
from sqlalchemy.exc import StatementError

from quizapp.store.learners import LearnerRecord
from quizapp.store.types import ExactFraction

INDIA = timezone(timedelta(hours=5, minutes=30))


def stored(session, moment):
    session.execute(insert(LearnerRecord).values(kind="guest", created_at=moment))
    return session.scalars(select(LearnerRecord.created_at)).one()


def test_a_time_without_a_zone_is_refused(session):
    with pytest.raises(StatementError, match="without a zone"):
        stored(session, datetime(2026, 3, 1, 12, 0))  # noqa: DTZ001  # that is what is refused


def test_a_time_of_another_zone_comes_back_as_the_same_moment_in_utc(session):
    found = stored(session, datetime(2026, 3, 1, 12, 0, 0, 123456, tzinfo=INDIA))

    assert found == datetime(2026, 3, 1, 6, 30, 0, 123456, tzinfo=UTC)
    assert found.tzinfo is UTC


@given(st.fractions())
def test_a_fraction_comes_back_exactly(fraction):
    column = ExactFraction()

    written = column.process_bind_param(fraction, None)

    assert column.process_result_value(written, None) == fraction


def test_a_float_is_no_mark():
    with pytest.raises(TypeError, match="Fraction"):
        ExactFraction().process_bind_param(0.5, None)


def test_a_fraction_is_stored_as_numerator_and_denominator():
    assert ExactFraction().process_bind_param(Fraction(2, 6), None) == "1/3"
