"""Views of what a learner knows of a set, and of one of its facts."""

from dataclasses import dataclass
from datetime import date

from quizapp.core.memory.curve import Point
from quizapp.core.memory.standing import State
from quizapp.core.memory.studied import Month
from quizapp.services.views.feedback import PassageView


@dataclass(frozen=True, slots=True)
class ExamOutlook:
    """What is expected to be remembered on the day of an exam, if nobody studies until then."""

    day: date
    remembered: float


@dataclass(frozen=True, slots=True)
class DueDay:
    """What falls due on one day.

    Attributes:
        seconds: that answering it is expected to take.
    """

    day: date
    count: int
    seconds: int


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic of a set.

    Attributes:
        slots: things to know of it.
        asked: of these, how many were asked.
        recall: the mean chance of recall of those asked.
        weak: of those asked, how many are hardly remembered or failed last.
    """

    label: str
    slots: int
    asked: int
    recall: float
    weak: int


@dataclass(frozen=True, slots=True)
class FactRow:
    """One slot that was asked.

    Attributes:
        slot: ``slug/part``; its page has it in its address.
        text: what is so, in words.
        quotes: the words that the text speaks of.
        missed: whether its last review failed.
        fresh: whether that was on this study day, so that its answer was read on it.
        paragraph: the place of its paragraph among those painted; None for a teacher's word.
    """

    slot: str
    text: str
    quotes: tuple[str, ...]
    recall: float
    due: date
    state: State
    missed: bool
    fresh: bool
    paragraph: int | None


@dataclass(frozen=True, slots=True)
class Painted:
    """Words of a paragraph.

    Attributes:
        state: None for words that no fact cites; else the worst of the slots that they tell.
        slot: the slot with that state; None likewise, and where that is never asked: the name of
            a slot may tell its answer.
        slots: how many slots they tell.
    """

    text: str
    state: State | None
    slot: str | None
    slots: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a source, painted by what is known.

    Attributes:
        place: among all paragraphs that facts cite, from 0; pages make anchors of it.
    """

    place: int
    source_label: str
    source_kind: str
    number: int
    runs: tuple[Painted, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """Which part of a long list is shown.

    Attributes:
        first: the place of the first one shown, from 0.
        end: the place after the last one shown.
        size: so many stand on a page.
        of: how many there are.
    """

    first: int
    end: int
    size: int
    of: int

    @property
    def before(self) -> int | None:
        """Where the page before this one begins; None on the first."""
        return max(self.first - self.size, 0) if self.first else None

    @property
    def after(self) -> int | None:
        """Where the next page begins; None on the last."""
        return self.end if self.end < self.of else None


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources of a set, painted.

    Attributes:
        unplaced: slots that rest on a teacher's word alone, and have no place in a text.
    """

    paragraphs: tuple[Paragraph, ...]
    leaf: Leaf
    unplaced: int


@dataclass(frozen=True, slots=True)
class Calendar:
    """How much was reviewed in the last weeks.

    Attributes:
        first: the Monday with which they begin.
        weeks: the reviews of each day, Monday first; the last week ends with today.
        months: the same by month.
        streak: days with reviews up to today, with one day off in any seven.
    """

    first: date
    weeks: tuple[tuple[int, ...], ...]
    months: tuple[Month, ...]
    streak: int


@dataclass(frozen=True, slots=True)
class MixedUp:
    """Two things that are taken for each other.

    Attributes:
        one, other: as they are called.
        times: how often.
        has_drill: whether the set may ask for both of them; else only one of them is ever right.
        slot: ``slug/part`` of a question in which it happened; None where it is gone.
    """

    one: str
    other: str
    times: int
    has_drill: bool
    slot: str | None


@dataclass(frozen=True, slots=True)
class Answers:
    """What the latest answers tell.

    Attributes:
        seconds: that one takes.
        own: whether these are the learner's own; else they are what is usual.
        count: how many answers were looked at.
        confusions: what was taken for each other, the most often mixed ones first.
    """

    seconds: float
    own: bool
    count: int
    confusions: tuple[MixedUp, ...]


@dataclass(frozen=True, slots=True)
class KnownView:
    """What a learner knows of a set.

    Attributes:
        day: the study day on which this holds.
        slots: things to know.
        counts: how many of them stand how.
        remembered: how many are expected to be remembered today; those never asked count nothing.
        exam: None where none is set, or it is over.
        topics: those of which anything was asked, the worst known first.
        more_topics: how many of them are left out.
        new_topics: how many there are of which nothing was asked; their names may be answers.
        facts: the least remembered first.
        months: those with reviews, of the last twelve.
        retention: the share of recall that reviews aim at.
    """

    set_id: str
    set_title: str
    day: date
    slots: int
    counts: dict[State, int]
    remembered: float
    exam: ExamOutlook | None
    due: tuple[DueDay, ...]
    answers: Answers
    topics: tuple[TopicRow, ...]
    more_topics: int
    new_topics: int
    facts: tuple[FactRow, ...]
    leaf: Leaf
    sources: Sources
    months: tuple[Month, ...]
    retention: float
    calendar: Calendar

    @property
    def asked(self) -> int:
        """How many slots were asked."""
        return self.slots - self.counts[State.NEVER]


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One review of a slot.

    Attributes:
        format: how it was answered.
        recall: the chance of recall that was foretold; None of the first review.
        stable_days: until the chance of recall is down to 0.9 after it.
    """

    day: date
    format: str
    recall: float | None
    failed: bool
    stable_days: int


@dataclass(frozen=True, slots=True)
class Foretold:
    """The chance of recall on a day to come."""

    day: date
    recall: float


@dataclass(frozen=True, slots=True)
class FactView:
    """One slot of a set, as a learner knows it.

    Attributes:
        fact: None where it was never asked; then there is nothing else of it either.
        first: the study day of the first review, with which the curve begins.
        reviews: in the order in which they counted.
        curve: from the first review on, in days since it.
        today: the day of the curve that is today.
        ahead: some days to come, today the first.
        others: slots that were asked and stand in the same words.
        others_never: how many more stand there that were never asked.
    """

    set_id: str
    set_title: str
    slot: str
    fact: FactRow | None
    first: date | None = None
    passages: tuple[PassageView, ...] = ()
    reviews: tuple[ReviewRow, ...] = ()
    curve: tuple[Point, ...] = ()
    today: int = 0
    ahead: tuple[Foretold, ...] = ()
    retention: float = 0.9
    others: tuple[FactRow, ...] = ()
    others_never: int = 0
