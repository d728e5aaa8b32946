"""The claim vocabulary: which relations there are, between what, and what they promise."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from quizapp.core.facts.entity import Section
from quizapp.core.text.frame import Frame

#: What the subject of a relation is: an entity of a section or of any, a fact's slug, a blank.
Subject = Section | Literal["entity", "statement", "fact", "blank"]


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
        between_facts: its objects are facts, by slug.
        inverse_functional: one subject at most for an object.
        closes_objects, closes_subjects: rows are complete for each subject (object) they name.
        symmetric, transitive, asymmetric, irreflexive: as in mathematics (R19).
        wording: the frames of a relation that a set declares; None for the vocabulary, whose
            words stand in the wording.
    """

    name: str
    subject: Subject
    objects: frozenset[Section] = frozenset()
    value: Literal["text", "date", "number"] | None = None
    functional: bool = False
    quotes_only: bool = False
    upward: bool = False
    between_facts: bool = False
    inverse_functional: bool = False
    closes_objects: bool = False
    closes_subjects: bool = False
    symmetric: bool = False
    transitive: bool = False
    asymmetric: bool = False
    irreflexive: bool = False
    wording: "DeclaredWording | None" = None


@dataclass(frozen=True, slots=True)
class DeclaredWording:
    """The words that a set gives its own relation; ``{s}`` and ``{o}`` are its ends.

    Attributes:
        asks_object, asks_subject: stems that ask for one end and print the other; None where
            there is no such stem.
        say: the statement.
        deny: the denial, for reasons only.
    """

    asks_object: Frame | None
    asks_subject: Frame | None
    say: Frame
    deny: Frame


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
    Relation("means", Section.TERMS, value="text", functional=True, inverse_functional=True),
    Relation("example_of", "entity", frozenset({Section.TERMS})),
    Relation("value", Section.QUANTITIES, value="number", functional=True),
    Relation("explains", "fact", between_facts=True),
)

#: Every relation by its name.
RELATIONS: Mapping[str, Relation] = {relation.name: relation for relation in _ALL}
