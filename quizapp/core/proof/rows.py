"""Rows of the relations that a set declares: what their flags decide (1.4, R19).

Each row belongs to a frame, the date it holds for; nothing is said of other frames. Where a
relation is transitive, a row would bring others with it, by what comes before its subject and
after its object: it is false as soon as one of those is.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from quizapp.core.facts.claim import Claim, Instant
from quizapp.core.facts.entity import Section
from quizapp.core.facts.fact import Atom, Closure
from quizapp.core.facts.relations import Relation
from quizapp.core.proof.steps import Steps
from quizapp.core.proof.structure import Structure
from quizapp.core.proof.verdict import Rule, Verdict, resting, undecided

_Row = tuple[str, str]
_TOPICS = frozenset({Section.TOPICS})


@dataclass(frozen=True)
class Listed:
    """A list that is complete, and what stands on it, by representatives.

    Attributes:
        rows: the rows of its owner, by their other ends.
    """

    closure: Closure
    ends: frozenset[str]
    rows: Mapping[str, Atom]

    @cached_property
    def leaves_out(self) -> Verdict:
        """The verdict on whatever it leaves out: it rests on the whole list."""
        known = [atom for end, atom in self.rows.items() if end in self.ends]
        listed = self.closure.listed
        return resting(False, Rule.CLOSED_LIST, known, facts=(self.closure.fact,), listed=listed)


class Rows:
    """All rows of one relation in one frame."""

    def __init__(self, relation: Relation, structure: Structure) -> None:
        self.relation = relation
        self.steps = Steps()
        self.denied: dict[_Row, Atom] = {}
        self.closed: dict[str, list[Listed]] = {}
        self.closed_inverse: dict[str, list[Listed]] = {}
        self._structure = structure

    def add(self, atom: Atom) -> None:
        """Take a row that a fact states or denies."""
        for subject, object_ in self._ends(atom.claim):
            if atom.claim.holds:
                self.steps.add(subject, object_, atom)
            else:
                self.denied.setdefault((subject, object_), atom)

    def _ends(self, claim: Claim) -> Iterator[_Row]:
        """Yield subject and object, of a symmetric relation both ways."""
        subject = self._structure.representative(claim.subject)
        object_ = self._structure.representative(str(claim.object))
        yield subject, object_
        if self.relation.symmetric:
            yield object_, subject

    def close(self, closure: Closure) -> None:
        """Take a list that is complete; all rows have been added."""
        end = self._structure.representative(closure.subject)
        ends = frozenset(map(self._structure.representative, closure.listed))
        if not closure.inverse or self.relation.symmetric:
            listed = Listed(closure, ends, self.steps.onward(end))
            self.closed.setdefault(end, []).append(listed)
        if closure.inverse or self.relation.symmetric:
            listed = Listed(closure, ends, self.steps.backward(end))
            self.closed_inverse.setdefault(end, []).append(listed)

    def decide(self, claim: Claim) -> Verdict:
        """Return the verdict on a row."""
        subject, object_ = next(self._ends(claim))
        chain = self.chain(subject, object_)
        if chain is not None:
            rule = Rule.STATED if len(chain) == 1 else Rule.CHAIN
            return resting(True, rule, chain)
        refuted = self.refuted(subject, object_)
        if refuted is None and self.relation.transitive:
            refuted = self._refuted_by_what_follows(subject, object_)
        return refuted or undecided()

    # --- what follows ---

    def chain(self, subject: str, object_: str) -> tuple[Atom, ...] | None:
        """Return the rows that lead from one to the other, or None; one row if it is stated."""
        stated = self.steps.onward(subject).get(object_)
        if stated is not None:
            return (stated,)
        return self.steps.chain(subject, object_) if self.relation.transitive else None

    def refuted(self, subject: str, object_: str) -> Verdict | None:
        """Return why a row is false by itself, not by what it would bring with it."""
        relation = self.relation
        if subject == object_ and relation.irreflexive:
            return resting(False, Rule.IRREFLEXIVE, ())
        denied = self._denial(subject, object_)
        if denied is not None:
            return resting(False, Rule.DENIED, [denied])
        if relation.asymmetric:
            reverse = self.chain(object_, subject)
            if reverse is not None:
                return resting(False, Rule.ASYMMETRIC, reverse)
        if relation.functional:
            for known, atom in self.steps.onward(subject).items():
                if not self._structure.possibly_same(known, object_):
                    return resting(False, Rule.FUNCTIONAL, [atom])
        if relation.inverse_functional:
            for known, atom in self.steps.backward(object_).items():
                if not self._structure.possibly_same(known, subject):
                    return resting(False, Rule.INVERSE_FUNCTIONAL, [atom])
        for listed in self.closed.get(subject, ()):
            if not self.may_be_object(object_, listed):
                return listed.leaves_out
        for listed in self.closed_inverse.get(object_, ()):
            if not self.may_be_subject(subject, listed):
                return listed.leaves_out
        return None

    def _denial(self, subject: str, object_: str) -> Atom | None:
        """Return what denies this very row.

        A row of a part is none of the whole, so a denial of the whole says nothing of the part:
        who is not mayor of the land may be mayor of its port.
        """
        return self.denied.get((subject, object_))

    def may_be_object(self, asked: str, listed: Listed) -> bool:
        """Return whether a list means a thing: it may be on it, a topic also by what it shares."""
        if self.relation.objects == _TOPICS:
            return any(self._structure.related(one, asked) for one in listed.ends)
        return self._structure.may_be_among(asked, listed.ends)

    def may_be_subject(self, asked: str, listed: Listed) -> bool:
        """Return whether an inverse list means a thing; of a symmetric relation it is a list."""
        if self.relation.symmetric:
            return self.may_be_object(asked, listed)
        return self._structure.may_be_among(asked, listed.ends)

    def _refuted_by_what_follows(self, subject: str, object_: str) -> Verdict | None:
        """Return why one of the rows that it would bring with it is false.

        These lead from all that comes before its subject to all that comes after its object.
        """
        if self.relation.irreflexive:
            back = self.steps.chain(object_, subject)
            if back is not None:
                return resting(False, Rule.CHAIN, back)
        for first, last in self._in_question(subject, object_):
            found = self.refuted(first, last)
            if found is not None:
                return resting(
                    False,
                    Rule.CHAIN,
                    (
                        *found.atoms,
                        *(self.steps.chain(first, subject) or () if first != subject else ()),
                        *(self.steps.chain(object_, last) or () if last != object_ else ()),
                    ),
                    facts=found.facts,
                )
        return None

    def _in_question(self, subject: str, object_: str) -> Iterator[_Row]:
        """Yield the rows that it would bring with it and that something may be known against."""
        before, after = self.steps.before(subject), self.steps.after(object_)
        yield from (row for row in self.denied if row[0] in before and row[1] in after)
        single = self.relation.functional or self.relation.inverse_functional
        for first in before:
            if single or first in self.closed:
                yield from ((first, last) for last in after)
        for last in after:
            if last in self.closed_inverse:
                yield from ((first, last) for first in before)


class AllRows:
    """The rows of all declared relations, by relation and frame."""

    def __init__(
        self, structure: Structure, atoms: Iterable[Atom], closures: Iterable[Closure]
    ) -> None:
        self._structure = structure
        self.frames: dict[tuple[str, Instant | None], Rows] = {}
        for atom in atoms:
            if structure.is_declared(atom.claim.relation):
                self._frame(atom.claim.relation, atom.claim.at).add(atom)
        for closure in closures:
            if structure.is_declared(closure.relation):
                self._frame(closure.relation, closure.at).close(closure)

    def _frame(self, relation: str, at: object) -> Rows:
        if at is not None and not isinstance(at, Instant):
            raise ValueError(f"rows of {relation} hold for a date, not for {at}")
        key = (relation, at)
        if key not in self.frames:
            self.frames[key] = Rows(self._structure.relations[relation], self._structure)
        return self.frames[key]

    def decide(self, claim: Claim) -> Verdict:
        """Return the verdict on a row, by the rows of its own frame."""
        if not isinstance(claim.at, Instant | None):
            raise ValueError(f"rows of {claim.relation} hold for a date, not for {claim.at}")
        rows = self.frames.get((claim.relation, claim.at))
        if rows is None:
            rows = Rows(self._structure.relations[claim.relation], self._structure)
        return rows.decide(claim)
