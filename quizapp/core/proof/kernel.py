"""The kernel: is a claim true, false or unknown, given the facts?

``true`` means in every world that agrees with the facts, ``false`` in none. Where neither can be
shown the answer is ``unknown``; that costs questions, never truth. Whether the facts contradict
each other is decided in ``clash``; the words of a proof stand in ``explain``.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim, Status, Value
from quizapp.core.facts.entity import Section
from quizapp.core.facts.fact import Atom, Closure, NumberFact
from quizapp.core.facts.relations import Relation
from quizapp.core.proof.amounts import Amounts
from quizapp.core.proof.disputes import Disputes, Slot, slots_of
from quizapp.core.proof.rows import AllRows
from quizapp.core.proof.structure import Structure
from quizapp.core.proof.tenure import Tenures
from quizapp.core.proof.texts import Texts
from quizapp.core.proof.times import DATES, Times, date_of
from quizapp.core.proof.verdict import Rule, Verdict, resting

_UNKNOWN = Verdict(Status.UNKNOWN, Rule.UNDECIDED)


class _List(NamedTuple):
    """A complete list: what is on it, by id and by representative, and of which sections."""

    listed: tuple[str, ...]
    ends: frozenset[str]
    sections: frozenset[Section]
    leaves_out: Verdict  # on whatever it leaves out: it rests on the whole list


class Kernel:
    """The one judge of claims; item kinds ask it and never decide truth themselves."""

    def __init__(
        self,
        structure: Structure,
        atoms: Iterable[Atom],
        closures: Iterable[Closure] = (),
        numbers: Iterable[NumberFact] = (),
        blocked: frozenset[Slot] = frozenset(),
    ) -> None:
        self.structure = structure
        self._blocked = blocked
        self._atoms: dict[tuple[str, str], list[Atom]] = {}
        self._closures: dict[tuple[str, str], list[Closure]] = {}
        self._signed: dict[tuple[str, str], tuple[list[Atom], list[Atom]]] = {}
        self._by_object: dict[tuple[str, str, bool], dict[str, tuple[int, Atom]]] = {}
        self._ready: dict[tuple[str, str], list[_List]] = {}
        self._stated, self._numbers = list(atoms), tuple(numbers)
        for atom in self._stated:
            subject = structure.representative(atom.claim.subject)
            self._atoms.setdefault((atom.claim.relation, subject), []).append(atom)
        self.closures = tuple(closures)
        for closure in self.closures:
            subject = structure.representative(closure.subject)
            self._closures.setdefault((closure.relation, subject), []).append(closure)

    # Made with the first claim that needs it: a kernel of assumptions is asked about one sort only.

    @cached_property
    def _times(self) -> Times:
        return Times(self.structure, self._stated)

    @cached_property
    def _tenures(self) -> Tenures:
        return Tenures(self.structure, self._stated)

    @cached_property
    def _rows(self) -> AllRows:
        return AllRows(self.structure, self._stated, self.closures)

    @cached_property
    def _amounts(self) -> Amounts:
        return Amounts(self.structure, self._stated, self._numbers)

    @cached_property
    def _texts(self) -> Texts:
        return Texts(self.structure, self._stated)

    @classmethod
    def of_bank(cls, bank: Bank) -> "Kernel":
        """Return the kernel of a compiled set, all made at once that a question may wait for."""
        structure = Structure.of_bank(bank)
        known = Disputes(structure, bank)
        kernel = cls(structure, known.atoms, known.closures, known.numbers, known.slots)
        _ = kernel._times, kernel._tenures, kernel._rows, kernel._amounts, kernel._texts
        return kernel

    def assuming(self, claims: Iterable[Claim]) -> "Kernel":
        """Return a kernel that knows the structural constraints and these claims only."""
        return Kernel(self.structure, (Atom(claim, "", "", ()) for claim in claims))

    def status(self, claim: Claim) -> Status:
        """Return what the facts decide about a claim; ValueError if it is ill-formed."""
        return self.decide(claim).status

    def decide(self, claim: Claim) -> Verdict:
        """Return the status of a claim with the facts and the rule that decide it.

        Raises:
            ValueError: there is no such relation, or the object is of another type (R5).
        """
        relation = _well_formed(claim, self.structure)
        if self._blocked and self._is_blocked(claim):
            return _UNKNOWN
        verdict = self._judge(relation)(relation, claim.atom)
        if claim.holds:
            return verdict
        return replace(verdict, status=verdict.status.inverted())

    def _is_blocked(self, claim: Claim) -> bool:
        """Whether two sources fill a slot of the claim differently."""
        if claim.relation == "value":
            quantity = self.structure.representative(claim.subject)
            return Slot("value", quantity, claim.at) in self._blocked
        return any(slot in self._blocked for slot, _ in slots_of(self.structure, claim))

    def _judge(self, relation: Relation) -> Callable[[Relation, Claim], Verdict]:
        if relation.wording is not None:
            return lambda _, claim: self._rows.decide(claim)
        if relation.name == "value":
            return lambda _, claim: self._amounts.decide(claim)
        if relation.between_facts:
            return self._between_facts
        if relation.name == "before":
            return self._order
        if relation.name == "holder":
            return self._tenure
        if relation.value is not None:
            return self._date if relation.value == "date" else self._value
        return self._entity

    def _about(self, relation: str, subject: str) -> tuple[list[Atom], list[Atom]]:
        """Return what is stated and what is denied of a subject."""
        key = (relation, self.structure.representative(subject))
        if key not in self._signed:
            atoms = self._atoms.get(key, [])
            if not atoms:
                return [], []
            self._signed[key] = (
                [atom for atom in atoms if atom.claim.holds],
                [atom for atom in atoms if not atom.claim.holds],
            )
        return self._signed[key]

    def _first(
        self, relation: str, subject: str, objects: frozenset[str], *, holds: bool = True
    ) -> Atom | None:
        """Return what is stated, or denied, first of a subject and one of these objects, or None.

        The objects are named by their representatives.
        """
        key = (relation, self.structure.representative(subject), holds)
        if key not in self._by_object:
            stated, denied = self._about(relation, subject)
            told: dict[str, tuple[int, Atom]] = {}
            for number, atom in enumerate(stated if holds else denied):
                object_ = self.structure.representative(_entity_of(atom.claim))
                told.setdefault(object_, (number, atom))
            self._by_object[key] = told
        known = self._by_object[key]
        if len(known) < len(objects):
            return next((atom for object_, (_, atom) in known.items() if object_ in objects), None)
        found = [known[object_] for object_ in objects if object_ in known]
        return min(found)[1] if found else None

    def _lists(self, relation: str, subject: str) -> list[_List]:
        """Return the complete lists of a subject, ready to be looked things up in."""
        key = (relation, self.structure.representative(subject))
        if key not in self._ready:
            self._ready[key] = [self._list(closure) for closure in self._closures.get(key, ())]
        return self._ready[key]

    def _list(self, closure: Closure) -> _List:
        stated, _ = self._about(closure.relation, closure.subject)
        own = [atom for atom in stated if atom.fact == closure.fact]
        return _List(
            closure.listed,
            frozenset(map(self.structure.representative, closure.listed)),
            frozenset(self.structure.entities[listed].section for listed in closure.listed),
            resting(False, Rule.CLOSED_LIST, own, facts=(closure.fact,), listed=closure.listed),
        )

    # --- entities ---

    def _entity(self, relation: Relation, claim: Claim) -> Verdict:
        asked = _entity_of(claim)
        same = self.structure.representative(asked)
        only = frozenset((same,))
        known = self._first(relation.name, claim.subject, only)
        if known is not None:
            return resting(True, Rule.STATED, [known])
        if relation.upward:
            part = self._first(relation.name, claim.subject, self.structure.parts(asked))
            if part is not None:
                return resting(True, Rule.WHOLE, [part])
        # A denial holds of the thing and of its parts (R20).
        wholes = self.structure.wholes(asked) if relation.upward else only
        denied = self._first(relation.name, claim.subject, wholes, holds=False)
        if denied is not None:
            return resting(False, Rule.DENIED, [denied])
        if self.structure.is_functional(relation, claim.subject):
            for atom in self._about(relation.name, claim.subject)[0]:
                if self._excludes(relation, _entity_of(atom.claim), asked):
                    return resting(False, Rule.FUNCTIONAL, [atom])
        return self._by_closure(relation, claim.subject, asked) or _UNKNOWN

    def _excludes(self, relation: Relation, known: str, asked: str) -> bool:
        """Whether the known object leaves no room for the asked one beside it."""
        if relation.upward:
            return self.structure.apart(known, asked)
        return not self.structure.possibly_same(known, asked)

    def _by_closure(self, relation: Relation, subject: str, asked: str) -> Verdict | None:
        section = self.structure.entities[asked].section
        for known in self._lists(relation.name, subject):
            # A list closes only what it could have listed (R5): parties that are places say
            # nothing of organisations.
            if section not in known.sections:
                continue
            if relation.upward:
                may_be_meant = any(self.structure.related(one, asked) for one in known.listed)
            else:
                may_be_meant = self.structure.may_be_among(asked, known.ends)
            if not may_be_meant:
                return known.leaves_out
        return None

    def _between_facts(self, relation: Relation, claim: Claim) -> Verdict:
        """What a fact says of two others; nothing of this kind is ever inferred."""
        for atom in self._atoms.get((relation.name, claim.subject), ()):
            if atom.claim.object == claim.object:
                rule = Rule.STATED if atom.claim.holds else Rule.DENIED
                return resting(atom.claim.holds, rule, [atom])
        return _UNKNOWN

    # --- values ---

    def _value(self, relation: Relation, claim: Claim) -> Verdict:
        stated, denied = self._about(relation.name, claim.subject)
        single = self.structure.is_functional(relation, claim.subject)
        return self._texts.decide(relation, claim, stated, denied, single=single)

    def _date(self, relation: Relation, claim: Claim) -> Verdict:
        if relation.name in DATES:
            return self._times.date(claim)
        asked = date_of(claim)
        stated, denied = self._about(relation.name, claim.subject)
        for atom in stated:
            if date_of(atom.claim) == asked:
                return resting(True, Rule.STATED, [atom])
        for atom in denied:
            if date_of(atom.claim).contains(asked):
                return resting(False, Rule.DENIED, [atom])
        for atom in stated:
            if asked.contains(date_of(atom.claim)):
                return resting(True, Rule.DATE_WITHIN, [atom])
        if self.structure.is_functional(relation, claim.subject):
            for atom in stated:
                if asked.disjoint(date_of(atom.claim)):
                    return resting(False, Rule.DATE_OUTSIDE, [atom])
        return _UNKNOWN

    # --- offices and order ---

    def _tenure(self, relation: Relation, claim: Claim) -> Verdict:
        return self._tenures.decide(claim)

    def _order(self, relation: Relation, claim: Claim) -> Verdict:
        return self._times.order(claim)


def _well_formed(claim: Claim, structure: Structure) -> Relation:
    relation = structure.relations.get(claim.relation)
    if relation is None:
        raise ValueError(f'there is no relation "{claim.relation}"')
    if relation.between_facts:
        return relation
    if isinstance(claim.object, Value):
        fits = claim.object.kind == relation.value
    else:
        entity = structure.entities.get(claim.object)
        fits = entity is not None and entity.section in relation.objects
    if not fits:
        raise ValueError(f"{claim.object!r} cannot be an object of {claim.relation}")
    return relation


def _entity_of(claim: Claim) -> str:
    if isinstance(claim.object, Value):
        raise ValueError(f"{claim.relation} takes an entity, not {claim.object.text!r}")
    return claim.object
