"""Who sees a set of the database: its authors, classes, teachers, everybody; and by a link."""

import pytest

from quizapp.core.people.roles import Role
from quizapp.core.sets.audience import Audience
from quizapp.core.teaching.terms import MemberState
from quizapp.errors import InvalidResponse, NotFound
from quizapp.library.profiles import load_profiles
from quizapp.services import classes, leaving, quiz_links, set_desk, sharing
from quizapp.services.authoring import begin_set
from quizapp.services.set_access import require_seen
from tests.people import Person, account, guest
from tests.services.authors import begin, desk, draft, linked, publish
from tests.services.teaching import code_of, come, school_class

STRANGER = Person(None, None)


@pytest.fixture
def tara(session, now):
    return account(session, now, name="Tara Teach", role=Role.TEACHER)


@pytest.fixture
def thea(session, now):
    return account(session, now, role=Role.TEACHER)


@pytest.fixture
def its(session, tara, now):
    begun = begin(session, tara, now)
    publish(session, tara, begun, now)
    return begun


@pytest.fixture
def its_class(session, tara, now):
    return school_class(session, tara, now)


@pytest.fixture
def pupil(session, tara, its_class, now):
    person = guest(session, now)
    come(session, person, code_of(session, tara, its_class, now), now)
    return person


def show(session, person, its, audience, *class_ids):
    sharing.show_to(
        session,
        learner_id=person.id,
        public_id=its.public_id,
        audience=audience,
        class_ids=class_ids,
    )


def sees(session, person):
    try:
        require_seen(session, learner_id=person.id, set_id="capitals")
    except NotFound:
        listed = False
    else:
        listed = True
    cards = sharing.shared_cards(session, learner_id=person.id)
    assert ("capitals" in {one.id for one in cards}) is listed
    return listed


@pytest.mark.parametrize(
    ("audience", "seeing"),
    [
        (Audience.OWN, {"tara"}),
        (Audience.CLASSES, {"tara", "pupil"}),
        (Audience.TEACHERS, {"tara", "pupil", "thea", "ada"}),
        (Audience.PUBLIC, {"tara", "pupil", "thea", "ada", "ana", "asha", "stranger"}),
    ],
)
def test_each_audience_sees_it_and_nobody_else(
    session, now, ana, tara, thea, its, its_class, pupil, audience, seeing
):
    show(session, tara, its, audience, its_class)
    cast = {
        "tara": tara,
        "thea": thea,
        "pupil": pupil,
        "ana": ana,
        "ada": account(session, now, role=Role.ADMIN),
        "asha": account(session, now),
        "stranger": STRANGER,
    }

    assert {name for name, one in cast.items() if sees(session, one)} == seeing


def test_a_draft_is_in_no_list_and_on_no_shelf(session, tara, now):
    begun = begin(session, tara, now)
    show(session, tara, begun, Audience.PUBLIC)

    assert sharing.shared_cards(session, learner_id=None) == ()


def test_who_leaves_the_class_sees_it_no_more(session, tara, its, its_class, pupil, now):
    show(session, tara, its, Audience.CLASSES, its_class)
    (member,) = classes.class_view(session, learner_id=tara.id, class_id=its_class, now=now).members

    classes.change_state(
        session,
        learner_id=tara.id,
        class_id=its_class,
        member_id=member.id,
        state=MemberState.REMOVED,
        now=now,
    )

    assert not sees(session, pupil)


def test_an_archived_class_sees_it_no_more(session, tara, its, its_class, pupil, now):
    show(session, tara, its, Audience.CLASSES, its_class)
    classes.archive(session, learner_id=tara.id, class_id=its_class, archived=True, now=now)

    assert not sees(session, pupil)


def test_a_class_of_another_teacher_is_refused(session, tara, thea, its, now):
    other = school_class(session, thea, now)

    with pytest.raises(InvalidResponse, match="from the list"):
        show(session, tara, its, Audience.CLASSES, other)


