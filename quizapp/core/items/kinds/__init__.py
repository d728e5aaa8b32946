"""The register of item kinds. A new kind is one file here, one of wording and one line below."""

from quizapp.core.items.kind import ItemKind
from quizapp.core.items.kinds.backward import Backward
from quizapp.core.items.kinds.definition import Definition
from quizapp.core.items.kinds.first import First
from quizapp.core.items.kinds.forward import Forward
from quizapp.core.items.kinds.multi_select import MultiSelect
from quizapp.core.items.kinds.office import Office
from quizapp.core.items.kinds.quote_completion import QuoteCompletion
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
    Written(),
)
