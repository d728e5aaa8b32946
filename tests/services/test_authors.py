"""Sets of the database: who may change them, archives, and fifty who save at once."""

import threading

import pytest

from quizapp.core.people.roles import Role
from quizapp.core.sets.comparing import merge_sets
from quizapp.core.sets.texts import SetTexts
from quizapp.errors import EditConflict, InvalidResponse, NotAllowed, NotFound
from quizapp.services import authoring, set_desk, sharing
from quizapp.services.set_access import require_seen
from tests.people import account
from tests.services.authors import begin, begun, change, desk, draft, handed, publish, versions


@pytest.fixture
def tara(session, now):
    return account(session, now, name="Tara Teach", role=Role.TEACHER)


@pytest.fixture
def thea(session, now):
    return account(session, now, name="Thea Teach", role=Role.TEACHER)


# --- who may change it ---


def test_nobody_else_finds_it(session, tara, thea, now):
    its = begin(session, tara, now)

    for act in (
        lambda: desk(session, thea, its),
        lambda: change(session, thea, its, now, old="Rome", new="Roma"),
        lambda: publish(session, thea, its, now),
        lambda: versions(session, thea, its),
    ):
        with pytest.raises(NotFound):
            act()


def test_who_is_let_in_may_change_and_publish_but_not_decide_who_sees_it(session, tara, thea, now):
    its = begin(session, tara, now)
    sharing.let_change(session, learner_id=tara.id, public_id=its.public_id, name="  thea TEACH")

    change(session, thea, its, now, old="Rome", new="Roma")
    publish(session, thea, its, now)

    assert versions(session, tara, its)[0].author == "Thea Teach"
    assert desk(session, tara, its).editors == ("Thea Teach",)
    with pytest.raises(NotAllowed):
        sharing.let_change(session, learner_id=thea.id, public_id=its.public_id, name="Tara Teach")
    sharing.let_change_no_more(
        session, learner_id=tara.id, public_id=its.public_id, name="Thea Teach"
    )
    with pytest.raises(NotFound):
        desk(session, thea, its)


@pytest.mark.parametrize("name", ["Nobody", "", "Asha"])
def test_only_teachers_are_let_in(session, tara, now, name):
    account(session, now, name="Asha")
    its = begin(session, tara, now)

    with pytest.raises(InvalidResponse, match="No teacher"):
        sharing.let_change(session, learner_id=tara.id, public_id=its.public_id, name=name)


def test_what_is_archived_is_changed_no_more_and_got_by_nobody(session, tara, now):
    its = begin(session, tara, now)
    publish(session, tara, its, now)
    put = {"learner_id": tara.id, "public_id": its.public_id, "now": now}
    authoring.archive_set(session, **put, archived=True)

    assert handed(session).digest_of("capitals") is None
    with pytest.raises(NotAllowed):
        change(session, tara, its, now, old="Rome", new="Roma")
    with pytest.raises(NotFound):
        require_seen(session, learner_id=tara.id, set_id="capitals")
    authoring.archive_set(session, **put, archived=False)
    assert handed(session).digest_of("capitals")


# --- at once ---


def test_of_fifty_who_save_at_once_nobody_loses_a_version(store, now):
    store = store
    tara = store.write(lambda session: account(session, now, role=Role.TEACHER))
    its = begun(store, tara, now)
    texts = store.read(lambda session: desk(session, tara, its)).texts
    wide = SetTexts(texts.yaml + "".join(f"# {number}\n#\n" for number in range(50)))
    store.write(lambda session: save_texts(session, tara, its, wide, 1, now))
    conflicts = []

    def write(number):
        base = store.read(lambda session: desk(session, tara, its))
        mine = SetTexts(base.texts.yaml.replace(f"# {number}\n", f"# {number} by hand\n"))
        at, before = base.number, base.texts
        while True:
            try:
                return store.write(
                    lambda session: save_texts(session, tara, its, mine, at, now)  # noqa: B023
                )
            except EditConflict:
                conflicts.append(number)
                latest = store.read(lambda session: desk(session, tara, its))
                merged = merge_sets(before, mine, latest.texts)
                assert merged is not None
                at, before, mine = latest.number, latest.texts, merged

    threads = [threading.Thread(target=write, args=(number,)) for number in range(50)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    found = store.read(lambda session: desk(session, tara, its))
    assert found.number == 52
    assert all(f"# {number} by hand\n" in found.texts.yaml for number in range(50))
    look = {"learner_id": tara.id, "public_id": its.public_id}
    first = store.read(lambda session: set_desk.versions(session, **look))
    more = store.read(lambda session: set_desk.versions(session, **look, below=first[-1].number))
    told = [row.number for row in (*first, *more)]
    assert told == list(range(52, 0, -1))


def save_texts(session, person, its, texts, base, now):
    return authoring.save(
        session,
        learner_id=person.id,
        public_id=its.public_id,
        base=base,
        draft=draft(texts, now, its.set_id),
        note="",
        now=now,
    )
