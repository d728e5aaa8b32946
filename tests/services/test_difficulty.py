"""How hard items are by the responses that are stored."""

from datetime import timedelta
from fractions import Fraction
from threading import Event

from quizapp.core.grading.score import Outcome, Score
from quizapp.core.items.wanted import Level, Wanted, prior
from quizapp.core.stats.difficulty import Form, Tally
from quizapp.errors import StoreUnavailable
from quizapp.services.access import own_attempt
from quizapp.services.difficulty import Observations, difficulty_of, observed
from quizapp.services.tokens import new_token
from quizapp.store.observed import _OF_REVISION, responses_to
from quizapp.store.responses import append_response, progress_of
from quizapp.store.showings import showings_of
from tests import make
from tests.conftest import only
from tests.people import guest
from tests.services.acting import see, send

FORM = Form(frozenset(("small/mayor/holder",)), "office", "choice")


def answered(session, person, now, chosen, *items, **changes):
    """Take a quiz and choose the same in each question; None leaves it unanswered."""
    attempt = make.attempt(session, person, now, *items, **changes)
    for position in range(1, (len(items) or 1) + 1):
        if chosen is not None:
            send(session, person, see(session, person, attempt, position), chosen, now=now)
    return attempt


def test_responses_of_all_learners_are_counted_for_their_form(session, ana, ben, now):
    typed = make.typed_item()
    answered(session, ana, now, "Ana")
    answered(session, ben, now, "Ben")
    answered(session, ana, now, "Nobody", typed)

    found = observed(session, set_id="small")

    assert found[FORM] == Tally(Fraction(1), 2)
    assert found[Form(FORM.tests, typed.kind, "typed")] == Tally(Fraction(1), 1)


def test_another_item_of_the_same_form_counts_too_but_each_learner_once(session, ana, ben, now):
    one, other = make.items(2)
    answered(session, ana, now, "Ben", one)
    answered(session, ben, now, "Ana", other)
    answered(session, ana, now + timedelta(days=1), "Ana", other)

    assert observed(session, set_id="small") == {FORM: Tally(Fraction(1), 2)}


def test_of_a_changed_answer_the_last_counts(session, ana, now):
    attempt = make.attempt(session, ana, now, feedback_each=False)
    for chosen in ("Ben", "Ana"):
        send(session, ana, see(session, ana, attempt), chosen, now=now)

    assert observed(session, set_id="small") == {FORM: Tally(Fraction(0), 1)}


def test_what_was_not_answered_and_other_sets_are_left_out(session, ana, ben, now):
    answered(session, ana, now, None)
    answered(session, ben, now, "Ana", bundle=make.bundle(set_id="other"))

    assert observed(session, set_id="small") == {}


def test_a_blank_that_was_sent_is_left_out(session, ana, now):
    attempt = own_attempt(session, ana.id, make.attempt(session, ana, now))
    (showing,) = showings_of(session, attempt.row)
    append_response(
        session,
        showing,
        after=progress_of(session, attempt),
        submission_key=new_token(),
        response=(),
        score=Score(Fraction(0), Outcome.BLANK),
        received_at=now,
    )

    assert observed(session, set_id="small") == {}


def test_an_item_is_as_hard_as_its_prior_until_somebody_answers(session, ana, now):
    item = make.item()
    before = difficulty_of(item, observed(session, set_id="small"))
    answered(session, ana, now, "Ben", item)

    after = difficulty_of(item, observed(session, set_id="small"))

    assert before == item.difficulty == 0.4
    assert after == round((4 + 1) / 11, 3)


@only("sqlite")
def test_every_step_to_the_responses_of_a_set_is_taken_by_an_index(session, ana, now):
    answered(session, ana, now, "Ana")
    observed(session, set_id="small")
    compiled = _OF_REVISION._compiled["sqlite"]

    plan = session.connection().exec_driver_sql(
        f"EXPLAIN QUERY PLAN {compiled.text}", tuple(compiled.bound({"bundle": "x", "most": 3}))
    )

    steps = [row[3] for row in plan]
    assert any("attempts USING COVERING INDEX ix_attempts_bundle" in step for step in steps), steps
    assert not [step for step in steps if step.startswith("SCAN")]


def test_revisions_of_a_set_are_counted_together(session, ana, ben, now):
    answered(session, ana, now, "Ana")
    answered(session, ben, now, "Ben", bundle=make.bundle(title="A small set, mended"))

    assert observed(session, set_id="small") == {FORM: Tally(Fraction(1), 2)}


def test_of_a_revision_only_the_newest_attempts_are_read(session, ana, ben, now):
    answered(session, ana, now, "Ben")
    answered(session, ben, now + timedelta(days=1), "Ana")

    (newest,) = responses_to(session, "small", most=1)

    assert (newest.learner, newest.fraction) == (ben.id, 1)


def seen_by(session, ticks):
    return Observations(lambda job: job(session), clock=lambda: ticks[0])


def test_until_somebody_has_read_the_prior_serves():
    begun, held = Event(), Event()

    def read(job):
        begun.set()
        held.wait(10)
        return {}

    observations = Observations(read)

    assert observations.of("small") is prior
    assert begun.wait(10)
    assert observations.of("small") is prior
    held.set()


def test_after_that_what_was_answered_counts(session, ana, now):
    item = make.item()
    answered(session, ana, now, "Ben", item)
    observations = seen_by(session, [0.0])

    observations.refresh("small")

    assert observations.of("small")(item) == round((4 + 1) / 11, 3)


def test_what_was_read_serves_for_a_while_and_is_then_read_again(session, ana, now):
    ticks, reads, again = [0.0], [], Event()

    def read(job):
        reads.append(ticks[0])
        found = job(session)
        if len(reads) == 2:
            again.set()
        return found

    observations = Observations(read, clock=lambda: ticks[0])
    observations.refresh("small")
    ticks[0] = 299.0
    known = observations.of("small")
    assert observations.of("small") is known
    assert reads == [0.0]

    ticks[0] = 300.0
    assert observations.of("small") is known

    assert again.wait(10)
    assert reads == [0.0, 300.0]


def test_a_database_that_fails_costs_nobody_the_quiz(caplog):
    tried = Event()

    def read(job):
        tried.set()
        raise StoreUnavailable("The database cannot be read.")

    observations = Observations(read)

    assert observations.of("small") is prior
    assert tried.wait(10)
    assert observations.of("small") is prior


def test_an_item_that_nobody_gets_right_leaves_the_easier_half(session, now):
    easy = make.item(difficulty=0.3)
    hard = make.item(stem="Who said it?", tests=("small/water/said",), difficulty=0.5)
    for _ in range(8):
        answered(session, guest(session, now), now, "Ben", easy)
    observations = seen_by(session, [0.0])
    observations.refresh("small")
    wanted = Wanted(level=Level.EASIER)

    assert wanted.of((easy, hard)) == (easy,)
    assert wanted.of((easy, hard), observations.of("small")) == (hard,)
