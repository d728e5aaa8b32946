"""What services hand to pages and commands: frozen, complete, free of rows."""

from quizapp.services.views.catalog import ExamView, KindCount, SetCard, SetView, SourceLine
from quizapp.services.views.feedback import (
    FeedbackView,
    OptionVerdict,
    PartVerdict,
    PassageView,
    Segment,
)
from quizapp.services.views.plan import MarkView, PlanView, PointView, StepView
from quizapp.services.views.practice import Leeches, Reported, Waiting
from quizapp.services.views.quiz import (
    Answered,
    FinishView,
    OptionView,
    PaletteEntry,
    PartView,
    QuestionView,
    Started,
)
from quizapp.services.views.readiness import Readiness
from quizapp.services.views.results import AttemptRow, Bar, ResultItem, ResultView
from quizapp.services.views.settings import DayView, RetentionView, TryView, WeightsView

__all__ = [
    "Answered",
    "AttemptRow",
    "Bar",
    "DayView",
    "ExamView",
    "FeedbackView",
    "FinishView",
    "KindCount",
    "Leeches",
    "MarkView",
    "OptionVerdict",
    "OptionView",
    "PaletteEntry",
    "PartVerdict",
    "PartView",
    "PassageView",
    "PlanView",
    "PointView",
    "QuestionView",
    "Readiness",
    "Reported",
    "ResultItem",
    "ResultView",
    "RetentionView",
    "Segment",
    "SetCard",
    "SetView",
    "SourceLine",
    "Started",
    "StepView",
    "TryView",
    "Waiting",
    "WeightsView",
]
