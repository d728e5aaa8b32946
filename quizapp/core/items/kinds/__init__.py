"""The register of item kinds. A new kind is one file here, one of wording and one line below."""

from quizapp.core.items.kind import ItemKind
from quizapp.core.items.kinds.assertion_reason import AssertionReason
from quizapp.core.items.kinds.backward import Backward
from quizapp.core.items.kinds.cloze import Cloze
from quizapp.core.items.kinds.count import Count
from quizapp.core.items.kinds.date import Date
from quizapp.core.items.kinds.definition import Definition
from quizapp.core.items.kinds.first import First
from quizapp.core.items.kinds.flashcard import Flashcard
from quizapp.core.items.kinds.forward import Forward
from quizapp.core.items.kinds.how_many import HowMany
from quizapp.core.items.kinds.lists import Lists
from quizapp.core.items.kinds.matching import Matching
from quizapp.core.items.kinds.multi_select import MultiSelect
from quizapp.core.items.kinds.not_ import Not
from quizapp.core.items.kinds.number import Number
from quizapp.core.items.kinds.office import Office
from quizapp.core.items.kinds.ordering import Ordering
from quizapp.core.items.kinds.pairs import Pairs
from quizapp.core.items.kinds.quote_completion import QuoteCompletion
from quizapp.core.items.kinds.short_answer import ShortAnswer
from quizapp.core.items.kinds.statement_one_two import StatementOneTwo
from quizapp.core.items.kinds.statements import Statements
from quizapp.core.items.kinds.term import Term
from quizapp.core.items.kinds.true_false import TrueFalse
from quizapp.core.items.kinds.what_said import WhatSaid
from quizapp.core.items.kinds.who_said import WhoSaid
from quizapp.core.items.kinds.written import Written

#: Every item kind, in the order in which pages list them.
KINDS: tuple[ItemKind, ...] = (
    WhoSaid(),
    WhatSaid(),
    QuoteCompletion(),
    TrueFalse(),
    MultiSelect(),
    Office(),
    First(),
    Forward(),
    Backward(),
    Term(),
    Definition(),
    Cloze(),
    Date(),
    Number(),
    Ordering(),
    ShortAnswer(),
    Flashcard(),
    Count(),
    Not(),
    Matching(),
    Lists(),
    Pairs(),
    Statements(),
    HowMany(),
    AssertionReason(),
    StatementOneTwo(),
    Written(),
)
