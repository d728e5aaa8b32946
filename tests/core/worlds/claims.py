"""Every claim that can be made of the things of a world, at the dates where it matters."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim, Instant, Period, Value
from quizapp.core.facts.dates import parse_date
from quizapp.core.facts.entity import Section
from quizapp.core.facts.fact import OfficeFact, StatementFact
from quizapp.core.facts.relations import Relation
from tests.core.worlds.relations import FRAMES
from tests.core.worlds.scale import MEANINGS
from tests.core.worlds.world import SOURCE

#: Things of these sections are examples of terms; of others nothing is told.
_EXAMPLES = (Section.TERMS, Section.MEDIA)


def claims_of(bank: Bank) -> list[Claim]:
    """Return the well-formed atoms about the bank's things.

    Dates are the stated ones and the days beside them, each to the day, the month and the year.
    """
    return [claim for relation in bank.relations.values() for claim in _claims(relation, bank)]


def _claims(relation: Relation, bank: Bank) -> Iterator[Claim]:
    if relation.name == "words":
        yield from _words(bank)
        return
    moments: Sequence[Instant | None] = [None]
    if relation.name == "holder":
        moments = _moments(bank)
    elif relation.wording is not None:
        moments = FRAMES
    for subject in _subjects(relation, bank):
        for object_ in _objects(relation, bank):
            for at in moments:
                yield Claim(relation.name, subject, object_, at)


def _subjects(relation: Relation, bank: Bank) -> list[str]:
    if relation.subject == "statement":
        return [slug for slug, fact in bank.facts.items() if isinstance(fact, StatementFact)]
    if relation.subject == "entity":
        return [one.id for one in bank.entities.values() if one.section in _EXAMPLES]
    return [one.id for one in bank.entities.values() if one.section is relation.subject]


def _objects(relation: Relation, bank: Bank) -> list[str | Value]:
    if relation.name == "means":
        return [Value("text", text) for text in MEANINGS]
    if relation.value == "date":
        texts = [
            atom.claim.object.text
            for atom in bank.atoms
            if isinstance(atom.claim.object, Value) and atom.claim.object.kind == "date"
        ]
        return [Value("date", text) for text in _around(texts)]
    return [one.id for one in bank.entities.values() if one.section in relation.objects]


def _words(bank: Bank) -> Iterator[Claim]:
    known = [atom.claim for atom in bank.atoms if atom.claim.relation == "words"]
    for subject in dict.fromkeys(claim.subject for claim in known):
        for object_ in dict.fromkeys(claim.object for claim in known):
            yield Claim("words", subject, object_)


def _moments(bank: Bank) -> list[Instant]:
    texts: list[str] = []
    for fact in bank.facts.values():
        if isinstance(fact, OfficeFact):
            at = fact.at
            texts += [at.start, at.until] if isinstance(at, Period) else [at.date]
    written = Instant(bank.sources[SOURCE].published or "", SOURCE)
    return [written, *(Instant(text) for text in _around(texts))]


def _around(texts: list[str]) -> list[str]:
    """Return the dates, the days at their ends and beside, and the months and years of these."""
    found: set[str] = set()
    for text in set(texts):
        known = parse_date(text)
        for day in (known.first, known.last):
            for beside in (-1, 0, 1):
                whole = (day + timedelta(days=beside)).isoformat()
                found |= {whole, whole[:7], whole[:4]}
    return sorted(found)
