"""Rows of the relations that a set declares: what their flags decide (1.4, R19).

Each row belongs to a frame, the date it holds for; nothing is said of other frames. Where a
relation is transitive, a row would bring others with it, by what comes before its subject and
after its object: it is false as soon as one of those is.
"""

from collections.abc import Iterable, Iterator

from quizapp.core.facts.claim import Claim, Instant
from quizapp.core.facts.fact import Atom, Closure
from quizapp.core.facts.relations import Relation
from quizapp.core.proof.structure import Structure
from quizapp.core.proof.verdict import Rule, Verdict, resting, undecided

_Row = tuple[str, str]


class Rows:
    """All rows of one relation in one frame."""

    def __init__(self, relation: Relation, structure: Structure) -> None:
        self._relation = relation
        self._structure = structure
        self._stated: dict[_Row, Atom] = {}
        self._denied: dict[_Row, Atom] = {}
        self._after: dict[str, dict[str, Atom]] = {}
        self._before: dict[str, dict[str, Atom]] = {}
        self._closed: dict[str, list[Closure]] = {}
        self._closed_inverse: dict[str, list[Closure]] = {}

    def add(self, atom: Atom) -> None:
        """Take a row that a fact states or denies."""
        for subject, object_ in self._ends(atom.claim):
            if not atom.claim.holds:
                self._denied.setdefault((subject, object_), atom)
                continue
            self._stated.setdefault((subject, object_), atom)
            self._after.setdefault(subject, {}).setdefault(object_, atom)
            self._before.setdefault(object_, {}).setdefault(subject, atom)

    def _ends(self, claim: Claim) -> Iterator[_Row]:
        """Yield subject and object, of a symmetric relation both ways."""
        subject = self._structure.representative(claim.subject)
        object_ = self._structure.representative(str(claim.object))
        yield subject, object_
        if self._relation.symmetric:
            yield object_, subject

    def close(self, closure: Closure) -> None:
        """Take a list that is complete."""
        end = self._structure.representative(closure.subject)
        if not closure.inverse or self._relation.symmetric:
            self._closed.setdefault(end, []).append(closure)
        if closure.inverse or self._relation.symmetric:
            self._closed_inverse.setdefault(end, []).append(closure)

    def decide(self, claim: Claim) -> Verdict:
        """Return the verdict on a row."""
        subject, object_ = next(self._ends(claim))
        chain = self.chain(subject, object_)
        if chain is not None:
            rule = Rule.STATED if len(chain) == 1 else Rule.CHAIN
            return resting(True, rule, chain)
        return self._refuted(subject, object_) or undecided()

    # --- what follows ---

    def chain(self, subject: str, object_: str) -> tuple[Atom, ...] | None:
        """Return the rows that lead from one to the other, or None; one row if it is stated."""
        stated = self._stated.get((subject, object_))
        if stated is not None:
            return (stated,)
        if not self._relation.transitive:
            return None
        return _path(self._after, subject).get(object_)

    def _refuted(self, subject: str, object_: str) -> Verdict | None:
        own = self._refuted_itself(subject, object_)
        if own is not None or not self._relation.transitive:
            return own
        leading = {subject: (), **_path(self._before, subject)}
        following = {object_: (), **_path(self._after, object_)}
        for first, before in leading.items():
            for last, after in following.items():
                found = self._refuted_itself(first, last)
                if found is not None:
                    return resting(
                        False,
                        Rule.CHAIN,
                        (*reversed(before), *after),
                        facts=found.facts,
                        slots=found.slots,
                        witness=found.witness,
                    )
        return None

    def _refuted_itself(self, subject: str, object_: str) -> Verdict | None:
        """Return why a row is false by itself, not by what it would bring with it."""
        relation = self._relation
        if subject == object_ and relation.irreflexive:
            return resting(False, Rule.IRREFLEXIVE, ())
        denied = self._denied.get((subject, object_))
        if denied is not None:
            return resting(False, Rule.DENIED, [denied])
        if relation.asymmetric:
            reverse = self.chain(object_, subject)
            if reverse is not None:
                return resting(False, Rule.ASYMMETRIC, reverse)
        if relation.functional:
            for known, atom in self._after.get(subject, {}).items():
                if not self._structure.possibly_same(known, object_):
                    return resting(False, Rule.FUNCTIONAL, [atom])
        if relation.inverse_functional:
            for known, atom in self._before.get(object_, {}).items():
                if not self._structure.possibly_same(known, subject):
                    return resting(False, Rule.INVERSE_FUNCTIONAL, [atom])
        return self._left_out(self._closed, subject, object_, self._after) or self._left_out(
            self._closed_inverse, object_, subject, self._before
        )

    def _left_out(
        self,
        lists: dict[str, list[Closure]],
        owner: str,
        asked: str,
        rows: dict[str, dict[str, Atom]],
    ) -> Verdict | None:
        for closure in lists.get(owner, ()):
            if not any(self._structure.possibly_same(one, asked) for one in closure.listed):
                known = rows.get(owner, {})
                listed = [
                    known[end]
                    for end in map(self._structure.representative, closure.listed)
                    if end in known
                ]
                return resting(False, Rule.CLOSED_LIST, listed, facts=(closure.fact,))
        return None


def _path(steps: dict[str, dict[str, Atom]], start: str) -> dict[str, tuple[Atom, ...]]:
    """Return all that rows lead to, with those rows in order, fewest first."""
    found: dict[str, tuple[Atom, ...]] = {}
    waiting: list[tuple[str, tuple[Atom, ...]]] = [(start, ())]
    for end, path in waiting:  # grows while it is walked
        for reached, atom in steps.get(end, {}).items():
            if reached not in found:
                found[reached] = (*path, atom)
                waiting.append((reached, found[reached]))
    return found


class AllRows:
    """The rows of all declared relations, by relation and frame."""

    def __init__(
        self, structure: Structure, atoms: Iterable[Atom], closures: Iterable[Closure]
    ) -> None:
        self._structure = structure
        self._frames: dict[tuple[str, Instant | None], Rows] = {}
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
        if key not in self._frames:
            self._frames[key] = Rows(self._structure.relations[relation], self._structure)
        return self._frames[key]

    def decide(self, claim: Claim) -> Verdict:
        """Return the verdict on a row, by the rows of its own frame."""
        return self._frame(claim.relation, claim.at).decide(claim)
