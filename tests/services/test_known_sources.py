"""The sources painted by what is known, and what is taken for what."""

from datetime import timedelta

from quizapp.core.memory.standing import State
from quizapp.services.known import known
from quizapp.services.known_answers import answers_of
from quizapp.services.known_sources import leaf
from quizapp.services.quizzes import finish
from tests import make
from tests.services.acting import see, send
from tests.services.knowing import ABOUT, HELD, SAID, UNPLACED, answered, asking, shelf

DAY = timedelta(days=1)


def painted(session, person, now):
    return known(session, learner_id=person.id, shelf=shelf(), now=now).sources


def words(sources):
    return [(run.text, run.state) for one in sources.paragraphs for run in one.runs if run.state]


def test_only_cited_words_are_painted_and_the_text_is_whole(session, ana, now):
    sources = painted(session, ana, now)

    assert [one.number for one in sources.paragraphs] == [1, 2, 3]
    for one in sources.paragraphs:
        assert "".join(run.text for run in one.runs) == shelf().bank.sources["report"].paragraph(
            one.number
        )
    assert words(sources) == [
        ('Ana Roy said, "We will build the long northern road together."', State.NEVER),
        ("Ben Lal spoke. He said that water was short.", State.NEVER),
        ("Roads, dams and schools", State.NEVER),
        ("The mayor, Ana Roy", State.NEVER),
    ]


def test_teachers_words_are_counted_and_not_painted(session, ana, now):
    assert painted(session, ana, now).unplaced == UNPLACED


def test_words_have_the_state_of_the_worst_that_they_tell(session, ana, now):
    answered(session, ana, now, (asking(SAID), "Ana Roy"), (asking(HELD), "Cy"))

    first, _, third = painted(session, ana, now).paragraphs

    assert [(run.state, run.slot, run.slots) for run in first.runs if run.state] == [
        (State.NEVER, None, 2)
    ]
    assert [(run.state, run.slot) for run in third.runs if run.state] == [(State.FAILING, HELD)]


def test_words_change_with_what_is_known(session, ana, now):
    answered(session, ana, now, (asking(SAID, ABOUT), "Ana Roy"))

    states = []
    for days in (0, 10, 300):
        first, *_ = painted(session, ana, now + days * DAY).paragraphs
        states += [run.state for run in first.runs if run.state]

    assert states == [State.KNOWN, State.DUE, State.FAILING]


def test_a_leaf_begins_at_a_multiple_of_its_size_and_never_after_the_end():
    assert (leaf(0, 20, 0).first, leaf(0, 20, 0).end) == (0, 0)
    assert (leaf(25, 20, 70).first, leaf(25, 20, 70).end) == (20, 40)
    assert (leaf(25, 20, 70).before, leaf(25, 20, 70).after) == (0, 40)
    assert (leaf(999, 20, 70).first, leaf(999, 20, 70).after) == (60, None)
    assert leaf(-5, 20, 40).first == 0
    assert leaf(999, 20, 40).first == 20


# --- what is taken for what ---


def choosing(number):
    """Return a choice of four, Ana being right."""
    return make.item(stem=f"Who was mayor, {number}?", tests=(f"small/{HELD}",))


def confusions(session, person, **more):
    found = answers_of(session, person.id, shelf(), **more).confusions
    return [(pair.one, pair.other, pair.times) for pair in found]


def test_what_was_taken_for_another_twice_is_named(session, ana, now):
    told = [(choosing(n), said) for n, said in enumerate(("Ben", "Cy", "Ben", "Ana", "Ben"))]
    answered(session, ana, now, *told)

    assert confusions(session, ana) == [("Ana Roy", "Ben Lal", 3)]


def test_others_confusions_and_those_of_other_sets_are_not_named(session, ana, ben, now):
    told = [(choosing(n), "Ben") for n in range(2)]
    answered(session, ana, now, *told)
    answered(session, ben, now, *told, bundle=make.bundle(set_id="other"))

    assert confusions(session, ben) == []


def test_only_the_newest_answers_are_looked_at(session, ana, now):
    answered(session, ana, now, *[(choosing(n), "Ben") for n in range(2)])
    answered(session, ana, now + DAY, *[(choosing(n), "Cy") for n in range(2, 5)])

    assert confusions(session, ana, most=4) == [("Ana Roy", "Cy Rao", 3)]
    assert answers_of(session, ana.id, shelf(), most=4).count == 4


def test_in_an_exam_the_last_answer_counts_from_the_end_on(session, ana, now):
    items = [choosing(n) for n in range(2)]
    attempt = answered(session, ana, now, *[(one, "Ben") for one in items], feedback_each=False)
    before = confusions(session, ana)

    finish(session, learner_id=ana.id, attempt_id=attempt, now=now + DAY)

    assert before == []
    assert confusions(session, ana) == [("Ana Roy", "Ben Lal", 2)]


def test_in_an_exam_an_answer_takes_the_place_of_the_one_before_it(session, ana, now):
    items = [choosing(n) for n in range(2)]
    said = [(one, "Ben") for one in items]
    attempt = answered(session, ana, now, *said, feedback_each=False)
    for position in (1, 2):
        view = see(session, ana, attempt, position)
        send(session, ana, view, "Cy" if position == 1 else "Ana", now=now + DAY)
    finish(session, learner_id=ana.id, attempt_id=attempt, now=now + DAY)

    found = answers_of(session, ana.id, shelf())

    assert (found.count, found.confusions) == (2, ())
