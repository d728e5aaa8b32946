"""A limit is a bucket that empties at once and fills evenly."""

import hashlib
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import select

from quizapp.errors import TooMany
from quizapp.services import limits
from quizapp.services.limits import Limit
from quizapp.store.buckets import BucketRecord

THREE = Limit("three", burst=3, per_hour=60)
spend = partial(limits.spend, secret=b"s" * 32)


def spend_all(session, now, who="somebody", limit=THREE):
    for _ in range(limit.burst):
        spend(session, limit=limit, who=who, now=now)


def test_a_burst_is_allowed_and_no_more(session, now):
    spend_all(session, now)

    with pytest.raises(TooMany) as refused:
        spend(session, limit=THREE, who="somebody", now=now)

    assert refused.value.retry_after == 60


def test_what_was_spent_comes_back_evenly(session, now):
    spend_all(session, now)
    later = now + timedelta(minutes=2)

    for _ in range(2):
        spend(session, limit=THREE, who="somebody", now=later)

    with pytest.raises(TooMany):
        spend(session, limit=THREE, who="somebody", now=later)


def test_the_time_to_wait_suffices(session, now):
    spend_all(session, now)
    with pytest.raises(TooMany) as refused:
        spend(session, limit=THREE, who="somebody", now=now + timedelta(seconds=59.5))

    spend(
        session,
        limit=THREE,
        who="somebody",
        now=now + timedelta(seconds=59.5 + refused.value.retry_after),
    )


def test_a_bucket_never_holds_more_than_its_burst(session, now):
    spend(session, limit=THREE, who="somebody", now=now)

    spend_all(session, now + timedelta(days=9))

    with pytest.raises(TooMany):
        spend(session, limit=THREE, who="somebody", now=now + timedelta(days=9))


def test_people_and_limits_have_buckets_of_their_own(session, now):
    spend_all(session, now)

    spend(session, limit=THREE, who="somebody else", now=now)
    spend(session, limit=Limit("other", burst=1, per_hour=1), who="somebody", now=now)


def test_a_clock_that_is_set_back_a_little_gives_nothing_and_takes_nothing(session, now):
    spend_all(session, now)

    with pytest.raises(TooMany) as refused:
        spend(session, limit=THREE, who="somebody", now=now - timedelta(minutes=3))

    assert refused.value.retry_after == 60


def test_a_clock_that_was_wrong_and_is_set_right_shuts_nobody_out_for_long(session, now):
    spend_all(session, now + timedelta(days=365))

    spend_all(session, now)

    with pytest.raises(TooMany):
        spend(session, limit=THREE, who="somebody", now=now)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9"),  # one household
        ("::ffff:192.0.2.7", "192.0.2.7"),  # IPv4 as a socket of both kinds writes it
    ],
)
def test_addresses_that_one_household_has_are_counted_as_one(one, other):
    assert limits.line_of(one) == limits.line_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:3::1"),
        ("192.0.2.7", "192.0.2.8"),
        ("", "unix:"),  # what a proxy may say that knows none
    ],
)
def test_addresses_of_two_households_are_counted_apart(one, other):
    assert limits.line_of(one) != limits.line_of(other)


def test_nobodys_address_is_stored(session, now):
    spend(session, limit=THREE, who="192.0.2.7", now=now)

    assert "192.0.2.7" not in "".join(session.scalars(select(BucketRecord.digest)))


def test_an_address_cannot_be_found_by_hashing_all_there_are(session, now):
    for secret in (b"ours", b"theirs"):
        spend(session, limit=THREE, who="192.0.2.7", secret=secret, now=now)

    digests = set(session.scalars(select(BucketRecord.digest)))

    assert len(digests) == 2
    assert hashlib.sha256(b"three\n192.0.2.7").hexdigest() not in digests


def test_a_bucket_that_is_full_again_is_forgotten(session, now):
    spend(session, limit=THREE, who="somebody", now=now)

    spend(session, limit=THREE, who="somebody else", now=now + timedelta(minutes=1))

    assert len(session.scalars(select(BucketRecord)).all()) == 1
