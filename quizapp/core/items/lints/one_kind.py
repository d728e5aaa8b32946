"""Anti-cue rule 9 and R18: options are of one type, one kind and one precision."""

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item
from quizapp.core.items.lints.reading import named_groups
from quizapp.core.items.values import date_options


def one_kind(item: Item, bank: Bank) -> str | None:
    """The things are of one section and one ``kind``; the dates equally exact.

    So are the rows of a matching item, its targets, and the entries of an order.
    """
    for group in named_groups(item, bank):
        if len({(thing.section, thing.kind) for _, thing in group}) > 1:
            return "the options are of several kinds: " + ", ".join(text for text, _ in group)
    if len({date.precision for date in date_options(item) or ()}) > 1:
        return "the options are not equally exact dates"
    return None
