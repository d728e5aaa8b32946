"""Names that answer a question about what they name, and do not say so (R17).

Such an item is never made, declared or not; what is declared tells other authors why.
"""

from collections.abc import Iterator, Sequence

from quizapp.core.diagnostics.diagnostic import Finding
from quizapp.core.diagnostics.examined import Examined
from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Value
from quizapp.core.facts.dates import Precision, parse_date
from quizapp.core.facts.entity import Entity
from quizapp.core.facts.fact import Atom
from quizapp.core.items.reveals import ANSWERS
from quizapp.core.text.words import content_words

#: What a name would declare for a relation of its thing.
_FIELDS = {
    "party": "parties",
    "took_part": "participants",
    "place": "place",
    "date": "date",
    "began": "began",
    "ended": "ended",
    "before": "order",
    "holder": "holder",
}


def undeclared_reveals(examined: Examined) -> Iterator[Finding]:
    """Yield each name with the field it reveals, once."""
    bank = examined.bank
    months = examined.context.wording.language.months
    told: set[tuple[str, str]] = set()
    for atom in bank.atoms:
        for entity, field, answer in _answers(atom, bank, months):
            shared = content_words(entity.name) & frozenset().union(*map(content_words, answer))
            if not shared or field in _declared(entity) or (entity.id, field) in told:
                continue
            told.add((entity.id, field))
            yield Finding(
                entity.id,
                f'the name "{entity.name}" answers {atom.slot}: it shares a word with '
                f'"{answer[0]}"',
                f"say reveals: [{field}]; also_called: [{{text: …}}] gives a name to ask with",
                ("name",),
                slot=atom.slot,
            )


def _declared(entity: Entity) -> frozenset[str]:
    """Return the fields that a name declares, with those that say the same."""
    relations = {relation for field in entity.reveals for relation in ANSWERS.get(field, (field,))}
    covered = {field for field, answered in ANSWERS.items() if relations.issuperset(answered)}
    return frozenset({*entity.reveals, *covered})


def _answers(
    atom: Atom, bank: Bank, months: Sequence[str]
) -> Iterator[tuple[Entity, str, tuple[str, ...]]]:
    """Yield the things that an atom is of, with the field it fills and the texts of its answer."""
    claim = atom.claim
    if not claim.holds:
        return
    relation = bank.relations[claim.relation]
    field = _FIELDS.get(claim.relation) or (claim.relation if relation.wording else None)
    subject = bank.entities.get(claim.subject)
    if field is None or subject is None:
        return
    if isinstance(claim.object, Value):
        if claim.object.kind == "date":
            yield subject, field, _of_date(claim.object.text, months)
        return
    object_ = bank.entities[claim.object]
    yield subject, field, object_.names
    if field == "order":
        yield object_, field, subject.names
    elif field == "holder":
        yield object_, "office", subject.names


def _of_date(text: str, months: Sequence[str]) -> tuple[str, ...]:
    date = parse_date(text)
    if date.precision is Precision.YEAR:
        return (text,)
    return text[:4], months[date.first.month - 1]
