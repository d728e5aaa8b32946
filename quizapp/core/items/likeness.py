"""How alike two things are, as far as learners may mix them up."""

from collections.abc import Iterable
from functools import lru_cache

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.fact import StatementFact
from quizapp.core.items.names import folded_words

# Weights of what two things share; facts.md, "Difficulty prior".
_TYPE, _OCCASION, _PARENT, _PARTY, _STRING = 1, 2, 1, 1, 1
_ALL = _TYPE + _OCCASION + _PARENT + _PARTY + _STRING


class Likeness:
    """Likeness of things and statements of one bank."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._occasions: dict[str, set[str]] = {}
        self._parties: dict[str, set[str]] = {}
        for fact in bank.facts.values():
            if isinstance(fact, StatementFact) and fact.occasion is not None:
                self._note(self._occasions, fact.slug, [fact.occasion])
        for atom in bank.atoms:
            claim = atom.claim
            if not isinstance(claim.object, str):
                continue
            if claim.relation == "holder":
                of = bank.entities[claim.subject].of
                self._note(self._parties, claim.object, [of] if of else [])
                self._note(self._parties, claim.subject, [of] if of else [])
            elif claim.subject in bank.entities:
                self._note(self._occasions, claim.object, [claim.subject])
            else:
                self._note(self._occasions, claim.object, self._occasions.get(claim.subject, ()))
        self.of = lru_cache(maxsize=100_000)(self._of)

    @staticmethod
    def _note(found: dict[str, set[str]], id_: str, more: Iterable[str]) -> None:
        found.setdefault(id_, set()).update(more)

    def _of(self, one: str, other: str) -> float:
        score = 0.0
        score += _OCCASION * self._share(self._occasions, one, other)
        score += _PARTY * self._share(self._parties, one, other)
        a, b = self._bank.entities.get(one), self._bank.entities.get(other)
        if a is None or b is None:
            return (score + _TYPE * (a is b)) / _ALL
        score += _TYPE * ((a.section, a.kind) == (b.section, b.kind))
        score += _PARENT * bool({*a.part_of, a.id} & {*b.part_of, b.id})
        mine, its = set(folded_words(a.name)), set(folded_words(b.name))
        score += _STRING * len(mine & its) / max(1, len(mine | its))
        return score / _ALL

    @staticmethod
    def _share(found: dict[str, set[str]], one: str, other: str) -> bool:
        return not found.get(one, set()).isdisjoint(found.get(other, set()))
