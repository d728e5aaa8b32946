"""All that is known to be right in the place of one end of a claim, and whether there is more.

What is on a complete list is all there is (R5). Of an open one what is known may be told, with the
word that there may be others.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim
from quizapp.core.facts.entity import Section
from quizapp.core.facts.fact import Closure
from quizapp.core.items.refusal import Unaskable
from quizapp.core.proof.kernel import Kernel


@dataclass(frozen=True, slots=True)
class Known:
    """Right answers.

    Attributes:
        things: one id for each thing, in order of the facts.
        complete: whether there are no others, declared or not.
        sections: of what else it is known that it is not right.
    """

    things: tuple[str, ...]
    complete: bool
    sections: frozenset[Section]


class Answers:
    """The known ends of the claims of one bank."""

    def __init__(self, bank: Bank, kernel: Kernel) -> None:
        self._bank = bank
        self._kernel = kernel
        self._structure = kernel.structure

    def objects(self, claim: Claim) -> Known:
        """Return what is right in the place of a stated claim's object.

        Raises:
            Unaskable: more than is told may follow from other facts.
        """
        relation = self._structure.relations[claim.relation]
        subject = self._structure.representative(claim.subject)
        lists = self._closures.get((claim.relation, subject, False), [])
        told = self._of_subject.get((claim.relation, subject), [])
        if relation.symmetric:
            told = [*told, *map(_turned, self._of_object.get((claim.relation, subject), []))]
        if relation.transitive and not lists:
            raise Unaskable("what follows from other rows would have to be told too")
        single = self._structure.is_functional(relation, claim.subject)
        ends = [(one, str(one.object)) for one in told]
        return self._known(claim, ends, lists, single=single)

    def subjects(self, claim: Claim) -> Known:
        """Return what is right in the place of a row's subject; Unaskable as above."""
        relation = self._structure.relations[claim.relation]
        object_ = self._structure.representative(str(claim.object))
        if relation.symmetric or relation.transitive:
            raise Unaskable("the other end is asked for by the same cards")
        lists = self._closures.get((claim.relation, object_, True), [])
        told = self._of_object.get((claim.relation, object_), [])
        ends = [(one, one.subject) for one in told]
        return self._known(claim, ends, lists, single=relation.inverse_functional)

    def _known(
        self,
        claim: Claim,
        told: Iterable[tuple[Claim, str]],
        lists: Iterable[Closure],
        *,
        single: bool,
    ) -> Known:
        """Return the ends of what is told for the same time, and whether a list is complete."""
        found: dict[str, str] = {}
        for one, end in told:
            if (one.at, one.holds) == (claim.at, True):
                found.setdefault(self._structure.representative(end), end)
        closed = [each for each in lists if each.at == claim.at]
        listed = [end for each in closed for end in each.listed]
        for end in listed:
            found.setdefault(self._structure.representative(end), end)
        sections = {self._bank.entities[end].section for end in listed}
        return Known(tuple(found.values()), single or bool(closed), frozenset(sections))

    # --- indexes ---

    @cached_property
    def _closures(self) -> dict[tuple[str, str, bool], list[Closure]]:
        found: dict[tuple[str, str, bool], list[Closure]] = {}
        for one in self._kernel.closures:
            end = self._structure.representative(one.subject)
            found.setdefault((one.relation, end, one.inverse), []).append(one)
        return found

    @cached_property
    def _of_subject(self) -> dict[tuple[str, str], list[Claim]]:
        return _grouped((self._structure.representative(one.subject), one) for one in self._told())

    @cached_property
    def _of_object(self) -> dict[tuple[str, str], list[Claim]]:
        things = ((self._structure.representative(str(one.object)), one) for one in self._told())
        return _grouped(things)

    def _told(self) -> Iterator[Claim]:
        """Yield the stated claims whose object is a thing."""
        for atom in self._bank.atoms:
            if atom.claim.holds and isinstance(atom.claim.object, str):
                yield atom.claim


def _turned(claim: Claim) -> Claim:
    return Claim(claim.relation, str(claim.object), claim.subject, claim.at, claim.holds)


def _grouped(claims: Iterable[tuple[str, Claim]]) -> dict[tuple[str, str], list[Claim]]:
    found: dict[tuple[str, str], list[Claim]] = {}
    for end, claim in claims:
        found.setdefault((claim.relation, end), []).append(claim)
    return found
