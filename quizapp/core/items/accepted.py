"""Which typed names are a thing's, and which name something else of its section too."""

from collections.abc import Iterable

from quizapp.core.facts.entity import Section
from quizapp.core.items.context import Context
from quizapp.core.text.answers import fold_answer


def accepted_names(context: Context, key: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of a thing that are accepted when typed, and those that are asked again.

    Asked again are names that another thing of the section has too, and names of what may be the
    same (R3).
    """
    structure = context.structure
    section = context.bank.entities[key].section
    person = section is Section.PEOPLE
    same = structure.same(key)
    own = tuple(dict.fromkeys((*_names(context, [key]), *_names(context, same))))
    doubtful = _names(context, structure.perhaps_same(key) - same)
    shared = [
        name for name in own if _owners(context, section, fold_answer(name, person=person)) - same
    ]
    accepted = tuple(name for name in own if name not in shared)
    return accepted, tuple(dict.fromkeys((*shared, *doubtful)))


def _names(context: Context, ids: Iterable[str]) -> tuple[str, ...]:
    """Return all names of some things, each once, in an order that does not depend on ids."""
    some = sorted(context.bank.entities[id_].names for id_ in ids)
    return tuple(dict.fromkeys(name for names in some for name in names))


def _owners(context: Context, section: Section, folded: str) -> frozenset[str]:
    return context.owners.get((section, folded), frozenset())
