"""The register of lints. A new rule is one file here and one line below."""

from collections.abc import Callable

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item
from quizapp.core.items.lints.above import above
from quizapp.core.items.lints.absolutes import absolutes
from quizapp.core.items.lints.article import article
from quizapp.core.items.lints.fragment import fragment
from quizapp.core.items.lints.key_alias import key_alias
from quizapp.core.items.lints.key_length import key_length
from quizapp.core.items.lints.key_words import key_words
from quizapp.core.items.lints.negated import negated
from quizapp.core.items.lints.one_frame import one_frame
from quizapp.core.items.lints.one_kind import one_kind
from quizapp.core.items.lints.opposites import opposites
from quizapp.core.items.lints.option_order import option_order
from quizapp.core.items.lints.overlap import overlap
from quizapp.core.items.lints.quotation_end import quotation_end
from quizapp.core.items.lints.quotation_length import quotation_length
from quizapp.core.items.lints.revealing_name import revealing_name
from quizapp.core.items.lints.shared_alias import shared_alias
from quizapp.core.items.lints.stem_article import stem_article
from quizapp.core.items.lints.weekday import weekday

#: A rule: what is wrong with the item, or None.
Lint = Callable[[Item, Bank], str | None]

#: Every rule, the cheap ones first.
LINTS: tuple[Lint, ...] = (
    negated,
    above,
    absolutes,
    stem_article,
    weekday,
    key_length,
    quotation_length,
    quotation_end,
    option_order,
    opposites,
    article,
    one_frame,
    one_kind,
    shared_alias,
    key_words,
    key_alias,
    revealing_name,
    fragment,
    overlap,
)


def first_complaint(item: Item, bank: Bank) -> str | None:
    """Return what the first rule that the item breaks says, with the rule's name, or None."""
    for lint in LINTS:
        complaint = lint(item, bank)
        if complaint is not None:
            return f"{lint.__name__}: {complaint}"
    return None
