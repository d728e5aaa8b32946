"""Views made by hand, one for every state that a page can show."""

from datetime import UTC, datetime
from fractions import Fraction
from typing import Final

from quizapp.core.grading.score import Outcome
from quizapp.core.items.item import Target
from quizapp.services.views import (
    Bar,
    FeedbackView,
    OptionVerdict,
    OptionView,
    PaletteEntry,
    PartVerdict,
    PartView,
    PassageView,
    QuestionView,
    ResultItem,
    Segment,
)

_STEM: Final = (
    "To whom does the report attribute the words “presents serious security concerns”, said of "
    "the video threats by Gurpatwant Singh Pannun?"
)

_REPORT: Final = PassageView(
    id="passage-1",
    source_label="the report",
    source_kind="news report",
    paragraph=9,
    segments=(
        Segment(
            "On the video threats by Gurpatwant Singh Pannun, Kwatra said that it ", "sentence"
        ),
        Segment("“presents serious security concerns.”", "mark"),
        Segment(" The briefing then turned to other matters.", ""),
    ),
    note=None,
)

_WORD: Final = PassageView(
    id="passage-2",
    source_label="the syllabus note",
    source_kind="teacher's knowledge",
    paragraph=None,
    segments=(),
    note="The dialogue of this report is the one of 2023.",
)

FEEDBACK: Final = FeedbackView(
    outcome=Outcome.WRONG,
    fraction=Fraction(0),
    response="A. S. Jaishankar",
    key="C. Vinay Kwatra",
    why="Kwatra said so.",
    options=(
        OptionVerdict("A", "S. Jaishankar", True, False, "It was Vinay Kwatra.", ("passage-1",)),
        OptionVerdict("B", "Antony Blinken", False, False, "It was Vinay Kwatra.", ()),
        OptionVerdict(
            "C", "Vinay Kwatra", False, True, "The report says so.", ("passage-1", "passage-2")
        ),
        OptionVerdict("D", "A code, proved elsewhere", False, False, "", ()),
    ),
    passages=(_REPORT, _WORD),
    proved=False,
)

QUESTION: Final = QuestionView(
    attempt_id="sample",
    set_id="sample",
    set_title="India–US 2+2 Ministerial Dialogue",
    position=3,
    count=10,
    answered=2,
    kind="who_said",
    kind_label="Who said it",
    format="choice",
    stem=_STEM,
    how="Choose one. A right answer earns 1 mark.",
    options=tuple(
        OptionView(f"token-{letter}", letter, text, letter == "C")
        for letter, text in zip(
            "ABCD",
            [
                "S. Jaishankar",
                "Antony Blinken",
                "Vinay Kwatra",
                "Lloyd Austin, at the briefing " * 3,
            ],
            strict=True,
        )
    ),
    typed="",
    stored=(),
    showing_id="sample",
    submission_key="sample-sample-sample",
    feedback=None,
    next_position=4,
    palette=tuple(PaletteEntry(place, place in {1, 2}, place == 3) for place in range(1, 11)),
    feedback_each=True,
)

TRUTH: Final = (OptionView("true", "", "True", False), OptionView("false", "", "False", True))

CODES: Final = (
    OptionView("one", "(a)", "1 only", False),
    OptionView("two", "(b)", "2 only", False),
)

STATEMENTS: Final = (
    PartView("1.", "The report names Japan among those who took part in the dialogue.", "t"),
    PartView("Reason (R):", "The talks came before the dialogue.", ""),
    PartView("", "(R) is the correct explanation of (A).", "u"),
)

ROWS: Final = (PartView("A.", "S. Jaishankar", "1"), PartView("B.", "Vinay Kwatra"))
TARGETS: Final = (
    Target("1.", "Foreign Secretary of India"),
    Target("2.", "External Affairs Minister of India"),
)

EVENTS: Final = (
    PartView("", "India-US 2+2 Ministerial Dialogue", "2"),
    PartView("", "attack by Hamas", "1"),
    PartView("", "Narendra Modi's State visit to the US"),
)

DATE: Final = (PartView("", "day", "10"), PartView("", "month"), PartView("", "year"))

PARTS: Final = (
    PartVerdict("1.", "Japan took part.", "True", "False", False, "India did.", ("passage-1",)),
    PartVerdict("2.", "Kwatra wrote a post.", "False", "False", True, "Jaishankar did.", ()),
    PartVerdict("3.", "The talks came first.", "", "True", None, "So says the report.", ()),
    PartVerdict("", "A thing that is counted", "", "", None, "", ()),
)

MOMENT: Final = datetime(2023, 11, 10, 14, 5, tzinfo=UTC)

BARS: Final = (
    Bar("Israel–Hamas war", Fraction(2, 3), 1),
    Bar("people-to-people contacts", Fraction(7, 3), 3),
    Bar("defence", Fraction(0), 2),
)

CURVES: Final = (
    ("With the plan", "0,80 20,60 40,45 60,34 80,26 100,21"),
    ("Without study", "0,80 20,82 40,84 60,85 80,86 100,86"),
)

OUTCOMES: Final = tuple(
    (outcome, Fraction(2, 3) if outcome is Outcome.PARTLY else Fraction(0)) for outcome in Outcome
)


def result_items() -> tuple[ResultItem, ...]:
    """Return one reviewed question of each outcome."""
    return tuple(
        ResultItem(place, _STEM, "Who said it", "choice", _with(outcome))
        for place, outcome in enumerate(Outcome, start=1)
    )


def _with(outcome: Outcome) -> FeedbackView:
    return FeedbackView(outcome, Fraction(0), "", "", "", (), (), True)
