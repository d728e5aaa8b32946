"""A set in figures: facts, slots, claims, and the sentences that carry no fact."""

from dataclasses import dataclass

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.fact import RelationFact
from quizapp.core.facts.source import Citation
from quizapp.core.text.sentences import sentence_spans


@dataclass(frozen=True, slots=True)
class BareSentence:
    """A sentence of a source that no fact cites and ``no_fact`` does not list.

    Attributes:
        start: where it begins, code points, in the raw paragraph.
    """

    source: str
    paragraph: int
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Survey:
    """What a set holds.

    Attributes:
        facts, slots, claims: how many.
        learnt: how many facts, as those count who learn them: each row of a relation is one.
        sentences: how many the sources have.
        bare: those that carry no fact and are not listed under ``no_fact``.
    """

    facts: int
    slots: int
    claims: int
    sentences: int
    bare: tuple[BareSentence, ...]
    learnt: int


def learnt(bank: Bank) -> int:
    """Return how many facts a set holds: each row of a relation is one to those who learn it."""
    return sum(
        max(1, len(fact.rows)) if isinstance(fact, RelationFact) else 1
        for fact in bank.facts.values()
    )


def survey(bank: Bank) -> Survey:
    """Return the figures of a set."""
    cited = _spans(bank)
    sentences = 0
    bare: list[BareSentence] = []
    for document in bank.sources.values():
        for number, text in document.paragraphs:
            spans = cited.get((document.id, number), [])
            for start, end in sentence_spans(text):
                sentences += 1
                if not any(one[0] < end and start < one[1] for one in spans):
                    bare.append(BareSentence(document.id, number, start, text[start:end]))
    return Survey(
        facts=len(bank.facts),
        slots=len({atom.slot for atom in bank.atoms if atom.claim.holds}),
        claims=len({atom.claim for atom in bank.atoms}),
        sentences=sentences,
        bare=tuple(bare),
        learnt=learnt(bank),
    )


def _spans(bank: Bank) -> dict[tuple[str, int], list[tuple[int, int]]]:
    """Return the cited spans by source and paragraph."""
    spans: dict[tuple[str, int], list[tuple[int, int]]] = {}
    cites: list[Citation] = [*bank.no_fact]
    for fact in bank.facts.values():
        cites += fact.cites
    for atom in bank.atoms:
        cites += atom.cites
    for cite in cites:
        if cite.paragraph is not None and cite.start is not None and cite.end is not None:
            spans.setdefault((cite.source, cite.paragraph), []).append((cite.start, cite.end))
    return spans
