"""Slots in words, for whoever knows them already: what the facts state under each.

Nothing is asked here and nothing is left out, so this is for those who have seen the answer.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from quizapp.core.facts.fact import Atom, ExplanationFact, StatementFact
from quizapp.core.items.context import Context
from quizapp.core.proof.explain import reason
from quizapp.core.text.frame import capitalised


@dataclass(frozen=True, slots=True)
class Retold:
    """A slot in words.

    Attributes:
        text: a sentence; what "these words" are stands in ``quotes``.
        quotes: the words, or what they say, that the sentence speaks of.
    """

    text: str
    quotes: tuple[str, ...] = ()


def retold(context: Context, slots: Collection[str]) -> dict[str, Retold]:
    """Return what each of some slots ``slug/part`` states; it looks through the set once."""
    atoms: dict[str, list[Atom]] = {slot: [] for slot in slots}
    for atom in context.bank.atoms:
        if atom.slot in atoms:
            atoms[atom.slot].append(atom)
    return {slot: _retold(context, slot, found) for slot, found in atoms.items()}


def _retold(context: Context, slot: str, atoms: list[Atom]) -> Retold:
    slug = slot.partition("/")[0]
    written = context.bank.questions.get(slug)
    if written is not None:
        return Retold(f"{written.stem} {', '.join(written.right)}")
    quotes = tuple(dict.fromkeys(_quotes(context, slug)))
    clauses = _clauses(context, atoms)
    if clauses:
        return Retold(f"{capitalised('; '.join(clauses))}.", quotes)
    # What nobody is named for, or the source itself says: there is no claim about it.
    return Retold(f"{capitalised(quotes[0])}." if quotes else slot)


def _clauses(context: Context, atoms: Iterable[Atom]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for atom in atoms:
        claim = atom.claim.atom
        try:
            found[reason(context.printer, claim, context.decide(claim))] = None
        except ValueError:  # two sources tell it differently, or the wording has no words
            continue
    return tuple(found)


def _quotes(context: Context, slug: str) -> Iterator[str]:
    """Yield the words of a statement; of an explanation, what explains and what is explained."""
    match context.bank.facts.get(slug):
        case StatementFact(quote=str(quote)):
            yield f"“{quote}”"
        case StatementFact(gist=str(gist)):
            yield gist
        case ExplanationFact(explaining=explaining, explained=explained):
            for one in (explaining, explained):
                yield next(_quotes(context, one), "; ".join(_told(context, one)))


def _told(context: Context, slug: str) -> tuple[str, ...]:
    return _clauses(context, context.of_fact(slug)[:1])
