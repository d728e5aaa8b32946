"""The schema of the wording's files: which fields each has. What they may hold is checked later."""

from pydantic import BaseModel, ConfigDict, Field, RootModel

from quizapp.core.proof.verdict import Rule


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class StemEntry(_Entry):
    """A question: its text, what it asks, what else it tells."""

    id: str
    text: str
    asks: str | None = None
    states: list[str] = []


class PartEntry(_Entry):
    """A text that stands beside the stem, and what it says, if that is for the kind to say."""

    text: str
    claim: str | None = None


class KindEntry(_Entry):
    """The words of an item kind; of a negative one that is right which the claim is false of."""

    label: str
    negative: bool = False
    stems: list[StemEntry] = []
    options: dict[str, str] = {}
    parts: dict[str, PartEntry] = {}


class SayEntry(_Entry):
    """A statement of a claim."""

    id: str
    text: str
    claim: str


class RelationEntry(_Entry):
    """The words of a relation."""

    say: list[SayEntry] = []
    why: dict[Rule, list[str]]


class DeclaredEntry(_Entry):
    """What relations that a set declares get besides their own words."""

    as_of: str
    why: dict[Rule, list[str]]


class FormatEntry(_Entry):
    """How one answers, and how it is marked."""

    how: str
    marked: str


class HeadingsEntry(RootModel[dict[str, str]]):
    """What a result counts an item under."""


class ListingEntry(_Entry):
    """How texts are joined."""

    two: str
    more: str
    last: str


class CountsEntry(_Entry):
    """How many of several things are correct."""

    one: str
    some: str
    both: str
    all: str
    none: str


class CodesEntry(_Entry):
    """Which of several statements are correct, and how many."""

    listed: ListingEntry
    some: str
    both: str
    all: str
    neither: str
    none: str
    numbers: list[str] = Field(min_length=4)
    statements: CountsEntry
    pairs: CountsEntry


class LanguageEntry(_Entry):
    """What the language does to names, dates and lists."""

    name: str
    definite: str
    indefinite: str
    before_vowel: str
    vowels: str
    months: list[str] = Field(min_length=12, max_length=12)
    day: str
    month: str
    year: str
    things: ListingEntry
    clauses: ListingEntry
    right: str
    wrong: str
    gap: str
    no_last: list[str]
    indefinite_articles: list[str]
    spellings: list[tuple[str, str]]
