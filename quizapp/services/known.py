"""What a learner knows of a set: now, on the day of the exam, by topic, fact and source.

All of it follows from the memories and the reviews; it is about oneself, and for nobody else.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from quizapp.core.memory.forecast import LOAD_DAYS, expected_recall
from quizapp.core.memory.standing import Standing
from quizapp.core.memory.studied import (
    Studied,
    first_of_months,
    first_of_weeks,
    months,
    streak,
    weeks,
)
from quizapp.library.shelf import Shelf
from quizapp.services.known_answers import NONE, answers_of
from quizapp.services.known_slots import Layout, Standings, fact_rows, layout_of, standings_of
from quizapp.services.known_sources import leaf, painted
from quizapp.services.learners import LearnerId
from quizapp.services.settings import exam
from quizapp.services.views.known import (
    Answers,
    Calendar,
    DueDay,
    ExamOutlook,
    KnownView,
    TopicRow,
)
from quizapp.store.studied import days_of_reviews

#: So many facts stand on a page.
FACTS: Final = 50
#: A page names at most so many topics.
TOPICS: Final = 100


def known(
    session: Session,
    *,
    learner_id: LearnerId | None,
    shelf: Shelf,
    now: datetime,
    first: int = 0,
    paragraph: int = 0,
) -> KnownView:
    """Return what a learner knows of a set; nothing, for a stranger.

    Args:
        first: the place of the first fact that is listed.
        paragraph: the place of the first paragraph that is painted.
    """
    layout, set_id = layout_of(shelf), shelf.bank.set_id
    standings = standings_of(session, learner_id, shelf, now=now)
    day, asked = standings.day, tuple(standings.by_slot.values())
    shown = leaf(first, FACTS, len(asked))
    topics = sorted(_topics(layout, standings), key=lambda row: (row.recall, row.label))
    studied: tuple[Studied, ...] = ()
    answers = NONE
    if learner_id is not None:
        studied = days_of_reviews(session, learner_id, set_id, first_of_months(day))
        answers = answers_of(session, learner_id, shelf)
    return KnownView(
        set_id=set_id,
        set_title=shelf.bank.title,
        day=day,
        slots=len(layout.slots),
        counts=standings.counts(len(layout.slots)),
        remembered=sum(one.recall for one in asked),
        exam=_outlook(exam(session, learner_id=learner_id, set_id=set_id), standings),
        due=tuple(_due(asked, day, answers)),
        answers=answers,
        topics=tuple(topics[:TOPICS]),
        more_topics=max(len(topics) - TOPICS, 0),
        new_topics=len({label for labels in layout.topics.values() for label in labels})
        - len(topics),
        facts=fact_rows(shelf, asked[shown.first : shown.end]),
        leaf=shown,
        sources=painted(shelf, standings, first=paragraph),
        months=months(studied),
        retention=standings.retention,
        calendar=_calendar(studied, day),
    )


def _outlook(wanted: date | None, standings: Standings) -> ExamOutlook | None:
    if wanted is None or wanted < standings.day:
        return None
    memories = (one.memory for one in standings.by_slot.values())
    return ExamOutlook(wanted, expected_recall(memories, wanted))


def _due(asked: tuple[Standing, ...], day: date, answers: Answers) -> Iterator[DueDay]:
    """Yield the next days; what was due before is due today."""
    places = Counter(max((one.due - day).days, 0) for one in asked)
    for place in range(LOAD_DAYS):
        seconds = round(places[place] * answers.seconds)
        yield DueDay(day + timedelta(place), places[place], seconds)


def _topics(layout: Layout, standings: Standings) -> Iterator[TopicRow]:
    slots: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    weak: Counter[str] = Counter()
    recall: dict[str, float] = {}
    for key, labels in layout.topics.items():
        one = standings.by_slot.get(key)
        slots.update(labels)
        if one is None:
            continue
        asked.update(labels)
        for label in labels:
            recall[label] = recall.get(label, 0.0) + one.recall
            weak[label] += one.is_weak
    for label, count in asked.items():
        yield TopicRow(label, slots[label], count, recall[label] / count, weak[label])


def _calendar(studied: tuple[Studied, ...], day: date) -> Calendar:
    first = first_of_weeks(day)
    return Calendar(
        first=first,
        weeks=weeks(studied, day),
        months=months(one for one in studied if one.day >= first),
        streak=streak({one.day for one in studied}, day),
    )
