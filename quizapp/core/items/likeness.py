"""How alike two things are, as far as learners may mix them up."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import islice

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.fact import StatementFact
from quizapp.core.items.names import folded_words

# Weights of what two things share; facts.md, "Difficulty prior".
_TYPE, _OCCASION, _PARENT, _PARTY, _STRING = 1, 2, 1, 1, 1
_ALL = _TYPE + _OCCASION + _PARENT + _PARTY + _STRING
#: Of so many pairs it is remembered how alike they are.
_REMEMBERED = 5_000
#: Of the things that share one trait with another so many are looked at.
_SHARING = 40

#: What each thing has, in order of the file: the keys of a dictionary, for want of ordered sets.
_Shared = dict[str, dict[str, None]]
_Trait = tuple[str, str]


class Likeness:
    """Likeness of things and statements of one bank."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._occasions: _Shared = {}
        self._parties: _Shared = {}
        for fact in bank.facts.values():
            if isinstance(fact, StatementFact) and fact.occasion is not None:
                self._note(self._occasions, fact.slug, [fact.occasion])
        for atom in bank.atoms:
            claim = atom.claim
            if not isinstance(claim.object, str):
                continue
            if claim.relation == "holder":
                of = bank.entities[claim.subject].of
                party = [of] if of else []
                # Who held one office, one after the other, is mixed up as well.
                self._note(self._parties, claim.object, [*party, claim.subject])
                self._note(self._parties, claim.subject, party)
            elif claim.subject in bank.entities:
                self._note(self._occasions, claim.object, [claim.subject])
                relation = bank.relations[claim.relation]
                if relation.wording is not None and relation.functional:
                    # Countries of one continent, players of one team.
                    self._note(self._parties, claim.subject, [claim.object])
            else:
                self._note(self._occasions, claim.object, self._occasions.get(claim.subject, ()))
        self.of = lru_cache(maxsize=_REMEMBERED)(self._of)

    @staticmethod
    def _note(found: _Shared, id_: str, more: Iterable[str]) -> None:
        found.setdefault(id_, {}).update(dict.fromkeys(more))

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
    def _share(found: _Shared, one: str, other: str) -> bool:
        if one not in found or other not in found:
            return False
        return not found[one].keys().isdisjoint(found[other].keys())

    def near(self, id_: str) -> Iterator[str]:
        """Yield things that have something in common with one: the rarest trait first.

        Each of them once, that one itself not; of what a great many share only some.
        """
        seen = {id_}
        traits = islice(self._traits(id_), _SHARING)
        for trait in sorted(traits, key=lambda trait: len(self._sharing[trait])):
            sharing = self._sharing[trait]
            # Those that stand near it in the file, so that each thing has other neighbours.
            here = bisect_left(sharing, self._place[id_], key=self._place.__getitem__)
            start = max(0, here - _SHARING // 2)
            for other in islice(sharing, start, start + _SHARING):
                if other not in seen:
                    seen.add(other)
                    yield other

    @cached_property
    def _place(self) -> dict[str, int]:
        """Where each thing stands in the file."""
        return {id_: place for place, id_ in enumerate(self._bank.entities)}

    @cached_property
    def _sharing(self) -> dict[_Trait, list[str]]:
        """The things of each trait, in order of the file."""
        found: dict[_Trait, list[str]] = {}
        for id_ in self._bank.entities:
            for trait in self._traits(id_):
                found.setdefault(trait, []).append(id_)
        return found

    def _traits(self, id_: str) -> Iterator[_Trait]:
        """Yield what counts as common when it is shared."""
        entity = self._bank.entities[id_]
        for sort, values in (
            ("party", self._parties.get(id_, {})),
            ("parent", dict.fromkeys((id_, *entity.part_of))),
            ("word", dict.fromkeys(folded_words(entity.name))),
            ("occasion", self._occasions.get(id_, {})),
        ):
            yield from ((sort, value) for value in values)
