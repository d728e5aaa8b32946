"""Enemies: items that may not stand in one quiz, because one answers or repeats the other.

Which items are chosen, and in what order, is for ``assemble``.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim, Status, Value
from quizapp.core.facts.fact import StatementFact
from quizapp.core.items.item import Item
from quizapp.core.items.once import kernel_of, once_a_bank
from quizapp.core.items.printed import CARD, uncovered_texts
from quizapp.core.items.repeats import repeats
from quizapp.core.items.said import printed_of
from quizapp.core.proof.structure import Structure

#: Relations that bear on the order of events, and the one order that they may decide (R4).
_TIMES = frozenset(("date", "began", "ended"))
_ORDER = ("before", "")

_Key = tuple[str, str]


class Enemies:
    """Who may not stand with whom in one pool.

    Two items are enemies if they test one slot, print words of one statement, ask the same in
    almost the same words, or what one gives away proves or refutes an option or a part of the
    other. Where feedback follows each item, what it teaches counts as given away to all later
    ones; a card is always turned before it is rated.

    Sets of items are bit masks: bit ``j`` stands for ``pool[j]``.
    """

    def __init__(self, pool: Sequence[Item], bank: Bank, *, feedback_each: bool) -> None:
        self._pool = pool
        self._bank = bank
        self._kernel = kernel_of(bank)
        self._nothing = self._kernel.assuming(())
        self._claimed = self._index_claims()
        self._bars = self._mutual()
        self._add_feedback(lambda item: feedback_each or item.format == CARD)

    def barred_by(self, index: int) -> int:
        """Return the mask of the items that may not come after this one; itself is among them."""
        return self._bars[index]

    # --- what repeats ---

    def _mutual(self) -> list[int]:
        bars = [1 << index for index in range(len(self._pool))]
        for group in self._groups():
            for index in _bits(group):
                bars[index] |= group
        for index, decided in enumerate(self._decided(item.asserts for item in self._pool)):
            bars[index] |= decided
            for other in _bits(decided):
                bars[other] |= 1 << index
        return bars

    def _groups(self) -> Iterable[int]:
        """Return the masks of items that test one slot or print words of one statement."""
        groups: dict[_Key, int] = defaultdict(int)
        for index, item in enumerate(self._pool):
            for slot in item.tests:
                groups["slot", slot] |= 1 << index
            for slug in _utterances(item, self._bank):
                groups["words", slug] |= 1 << index
        for one, other in repeats(self._pool):
            groups["repeated", f"{one} {other}"] = 1 << one | 1 << other
        return groups.values()

    # --- what answers ---

    def _index_claims(self) -> dict[_Key, dict[Claim, int]]:
        """Return the undecided atoms that items ask about, with the masks of those items.

        An atom that the structure alone decides is given away by nobody.
        """
        found: dict[_Key, dict[Claim, int]] = defaultdict(lambda: defaultdict(int))
        for index, item in enumerate(self._pool):
            # What is written by hand claims nothing that is known: its slots tell what it asks.
            for claim in self._tested(item) if item.proof == "author" else _claims(item):
                if self._nothing.status(claim) is Status.UNKNOWN:
                    for key in _asked(self._kernel.structure, claim):
                        found[key][claim.atom] |= 1 << index
        return found

    def _decided(self, assumed: Iterable[Iterable[Claim]]) -> list[int]:
        """Return for each set of claims the mask of the items it proves or refutes options of."""
        known: dict[frozenset[Claim], int] = {}
        masks: list[int] = []
        for claims in map(frozenset, assumed):
            if claims not in known:
                known[claims] = self._reach(claims)
            masks.append(known[claims])
        return masks

    def _reach(self, assumed: frozenset[Claim]) -> int:
        kernel = self._kernel.assuming(assumed)
        # A number that is told decides, as a reader takes it, every other of its quantity and
        # date; what it leaves open by its tolerance belongs to the fact, not to the claim.
        numbers = {
            (key, one.at)
            for one in assumed
            for key in _asked(self._kernel.structure, one)
            if _is_number(one)
        }
        mask = 0
        for key in {key for claim in assumed for key in self._told(claim)}:
            for claim, items in self._claimed.get(key, {}).items():
                if items & ~mask and (
                    (key, claim.at) in numbers or kernel.status(claim) is not Status.UNKNOWN
                ):
                    mask |= items
        return mask

    def _told(self, claim: Claim) -> Iterator[_Key]:
        """Yield the keys of the claims that an assumed one may help to decide."""
        yield from _asked(self._kernel.structure, claim)
        if claim.relation not in (*_TIMES, "before"):
            return
        # Days decide orders, and orders carry days on to other events.
        yield _ORDER
        structure = self._kernel.structure
        for event in (claim.subject, claim.object):
            if isinstance(event, str):
                yield "date", structure.representative(event)
                yield from (("date", other) for other in structure.unordered(event))

    # --- what feedback teaches ---

    def _add_feedback(self, has_feedback: Callable[[Item], bool]) -> None:
        taught = (self._taught(item) if has_feedback(item) else () for item in self._pool)
        for index, decided in enumerate(self._decided(taught)):
            self._bars[index] |= decided

    def _taught(self, item: Item) -> set[Claim]:
        """Return what is known after the feedback: the slots tested and every reason given."""
        taught = {*item.asserts, *self._tested(item)}
        for claim in _claims(item):
            taught.update(self._kernel.decide(claim).witness)
        for part in item.parts if item.targets else ():
            # Why other targets are not a row's own is told too, and of each it may be said whose
            # it is instead.
            relations = {claim.relation for claim in part.claims}
            for slug in part.facts:
                for relation in relations:
                    taught.update(self._told_by(slug, relation))
        return taught

    def _told_by(self, slug: str, relation: str) -> Iterable[Claim]:
        """Return what a fact tells of a relation, as far as it can decide anything asked here.

        A table tells a great many rows. Where the relation leads no further than a step, whether
        a row holds is decided by rows of its subject, or, where there is one subject only or the
        direction matters, of its object: all others bear on nothing.
        """
        told = _claims_by_key(self._bank).get((slug, relation), {})
        known = self._kernel.structure.relations[relation]
        if known.wording is None or known.transitive:
            return chain.from_iterable(told.values())
        keys = told.keys() & self._claimed.keys()
        return chain.from_iterable(told[key] for key in keys)

    def _tested(self, item: Item) -> set[Claim]:
        """Return what is stated or denied under the slots that an item tests."""
        behind = _claims_by_slot(self._bank)
        return {claim for slot in item.tests for claim in behind.get(slot, ())}


@once_a_bank
def _claims_by_slot(bank: Bank) -> dict[str, list[Claim]]:
    """Return what is stated or denied under each slot, by its whole key."""
    behind: dict[str, list[Claim]] = defaultdict(list)
    for atom in bank.atoms:
        behind[bank.slot_key(atom.slot)].append(atom.claim)
    return behind


@once_a_bank
def _claims_by_key(bank: Bank) -> dict[tuple[str, str], dict[_Key, list[Claim]]]:
    """Return what is stated or denied by each fact of each relation, by what it is decided by."""
    structure = kernel_of(bank).structure
    told: dict[tuple[str, str], dict[_Key, list[Claim]]] = {}
    for atom in bank.atoms:
        of_fact = told.setdefault((atom.fact, atom.claim.relation), defaultdict(list))
        subject, *object_ = _asked(structure, atom.claim)
        of_fact[subject].append(atom.claim)
        relation = structure.relations[atom.claim.relation]
        if relation.inverse_functional or relation.symmetric or relation.asymmetric:
            for key in object_:
                of_fact[key].append(atom.claim)
    return told


def _asked(structure: Structure, claim: Claim) -> Iterator[_Key]:
    """Yield the keys under which a claim is decided: by either end, where both may decide."""
    relation = structure.relations[claim.relation]
    if claim.relation == "before":
        yield _ORDER
    elif relation.transitive:
        yield claim.relation, ""
    else:
        name = "date" if claim.relation in _TIMES else claim.relation
        yield name, structure.representative(claim.subject)
        if relation.wording is not None and isinstance(claim.object, str):
            yield name, structure.representative(claim.object)
        elif relation.inverse_functional and isinstance(claim.object, Value):
            yield name, " ".join(claim.object.text.casefold().split())


def _is_number(claim: Claim) -> bool:
    return claim.relation == "value" and claim.holds


def _claims(item: Item) -> set[Claim]:
    """Return what the options and the parts say; of rows also what other rows' targets would."""
    of_options = {claim for option in item.options for claim in option.claims}
    of_parts = {claim for part in item.parts for claim in part.claims}
    if item.targets:
        of_parts |= {replace(one, object=other.object) for one in of_parts for other in of_parts}
    return of_options | of_parts


def mask_of(indexes: Iterable[int]) -> int:
    """Return the mask of a set of items."""
    mask = 0
    for index in indexes:
        mask |= 1 << index
    return mask


def _bits(mask: int) -> Iterable[int]:
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def _utterances(item: Item, bank: Bank) -> set[str]:
    """Return the statements whose words the item prints: whole, in part, or around a blank.

    An item that claims something of a statement has to point at it, by at least its first words.
    """
    text = "\n".join(uncovered_texts(item))
    pointed_at = {claim.subject.partition("[")[0] for claim in _claims(item)}
    return {*printed_of(bank).inside(text)} | {
        slug for slug in pointed_at if isinstance(bank.facts.get(slug), StatementFact)
    }
