"""Views of a running quiz.

Before a question is answered its view holds nothing of its key: ``QuestionView.feedback`` is None,
and options carry an opaque token, a label and a text.
"""

from dataclasses import dataclass
from datetime import datetime

from quizapp.core.items.item import Target
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
class PartView:
    """A statement, row or entry before the answer, or one field of a date.

    Attributes:
        said: what its field holds; empty where it was left alone, or has no field.
    """

    label: str
    text: str
    said: str = ""


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
        stem: the question; of one with parts, what stands before them.
        format: the response format; the template ``items/<format>.html`` shows it.
        how: how to answer and how it is marked, in words.
        typed: what was typed before; empty otherwise.
        stored: what the form would send for the response that is stored; empty without one.
        stored_parts: the same of the fields of the parts.
        showing_id: opaque id that the form posts to.
        submission_key: fresh; makes a double click harmless.
        feedback: set once the item is closed (feedback after each), else None.
        next_position: the next question without an answer, or None when all have one.
        feedback_each: whether feedback comes after each question, or at the end.
        ask: what stands after the parts; empty where there are none.
        parts: what is printed between stem and options; where the format has fields for the parts,
            one for each field.
        has_fields: whether the form has a field for each of the parts.
        targets: the second list, to which the parts are matched.
        unit: what a number is asked in; None where it is a bare one, or no number.
        margin: how far a number may be off, in this unit; empty where not at all.
        ratings: how a learner may rate a card; empty for everything else.
        back: the back of a card that was turned, else None.
        practice: whether it is one of a sitting of what was due.
        undo: the position whose answer may be taken back, or None.
        again: whether this answer was given, and is about to be given once more.
        deadline: until when answers are taken; None where nothing ends it.
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
    ask: str = ""
    parts: tuple[PartView, ...] = ()
    has_fields: bool = False
    stored_parts: tuple[str, ...] = ()
    targets: tuple[Target, ...] = ()
    unit: str | None = None
    margin: str = ""
    ratings: tuple[str, ...] = ()
    back: str | None = None
    practice: bool = False
    undo: int | None = None
    again: bool = False
    deadline: datetime | None = None


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
    """The page before the end of a quiz: which questions have no answer yet.

    Attributes:
        deadline: until when answers are taken; None where nothing ends it.
    """

    attempt_id: str
    set_title: str
    count: int
    answered: int
    unanswered: tuple[int, ...]
    deadline: datetime | None = None


@dataclass(frozen=True, slots=True)
class Started:
    """A quiz was started.

    Attributes:
        cookie: the learner's new secret, to be set as the cookie; None if the learner had one.
    """

    attempt_id: str
    cookie: str | None
