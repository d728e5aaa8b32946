"""What is shown of a question after the answer: verdicts, reasons, passages."""

from dataclasses import dataclass
from fractions import Fraction

from quizapp.core.grading.score import Outcome


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text of a passage.

    Attributes:
        tone: empty, ``sentence`` (tinted) or ``mark`` (the cited words, inside the sentence).
    """

    text: str
    tone: str


@dataclass(frozen=True, slots=True)
class PassageView:
    """A cited paragraph, or a teacher's word.

    Attributes:
        id: unique in the result; pages make anchors of it.
        paragraph: the number in the margin; None for a teacher's word.
        segments: the whole paragraph, in order; empty for a teacher's word.
        note: the teacher's word; None for a paragraph.
    """

    id: str
    source_label: str
    source_kind: str
    paragraph: int | None
    segments: tuple[Segment, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class OptionVerdict:
    """An option after the answer: chosen or not, right or not, and the proof.

    Attributes:
        passages: ids of ``FeedbackView.passages`` that the proof rests on.
    """

    label: str
    text: str
    chosen: bool
    right: bool
    why: str
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartVerdict:
    """A part after the answer: what was said of it, what is right, and the proof.

    Attributes:
        said: in words; empty where nothing was.
        own: what is right of it, in words; empty where there is nothing to say.
        right: whether the response is right on it; None where it says nothing.
        passages: as of an option.
    """

    label: str
    text: str
    said: str
    own: str
    right: bool | None
    why: str
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FeedbackView:
    """All about one question after the answer.

    Attributes:
        response: the learner's answer in words; empty for a blank.
        key: the key in words.
        why: why the key is right.
        options: a verdict each, in the order shown; empty for typed answers.
        parts: a verdict each; in their right order where an order was asked for.
        passages: the sources, each once; sentences tinted, cited words marked.
        proved: False for hand-written items ("the author's word").
    """

    outcome: Outcome
    fraction: Fraction
    response: str
    key: str
    why: str
    options: tuple[OptionVerdict, ...]
    passages: tuple[PassageView, ...]
    proved: bool
    parts: tuple[PartVerdict, ...] = ()

    @property
    def lost_on(self) -> tuple[str, ...]:
        """What to call the parts on which the response is wrong."""
        return tuple(
            one.label.strip("().: ") or one.text for one in self.parts if one.right is False
        )