def test_classes_without_any_are_refused(session, tara, its):
    with pytest.raises(InvalidResponse, match="at least one class"):
        show(session, tara, its, Audience.CLASSES)


def test_another_teacher_may_copy_what_is_shown_to_teachers(session, tara, thea, its, now):
    with pytest.raises(NotFound):
        set_desk.fork_of(session, learner_id=thea.id, set_id="capitals")
    show(session, tara, its, Audience.TEACHERS)

    texts, origin = set_desk.fork_of(session, learner_id=thea.id, set_id="capitals")

    assert texts.yaml.startswith("set: capitals")
    assert (origin["set_id"], origin["title"], origin["number"]) == ("capitals", "Capitals", 1)
    assert origin["author"] == tara.id


def test_a_copy_names_its_author_until_that_one_is_erased(session, tara, thea, its, now):
    show(session, tara, its, Audience.TEACHERS)
    texts, origin = set_desk.fork_of(session, learner_id=thea.id, set_id="capitals")
    copy = begin_set(
        session,
        learner_id=thea.id,
        draft=draft(texts, now),
        wanted_id="capitals",
        taken=lambda _id: False,
        note="",
        now=now,
        forked=origin,
    )

    assert desk(session, thea, copy).forked == "“Capitals” by Tara Teach, version 1"
    leaving.erase(session, person=tara.id, now=now)
    assert desk(session, thea, copy).forked == "“Capitals”, version 1"


def test_what_is_shown_to_teachers_is_listed_for_others_only(session, tara, thea, its):
    show(session, tara, its, Audience.TEACHERS)

    assert [one.title for one in set_desk.others_sets(session, learner_id=thea.id)] == ["Capitals"]
    assert set_desk.others_sets(session, learner_id=tara.id) == ()


def test_a_teacher_who_learns_in_a_class_copies_nothing_of_it(
    session, tara, thea, its, its_class, now
):
    come(session, thea, code_of(session, tara, its_class, now), now)
    show(session, tara, its, Audience.CLASSES, its_class)

    assert sees(session, thea)
    assert set_desk.others_sets(session, learner_id=thea.id) == ()
    with pytest.raises(NotFound):
        set_desk.fork_of(session, learner_id=thea.id, set_id="capitals")


# --- links ---


def follow(session, token, person=STRANGER):
    return quiz_links.follow(session, learner_id=person.id, token=token)


def test_whoever_has_a_link_may_follow_it(session, tara, its, now):
    token = linked(session, tara, now, set_id="capitals")

    found = follow(session, token)

    assert (found.link.set_id, found.link.size, found.author) == ("capitals", 5, "Tara Teach")
    assert quiz_links.terms(found.link, load_profiles()).startswith("5 questions, as in: ")


def test_an_ended_link_leads_nowhere_and_only_its_maker_ends_it(session, tara, thea, its, now):
    token = linked(session, tara, now, set_id="capitals")
    with pytest.raises(NotFound):
        quiz_links.end(session, learner_id=thea.id, token=token, now=now)
    follow(session, token)

    quiz_links.end(session, learner_id=tara.id, token=token, now=now)

    with pytest.raises(NotFound):
        follow(session, token)
    (row,) = quiz_links.my_links(session, learner_id=tara.id, profiles=load_profiles())
    assert row.ended
    assert quiz_links.my_links(session, learner_id=thea.id, profiles=load_profiles()) == ()


def test_a_link_of_somebody_who_sees_the_set_no_more_leads_nowhere(session, tara, thea, its, now):
    show(session, tara, its, Audience.TEACHERS)
    token = linked(session, thea, now, set_id="capitals")
    follow(session, token)

    show(session, tara, its, Audience.OWN)

    with pytest.raises(NotFound):
        follow(session, token)


@pytest.mark.parametrize("token", ["", "x", "a" * 22, "\0" * 22])
def test_a_link_that_is_none_leads_nowhere(session, token):
    with pytest.raises(NotFound):
        follow(session, token)
