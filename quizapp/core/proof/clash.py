"""Clashes: facts that no world can satisfy together. A set that has one is refused.

Each clash names the facts; the reader has already refused entries that contradict themselves.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim, Value
from quizapp.core.facts.dates import parse_date
from quizapp.core.facts.entity import Section
from quizapp.core.facts.fact import Atom, Closure, EventFact, StatementFact
from quizapp.core.facts.mentions import NamesInTexts
from quizapp.core.facts.relations import Relation
from quizapp.core.proof.order import Chronology
from quizapp.core.proof.structure import Structure
from quizapp.core.proof.tenure import overlap_surely


@dataclass(frozen=True, slots=True)
class Clash:
    """Two facts (or one, with the declared structure) that exclude each other.

    Attributes:
        facts: their slugs; the later in the file last.
        reason: what contradicts what, and what to do.
    """

    facts: tuple[str, ...]
    reason: str


def clashes(bank: Bank) -> tuple[Clash, ...]:
    """Return every clash of a set, each pair of facts once for each cause."""
    finder = _Finder(bank)
    found = (
        *finder.structure_clashes(),
        *finder.denied_and_stated(),
        *finder.two_in_one_slot(),
        *finder.off_the_list(),
        *finder.named_off_the_list(),
        *finder.impossible_orders(),
        *finder.ordered_though_together(),
    )
    return tuple(dict.fromkeys(found))


class _Finder:
    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._structure = Structure.of_bank(bank)
        self._chronology = Chronology(self._structure, bank.atoms)
        self._order = {slug: index for index, slug in enumerate(bank.facts)}
        self._events = [fact for fact in bank.facts.values() if isinstance(fact, EventFact)]
        self._stated: dict[tuple[str, str], list[Atom]] = {}
        self._denied: dict[tuple[str, str], list[Atom]] = {}
        for atom in bank.atoms:
            if self._structure.is_declared(atom.claim.relation):
                continue
            key = (atom.claim.relation, self._structure.representative(atom.claim.subject))
            (self._stated if atom.claim.holds else self._denied).setdefault(key, []).append(atom)

    def _clash(self, reason: str, *facts: str) -> Clash:
        ordered = sorted(dict.fromkeys(facts), key=lambda slug: self._order.get(slug, -1))
        return Clash(tuple(ordered), reason)

    def _name(self, object_: str | Value) -> str:
        if isinstance(object_, Value):
            return object_.text
        entity = self._bank.entities.get(object_)  # explanations are about facts
        return f'"{entity.name if entity is not None else object_}"'

    # --- declared structure ---

    def structure_clashes(self) -> Iterator[Clash]:
        """Yield pairs declared apart though one or one within the other, and circles of events."""
        declared = [
            *self._bank.apart,
            *((e.id, other) for e in self._bank.entities.values() for other in e.apart),
        ]
        for a, b in declared:
            if (
                self._structure.representative(a) == self._structure.representative(b)
                or self._structure.is_part(a, b)
                or self._structure.is_part(b, a)
            ):
                yield Clash(
                    (),
                    f'"{a}" and "{b}" are declared apart, but also the same or part and whole: '
                    "remove one of the two",
                )

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
            for denial, atom in product(denials, self._stated.get(key, ())):
                if self._contradicts(relation, denial.claim, atom.claim):
                    yield self._clash(
                        f'"{atom.fact}" states {self._name(atom.claim.object)} '
                        f'({relation.name}), but "{denial.fact}" denies '
                        f"{self._name(denial.claim.object)}: remove one of the two",
                        atom.fact,
                        denial.fact,
                    )

    def _contradicts(self, relation: Relation, denied: Claim, stated: Claim) -> bool:
        if isinstance(denied.object, Value) or isinstance(stated.object, Value):
            return denied.object == stated.object
        if relation.name == "holder" and not (
            denied.at == stated.at or overlap_surely(denied.at, stated.at)
        ):
            return False
        if relation.upward:
            # A denial spreads to parts, a statement to wholes: they meet in either case.
            return self._structure.is_part(stated.object, denied.object)
        return self._structure.representative(stated.object) == self._structure.representative(
            denied.object
        )

    # --- functional slots (R1, R2, R12) ---

    def two_in_one_slot(self) -> Iterator[Clash]:
        """Yield two values where there can be one."""
        for (name, subject), atoms in self._stated.items():
            if name == "value":
                continue
            relation = self._structure.relations[name]
            functional = relation.functional and (
                not relation.quotes_only or subject in self._structure.quotes
            )
            if not functional:
                continue
            for one, other in combinations(atoms, 2):
                reason = self._excluded(relation, one.claim, other.claim)
                if reason:
                    yield self._clash(
                        f'"{one.fact}" says {self._name(one.claim.object)} ({name}), '
                        f'"{other.fact}" says {self._name(other.claim.object)}: {reason}',
                        one.fact,
                        other.fact,
                    )

    def _excluded(self, relation: Relation, one: Claim, other: Claim) -> str:
        """Return why the two cannot stand together, or the empty text."""
        only_one = "there can be one; correct one of the two"
        if isinstance(one.object, Value) or isinstance(other.object, Value):
            return only_one if _values_clash(one.object, other.object) else ""
        if relation.name == "holder" and not overlap_surely(one.at, other.at):
            return ""
        if self._structure.representative(one.object) == (
            self._structure.representative(other.object)
        ):
            return ""
        if relation.upward:
            return only_one if self._structure.apart(one.object, other.object) else ""
        if self._structure.possibly_same(one.object, other.object):
            return "they may be the same; declare same_as or correct one"
        return only_one

    # --- closed lists ---

    def off_the_list(self) -> Iterator[Clash]:
        """Yield what is stated though a complete list leaves it out."""
        for closure in self._bank.closures:
            if self._structure.is_declared(closure.relation):
                continue
            key = (closure.relation, self._structure.representative(closure.subject))
            for atom in self._stated.get(key, ()):
                if self._is_left_out(closure, atom.claim):
                    yield self._clash(
                        f'"{closure.fact}" declares its list ({closure.relation}) complete '
                        f'without {self._name(atom.claim.object)}, which "{atom.fact}" states: '
                        "complete the list or leave it open",
                        closure.fact,
                        atom.fact,
                    )

    def _is_left_out(self, closure: Closure, stated: Claim) -> bool:
        asked = stated.object
        if isinstance(asked, Value):
            return False
        sections = {self._bank.entities[listed].section for listed in closure.listed}
        if self._bank.entities[asked].section not in sections:
            return False
        if self._structure.relations[closure.relation].upward:
            return all(self._structure.apart(listed, asked) for listed in closure.listed)
        return not any(self._structure.possibly_same(listed, asked) for listed in closure.listed)

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

    # --- order (R4) ---

    def ordered_though_together(self) -> Iterator[Clash]:
        """Yield events at one time, or part and whole, that stated orders put in an order."""
        for event in self._events:
            for other in sorted(self._structure.unordered(event.slug)):
                steps = self._chronology.chain(event.slug, other) or self._chronology.chain(
                    other, event.slug
                )
                if steps is not None:
                    others = [step.fact for step in steps]
                    yield self._clash(
                        f"{self._name(event.slug)} and {self._name(other)} are at one time, or "
                        f"part and whole, but {_quoted(others)} put one after the other: correct "
                        "one of them",
                        event.slug,
                        *others,
                    )

    def impossible_orders(self) -> Iterator[Clash]:
        """Yield stated orders against each other, and dates against orders and dates."""
        for atom, reverse in self._chronology.circles():
            others = [step.fact for step in reverse] or [atom.fact]
            yield self._clash(
                f'"{atom.fact}" puts {self._name(atom.claim.subject)} before '
                f"{self._name(atom.claim.object)}, but {_quoted(others)} put it after: correct one "
                "of them",
                atom.fact,
                *others,
            )
        for earliest, latest in self._chronology.impossible_days():
            atoms = (*earliest.atoms, *latest.atoms)
            links = (*earliest.facts, *latest.facts)
            if not links and len(atoms) == 2 and atoms[0].claim.relation == atoms[1].claim.relation:
                continue  # Two values of one slot are found as such.
            facts = [*(atom.fact for atom in atoms), *links]
            facts = [fact for fact in dict.fromkeys(facts) if fact in self._bank.facts]
            yield self._clash(
                f"{_quoted(facts)} leave no day: by these facts something could not be before "
                f"{earliest.day} and not be after {latest.day}: correct one of them",
                *facts,
            )


def _values_clash(one: str | Value, other: str | Value) -> bool:
    if not (isinstance(one, Value) and isinstance(other, Value)):
        return False
    if one.kind == "date" and other.kind == "date":
        return parse_date(one.text).disjoint(parse_date(other.text))
    return one != other


def _quoted(slugs: list[str]) -> str:
    return " and ".join(f'"{slug}"' for slug in dict.fromkeys(slugs))
