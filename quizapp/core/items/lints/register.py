"""The register of lints. A new rule is one file here and one line below."""

from collections.abc import Callable, Collection, Iterator

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item
from quizapp.core.items.lints.above import above
from quizapp.core.items.lints.absolutes import absolutes
from quizapp.core.items.lints.agreement import agreement
from quizapp.core.items.lints.article import article
from quizapp.core.items.lints.code_leak import code_leak
from quizapp.core.items.lints.fragment import fragment
from quizapp.core.items.lints.guess_value import guess_value
from quizapp.core.items.lints.independence import independence
from quizapp.core.items.lints.key_alias import key_alias
from quizapp.core.items.lints.key_length import key_length
from quizapp.core.items.lints.key_words import key_words
from quizapp.core.items.lints.list_length import list_length
from quizapp.core.items.lints.near_options import near_options
from quizapp.core.items.lints.negated import negated
from quizapp.core.items.lints.one_frame import one_frame
from quizapp.core.items.lints.one_kind import one_kind
from quizapp.core.items.lints.opposites import opposites
from quizapp.core.items.lints.option_order import option_order
from quizapp.core.items.lints.overlap import overlap
from quizapp.core.items.lints.quotation_end import quotation_end
from quizapp.core.items.lints.quotation_length import quotation_length
from quizapp.core.items.lints.revealing_name import revealing_name
from quizapp.core.items.lints.row_words import row_words
from quizapp.core.items.lints.shared_alias import shared_alias
from quizapp.core.items.lints.stem_article import stem_article
from quizapp.core.items.lints.weekday import weekday

#: A rule: what is wrong with the item, or None.
Lint = Callable[[Item, Bank], str | None]

#: Every rule, the cheap ones first.
LINTS: tuple[Lint, ...] = (
    negated,
    guess_value,
    list_length,
    code_leak,
    above,
    absolutes,
    stem_article,
    weekday,
    key_length,
    quotation_length,
    quotation_end,
    option_order,
    opposites,
    agreement,
    article,
    one_frame,
    one_kind,
    shared_alias,
    near_options,
    key_words,
    row_words,
    key_alias,
    revealing_name,
    fragment,
    overlap,
    independence,
)


def complaints(item: Item, bank: Bank, *, off: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """Yield the name of each rule that the item breaks, and what is wrong.

    Args:
        off: the names of rules that are not asked.
    """
    for lint in LINTS:
        if lint.__name__ not in off:
            complaint = lint(item, bank)
            if complaint is not None:
                yield lint.__name__, complaint


def first_complaint(item: Item, bank: Bank, *, off: Collection[str] = ()) -> str | None:
    """Return what the first rule that the item breaks says, with the rule's name, or None."""
    for name, complaint in complaints(item, bank, off=off):
        return f"{name}: {complaint}"
    return None
