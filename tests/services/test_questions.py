"""The page of a question: what is chosen, where to go, and nothing of the key before the answer."""

from dataclasses import replace

import pytest

from quizapp.core.items.item import Amount
from quizapp.errors import AlreadyFinished, NotFound
from quizapp.services.quizzes import finish, finish_view, question, question_of, resume_at
from tests import answerable, make
from tests.services.acting import see, send

PLANTED = "canary"


def with_canaries(item):
    """Return the item with a word to look for wherever the key, or its proof, stands."""
    proof = {"why": PLANTED, "facts": (PLANTED,), "rule": PLANTED}
    options = tuple(
        replace(one, **proof, claims=(make.claim(PLANTED),), patterns=(PLANTED,))
        for one in item.options
    )
    parts = tuple(
        replace(one, **proof, claims=(make.claim(PLANTED),), against=(PLANTED,) * 4)
        for one in item.parts
    )
    return replace(
        item, options=options, parts=parts, key=_planted(item.key), tests=(PLANTED,), seed=987654321
    )


def _planted(key):
    """Return a key of texts, or a number, that cannot be overlooked; others name places only."""
    if isinstance(key, Amount):
        return replace(key, value="987654321")
    return (PLANTED, *key[1:]) if isinstance(key[0], str) else key


#: An item of each format, and those whose parts are shown, or hidden, in a way of their own.
ITEMS = {
    "choice": make.item(),
    "typed": make.typed_item(),
    "statements": answerable.statements_item(),
    "matching": answerable.matching_item(),
    "lists": answerable.lists_item(),
    "ordering": answerable.ordering_item(),
    "count": answerable.count_item(),
    "number": answerable.number_item(),
    "date": answerable.date_item(),
    "card": answerable.card_item(),
}
every_item = pytest.mark.parametrize("item", ITEMS.values(), ids=ITEMS)
#: For each format whose key is no text: items that differ in their keys alone.
OTHER_KEYS = {
    "choice": (make.item("Ana"), make.item("Dee")),
    "statements": tuple(map(answerable.statements_item, ("tf", "ft", "tt", "ff"))),
    "matching": (answerable.matching_item((2, 0, 1)), answerable.matching_item((3, 1, 0))),
    "ordering": (answerable.ordering_item((2, 0, 1)), answerable.ordering_item((0, 1, 2))),
    "number": (answerable.number_item("1400"), answerable.number_item("-7")),
    "date": (
        answerable.date_item("2023-05-03"),
        answerable.date_item("1999-12-31", "31 December 1999"),
    ),
    "card": (answerable.card_item("Ana"), answerable.card_item("Ben")),
}


@pytest.mark.parametrize("feedback_each", [True, False])
@every_item
def test_before_the_answer_a_page_holds_nothing_of_the_key(session, ana, now, item, feedback_each):
    entry = make.entry(with_canaries(item), themes=(PLANTED,))
    attempt = make.attempt(session, ana, now, entry, feedback_each=feedback_each, seed=987654321)

    view = see(session, ana, attempt)

    assert view.feedback is None
    assert PLANTED not in repr(view)
    assert "987654321" not in repr(view)


@pytest.mark.parametrize("items", OTHER_KEYS.values(), ids=OTHER_KEYS)
def test_pages_of_all_keys_are_alike_before_the_answer(session, ana, now, items):
    shapes = []
    for item in items:
        view = see(session, ana, make.attempt(session, ana, now, item))
        options = tuple(replace(one, token="") for one in view.options)
        shapes.append(
            replace(view, attempt_id="", showing_id="", submission_key="", options=options)
        )

    assert all(shape == shapes[0] for shape in shapes)


def test_the_back_of_a_card_is_shown_to_those_who_ask(session, ana, now):
    attempt = make.attempt(session, ana, now, answerable.card_item("Ana Roy"))

    view = question(session, learner_id=ana.id, attempt_id=attempt, position=1, turned=True)

    assert view.back == "Ana Roy"
    assert view.feedback is None
    assert see(session, ana, attempt).back is None


@pytest.mark.parametrize("name", sorted(set(ITEMS) - {"card"}))
def test_nothing_but_a_card_has_a_back(session, ana, now, name):
    attempt = make.attempt(session, ana, now, ITEMS[name])

    view = question(session, learner_id=ana.id, attempt_id=attempt, position=1, turned=True)

    assert view.back is None


def test_with_feedback_after_each_the_answer_opens_the_feedback(session, ana, now):
    attempt = make.attempt(session, ana, now)
    send(session, ana, see(session, ana, attempt), "Ben", now=now)

    feedback = see(session, ana, attempt).feedback

    assert feedback is not None
    assert (feedback.outcome, feedback.response, feedback.key) == ("wrong", "Ben", "Ana")


