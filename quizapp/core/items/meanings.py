"""Terms and their meanings, and which other terms may stand beside one as wrong (row 27)."""

from quizapp.core.facts.claim import Claim, Value
from quizapp.core.items.context import Context


def meaning_of(context: Context, slot: str) -> tuple[str, Value]:
    """Return the term and the meaning that a slot states.

    Raises:
        ValueError: the slot states no meaning.
    """
    for atom in context.stated(slot):
        if isinstance(atom.claim.object, Value):
            return atom.claim.subject, atom.claim.object
    raise ValueError(f"{slot} states no meaning")


def meanings(context: Context) -> dict[str, Value]:
    """Return what each term means, as far as the facts say."""
    return context.meanings


def other_terms(context: Context, term: str) -> tuple[str, ...]:
    """Return the terms that certainly do not have this one's meaning, by name.

    Not among them: terms that may be the same, wider and narrower ones, and what is an example of
    the other. A wider term fits the meaning too, whatever "one term for a meaning" makes of it.
    """
    known = meanings(context)

    def wrong(other: str) -> bool:
        claim = Claim("means", other, known[term])
        return (
            not _is_wider(context, other, term)
            and not _is_wider(context, term, other)
            and not _is_example(context, other, term)
            and not _is_example(context, term, other)
            and context.is_false(claim)
        )

    return context.same_sort(term, wrong)


def _is_wider(context: Context, one: str, other: str) -> bool:
    """Return whether the one term is wider than the other, however far; the same ids are one."""
    found: set[str] = set()
    waiting = [other]
    while waiting:
        same = context.structure.same(waiting.pop())
        fresh = {wider for id_ in same for wider in context.bank.entities[id_].kind_of} - found
        found |= fresh
        waiting.extend(fresh)
    return not found.isdisjoint(context.structure.same(one))


def _is_example(context: Context, thing: str, term: str) -> bool:
    return context.is_stated(Claim("example_of", thing, term))
