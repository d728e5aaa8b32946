"""Kernels with a planted bug each: the mistakes that are easily made when judging claims."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim, Instant, Status, Value
from quizapp.core.facts.dates import parse_date
from quizapp.core.facts.fact import Atom, Closure
from quizapp.core.facts.relations import Relation
from quizapp.core.proof.kernel import Kernel
from quizapp.core.proof.structure import Structure
from quizapp.core.proof.verdict import Rule, Verdict
from tests.core.worlds import laws

TRUE, FALSE = Verdict(Status.TRUE, Rule.STATED), Verdict(Status.FALSE, Rule.FUNCTIONAL)
_LISTS = ("said", "about", "covered", "took_part", "party")


# --- structures ---


class MaybeSameIgnored(Structure):
    def possibly_same(self, a: str, b: str) -> bool:
        return self.representative(a) == self.representative(b)

    def _perhaps(self, id_: str) -> Iterable[str]:
        return (self.representative(id_),)


class SameAsIgnored(MaybeSameIgnored):
    def representative(self, id_: str) -> str:
        return id_


class PartsIgnored(Structure):
    @cached_property
    def _wholes(self) -> dict[str, set[str]]:
        return {}

    @cached_property
    def _parts(self) -> dict[str, set[str]]:
        return {}


class OverlapIgnored(Structure):
    @cached_property
    def _overlapping(self) -> dict[str, set[str]]:
        return {}


class MaybeSameNotFollowedIntoParts(Structure):
    def _cone(self, id_: str, *, down: bool) -> frozenset[str]:
        step = self.parts if down else self.wholes
        return frozenset(found for one in self._perhaps(id_) for found in step(one))


class CommonPartNotSeen(Structure):
    def apart(self, a: str, b: str) -> bool:
        a, b = self.representative(a), self.representative(b)
        if b in self._cone(a, down=True) | self._cone(a, down=False):
            return False
        common = self._cone(a, down=True) & self._cone(b, down=True)
        return bool(common) or super().apart(a, b)


class OverlapOfPartsNotSeen(Structure):
    def apart(self, a: str, b: str) -> bool:
        if b in self._overlapping.get(a, ()):
            return False
        return not self._cone(a, down=True) & self._cone(b, down=True)


class PerhapsIsSurely(Structure):
    @cached_property
    def _representatives(self) -> dict[str, str]:
        merged = {
            id_: replace(one, same_as=(*one.same_as, *one.maybe_same))
            for id_, one in self.entities.items()
        }
        return Structure(merged)._representatives


class IdsDecide(Structure):
    def possibly_same(self, a: str, b: str) -> bool:
        return a <= b and super().possibly_same(a, b)


class EveryRelationFunctional(Structure):
    def is_functional(self, relation: Relation, subject: str) -> bool:
        return True


class ParaphraseIsOneUtterance(Structure):
    def is_functional(self, relation: Relation, subject: str) -> bool:
        return relation.functional


# --- kernels ---


class FunctionalReadBackwards(Kernel):
    def _entity(self, relation: Relation, claim: Claim) -> Verdict:
        elsewhere = any(
            name == relation.name and atom.claim.holds and atom.claim.object == claim.object
            for (name, subject), atoms in self._atoms.items()
            for atom in atoms
            if subject != claim.subject
        )
        return _unless_known(super()._entity(relation, claim), FALSE if elsewhere else None)


class NegativesSpreadToAll(Kernel):
    def _entity(self, relation: Relation, claim: Claim) -> Verdict:
        _, denied = self._about(relation.name, claim.subject)
        return _unless_known(super()._entity(relation, claim), FALSE if denied else None)


class NegativesSpreadToWholes(Kernel):
    def _entity(self, relation: Relation, claim: Claim) -> Verdict:
        _, denied = self._about(relation.name, claim.subject)
        inside = any(
            self.structure.is_part(str(atom.claim.object), str(claim.object)) for atom in denied
        )
        return _unless_known(super()._entity(relation, claim), FALSE if inside else None)


class TruthSpreadsToParts(Kernel):
    def _entity(self, relation: Relation, claim: Claim) -> Verdict:
        stated, _ = self._about(relation.name, claim.subject)
        inside = any(
            self.structure.is_part(str(claim.object), str(atom.claim.object)) for atom in stated
        )
        return _unless_known(super()._entity(relation, claim), TRUE if inside else None)


class ListsCloseOtherTypes(Kernel):
    def _by_closure(self, relation: Relation, subject: str, asked: str) -> Verdict | None:
        closures = self._closures.get((relation.name, self.structure.representative(subject)), ())
        left_out = any(
            all(self._excludes(relation, listed, asked) for listed in closure.listed)
            for closure in closures
        )
        return FALSE if left_out else None


class SilenceMeansNo(Kernel):
    def _entity(self, relation: Relation, claim: Claim) -> Verdict:
        stated, _ = self._about(relation.name, claim.subject)
        return _unless_known(super()._entity(relation, claim), None if stated else FALSE)


class UnorderedIsFalse(Kernel):
    def _order(self, relation: Relation, claim: Claim) -> Verdict:
        return _unless_known(super()._order(relation, claim), FALSE)


class CoarseDatesReadAsExact(Kernel):
    def _date(self, relation: Relation, claim: Claim) -> Verdict:
        stated, _ = self._about(relation.name, claim.subject)
        inside = any(
            parse_date(_text(atom.claim)).contains(parse_date(_text(claim))) for atom in stated
        )
        return _unless_known(super()._date(relation, claim), TRUE if inside else None)


class LastDayReadAsTheWhole(Kernel):
    def _date(self, relation: Relation, claim: Claim) -> Verdict:
        ended, _ = self._about("ended", claim.subject)
        within = relation.name == "date" and any(
            parse_date(_text(claim)).contains(parse_date(_text(atom.claim))) for atom in ended
        )
        return _unless_known(super()._date(relation, claim), TRUE if within else None)


class OneHolderADay(Kernel):
    """Takes "held it some time on that day" for "nobody else did"."""

    def _tenure(self, relation: Relation, claim: Claim) -> Verdict:
        stated, _ = self._about(relation.name, claim.subject)
        others = any(
            atom.claim.at == claim.at
            and not self.structure.possibly_same(str(atom.claim.object), str(claim.object))
            for atom in stated
        )
        return _unless_known(super()._tenure(relation, claim), FALSE if others else None)


class WrittenAnyTimeThatMonth(Kernel):
    """Takes the moment at which the source was written for the whole date it gives."""

    def _tenure(self, relation: Relation, claim: Claim) -> Verdict:
        stated, _ = self._about(relation.name, claim.subject)
        others = any(
            isinstance(atom.claim.at, Instant)
            and isinstance(claim.at, Instant)
            and atom.claim.at.source is not None
            and atom.claim.at.date == claim.at.date
            and not self.structure.possibly_same(str(atom.claim.object), str(claim.object))
            for atom in stated
        )
        return _unless_known(super()._tenure(relation, claim), FALSE if others else None)


def _unless_known(verdict: Verdict, instead: Verdict | None) -> Verdict:
    return verdict if verdict.status is not Status.UNKNOWN or instead is None else instead


def _text(claim: Claim) -> str:
    assert isinstance(claim.object, Value)
    return claim.object.text


def open_lists_taken_as_closed(bank: Bank) -> Kernel:
    lists: dict[tuple[str, str], list[Atom]] = {}
    for atom in bank.atoms:
        if atom.claim.relation in _LISTS and atom.claim.holds:
            lists.setdefault((atom.claim.relation, atom.claim.subject), []).append(atom)
    closures = [
        Closure(*key, tuple(str(atom.claim.object) for atom in atoms), atoms[0].fact)
        for key, atoms in lists.items()
    ]
    return Kernel(Structure.of_bank(bank), bank.atoms, closures)


def _with(structure: type[Structure]) -> Callable[[Bank], Kernel]:
    return lambda bank: Kernel(structure.of_bank(bank), bank.atoms, bank.closures)


#: Each bug with the law that it breaks.
KERNELS: dict[str, tuple[Callable[..., None], Callable[[Bank], Kernel]]] = {
    "open list taken as closed": (laws.what_is_decided_is_so, open_lists_taken_as_closed),
    **{
        bug.__name__: (laws.what_is_decided_is_so, _with(bug))
        for bug in (
            MaybeSameIgnored,
            SameAsIgnored,
            PartsIgnored,
            OverlapIgnored,
            MaybeSameNotFollowedIntoParts,
            CommonPartNotSeen,
            OverlapOfPartsNotSeen,
            EveryRelationFunctional,
            ParaphraseIsOneUtterance,
        )
    },
    **{
        bug.__name__: (laws.what_is_decided_is_so, bug.of_bank)
        for bug in (
            FunctionalReadBackwards,
            NegativesSpreadToAll,
            NegativesSpreadToWholes,
            TruthSpreadsToParts,
            ListsCloseOtherTypes,
            UnorderedIsFalse,
            CoarseDatesReadAsExact,
            LastDayReadAsTheWhole,
            OneHolderADay,
            WrittenAnyTimeThatMonth,
        )
    },
    "silence means no": (laws.more_facts_change_no_verdict, SilenceMeansNo.of_bank),
    "perhaps is surely": (laws.doubt_only_takes_away, _with(PerhapsIsSurely)),
    "ids decide": (laws.ids_decide_nothing, _with(IdsDecide)),
}
