"""One slot of a set as a learner knows it: in words, where it stands, its reviews, its curve."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.source import Citation
from quizapp.core.memory.curve import AHEAD, curve
from quizapp.core.memory.days import study_day
from quizapp.core.memory.painting import Span, runs
from quizapp.core.memory.standing import Standing, standing
from quizapp.core.memory.state import retrievability
from quizapp.errors import NotFound
from quizapp.library.shelf import Shelf
from quizapp.services.known_slots import Layout, fact_rows, layout_of, standings_of
from quizapp.services.learners import LearnerId
from quizapp.services.settings import zone_at
from quizapp.services.views import PassageView, Segment
from quizapp.services.views.known import FactView, Foretold, ReviewRow
from quizapp.store.memories import memory_of
from quizapp.store.reviewed import Reviewed, reviews_of_slot
from quizapp.store.settings import settings_of

#: Days to come for which the chance of recall is told in figures.
_TOLD: Final = (0, 7, 14, 30, AHEAD)
#: A page names at most so many other facts of the same words.
_OTHERS: Final = 20


def known_fact(
    session: Session, *, learner_id: LearnerId | None, shelf: Shelf, slot: str, now: datetime
) -> FactView:
    """Return one slot of a set; of one that was never asked only that.

    Args:
        slot: ``slug/part``.

    Raises:
        NotFound: the set does not ask for such a slot.
    """
    bank, key = shelf.bank, shelf.bank.slot_key(slot)
    if key not in layout_of(shelf).slots:
        raise NotFound(f"The set “{bank.title}” asks for no such fact. Its page lists them.")
    nothing = FactView(bank.set_id, bank.title, slot, None)
    kept = None if learner_id is None else memory_of(session, learner_id, key)
    if kept is None or learner_id is None:
        return nothing
    day = study_day(now, zone_at(session, learner_id, now))
    reviews = reviews_of_slot(session, learner_id, key)
    failed = bool(reviews) and reviews[-1].failed
    one = standing(key, kept.memory, due=kept.due, failed=failed, day=day)
    (fact,) = fact_rows(shelf, [one])
    # A memory whose reviews were lost would be told from its last day on.
    states = [(review.after.last_day, review.after) for review in reviews]
    states = states or [(one.memory.last_day, one.memory)]
    first = states[0][0]
    beside = _beside(layout_of(shelf), key)
    others: tuple[Standing, ...] = ()
    if beside:
        known = standings_of(session, learner_id, shelf, now=now).by_slot
        others = tuple(known[other] for other in beside if other in known)
    return replace(
        nothing,
        fact=fact,
        first=first,
        passages=tuple(_passages(bank, layout_of(shelf).cites[key])),
        reviews=tuple(map(_review, reviews)),
        curve=curve(states, day + timedelta(AHEAD)),
        today=(day - first).days,
        ahead=tuple(_ahead(one, day)),
        retention=settings_of(session, learner_id).retention,
        others=fact_rows(shelf, others[:_OTHERS]),
        others_never=len(beside) - len(others),
    )


def _review(one: Reviewed) -> ReviewRow:
    return ReviewRow(one.day, one.format, one.recall, one.failed, round(one.after.stability))


def _ahead(one: Standing, today: date) -> Iterator[Foretold]:
    for days in _TOLD:
        day = today + timedelta(days)
        yield Foretold(day, retrievability(one.memory, day))


def _beside(layout: Layout, key: str) -> tuple[str, ...]:
    """Return the other slots that stand in the same words of a text."""
    found = (
        other
        for cite in layout.cites[key]
        if cite.paragraph is not None
        for its, other in layout.spans[cite.source, cite.paragraph]
        if other != key and _overlap(cite, its)
    )
    return tuple(dict.fromkeys(found))


def _overlap(one: Citation, other: Citation) -> bool:
    return (one.start or 0) < (other.end or 0) and (other.start or 0) < (one.end or 0)


def _passages(bank: Bank, cites: tuple[Citation, ...]) -> Iterator[PassageView]:
    """Yield each paragraph and each teacher's word once."""
    places: dict[tuple[str, int | None, str | None], list[Citation]] = {}
    for cite in cites:
        places.setdefault((cite.source, cite.paragraph, cite.note), []).append(cite)
    for number, ((source_id, paragraph, note), found) in enumerate(places.items(), start=1):
        source = bank.sources[source_id]
        text = "" if paragraph is None else source.paragraph(paragraph)
        yield PassageView(
            id=f"passage-{number}",
            source_label=source.label,
            source_kind=source.kind,
            paragraph=paragraph,
            segments=tuple(_segments(text, found)) if text else (),
            note=note,
        )


def _segments(text: str, cites: list[Citation]) -> Iterator[Segment]:
    spans = [Span(cite.start or 0, cite.end or 0, "mark") for cite in cites]
    spans += [Span(cite.sentence_start or 0, cite.sentence_end or 0, "sentence") for cite in cites]
    for run in runs(text, spans):
        yield Segment(run.text, "mark" if "mark" in run.of else "".join(run.of))
