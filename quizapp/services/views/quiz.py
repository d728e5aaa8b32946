"""Views of a running quiz.

Before a question is answered its view holds nothing of its key: ``QuestionView.feedback`` is None,
and options carry an opaque token, a label and a text.
"""

from dataclasses import dataclass

from quizapp.services.views.feedback import FeedbackView


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
        stored: what the form would send for the response that is stored; empty without one.
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
    stored: tuple[str, ...]
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
class Started:
    """A quiz was started.

    Attributes:
        cookie: the learner's new secret, to be set as the cookie; None if the learner had one.
    """

    attempt_id: str
    cookie: str | None
