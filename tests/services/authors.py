"""Sets of the tests that live in the database: begun, saved, published, linked to."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.core.sets.heading import starter
from quizapp.core.sets.texts import SetTexts
from quizapp.library.wording import load_wording
from quizapp.services import set_desk
from quizapp.services.authoring import Begun, begin_set, publish_revision, save
from quizapp.services.drafts import Draft, read_draft
from quizapp.services.quiz_links import NewLink, make_link
from quizapp.services.run import Store
from quizapp.services.set_desk import edit_view
from quizapp.services.stored_sets import StoredSets
from quizapp.services.views.sets import SetEditView, VersionRow
from tests.people import Person

WORDING = load_wording()


def draft(texts: SetTexts, now: datetime, set_id: str | None = None) -> Draft:
    return read_draft(texts, WORDING, now=now, set_id=set_id)


def begin(
    session: Session, person: Person, now: datetime, *, title: str = "Capitals", wanted: str = ""
) -> Begun:
    """Begin a set with the example that every new one has."""
    return begin_set(
        session,
        learner_id=person.id,
        draft=draft(SetTexts(starter("any", title)), now),
        wanted_id=wanted or title,
        taken=lambda set_id: set_id == "india-us-2plus2-2023",
        note="Begun",
        now=now,
    )


def begun(store: Store, person: Person, now: datetime, *, title: str = "Capitals") -> Begun:
    return store.write(lambda session: begin(session, person, now, title=title))


def change(
    session: Session,
    person: Person,
    its: Begun,
    now: datetime,
    *,
    old: str,
    new: str,
    base: int | None = None,
    note: str = "",
) -> int:
    """Save a set with some words exchanged; return the number of the revision."""
    view = edit_view(session, learner_id=person.id, public_id=its.public_id)
    assert old in view.texts.yaml
    texts = SetTexts(view.texts.yaml.replace(old, new), view.texts.files)
    return save(
        session,
        learner_id=person.id,
        public_id=its.public_id,
        base=view.number if base is None else base,
        draft=draft(texts, now, its.set_id),
        note=note,
        now=now,
    )


def publish(session: Session, person: Person, its: Begun, now: datetime) -> None:
    """Publish what was saved last."""
    view = edit_view(session, learner_id=person.id, public_id=its.public_id)
    publish_revision(
        session,
        learner_id=person.id,
        public_id=its.public_id,
        number=view.number,
        draft=draft(view.texts, now, its.set_id),
        now=now,
    )


def linked(
    session: Session, person: Person, now: datetime, *, set_id: str = "india-us-2plus2-2023"
) -> str:
    wanted = NewLink(set_id, "A quiz", 5, "classroom", "mixed", "mixed", feedback_each=True)
    return make_link(session, learner_id=person.id, wanted=wanted, now=now)


def desk(session: Session, person: Person, its: Begun) -> SetEditView:
    return edit_view(session, learner_id=person.id, public_id=its.public_id)


def versions(session: Session, person: Person, its: Begun) -> tuple[VersionRow, ...]:
    return set_desk.versions(session, learner_id=person.id, public_id=its.public_id)


def handed(session: Session) -> StoredSets:
    """Return what the library is handed."""
    return StoredSets(lambda job: job(session))
