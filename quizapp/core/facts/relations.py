"""The claim vocabulary: which relations there are, between what, and what they promise."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from quizapp.core.facts.entity import Section

#: What the subject of a relation is: an entity of a section, a statement's slug, or a blank.
Subject = Section | Literal["statement", "blank"]


@dataclass(frozen=True, slots=True)
class Relation:
    """What holds of every claim of one relation.

    Attributes:
        subject: what its subjects are.
        objects: the sections its objects come from; empty where they are values.
        value: the kind of ``Value`` its objects are; None where they are entities.
        functional: one object at most for a subject (at one moment).
        quotes_only: ``functional`` holds only where the subject quotes words (R2).
        upward: what is true of a part is true of its wholes.
    """

    name: str
    subject: Subject
    objects: frozenset[Section] = frozenset()
    value: Literal["text", "date", "number"] | None = None
    functional: bool = False
    quotes_only: bool = False
    upward: bool = False


def _speakers() -> frozenset[Section]:
    return frozenset({Section.PEOPLE, Section.ORGS, Section.PLACES, Section.GROUPS})


_TOPICS = frozenset({Section.TOPICS})
_EVENTS = frozenset({Section.EVENTS})

_ALL = (
    Relation("said", "statement", _speakers()),
    Relation("reported", "statement", _speakers()),
    Relation("medium", "statement", frozenset({Section.MEDIA}), functional=True, quotes_only=True),
    Relation("said_at", "statement", _EVENTS, functional=True, quotes_only=True),
    Relation("said_on", "statement", _EVENTS),
    Relation("dated", "statement", value="date", functional=True, quotes_only=True),
    Relation("about", "statement", _TOPICS, upward=True),
    Relation("words", "blank", value="text", functional=True),
    Relation("covered", Section.EVENTS, _TOPICS, upward=True),
    Relation("holder", Section.OFFICES, frozenset({Section.PEOPLE}), functional=True),
    Relation("date", Section.EVENTS, value="date", functional=True),
    Relation("began", Section.EVENTS, value="date", functional=True),
    Relation("ended", Section.EVENTS, value="date", functional=True),
    Relation("place", Section.EVENTS, frozenset({Section.PLACES}), functional=True, upward=True),
    Relation("took_part", Section.EVENTS, frozenset({Section.PEOPLE})),
    Relation("party", Section.EVENTS, frozenset({Section.PLACES, Section.ORGS})),
    Relation("before", Section.EVENTS, _EVENTS),
)

#: Every relation by its name.
RELATIONS: Mapping[str, Relation] = {relation.name: relation for relation in _ALL}
