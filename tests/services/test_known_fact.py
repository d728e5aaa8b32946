"""One fact as a learner knows it: its words, its passage, its reviews, its curve."""

from datetime import timedelta

import pytest

from quizapp.core.memory.state import retrievability
from quizapp.errors import NotFound
from quizapp.services.known_fact import known_fact
from quizapp.store.memories import memory_of
from tests.services.knowing import (
    ABOUT,
    BEFORE,
    HELD,
    LETTERS,
    SAID,
    WATER,
    answered,
    asking,
    shelf,
)

DAY = timedelta(days=1)


def view_of(session, person, now, slot=HELD):
    return known_fact(session, learner_id=person.id, shelf=shelf(), slot=slot, now=now)


@pytest.mark.parametrize("slot", ["", "held", "held/nothing", "gone/holder", "small/held/holder"])
def test_a_slot_that_the_set_does_not_ask_for_is_not_found(session, ana, now, slot):
    answered(session, ana, now, (asking("gone/holder"), "Ana Roy"))

    with pytest.raises(NotFound):
        view_of(session, ana, now, slot)


def test_of_a_fact_that_was_never_asked_only_that_is_told(session, ana, ben, outsider, now):
    answered(session, ben, now, (asking(HELD), "Ana Roy"))

    for person in (ana, outsider):
        view = view_of(session, person, now)
        assert (view.fact, view.passages, view.reviews, view.curve) == (None, (), (), ())
        assert "Ana" not in repr(view)


def test_the_passage_has_the_cited_words_in_their_sentence(session, ana, now):
    answered(session, ana, now, (asking(HELD), "Ana Roy"))

    (passage,) = view_of(session, ana, now).passages

    assert [(one.text, one.tone) for one in passage.segments] == [
        ("The mayor, Ana Roy", "mark"),
        (", met Ben Lal.", "sentence"),
        (" The fair came before the summit.", ""),
    ]
    assert (passage.source_label, passage.paragraph) == ("the report", 3)


def test_a_teachers_word_is_shown_as_that(session, ana, now):
    answered(session, ana, now, (asking(BEFORE), "Ana Roy"))

    (passage,) = view_of(session, ana, now, BEFORE).passages

    assert (passage.note, passage.segments) == ("town records", ())


def test_the_history_tells_each_review_with_what_was_foretold(session, ana, now):
    for days, said in ((0, "Ana Roy"), (3, "Cy")):
        answered(session, ana, now + days * DAY, (asking(HELD), said))

    first, second = view_of(session, ana, now + 5 * DAY).reviews

    assert (first.day, first.recall, first.failed) == (now.date(), None, False)
    assert (second.day, second.failed, second.format) == ((now + 3 * DAY).date(), True, "typed")
    assert 0 < second.recall < 1
    assert second.stable_days < first.stable_days


def test_the_curve_goes_from_the_first_review_to_sixty_days_ahead(session, ana, now):
    for days in (0, 3):
        answered(session, ana, now + days * DAY, (asking(HELD), "Ana Roy"))
    today = now + 5 * DAY

    view = view_of(session, ana, today)

    memory = memory_of(session, ana.id, f"small/{HELD}").memory
    assert (view.first, view.today) == (now.date(), 5)
    assert (view.curve[0].day, view.curve[-1].day) == (0, 65)
    assert view.curve[-1].recall == retrievability(memory, (today + 60 * DAY).date())
    assert [point.recall for point in view.curve if point.day == 5] == [view.fact.recall]
    assert [one.day for one in view.ahead] == [
        (today + days * DAY).date() for days in (0, 7, 14, 30, 60)
    ]


def test_other_facts_of_the_same_words_are_named_once_they_were_asked(session, ana, now):
    answered(session, ana, now, (asking(SAID), "Ana Roy"))
    before = view_of(session, ana, now, SAID)

    answered(session, ana, now, (asking(ABOUT), "Ana Roy"))
    after = view_of(session, ana, now, SAID)

    assert (before.others, before.others_never) == ((), 1)
    assert [one.slot for one in after.others] == [ABOUT]
    assert after.others_never == 0


def test_other_words_of_the_paragraph_are_not_the_same_words(session, ana, now):
    answered(session, ana, now, (asking(WATER), "Ana Roy"), (asking(LETTERS), "Ana Roy"))

    view = view_of(session, ana, now, WATER)

    assert (view.others, view.others_never) == ((), 0)
