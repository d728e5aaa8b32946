"""What a set says, in the oracle's own words: entities, atoms, closures, tenures, citations.

Only values; they are read from YAML in ``entities`` and ``shapes`` and given to the solver in
``program``. Nothing is decided here.
"""

from dataclasses import dataclass, field
from pathlib import Path

SECTIONS = {
    "people": "person",
    "orgs": "org",
    "places": "place",
    "groups": "group",
    "offices": "office",
    "media": "medium",
    "works": "work",
    "events": "event",
    "topics": "topic",
    "terms": "term",
    "quantities": "quantity",
}
SPEAKERS = ("person", "org", "place", "group", "office")


@dataclass(frozen=True, slots=True)
class Listing:
    """What is listed, what is denied, and whether the list is complete."""

    listed: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    complete: bool = False
    #: The citations of denials that have one of their own.
    denial_cites: tuple["Cite", ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """A printed name and the fields that it gives away (R17)."""

    text: str
    reveals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing of the set; ``section`` is the singular of its section."""

    id: str
    section: str
    names: tuple[Name, ...]
    aliases: tuple[str, ...] = ()
    the: bool = False
    plural: bool = False
    kind: str | None = None
    part_of: tuple[str, ...] = ()
    overlaps: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    maybe_same: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    members: Listing = Listing()

    @property
    def name(self) -> str:
        """Its first name."""
        return self.names[0].text


@dataclass(frozen=True, slots=True)
class Atom:
    """One thing stated (or denied) by a fact; dates and texts stand as written.

    ``at`` is the ``as_of`` of its fact: another date is another frame.
    """

    relation: str
    subject: str
    object: str
    fact: str
    holds: bool = True
    at: str = ""


@dataclass(frozen=True, slots=True)
class Closure:
    """A complete list: of the objects of a subject, or (``inverse``) of its subjects."""

    relation: str
    subject: str
    listed: tuple[str, ...]
    fact: str
    inverse: bool = False
    at: str = ""


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held an office when: between two dates, at some time of a date, or at the report."""

    fact: str
    office: str
    holder: str
    start: str | None = None
    until: str | None = None
    on: str | None = None
    report: str | None = None
    denied: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Words, or what they say, with their frame."""

    id: str
    says: tuple[str, ...]
    quote: str | None = None
    gist: str | None = None
    frame: tuple[tuple[str, str], ...] = ()
    of: str | None = None
    only: bool = False
    blanks: tuple[str, ...] = ()
    echoes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cite:
    """Words of a source, or a teacher's note where the source has no text."""

    source: str
    span: str
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A text in numbered paragraphs, or (no paragraphs) somebody's knowledge."""

    id: str
    label: str
    published: str | None = None
    paragraphs: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of the set's own, with its flags and its own frames, holes and all."""

    id: str
    subject: str
    object: str
    flags: frozenset[str] = frozenset()
    say: str = ""
    deny: str = ""
    #: The stems: which end a stem asks for, tells the hole that it leaves out.
    asks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Number:
    """The value of a quantity: a number, or one bound of it (R16)."""

    quantity: str
    fact: str
    value: str | None = None
    least: str | None = None
    most: str | None = None
    unit: str | None = None
    tolerance: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question written by hand: its own words, and nothing that can be proved."""

    id: str
    format: str
    stem: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    tests: tuple[str, ...] = ()


@dataclass(slots=True)
class Knowledge:
    """All that a set says; filled by the reader, then only read."""

    set_id: str
    path: Path
    sources: dict[str, Source] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)
    atoms: list[Atom] = field(default_factory=list)
    closures: list[Closure] = field(default_factory=list)
    tenures: list[Tenure] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)
    relations: dict[str, Relation] = field(default_factory=dict)
    #: The rows of the set's own relations, by fact: "SUBJECT:OBJECT".
    rows: dict[str, set[str]] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    #: The wider terms of a term; no claim follows from them.
    wider: dict[str, tuple[str, ...]] = field(default_factory=dict)
    apart: set[tuple[str, str]] = field(default_factory=set)
    same_time: set[tuple[str, str]] = field(default_factory=set)
    cites: dict[str, tuple[Cite, ...]] = field(default_factory=dict)
    #: The citations of denials that have their own, by fact.
    denial_cites: dict[str, list[Cite]] = field(default_factory=dict)

    def of(self, *sections: str) -> list[str]:
        """Return the ids of the entities of these sections."""
        return [e.id for e in self.entities.values() if e.section in sections]
