"""One slot of a set as a learner knows it: in words, where it stands, its reviews, its curve."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.source import Citation
from quizapp.core.memory.curve import AHEAD, curve
from quizapp.core.memory.painting import Span, runs
from quizapp.core.memory.standing import Standing
from quizapp.core.memory.state import retrievability
from quizapp.errors import NotFound
from quizapp.library.shelf import Shelf
from quizapp.services.known_slots import Standings, fact_rows, layout_of, standings_of
from quizapp.services.learners import LearnerId
from quizapp.services.views import PassageView, Segment
from quizapp.services.views.known import FactRow, FactView, Foretold, ReviewRow
from quizapp.store.reviewed import Reviewed, reviews_of_slot

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
    standings = standings_of(session, learner_id, shelf, now=now)
    one = standings.by_slot.get(key)
    if one is None or learner_id is None:
        return FactView(bank.set_id, bank.title, slot, None)
    reviews = reviews_of_slot(session, learner_id, key)
    (fact,) = fact_rows(shelf, [one])
    others, never = _others(shelf, standings, key)
    # A memory whose reviews were lost would be told from its last day on.
    states = [(review.after.last_day, review.after) for review in reviews]
    states = states or [(one.memory.last_day, one.memory)]
    first = states[0][0]
    return FactView(
        set_id=bank.set_id,
        set_title=bank.title,
        slot=slot,
        fact=fact,
        first=first,
        passages=tuple(_passages(bank, layout_of(shelf).cites[key])),
        reviews=tuple(map(_review, reviews)),
        curve=curve(states, standings.day + timedelta(AHEAD)),
        today=(standings.day - first).days,
        ahead=tuple(_ahead(one, standings)),
        retention=standings.retention,
        others=others,
        others_never=never,
    )


def _review(one: Reviewed) -> ReviewRow:
    return ReviewRow(one.day, one.format, one.recall, one.failed, round(one.after.stability))


def _ahead(one: Standing, standings: Standings) -> Iterator[Foretold]:
    for days in _TOLD:
        day = standings.day + timedelta(days)
        yield Foretold(day, retrievability(one.memory, day))


def _others(shelf: Shelf, standings: Standings, key: str) -> tuple[tuple[FactRow, ...], int]:
    """Return the other slots that stand in the same words: those asked, and how many were not."""
    layout = layout_of(shelf)
    mine = [cite for cite in layout.cites[key] if cite.paragraph is not None]
    found = dict.fromkeys(
        other
        for cite in mine
        for its, other in layout.spans[cite.source, cite.paragraph or 0]
        if other != key and _overlap(cite, its)
    )
    asked = [standings.by_slot[other] for other in found if other in standings.by_slot]
    return fact_rows(shelf, asked[:_OTHERS]), len(found) - len(asked)


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
