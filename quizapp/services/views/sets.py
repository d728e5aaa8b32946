"""Views of sets that authors make here."""

from dataclasses import dataclass
from datetime import datetime

from quizapp.core.sets.audience import Audience
from quizapp.core.sets.comparing import FileDiff
from quizapp.core.sets.texts import SetTexts
from quizapp.services.views.quiz import OptionView


@dataclass(frozen=True, slots=True)
class AuthoredCard:
    """A set in a list of its author, or of those who may copy it.

    Attributes:
        id: in the addresses of its author's pages; empty for one that this person cannot change.
        facts: None where it has faults.
        author: the name of its owner; empty where it is this person's own, or of the folder.
        published_at: None where nothing is.
        ahead: whether what was saved last is not published.
    """

    id: str
    set_id: str
    title: str
    facts: int | None
    audience: Audience
    author: str
    published_at: datetime | None
    ahead: bool
    archived: bool


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A revision in a list.

    Attributes:
        author: empty where the account is gone.
        published: whether learners get this one now.
    """

    number: int
    author: str
    note: str
    facts: int | None
    at: datetime
    published: bool


@dataclass(frozen=True, slots=True)
class SetEditView:
    """A set for those who may change it.

    Attributes:
        number: of the revision that was saved last.
        texts: what it says.
        sound: whether it had no faults when it was saved.
        saved_by: empty where the account is gone.
        published: the number of the revision that learners get; None where there is none.
        forked: what it is a copy of, in words; empty where it is none.
        is_owner: whether this person decides who sees it.
        classes: of this person, to be shown to or not.
        editors: the names of those who may change it beside its owner.
    """

    id: str
    set_id: str
    title: str
    number: int
    texts: SetTexts
    sound: bool
    saved_by: str
    saved_at: datetime
    published: int | None
    forked: str
    is_owner: bool
    audience: Audience
    archived: bool
    classes: tuple[OptionView, ...]
    editors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between two revisions."""

    id: str
    title: str
    old: int
    new: int
    files: tuple[FileDiff, ...]


@dataclass(frozen=True, slots=True)
class FaultLine:
    """Something wrong, or left to do, in a place of the text.

    Attributes:
        line, column: from 1; 0 where it has no place in the YAML.
        where: the file it stands in, for one beside the YAML; empty for the YAML.
        text: the line itself, shortened.
        hint: what to do, where the reason does not say it.
    """

    line: int
    column: int
    where: str
    reason: str
    text: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class PreviewItem:
    """An item as its author sees it: the key is marked.

    Attributes:
        options: text, and whether it is right.
        answer: what is right, where there is nothing to choose from.
    """

    kind: str
    stem: str
    parts: tuple[str, ...]
    options: tuple[tuple[str, bool], ...]
    answer: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What a state of a set amounts to.

    Attributes:
        faults: what stands in the way of publishing it.
        more: how many faults are not told.
        remarks: what could be better.
        facts, slots: how many; 0 with faults.
        sample: some of its items.
    """

    faults: tuple[FaultLine, ...]
    more: int
    remarks: tuple[FaultLine, ...]
    facts: int
    slots: int
    sample: tuple[PreviewItem, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """What a kind does not ask of a fact, and why.

    Attributes:
        part: of the fact.
        kind: the label of the kind.
    """

    part: str
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class FactItems:
    """A fact with all that is asked of it, and what is not."""

    slug: str
    items: tuple[PreviewItem, ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link to a quiz, in the list of who made it.

    Attributes:
        terms: what it fixes, in words.
    """

    token: str
    title: str
    set_id: str
    terms: str
    at: datetime
    ended: bool
