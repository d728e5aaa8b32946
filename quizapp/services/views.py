"""What services hand to pages and commands: frozen, complete, free of rows.

Before a question is answered a view of it holds nothing of its key: ``QuestionView.feedback`` is
None, and options carry an opaque token, a label and a text.
"""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from quizapp.core.grading.score import Outcome


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source of a set, without its text."""

    label: str
    kind: str
    title: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many items of one kind a set yields."""

    kind: str
    label: str
    items: int


@dataclass(frozen=True, slots=True)
class SetCard:
    """A set in a list."""

    id: str
    title: str
    facts: int
    items: int
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class SetView:
    """The page of a set. Lists are in alphabetical order and name what options may name too.

    Attributes:
        most: how many items can stand together in one quiz.
        events, people, topics: what the set speaks of.
    """

    id: str
    title: str
    facts: int
    slots: int
    items: int
    most: int
    sources: tuple[SourceLine, ...]
    kinds: tuple[KindCount, ...]
    events: tuple[str, ...]
    people: tuple[str, ...]
    topics: tuple[str, ...]


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
class OptionView:
    """An option before the answer.

    Attributes:
        token: what the form sends; opaque, of this showing only.
        label: the letter A, B, C …; empty for true/false.
    """

    token: str
    label: str
    text: str
    chosen: bool


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
class FeedbackView:
    """All about one question after the answer.

    Attributes:
        response: the learner's answer in words; empty for a blank.
        key: the key in words.
        why: why the key is right.
        options: a verdict each, in the order shown; empty for typed answers.
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


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """One question in the row of numbers."""

    position: int
    answered: bool
    current: bool


@dataclass(frozen=True, slots=True)
class QuestionView:
    """The page of one question.

    Attributes:
        position: from 1 to ``count``.
        format: the response format; the template ``items/<format>.html`` shows it.
        how: how to answer and how it is marked, in words.
        typed: what was typed before; empty otherwise.
        showing_id: opaque id that the form posts to.
        submission_key: fresh; makes a double click harmless.
        feedback: set once the item is closed (feedback after each), else None.
        next_position: the next question without an answer, or None when all have one.
        feedback_each: whether feedback comes after each question, or at the end.
    """

    attempt_id: str
    set_id: str
    set_title: str
    position: int
    count: int
    answered: int
    kind: str
    kind_label: str
    format: str
    stem: str
    how: str
    options: tuple[OptionView, ...]
    typed: str
    showing_id: str
    submission_key: str
    feedback: FeedbackView | None
    next_position: int | None
    palette: tuple[PaletteEntry, ...]
    feedback_each: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of a response.

    Attributes:
        counted: False when an earlier response had closed the item; that one counts.
        next_position: the next question without an answer, or None when all have one.
    """

    attempt_id: str
    position: int
    counted: bool
    feedback_each: bool
    next_position: int | None


@dataclass(frozen=True, slots=True)
class FinishView:
    """The page before the end of a quiz: which questions have no answer yet."""

    attempt_id: str
    set_title: str
    count: int
    answered: int
    unanswered: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of the score: a topic or a kind.

    Attributes:
        earned: exact sum of the fractions.
        n: number of questions.
    """

    label: str
    earned: Fraction
    n: int


@dataclass(frozen=True, slots=True)
class ResultItem:
    """One question of a finished attempt, as it was shown."""

    position: int
    stem: str
    kind_label: str
    format: str
    feedback: FeedbackView


@dataclass(frozen=True, slots=True)
class ResultView:
    """A finished attempt, as it was.

    Attributes:
        earned: exact sum of the fractions; ``count`` is the most there was.
        seconds_taken: from start to finish.
    """

    attempt_id: str
    set_id: str
    set_title: str
    started_at: datetime
    finished_at: datetime
    seconds_taken: int
    earned: Fraction
    count: int
    right: int
    blank: int
    topics: tuple[Bar, ...]
    kinds: tuple[Bar, ...]
    items: tuple[ResultItem, ...]


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """An attempt in a list.

    Attributes:
        finished_at, earned, seconds_taken: None while the attempt is open.
    """

    attempt_id: str
    set_id: str
    set_title: str
    started_at: datetime
    finished_at: datetime | None
    seconds_taken: int | None
    earned: Fraction | None
    answered: int
    count: int


@dataclass(frozen=True, slots=True)
class Started:
    """A quiz was started.

    Attributes:
        cookie: the learner's new secret, to be set as the cookie; None if the learner had one.
    """

    attempt_id: str
    cookie: str | None


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether the app can take answers; ``reason`` is empty when it can."""

    ready: bool
    reason: str
