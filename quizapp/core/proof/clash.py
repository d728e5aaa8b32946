"""Clashes: facts that no world can satisfy together. A set that has one is refused.

Each clash names the facts; the reader has already refused entries that contradict themselves, and
what two sources say differently of one slot is only blocked (``disputes``).
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim, Value
from quizapp.core.facts.entity import Section
from quizapp.core.facts.fact import Atom, Closure, EventFact, StatementFact
from quizapp.core.facts.mentions import NamesInTexts
from quizapp.core.facts.relations import Relation
from quizapp.core.facts.tree import Path
from quizapp.core.proof.disputes import Disputes
from quizapp.core.proof.row_clashes import LEAVE_ONE, quoted, row_clashes, row_reason
from quizapp.core.proof.rows import AllRows
from quizapp.core.proof.structure import Structure
from quizapp.core.proof.tenure import excluded_by, handovers
from quizapp.core.proof.time_clashes import time_clashes
from quizapp.core.proof.verdict import Rule

#: So many clashes of one cause are found; whoever has corrected these is told of the others.
MOST = 5_000


@dataclass(frozen=True, slots=True)
class Clash:
    """Two facts (or one, with the declared structure) that exclude each other.

    Attributes:
        facts: their slugs; the later in the file last.
        reason: what contradicts what, and what to do.
        inside: the keys that lead to what is declared, where no fact is involved.
        row: subject and object of the row of the last fact, where it is one of many.
    """

    facts: tuple[str, ...]
    reason: str
    inside: Path = ()
    row: tuple[str, str] | None = None


def clashes(bank: Bank, most: int = MOST) -> tuple[Clash, ...]:
    """Return the clashes of a set, each pair of facts once for each cause.

    Args:
        most: so many of each cause are found; of many facts that contradict each other there may
            be more than fit in memory. Where fewer are returned than this, there are no others.
    """
    finder = _Finder(bank)
    found: dict[Clash, None] = {}
    for cause in (
        finder.declared_apart(),
        finder.parts_of_themselves(),
        finder.denied_and_stated(),
        finder.two_in_one_slot(),
        finder.off_the_list(),
        finder.named_off_the_list(),
        finder.against_their_flags(),
        finder.against_time(),
    ):
        own: dict[Clash, None] = {}
        for clash in cause:
            own[clash] = None
            if len(own) == most:
                break
        found |= own
    return tuple(found)


class _Finder:
    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._structure = Structure.of_bank(bank)
        self._known = Disputes(self._structure, bank)
        self._order = {slug: index for index, slug in enumerate(bank.facts)}
        self._events = [fact for fact in bank.facts.values() if isinstance(fact, EventFact)]
        #: By relation and subject, then by object; only of what is denied or listed somewhere.
        self._stated: dict[tuple[str, str], dict[str | Value, list[Atom]]] = {}
        self._denied: dict[tuple[str, str], list[Atom]] = {}
        own = {name for name in bank.relations if not self._structure.is_declared(name)}
        atoms = [atom for atom in self._known.atoms if atom.claim.relation in own]
        for atom in atoms:
            if not atom.claim.holds:
                self._denied.setdefault(self._key(atom.claim), []).append(atom)
        compared = {*self._denied, *map(self._key, self._known.closures)}
        for atom in atoms:
            if atom.claim.holds and (key := self._key(atom.claim)) in compared:
                objects = self._stated.setdefault(key, {})
                objects.setdefault(self._object(atom.claim), []).append(atom)

    def _key(self, said: Claim | Closure) -> tuple[str, str]:
        return said.relation, self._structure.representative(said.subject)

    def _object(self, claim: Claim) -> str | Value:
        if isinstance(claim.object, Value):
            return claim.object
        return self._structure.representative(claim.object)

    def _clash(self, reason: str, *facts: str, rows: Iterable[Atom] = ()) -> Clash:
        ordered = sorted(dict.fromkeys(facts), key=lambda slug: self._order.get(slug, -1))
        told = [one.claim for one in rows if one.fact == ordered[-1]]
        row = (told[-1].subject, str(told[-1].object)) if told else None
        return Clash(tuple(ordered), reason, row=row)

    def _name(self, object_: str | Value) -> str:
        if isinstance(object_, Value):
            return f"{object_.text} {object_.unit or ''}".strip()
        entity = self._bank.entities.get(object_)  # explanations are about facts
        return f'"{entity.name if entity is not None else object_}"'

    # --- declared structure ---

    def declared_apart(self) -> Iterator[Clash]:
        """Yield pairs declared apart that certainly have something in common."""
        for inside, (a, b) in self._declared():
            common = self._structure.in_common(a, b)
            if common is not None:
                shared = " and ".join(map(self._name, common))
                yield Clash(
                    (),
                    f'"{a}" and "{b}" are declared apart, but by what else is declared they have '
                    f"{shared} in common: remove one of the two",
                    inside,
                )

    def _declared(self) -> Iterator[tuple[Path, tuple[str, str]]]:
        for index, pair in enumerate(self._bank.apart):
            yield ("apart", index), pair
        for entity in self._bank.entities.values():
            for other in entity.apart:
                yield (entity.section.value, entity.id, "apart"), (entity.id, other)

    def parts_of_themselves(self) -> Iterator[Clash]:
        """Yield events in a circle of parts."""
        for event in self._events:
            if any(self._structure.is_part(whole, event.slug) for whole in event.part_of):
                yield self._clash(
                    f"{self._name(event.slug)} would be a part of itself: break the circle",
                    event.slug,
                )

    # --- stated against denied (R20) ---

    def denied_and_stated(self) -> Iterator[Clash]:
        """Yield what one fact states and another (or the same) denies."""
        for key, denials in self._denied.items():
            relation = self._structure.relations[key[0]]
            stated = self._stated.get(key, {})
            shared = handovers(
                {
                    (self._structure.representative(str(atom.claim.object)), atom.claim.at)
                    for atoms in stated.values()
                    for atom in atoms
                }
            )
            for denial in denials:
                for atom in self._contradicting(relation, denial, stated, shared):
                    yield self._clash(
                        f'"{atom.fact}" states {self._name(atom.claim.object)} '
                        f'({relation.name}), but "{denial.fact}" denies '
                        f"{self._name(denial.claim.object)}: remove one of the two",
                        atom.fact,
                        denial.fact,
                    )

    def _contradicting(
        self,
        relation: Relation,
        denial: Atom,
        stated: Mapping[str | Value, list[Atom]],
        shared: Container[date],
    ) -> Iterator[Atom]:
        denied = self._object(denial.claim)
        if relation.upward:
            # A denial spreads to parts, a statement to wholes: they meet in either case.
            for known in sorted(self._structure.parts(str(denied)) & stated.keys()):
                yield from stated[known]
        elif relation.name == "holder":
            for atom in stated.get(denied, ()):
                if excluded_by(denial.claim.at, atom.claim.at, shared):
                    yield atom
        else:
            yield from stated.get(denied, ())

    # --- slots with one thing in them (R1, R2, R12, R16) ---

    def two_in_one_slot(self) -> Iterator[Clash]:
        """Yield two values where there can be one."""
        for one, other, certain in self._known.rivals():
            name = one.claim.relation
            first, second = one.claim.object, other.claim.object
            if self._name(first).casefold() == self._name(second).casefold():
                first, second = one.claim.subject, other.claim.subject
            reason = (
                "there can be one; correct one of the two"
                if certain
                else "they may be the same; declare same_as or correct one"
            )
            yield self._clash(
                f'"{one.fact}" says {self._name(first)} ({name}), '
                f'"{other.fact}" says {self._name(second)}: {reason}',
                one.fact,
                other.fact,
                rows=(one, other),
            )

    # --- closed lists ---

    def off_the_list(self) -> Iterator[Clash]:
        """Yield what is stated though a complete list leaves it out."""
        for closure in self._known.closures:
            if self._structure.is_declared(closure.relation):
                continue
            key = self._key(closure)
            sections = {self._bank.entities[listed].section for listed in closure.listed}
            listed = frozenset(map(self._structure.representative, closure.listed))
            for known, atoms in self._stated.get(key, {}).items():
                if self._bank.entities[str(known)].section in sections and self._is_left_out(
                    closure, listed, str(known)
                ):
                    for atom in atoms:
                        yield self._clash(
                            f'"{closure.fact}" declares its list ({closure.relation}) complete '
                            f'without {self._name(atom.claim.object)}, which "{atom.fact}" '
                            "states: complete the list or leave it open",
                            closure.fact,
                            atom.fact,
                        )

    def _is_left_out(self, closure: Closure, listed: frozenset[str], known: str) -> bool:
        if known in listed:
            return False
        if self._structure.relations[closure.relation].upward:
            return all(self._structure.apart(one, known) for one in listed)
        return not self._structure.may_be_among(known, listed)

    def named_off_the_list(self) -> Iterator[Clash]:
        """Yield topics that quoted words name though the complete list of them leaves one out."""
        topics = NamesInTexts(self._bank.of(Section.TOPICS))
        for closure in self._bank.closures:
            fact = self._bank.facts[closure.fact]
            if closure.relation != "about" or not isinstance(fact, StatementFact):
                continue
            for mention in topics.mentions(fact.quote or ""):
                if all(
                    self._structure.apart(listed, named)
                    for named in mention.entities
                    for listed in closure.listed
                ):
                    yield self._clash(
                        f'"{fact.slug}" quotes words that name {self._name(mention.entities[0])}, '
                        "but its complete list leaves that out: add it to the list",
                        fact.slug,
                    )

    # --- dates and orders of events (R4) ---

    def against_time(self) -> Iterator[Clash]:
        """Yield dates and orders that no days agree with."""
        events = [event.slug for event in self._events]
        for clash in time_clashes(self._known.atoms, self._structure, events):
            facts = [fact for fact in clash.facts if fact in self._bank.facts]
            one, *others = map(self._name, clash.events)
            other = others[0] if others else one
            match clash.rule:
                case Rule.REVERSE_ORDER:
                    reason = f"{quoted(facts)} would put {one} both before and after {other}"
                case Rule.SAME_TIME:
                    reason = (
                        f"{one} and {other} are at one time, or part and whole, but "
                        f"{quoted(facts)} put one after the other"
                    )
                case _:
                    reason = f"{quoted(facts)} leave no day on which {one} can have been"
            yield self._clash(f"{reason}: {LEAVE_ONE}", *facts)

    # --- rows of declared relations (R19) ---

    def against_their_flags(self) -> Iterator[Clash]:
        """Yield rows that the flags of their relation, a denial or a list do not allow."""
        every = AllRows(self._structure, self._known.atoms, self._known.closures)
        for rows in every.frames.values():
            for clash in row_clashes(rows, self._structure):
                facts = list(dict.fromkeys(atom.fact for atom in clash.atoms))
                if clash.against is not None:
                    facts.append(clash.against)
                reason = row_reason(rows.relation.name, clash, self._name)
                yield self._clash(reason, *facts, rows=clash.atoms)
