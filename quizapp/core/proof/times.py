"""What is so of events in time: the order of two, and the days of one (R1, R4).

Dates and stated orders are decided together: an order may bound a day, and days may give or
refute an order. Who held an office when stands in ``tenure``; the bounds in ``order``.
"""

from collections.abc import Iterable
from dataclasses import replace

from quizapp.core.facts.claim import Claim, Status, Value
from quizapp.core.facts.dates import CoarseDate, parse_date
from quizapp.core.facts.fact import Atom
from quizapp.core.proof.order import Bound, Chronology
from quizapp.core.proof.structure import Structure
from quizapp.core.proof.verdict import Rule, Verdict, resting, undecided

DATES = frozenset({"date", "began", "ended"})


class Times:
    """The judge of ``before``, ``date``, ``began`` and ``ended``."""

    def __init__(self, structure: Structure, atoms: Iterable[Atom]) -> None:
        self._structure = structure
        known = list(atoms)
        self._chronology = Chronology(structure, known)
        self._dates: dict[tuple[str, str], list[Atom]] = {}
        self._orders: dict[tuple[str, str, bool], Atom] = {}
        for atom in known:
            claim = atom.claim
            subject = structure.representative(claim.subject)
            if claim.relation in DATES:
                self._dates.setdefault((claim.relation, subject), []).append(atom)
            elif claim.relation == "before":
                later = structure.representative(str(claim.object))
                self._orders.setdefault((subject, later, claim.holds), atom)

    def _about(self, claim: Claim) -> list[Atom]:
        key = (claim.relation, self._structure.representative(claim.subject))
        return self._dates.get(key, [])

    # --- days ---

    def date(self, claim: Claim) -> Verdict:
        """Return the verdict on the days of an event, or on its first or last day."""
        asked = date_of(claim)
        for atom in self._about(claim):
            known = date_of(atom.claim)
            if atom.claim.holds and known == asked:
                return resting(True, Rule.STATED, [atom])
            if not atom.claim.holds and known.contains(asked):
                return resting(False, Rule.DENIED, [atom])
        for atom in self._about(claim):
            known = date_of(atom.claim)
            if atom.claim.holds and asked.contains(known):
                return resting(True, Rule.DATE_WITHIN, [atom])
            if atom.claim.holds and asked.disjoint(known):
                return resting(False, Rule.DATE_OUTSIDE, [atom])
        # What is said of this very thing speaks first; then what its other dates and orders leave.
        within = self._within(claim.subject, claim.relation, asked)
        if within is not None:
            return _by(True, Rule.DATE_WITHIN, *within)
        outside = self._outside(claim.subject, claim.relation, asked)
        return undecided() if outside is None else _by(False, Rule.DATE_OUTSIDE, outside)

    def _within(self, event: str, relation: str, asked: CoarseDate) -> tuple[Bound, Bound] | None:
        """Return why the days lie within the date: not before its first, not after its last."""
        earliest = self._chronology.earliest(event, last=relation == "ended")
        latest = self._chronology.latest(event, last=relation != "began")
        if earliest is None or latest is None:
            return None
        return (
            (earliest, latest) if asked.first <= earliest.day and latest.day <= asked.last else None
        )

    def _outside(self, event: str, relation: str, asked: CoarseDate) -> Bound | None:
        """Return why the days do not lie within the date: one is too early or too late."""
        latest = self._chronology.latest(event, last=relation == "ended")
        if latest is not None and latest.day < asked.first:
            return latest
        earliest = self._chronology.earliest(event, last=relation != "began")
        return earliest if earliest is not None and asked.last < earliest.day else None

    # --- order ---

    def order(self, claim: Claim) -> Verdict:
        """Return the verdict on one event's having been over before another began."""
        structure = self._structure
        earlier = structure.representative(claim.subject)
        later = structure.representative(str(claim.object))
        if earlier == later:
            return Verdict(Status.FALSE, Rule.SAME_EVENT)
        stated = self._stated(earlier, later)
        if stated is not None:
            return resting(True, Rule.STATED, [stated])
        if structure.not_ordered(earlier, later):
            return Verdict(
                Status.FALSE,
                Rule.SAME_TIME,
                tuple(dict.fromkeys((claim.subject, str(claim.object)))),
            )
        following = self._in_order(earlier, later)
        if following is not None:
            return following
        denied = self._orders.get((earlier, later, False))
        if denied is not None:
            return resting(False, Rule.DENIED, [denied])
        return self._refuted(earlier, later) or undecided()

    def _stated(self, earlier: str, later: str) -> Atom | None:
        return self._orders.get((earlier, later, True))

    def _in_order(self, earlier: str, later: str) -> Verdict | None:
        last = self._chronology.latest(earlier, last=True)
        first = self._chronology.earliest(later, last=False)
        if last is not None and first is not None and last.day < first.day:
            return _by(True, Rule.ORDER, last, first)
        chain = self._chronology.chain(earlier, later)
        return None if chain is None else resting(True, Rule.ORDER, chain)

    def _refuted(self, earlier: str, later: str) -> Verdict | None:
        """Return why one was not over before the other began.

        The other was, or began too early for it; or what came before the one and after the other
        would be in an order that is none.
        """
        stated = self._stated(later, earlier)
        if stated is not None:
            return resting(False, Rule.REVERSE_ORDER, [stated])
        first = self._chronology.latest(later, last=False)
        last = self._chronology.earliest(earlier, last=True)
        if first is not None and last is not None and first.day < last.day:
            whole = self._chronology.latest(later, last=True)
            begun = self._chronology.earliest(earlier, last=False)
            if whole is not None and begun is not None and whole.day < begun.day:
                return _by(False, Rule.REVERSE_ORDER, whole, begun)
            return _by(False, Rule.NOT_OVER, first, last)
        reverse = self._chronology.chain(later, earlier)
        if reverse is not None:
            return resting(False, Rule.REVERSE_ORDER, reverse)
        return self._parted(earlier, later)

    def _parted(self, earlier: str, later: str) -> Verdict | None:
        chronology = self._chronology
        after = frozenset(chronology.after(later))
        for one in chronology.before(earlier):
            for other in sorted(self._structure.unordered(one) & after):
                before = chronology.chain(one, earlier) or ()
                onward = chronology.chain(later, other) or ()
                return resting(False, Rule.NO_ORDER, (*before, *onward), facts=(one, other))
        return None


def date_of(claim: Claim) -> CoarseDate:
    """Return the date that a claim speaks of; ValueError if it is none."""
    if not isinstance(claim.object, Value):
        raise ValueError(f"{claim.relation} takes a date, not {claim.object!r}")
    return parse_date(claim.object.text)


def _by(true: bool, rule: Rule, latest: Bound, earliest: Bound | None = None) -> Verdict:
    """Return a verdict by one bound, or by two: up to the first, and on from the other."""
    bounds = [latest] if earliest is None else [latest, earliest]
    atoms = [*latest.atoms, *reversed(earliest.atoms if earliest is not None else ())]
    facts = [fact for bound in bounds for fact in bound.facts]
    verdict = resting(true, rule, atoms)
    return replace(verdict, facts=tuple(dict.fromkeys([*verdict.facts, *facts])))
