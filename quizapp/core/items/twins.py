"""What is false in the place of a stated claim's object: for twins, gaps and pairs.

Whether it is false the kernel says; here it is about what a reader would hold for possible.
"""

from collections.abc import Iterator

from quizapp.core.facts.claim import Value
from quizapp.core.facts.dates import parse_date
from quizapp.core.facts.fact import Atom
from quizapp.core.items.context import Context
from quizapp.core.items.meanings import meanings, other_terms
from quizapp.core.items.near_dates import neighbours
from quizapp.core.items.near_numbers import near_numbers
from quizapp.core.items.speakers import wrong_speakers
from quizapp.core.items.statements import named_by
from quizapp.core.items.telling import Telling

_RELATIONS = (
    "said",
    "medium",
    "said_at",
    "about",
    "covered",
    "holder",
    "date",
    "began",
    "ended",
    "place",
    "took_part",
    "party",
    "means",
    "example_of",
    "value",
)


def told_relations(context: Context) -> frozenset[str]:
    """Return the relations that a statement can tell of: also those that the set declares."""
    return frozenset((*_RELATIONS, *context.declared))


def wrong_values(context: Context, atom: Atom, telling: Telling) -> list[Value]:
    """Return values false in the object's place: near dates and numbers, other meanings."""
    key = atom.claim.object
    if not isinstance(key, Value):
        return []
    return [
        value
        for value in _values_beside(context, atom, key)
        if context.is_false(telling.claim(value))
    ]


def wrong_things_told(context: Context, atom: Atom, telling: Telling) -> tuple[str, ...]:
    """Return things of the object's sort that are false in its place, by name.

    Raises:
        Unaskable: of a statement, nobody is provably wrong as its speaker.
    """
    key = atom.claim.object
    if not isinstance(key, str):
        return ()
    if atom.claim.relation == "said":
        fact = context.statement(atom.slot)
        return wrong_speakers(context, fact, key, telling.claim, printed=telling.printed)
    named = named_by(context, context.bank.facts[atom.fact])
    itself = atom.claim.subject
    return context.same_sort(
        key,
        lambda id_: (
            id_ not in named
            and not context.structure.possibly_same(itself, id_)
            and context.is_false(telling.claim(id_))
        ),
    )


def _values_beside(context: Context, atom: Atom, value: Value) -> Iterator[Value]:
    """Yield values that may be false in the place of one."""
    if value.kind == "date":
        yield from _nearby(context, atom, value)
    elif value.kind == "number":
        yield from (Value("number", text, value.unit) for text in near_numbers(value.text))
    else:
        known = meanings(context)
        yield from (
            known[term] for term in other_terms(context, atom.claim.subject) if term in known
        )


def _nearby(context: Context, atom: Atom, value: Value) -> Iterator[Value]:
    """Yield dates near one, none of them after a source was written: nobody would believe it."""
    written = [
        parse_date(published)
        for cite in atom.cites
        if (published := context.bank.sources[cite.source].published) is not None
    ]
    for text in neighbours(value.text):
        if not any(parse_date(text).first > date.last for date in written):
            yield Value("date", text)
