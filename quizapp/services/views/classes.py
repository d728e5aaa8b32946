"""Views of classes, as teachers and as learners see them, and of what is assigned."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from quizapp.core.teaching.windows import Stage


@dataclass(frozen=True, slots=True)
class ClassCard:
    """A class in a list.

    Attributes:
        members: how many learners are in it.
        asking: whether the learner who looks waits to be let in.
    """

    id: str
    name: str
    members: int = 0
    archived: bool = False
    asking: bool = False


@dataclass(frozen=True, slots=True)
class CodeView:
    """How one joins a class.

    Attributes:
        code: as it is printed, in groups.
        plain: as it stands in an address.
        stage: whether one can join now.
    """

    code: str
    plain: str
    opens: datetime | None
    closes: datetime | None
    stage: Stage


@dataclass(frozen=True, slots=True)
class MemberView:
    """A learner of a class.

    Attributes:
        called: the name, or the number that stands for it.
        state: ``asked``, ``in`` or ``removed``.
        time: how much longer this learner may take, 1 to 3.
    """

    id: str
    called: str
    state: str
    time: Fraction
    joined_at: datetime


@dataclass(frozen=True, slots=True)
class AssignmentCard:
    """What is assigned, in a list.

    Attributes:
        questions: how many; None for as many as can stand together.
        minutes: the limit of an attempt; None where there is none.
        most: how many attempts one has; None for as many as one likes.
        policy: when answers are shown: ``each``, ``end`` or ``closed``.
        made: how many attempts the learner who looks has made.
        open_attempt: the attempt that goes on, if any.
    """

    id: str
    class_id: str
    class_name: str
    set_id: str
    title: str
    questions: int | None
    opens: datetime | None
    closes: datetime | None
    stage: Stage
    minutes: int | None
    most: int | None
    policy: str
    withdrawn: bool = False
    same_for_all: bool = False
    made: int = 0
    open_attempt: str | None = None

    @property
    def left(self) -> int | None:
        """How many attempts the learner has left; None for as many as they like."""
        return None if self.most is None else max(0, self.most - self.made)


@dataclass(frozen=True, slots=True)
class ClassView:
    """The page of a class, for its teacher.

    Attributes:
        code: None where nobody can join.
        asking: who waits to be let in.
        removed: who was in it, and may come back.
    """

    id: str
    name: str
    approval: bool
    pseudonyms: bool
    archived: bool
    code: CodeView | None
    asking: tuple[MemberView, ...]
    members: tuple[MemberView, ...]
    removed: tuple[MemberView, ...]
    assignments: tuple[AssignmentCard, ...]


@dataclass(frozen=True, slots=True)
class MadeView:
    """An attempt of one's own at an assignment.

    Attributes:
        finished: whether it takes no more answers; ``deadline`` may have ended it.
        earned: None while it may not be shown.
    """

    attempt_id: str
    number: int
    started_at: datetime
    finished: bool
    earned: Fraction | None
    count: int
    deadline: datetime | None


@dataclass(frozen=True, slots=True)
class TaskView:
    """An assignment, as a learner of the class sees it.

    Attributes:
        time: how much longer the learner may take.
        until: when an attempt that is started now would end; None where nothing ends it.
        exam: the name of the exam by which it is asked and marked.
        shown_since: from when answers are shown that are kept back until it is over.
    """

    card: AssignmentCard
    exam: str
    time: Fraction
    until: datetime | None
    shown_since: datetime | None
    made: tuple[MadeView, ...]


@dataclass(frozen=True, slots=True)
class WatchRow:
    """How far one learner is.

    Attributes:
        state: ``none`` (not started), ``working``, ``over`` (the time, not handed in) or
            ``finished``.
        number: of the attempt that is told of: the latest.
        earned: of it, as far as it is answered; None before there is one.
        best: the most that any finished attempt earned; None before there is one.
    """

    called: str
    state: str
    number: int = 0
    answered: int = 0
    count: int = 0
    earned: Fraction | None = None
    best: Fraction | None = None
    deadline: datetime | None = None


@dataclass(frozen=True, slots=True)
class WatchView:
    """An assignment, as its teacher watches it come in.

    Attributes:
        rows: in the order of the roster.
        started, finished: how many learners have.
    """

    card: AssignmentCard
    exam: str
    rows: tuple[WatchRow, ...]
    started: int
    finished: int


@dataclass(frozen=True, slots=True)
class NoticeView:
    """Something that a learner is told.

    Attributes:
        kind: as ``services/notices.py`` lists them; pages have the words.
        about: what it names, by name.
        unread: whether the learner has not seen it before.
    """

    kind: str
    about: dict[str, str]
    created_at: datetime
    unread: bool
