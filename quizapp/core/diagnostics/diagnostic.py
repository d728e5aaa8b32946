"""What a diagnosis finds: a remark on one place of a sound set, with what to do about it.

Faults, which make a set unusable, are the reader's; a remark leaves the set as sound as it was.
"""

from dataclasses import dataclass

from quizapp.core.facts.tree import Path


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a source.

    Attributes:
        source: its id.
        paragraph: the number of the paragraph.
        start: code points, in the raw paragraph.
    """

    source: str
    paragraph: int
    start: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark.

    Attributes:
        subject: the slug, id or relation that it is about; of a source, the source's id.
        message: what is so, and what follows from it.
        hint: what to do, an order.
        inside: the keys below the subject's entry that lead to the place; () for the entry.
        slot: ``slug/part`` where it is about one slot.
        passage: where it stands, if it stands in a source and not in the set.
    """

    subject: str
    message: str
    hint: str
    inside: Path = ()
    slot: str | None = None
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A remark under the stable code of the diagnosis that made it."""

    code: str
    finding: Finding
