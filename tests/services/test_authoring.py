"""Sets of the database: begun, saved, published, brought back; nobody overwrites anybody."""

import pytest

from quizapp.core.people.roles import Role
from quizapp.core.sets.audience import Audience
from quizapp.core.sets.heading import starter
from quizapp.core.sets.texts import SetTexts
from quizapp.errors import EditConflict, FormatError, InvalidResponse, NotFound
from quizapp.services import authoring, set_desk
from tests.people import account
from tests.services.authors import begin, change, desk, draft, handed, publish, versions


@pytest.fixture
def tara(session, now):
    return account(session, now, name="Tara Teach", role=Role.TEACHER)


@pytest.fixture
def thea(session, now):
    return account(session, now, name="Thea Teach", role=Role.TEACHER)


# --- begun and saved ---


def test_a_set_begins_with_its_first_version(session, tara, now):
    its = begin(session, tara, now)

    view = desk(session, tara, its)
    assert (view.set_id, view.title) == ("capitals", "Capitals")
    assert (view.number, view.published) == (1, None)
    assert view.texts.yaml.startswith("set: capitals\n")
    assert (view.audience, view.saved_by) == (Audience.OWN, "Tara Teach")


def test_an_id_that_is_taken_gets_a_number(session, tara, thea, now):
    ids = [
        begin(session, tara, now).set_id,
        begin(session, thea, now).set_id,
        begin(session, tara, now, wanted="india-us-2plus2-2023").set_id,
        begin(session, tara, now, wanted="तथ्य").set_id,
    ]

    assert ids == ["capitals", "capitals-2", "india-us-2plus2-2", "set"]


def test_a_save_is_the_next_version_and_the_one_before_stays(session, tara, now):
    its = begin(session, tara, now)
    before = desk(session, tara, its).texts

    number = change(session, tara, its, now, old="Rome", new="Roma", note=" by  hand ")

    assert number == 2
    assert [(row.number, row.note) for row in versions(session, tara, its)] == [
        (2, "by hand"),
        (1, "Begun"),
    ]
    look = {"learner_id": tara.id, "public_id": its.public_id}
    assert set_desk.texts_at(session, **look, number=1)[1] == before
    assert "Roma" in set_desk.texts_at(session, **look, number=2)[1].yaml


def test_what_is_saved_already_is_not_saved_again(session, tara, now):
    its = begin(session, tara, now)
    first = change(session, tara, its, now, old="Rome", new="Roma", base=1)
    view = desk(session, tara, its)

    again = authoring.save(
        session,
        learner_id=tara.id,
        public_id=its.public_id,
        base=1,
        draft=draft(view.texts, now, its.set_id),
        note="",
        now=now,
    )

    assert (first, again) == (2, 2)
    assert len(versions(session, tara, its)) == 2


def test_who_began_from_an_older_version_overwrites_nothing(session, tara, now):
    its = begin(session, tara, now)
    change(session, tara, its, now, old="Rome", new="Roma")

    with pytest.raises(EditConflict) as refused:
        change(session, tara, its, now, old="Madrid", new="MADRID", base=1)

    assert refused.value.number == 2
    assert len(versions(session, tara, its)) == 2


def test_a_version_with_faults_is_saved_and_not_published(session, tara, now):
    its = begin(session, tara, now)
    change(session, tara, its, now, old="name: Rome", new="nome: Rome")

    with pytest.raises(InvalidResponse, match="faults"):
        publish(session, tara, its, now)

    assert versions(session, tara, its)[0].facts is None
    assert handed(session).digest_of("capitals") is None


def test_another_id_in_the_yaml_is_a_fault_at_its_line(session, tara, now):
    its = begin(session, tara, now)

    found = draft(SetTexts("# mine\n" + starter("other", "x")), now, its.set_id)

    assert found.facts is None
    assert str(found.report.faults[0]).startswith('set.yaml:2:6: the id of this set is "capitals"')


def test_what_is_too_much_is_not_even_saved(now):
    with pytest.raises(FormatError) as refused:
        draft(SetTexts("x" * 1_000_001, {"x": "\0"}), now)

    assert len(refused.value.faults) == 3


# --- published and brought back ---


def test_learners_get_what_was_published_and_no_later_draft(session, tara, now):
    its = begin(session, tara, now)
    publish(session, tara, its, now)
    published = desk(session, tara, its).texts
    change(session, tara, its, now, old="Rome", new="Roma")

    assert handed(session).digest_of("capitals") == published.digest
    assert handed(session).texts_of("capitals") == published
    assert [row.published for row in versions(session, tara, its)] == [False, True]
    (card,) = set_desk.my_sets(session, learner_id=tara.id)
    assert card.ahead


def test_publishing_twice_is_publishing_once(session, tara, now):
    its = begin(session, tara, now)
    publish(session, tara, its, now)
    publish(session, tara, its, now)

    assert desk(session, tara, its).published == 1


def test_an_older_version_can_be_published_again(session, tara, now):
    its = begin(session, tara, now)
    publish(session, tara, its, now)
    first = desk(session, tara, its).texts
    change(session, tara, its, now, old="Rome", new="Roma")
    publish(session, tara, its, now)

    authoring.publish_revision(
        session,
        learner_id=tara.id,
        public_id=its.public_id,
        number=1,
        draft=draft(first, now, its.set_id),
        now=now,
    )

    assert handed(session).digest_of("capitals") == first.digest


def test_another_text_than_the_version_has_is_not_published_as_it(session, tara, now):
    its = begin(session, tara, now)

    with pytest.raises(NotFound):
        authoring.publish_revision(
            session,
            learner_id=tara.id,
            public_id=its.public_id,
            number=1,
            draft=draft(SetTexts(starter("capitals", "Another")), now, its.set_id),
            now=now,
        )


def test_what_is_brought_back_is_a_new_version(session, tara, now):
    its = begin(session, tara, now)
    first = desk(session, tara, its).texts
    change(session, tara, its, now, old="Rome", new="Roma")

    number = authoring.restore(
        session, learner_id=tara.id, public_id=its.public_id, number=1, now=now
    )

    assert number == 3
    assert desk(session, tara, its).texts == first
    assert versions(session, tara, its)[0].note == "As in version 1"


def test_what_changed_is_told_between_any_two(session, tara, now):
    its = begin(session, tara, now)
    change(session, tara, its, now, old="Rome", new="Roma")
    change(session, tara, its, now, old="Lisbon", new="Lisboa")

    found = set_desk.comparison(session, learner_id=tara.id, public_id=its.public_id, old=1, new=3)

    assert [(one.name, one.added, one.removed) for one in found.files] == [("", 2, 2)]
    with pytest.raises(NotFound):
        set_desk.comparison(session, learner_id=tara.id, public_id=its.public_id, old=1, new=9)
