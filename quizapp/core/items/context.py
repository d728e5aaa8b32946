"""What item kinds work from: one bank, its kernel, its words, its names."""

from collections.abc import Callable, Iterable
from copy import copy
from functools import cached_property, lru_cache

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim, Status, Value
from quizapp.core.facts.entity import Section
from quizapp.core.facts.fact import Atom, StatementFact
from quizapp.core.facts.source import Citation
from quizapp.core.items.answers import Answers
from quizapp.core.items.bands import Band
from quizapp.core.items.candidates import Candidates
from quizapp.core.items.echoes import echoing
from quizapp.core.items.likeness import Likeness
from quizapp.core.items.names import Names
from quizapp.core.items.once import kernel_of
from quizapp.core.items.orders import Orders
from quizapp.core.items.quotations import Quotations
from quizapp.core.items.refusal import Unaskable
from quizapp.core.items.reveals import Revelations
from quizapp.core.profiles.profile import CLASSROOM, Profile
from quizapp.core.proof.explain import why
from quizapp.core.proof.kernel import Kernel
from quizapp.core.proof.printer import Filling, Printer
from quizapp.core.proof.verdict import Rule
from quizapp.core.text.answers import fold_answer
from quizapp.core.text.wording import KindWording, Wording

#: Of so many claims verdict and reason are remembered: the options of a slot's items recur.
_CLAIMS_KEPT = 1_000