def test_with_feedback_at_the_end_an_answer_opens_none(session, ana, now):
    attempt = make.attempt(session, ana, now, feedback_each=False)
    send(session, ana, see(session, ana, attempt), "Ben", now=now)

    view = see(session, ana, attempt)

    assert view.feedback is None
    assert [one.text for one in view.options if one.chosen] == ["Ben"]


def test_options_have_letters_in_the_order_shown(session, ana, now):
    view = see(session, ana, make.attempt(session, ana, now))

    assert [one.label for one in view.options] == ["A", "B", "C", "D"]


def test_true_and_false_have_no_letters(session, ana, now):
    judged = make.item("True", options=("True", "False"), format="true_false")

    view = see(session, ana, make.attempt(session, ana, now, judged))

    assert [one.label for one in view.options] == ["", ""]


def test_each_page_has_a_fresh_submission_key(session, ana, now):
    attempt = make.attempt(session, ana, now)

    keys = {see(session, ana, attempt).submission_key for _ in range(3)}

    assert len(keys) == 3


def test_the_page_counts_what_is_answered(session, ana, now):
    attempt = make.attempt(session, ana, now, *make.items(3))
    send(session, ana, see(session, ana, attempt, 2), "Ana", now=now)

    view = see(session, ana, attempt, 3)

    assert (view.position, view.count, view.answered, view.next_position) == (3, 3, 1, 1)
    assert [(one.answered, one.current) for one in view.palette] == [
        (False, False),
        (True, False),
        (False, True),
    ]


@pytest.mark.parametrize("who", ["ben", "outsider"])
def test_another_learner_does_not_find_my_quiz(session, ana, who, request, now):
    attempt = make.attempt(session, ana, now)
    view = see(session, ana, attempt)
    stranger = request.getfixturevalue(who).id
    calls = (
        lambda: see(session, request.getfixturevalue(who), attempt),
        lambda: question_of(session, learner_id=stranger, showing_id=view.showing_id),
        lambda: resume_at(session, learner_id=stranger, attempt_id=attempt),
        lambda: finish_view(session, learner_id=stranger, attempt_id=attempt),
        lambda: finish(session, learner_id=stranger, attempt_id=attempt, now=now),
    )

    for call in calls:
        with pytest.raises(NotFound):
            call()

    assert resume_at(session, learner_id=ana.id, attempt_id=attempt) == 1


def test_a_foreign_quiz_is_refused_in_the_words_for_a_missing_one(session, ana, ben, now):
    attempt = make.attempt(session, ana, now)

    said = []
    for attempt_id in (attempt, "no-such-attempt"):
        with pytest.raises(NotFound) as refused:
            see(session, ben, attempt_id)
        said.append((type(refused.value), str(refused.value)))

    assert said[0] == said[1]


@pytest.mark.parametrize("position", [0, 2, -1])
def test_there_is_no_question_beyond_the_last(session, ana, now, position):
    attempt = make.attempt(session, ana, now)

    with pytest.raises(NotFound):
        see(session, ana, attempt, position)


def test_a_finished_quiz_has_no_question_pages(session, ana, now):
    attempt = make.attempt(session, ana, now)
    view = see(session, ana, attempt)
    finish(session, learner_id=ana.id, attempt_id=attempt, now=now)

    for call in (
        lambda: see(session, ana, attempt),
        lambda: question_of(session, learner_id=ana.id, showing_id=view.showing_id),
        lambda: resume_at(session, learner_id=ana.id, attempt_id=attempt),
        lambda: finish_view(session, learner_id=ana.id, attempt_id=attempt),
    ):
        with pytest.raises(AlreadyFinished):
            call()


def test_a_form_finds_its_question_again(session, ana, now):
    attempt = make.attempt(session, ana, now, *make.items(2))
    view = see(session, ana, attempt, 2)

    found = question_of(session, learner_id=ana.id, showing_id=view.showing_id)

    assert replace(found, submission_key=view.submission_key) == view


def test_a_quiz_is_resumed_at_the_first_question_without_an_answer(session, ana, now):
    attempt = make.attempt(session, ana, now, *make.items(3))
    places = []
    for answered in (None, 1, 3, 2):
        if answered:
            send(session, ana, see(session, ana, attempt, answered), "Ana", now=now)
        places.append(resume_at(session, learner_id=ana.id, attempt_id=attempt))

    assert places == [1, 2, 2, 3]


def test_before_the_end_the_open_questions_are_named(session, ana, now):
    attempt = make.attempt(session, ana, now, *make.items(3))
    send(session, ana, see(session, ana, attempt, 2), "Ana", now=now)

    view = finish_view(session, learner_id=ana.id, attempt_id=attempt)

    assert (view.count, view.answered, view.unanswered) == (3, 1, (1, 3))
