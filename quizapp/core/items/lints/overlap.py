"""Anti-cue rule 7: no option holds another, or may be the same as another."""

from itertools import combinations

from quizapp.core.facts.bank import Bank
from quizapp.core.items.item import Item
from quizapp.core.items.lints.reading import named, worded
from quizapp.core.items.once import structure_of
from quizapp.core.items.values import date_options


def overlap(item: Item, bank: Bank) -> str | None:
    """Things: none a part of another, none perhaps another; right ones have nothing in common.

    Dates share no day.
    """
    dates = date_options(item) or ()
    for first, second in combinations(dates, 2):
        if not first.disjoint(second):
            return f"{first.text} and {second.text} share days"
    things = [(option, entity.id) for option in worded(item) if (entity := named(option, bank))]
    if not things:
        return None
    structure = structure_of(bank)
    for (one, a), (two, b) in combinations(things, 2):
        if (
            structure.possibly_same(a, b)
            or structure.is_part(a, b)
            or structure.is_part(b, a)
            or (one.right and two.right and structure.related(a, b))
        ):
            return f'"{one.text}" and "{two.text}" overlap'
    return None