class Context:
    """A bank ready to be asked about; made once per bank, language, exam profile and band.

    Args:
        band: how near the wrong options are to be to the key.
    """

    #: Things that are wanted side by side: wherever wrong options are drawn, one of them is the
    #: key and the others are among the options. Where there are none, anything may be.
    rivals: frozenset[str] = frozenset()

    def __init__(
        self,
        bank: Bank,
        wording: Wording,
        kernel: Kernel | None = None,
        profile: Profile = CLASSROOM,
        band: Band = Band.HARD,
    ) -> None:
        self.bank = bank
        self.wording = wording
        self.profile = profile
        self.band = band
        self.kernel = kernel or kernel_of(bank)
        self.structure = self.kernel.structure
        self.printer = Printer(bank, wording)
        self.names = Names(bank.entities.values())
        self.likeness = Likeness(bank)
        self.candidates = Candidates(bank, self.likeness)
        self.revelations = Revelations(bank, self.names, wording.language.months)
        self.decide = lru_cache(maxsize=_CLAIMS_KEPT)(self.kernel.decide)
        self.reason = lru_cache(maxsize=_CLAIMS_KEPT)(self._reason)
        self._slots_of: dict[frozenset[str], tuple[str, ...]] = {}

    def drawing(self, rivals: frozenset[str], profile: Profile) -> "Context":
        """Return the same for items in which certain things stand side by side.

        It shares all that was worked out already: nothing of that depends on either.
        """
        other = copy(self)
        other.rivals, other.profile = rivals, profile
        return other

    # --- facts ---

    @cached_property
    def _stated(self) -> dict[str, list[Atom]]:
        stated: dict[str, list[Atom]] = {}
        for atom in self.bank.atoms:
            if atom.claim.holds:
                stated.setdefault(atom.slot, []).append(atom)
        return stated

    def stated(self, slot: str) -> tuple[Atom, ...]:
        """Return what the facts state under a slot."""
        return tuple(self._stated.get(slot, ()))

    @cached_property
    def _of_fact(self) -> dict[str, list[Atom]]:
        found: dict[str, list[Atom]] = {}
        for atom in self.bank.atoms:
            if atom.claim.holds:
                found.setdefault(atom.fact, []).append(atom)
        return found

    def of_fact(self, slug: str) -> tuple[Atom, ...]:
        """Return what a fact states."""
        return tuple(self._of_fact.get(slug, ()))

    @cached_property
    def _told(self) -> dict[tuple[str, str], list[Claim]]:
        told: dict[tuple[str, str], list[Claim]] = {}
        for atom in self.bank.atoms:
            told.setdefault((atom.claim.relation, atom.claim.subject), []).append(atom.claim)
        return told

    def beside(self, claim: Claim) -> tuple[Claim, ...]:
        """Return the claims of the facts that differ from this one in their object at most."""
        return tuple(
            one
            for one in self._told.get((claim.relation, claim.subject), ())
            if (one.at, one.holds) == (claim.at, claim.holds)
        )

    @cached_property
    def _cites(self) -> dict[str, tuple[Citation, ...]]:
        cites: dict[str, dict[Citation, None]] = {}
        for atom in self.bank.atoms:
            cites.setdefault(atom.slot, {}).update(dict.fromkeys(atom.cites))
        return {slot: tuple(found) for slot, found in cites.items()}

    def cites(self, slot: str) -> tuple[Citation, ...]:
        """Return where what is stated, or denied, under a slot stands."""
        return self._cites.get(slot, ())

    def slots_of(self, *relations: str) -> tuple[str, ...]:
        """Return the slots that state a claim of one of the relations, in order of the facts."""
        wanted = frozenset(relations)
        if wanted not in self._slots_of:
            self._slots_of[wanted] = tuple(
                slot
                for slot, atoms in self._stated.items()
                if any(atom.claim.relation in wanted for atom in atoms)
            )
        return self._slots_of[wanted]

    @cached_property
    def declared(self) -> tuple[str, ...]:
        """The relations that the set declares itself."""
        relations = self.bank.relations.items()
        return tuple(name for name, one in relations if one.wording is not None)

    def relation_of(self, slot: str) -> str:
        """Return the relation of what is stated first under a slot; empty where nothing is."""
        stated = self._stated.get(slot)
        return stated[0].claim.relation if stated else ""

    @cached_property
    def statements(self) -> tuple[StatementFact, ...]:
        """Every statement, in order of the facts."""
        return tuple(fact for fact in self.bank.facts.values() if isinstance(fact, StatementFact))

    @cached_property
    def quotations(self) -> Quotations:
        """The statements that quote words."""
        return Quotations(self.statements, self.printer)

    @cached_property
    def _echoing(self) -> dict[str, frozenset[str]]:
        """The statements in which one thing was said, by each of them (R11b)."""
        return echoing(self.statements)

    def echoing(self, slug: str) -> frozenset[str]:
        """Return the statements that say the same as this one, as it was declared.

        However indirectly, and also by way of others' words that are the same as those of one of
        them; that others said this one's very words is nobody's declaration.
        """
        return self._echoing.get(slug, frozenset())

    def statement(self, slot: str) -> StatementFact:
        """Return the statement that a slot belongs to."""
        fact = self.bank.facts[slot.partition("/")[0]]
        if not isinstance(fact, StatementFact):
            raise ValueError(f"{slot} belongs to no statement")
        return fact

    @cached_property
    def orders(self) -> Orders:
        """Which events certainly came before which others."""
        return Orders(self.bank, self.kernel, self.candidates)

    @cached_property
    def answers(self) -> Answers:
        """What is known to be right in a place, and whether that is all."""
        return Answers(self.bank, self.kernel)

    @cached_property
    def meanings(self) -> dict[str, Value]:
        """What each term means, as far as the facts say."""
        told = (atom.claim for slot in self.slots_of("means") for atom in self.stated(slot))
        return {one.subject: one.object for one in told if isinstance(one.object, Value)}

    @cached_property
    def owners(self) -> dict[tuple[Section, str], frozenset[str]]:
        """The ids that a name belongs to, by section and folded name."""
        found: dict[tuple[Section, str], set[str]] = {}
        for entity in self.bank.entities.values():
            person = entity.section is Section.PEOPLE
            for name in entity.names:
                key = (entity.section, fold_answer(name, person=person))
                found.setdefault(key, set()).add(entity.id)
        return {key: frozenset(ids) for key, ids in found.items()}

    # --- truth ---

    def is_false(self, claim: Claim) -> bool:
        """Return whether the claim is false, not merely unknown."""
        return self.decide(claim).status is Status.FALSE

    def is_stated(self, claim: Claim) -> bool:
        """Return whether the claim is true and may be asked: not by way of a part (R6)."""
        verdict = self.decide(claim)
        return verdict.status is Status.TRUE and verdict.rule is not Rule.WHOLE

    def _reason(self, claim: Claim, right: bool) -> str:
        """Return in words why an option with a claim is right or wrong."""
        # The reason why a denial holds is the reason why what it denies does not.
        return why(self.printer, claim.atom, self.decide(claim.atom), right=right)

    # --- words ---

    def words(self, kind: str) -> KindWording:
        """Return the words of a kind."""
        return self.wording.kinds[kind]

    def option(self, kind: str, sort: str, filling: Filling) -> str:
        """Return the text of an option of a kind."""
        return self.words(kind).options[sort].fill({"option": filling.phrase})

    def entity(self, id_: str, tested: Iterable[str]) -> Filling:
        """Return a thing under a name that answers none of the tested slots (R17).

        Raises:
            Unaskable: each of its names answers one.
        """
        name = self.revelations.safe_name(id_, frozenset(tested))
        if name is None:
            raise Unaskable(f"every name of {id_} answers this (R17)")
        return self.printer.entity(id_, name)

    def name_length(self, id_: str) -> int:
        """Return how long a thing's bare name is, in code points."""
        return len(self.bank.entities[id_].name)

    def alike(self, key: str, others: Iterable[str]) -> float:
        """Return the mean likeness of things to the key, 0..1; 0 for none."""
        found = [self.likeness.of(key, other) for other in others]
        return sum(found) / len(found) if found else 0.0

    def rivals_of(self, key: str) -> frozenset[str] | None:
        """Return what has to stand beside a key; None where it may not be the key."""
        if self.rivals and key not in self.rivals:
            return None
        return self.rivals - {key}

    def same_sort(self, key: str, wrong: Callable[[str], bool]) -> tuple[str, ...]:
        """Return things of the key's section and kind that are wrong, by name (R18).

        Of a large set not all are looked at: see ``candidates``.

        Never a part or a whole of the key: words spoken at the opening were spoken at the
        meeting too, for a reader, whatever "the place of speech is one" makes of it.
        """
        nested = self.structure.parts(key) | self.structure.wholes(key)
        return tuple(
            other
            for other in self.candidates.of_sort(key, also=self.rivals)
            if not self.structure.possibly_same(key, other)
            and self.structure.representative(other) not in nested
            and not self.names.share_a_name(key, other)
            and wrong(other)
        )
