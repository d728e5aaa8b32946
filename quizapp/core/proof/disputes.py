"""Disputes: two sources fill one single-valued slot differently (1.4).

Until the teacher decides, such a slot is blocked: all claims of it are unknown, and nothing rests
on what was said of it. Facts that share a source contradict each other instead; that, and
everything else that contradicts itself, is found in ``clash``.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import combinations, product
from typing import NamedTuple

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim, Instant, Period, Value
from quizapp.core.facts.dates import parse_date
from quizapp.core.facts.fact import Atom, Closure, NumberFact
from quizapp.core.proof.figures import excluding
from quizapp.core.proof.overlaps import overlapping
from quizapp.core.proof.structure import Structure


class Slot(NamedTuple):
    """What one thing has in a single-valued relation.

    Attributes:
        end: the subject; of an ``inverse`` slot the object, which has one subject.
        at: the date it holds for; of an office the time of the first of the two tenures.
    """

    relation: str
    end: str
    at: Instant | Period | None = None
    inverse: bool = False


@dataclass(frozen=True, slots=True)
class Blocked:
    """A slot that two sources fill differently.

    Attributes:
        facts: those that fill it, in file order; they are all set aside.
    """

    slot: Slot
    facts: tuple[str, ...]


#: Two atoms that differ in one slot, and whether they certainly do: else they may be the same.
Rivals = tuple[Atom, Atom, bool]


def slots_of(structure: Structure, claim: Claim) -> Iterator[tuple[Slot, str]]:
    """Yield the single-valued slots that a claim is of, each with what it would be filled with.

    Offices and quantities are not among them: what fills these depends on the time or the unit.
    """
    relation = structure.relations[claim.relation]
    single = relation.functional or relation.inverse_functional
    if not single or relation.between_facts or relation.name in ("holder", "value"):
        return
    subject = structure.representative(claim.subject)
    if isinstance(claim.object, Value):
        object_ = " ".join(claim.object.text.casefold().split())
    else:
        object_ = structure.representative(claim.object)
    if structure.is_functional(relation, claim.subject):
        yield Slot(relation.name, subject, claim.at), object_
        if relation.symmetric:
            yield Slot(relation.name, object_, claim.at), subject
    if relation.inverse_functional and not relation.symmetric:
        yield Slot(relation.name, object_, claim.at, inverse=True), subject


class Disputes:
    """What single-valued slots are filled with: by two sources differently, or by one.

    Attributes:
        blocked: the slots that are blocked, each with its facts.
        atoms, closures, numbers: what is known without what was set aside.
    """

    def __init__(self, structure: Structure, bank: Bank) -> None:
        self._structure = structure
        self._sources = {
            slug: frozenset(cite.source for cite in fact.cites) for slug, fact in bank.facts.items()
        }
        self._order = {slug: number for number, slug in enumerate(bank.facts)}
        self._aside: set[Atom] = set()
        self.blocked: list[Blocked] = []
        #: By slots, or offices, what finds two that differ; there may be more than fit in memory.
        self._differing: list[Callable[[], Iterator[Rivals]]] = []
        self._settle_slots(bank.atoms)
        self._settle_offices(bank.atoms)
        numbers = [fact for fact in bank.facts.values() if isinstance(fact, NumberFact)]
        self.numbers = tuple(self._settle_numbers(numbers, bank.atoms))
        self.atoms, self.closures = bank.atoms, bank.closures
        if self._aside:
            self.atoms = tuple(atom for atom in bank.atoms if atom not in self._aside)
            self.closures = tuple(self._kept(bank.closures))

    @property
    def slots(self) -> frozenset[Slot]:
        """The blocked slots."""
        return frozenset(one.slot for one in self.blocked)

    def rivals(self) -> Iterator[Rivals]:
        """Yield two that fill one slot and contradict each other.

        One source says both of them, or the slot is not blocked.
        """
        for differing in self._differing:
            for one, other, certain in differing():
                if not self._is_settled(one, other):
                    yield one, other, certain

    def _may_be_of_two(self, atoms: Iterable[Atom]) -> bool:
        """Whether some two of the atoms rest on different sources altogether."""
        cited = {sources for atom in atoms if (sources := self._sources.get(atom.fact))}
        if len(cited) < 2 or frozenset.intersection(*cited):
            return False
        return any(one.isdisjoint(other) for one, other in combinations(cited, 2))

    def _of_two(self, one: Atom, other: Atom) -> bool:
        """Whether two atoms rest on different sources altogether."""
        mine = self._sources.get(one.fact, frozenset())
        theirs = self._sources.get(other.fact, frozenset())
        return bool(mine and theirs) and not mine & theirs

    def _is_settled(self, one: Atom, other: Atom) -> bool:
        """Whether two atoms no longer meet: one is set aside, and no source says both of them."""
        return self._of_two(one, other) and not self._aside.isdisjoint((one, other))

    def _note(
        self, slot: Slot, differing: Callable[[], Iterator[Rivals]], filling: Collection[Atom]
    ) -> None:
        """Take what fills a slot, and what finds two that differ in it."""
        self._differing.append(differing)
        if self._may_be_of_two(filling) and any(
            certain and self._of_two(one, other) for one, other, certain in differing()
        ):
            self._block(slot, filling)

    def _block(self, slot: Slot, filling: Collection[Atom]) -> None:
        self._aside.update(filling)
        facts = sorted({atom.fact for atom in filling}, key=self._order.__getitem__)
        self.blocked.append(Blocked(slot, tuple(facts)))

    # --- slots with one thing in them ---

    def _settle_slots(self, atoms: Iterable[Atom]) -> None:
        filled: dict[Slot, dict[str, list[Atom]]] = {}
        for atom in atoms:
            if atom.claim.holds:
                for slot, filler in slots_of(self._structure, atom.claim):
                    filled.setdefault(slot, {}).setdefault(filler, []).append(atom)
        for slot, fillers in filled.items():
            if len(fillers) > 1:
                every = [atom for known in fillers.values() for atom in known]
                self._note(slot, partial(self._two_of, slot, fillers), every)

    def _two_of(self, slot: Slot, fillers: Mapping[str, list[Atom]]) -> Iterator[Rivals]:
        """Yield two atoms of fillers that exclude each other, or that may be the same (R2)."""
        relation = self._structure.relations[slot.relation]
        for first, second in combinations(fillers, 2):
            things = slot.inverse or relation.value is None
            certain = not (things and self._structure.possibly_same(first, second))
            if slot.inverse:
                differ = certain  # Two that may be one thing may have one meaning, or one object.
            elif relation.value == "date":
                differ = parse_date(first).disjoint(parse_date(second))
            elif relation.upward:
                differ = self._structure.apart(first, second)
            else:
                differ = True
            if differ:
                for one, other in product(fillers[first], fillers[second]):
                    yield one, other, certain

    # --- offices ---

    def _settle_offices(self, atoms: Iterable[Atom]) -> None:
        held: dict[str, list[Atom]] = {}
        for atom in atoms:
            if atom.claim.relation == "holder" and atom.claim.holds:
                office = self._structure.representative(atom.claim.subject)
                held.setdefault(office, []).append(atom)
        for office, known in held.items():
            differing = partial(self._two_holders, known)
            self._differing.append(differing)
            if not self._may_be_of_two(known):
                continue
            for one, other, certain in differing():
                if certain and self._of_two(one, other):
                    self._block(Slot("holder", office, one.claim.at), (one, other))

    def _two_holders(self, known: Iterable[Atom]) -> Iterator[Rivals]:
        for one, other in overlapping(known, self._holder):
            same = self._structure.possibly_same(self._holder(one), self._holder(other))
            yield one, other, not same

    def _holder(self, atom: Atom) -> str:
        return self._structure.representative(str(atom.claim.object))

    # --- numbers ---

    def _settle_numbers(
        self, numbers: Iterable[NumberFact], atoms: Iterable[Atom]
    ) -> Iterator[NumberFact]:
        stated = {atom.fact: atom for atom in atoms if atom.claim.relation == "value"}
        frames: dict[Slot, list[NumberFact]] = {}
        for fact in numbers:
            quantity = self._structure.representative(fact.quantity)
            frames.setdefault(Slot("value", quantity, fact.at), []).append(fact)
        for slot, facts in frames.items():
            told = {fact.slug: stated.get(fact.slug) or _bound_of(fact) for fact in facts}
            blocked = len(self.blocked)
            self._note(slot, partial(_two_numbers, facts, told), told.values())
            if len(self.blocked) == blocked:
                yield from facts

    # --- lists ---

    def _kept(self, closures: Iterable[Closure]) -> Iterator[Closure]:
        """Yield the lists on which nothing stands, or is missing, that was set aside."""
        touched: set[Slot] = set()
        for claim in (atom.claim for atom in self._aside):
            ends = [claim.subject]
            if isinstance(claim.object, str):
                ends.append(claim.object)
            touched |= {
                Slot(claim.relation, self._structure.representative(end), claim.at, inverse)
                for end in ends
                for inverse in (False, True)
            }
        for closure in closures:
            end = self._structure.representative(closure.subject)
            if Slot(closure.relation, end, closure.at, closure.inverse) not in touched:
                yield closure


def blocked(bank: Bank) -> tuple[Blocked, ...]:
    """Return the slots of a set that are blocked until the teacher decides."""
    return tuple(Disputes(Structure.of_bank(bank), bank).blocked)


def _two_numbers(facts: Iterable[NumberFact], told: Mapping[str, Atom]) -> Iterator[Rivals]:
    for one, other in excluding(facts):
        yield told[one.slug], told[other.slug], True


def _bound_of(fact: NumberFact) -> Atom:
    """Return what a bound says, which is the claim of no item."""
    text = fact.least if fact.least is not None else fact.most
    claim = Claim("value", fact.quantity, Value("number", text or "", fact.unit), at=fact.at)
    return Atom(claim, fact.slug, f"{fact.slug}/value", fact.cites)
