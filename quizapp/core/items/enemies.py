"""Enemies: items that may not stand in one quiz, because one answers or repeats the other.

Which items are chosen, and in what order, is for ``assemble``.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim, Status, Value
from quizapp.core.facts.fact import StatementFact
from quizapp.core.items.item import Item
from quizapp.core.items.once import kernel_of, once_a_bank
from quizapp.core.items.said import printed_of

#: Relations that bear on the order of events, and the one order that they may decide (R4).
_TIMES = frozenset(("date", "began", "ended"))
_ORDER = ("before", "")

_Key = tuple[str, str]


class Enemies:
    """Who may not stand with whom in one pool.

    Two items are enemies if they test one slot, print words of one statement, or what one gives
    away proves or refutes an option of the other. Where feedback follows each item, what it
    teaches counts as given away to all later ones.

    Sets of items are bit masks: bit ``j`` stands for ``pool[j]``.
    """

    def __init__(self, pool: Sequence[Item], bank: Bank, *, feedback_each: bool) -> None:
        self._pool = pool
        self._bank = bank
        self._kernel = kernel_of(bank)
        self._nothing = self._kernel.assuming(())
        self._claimed = self._index_claims()
        self._bars = self._mutual()
        if feedback_each:
            self._add_feedback()

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
        return groups.values()

    # --- what answers ---

    def _index_claims(self) -> dict[_Key, dict[Claim, int]]:
        """Return the undecided atoms that items ask about, with the masks of those items.

        An atom that the structure alone decides is given away by nobody.
        """
        found: dict[_Key, dict[Claim, int]] = defaultdict(lambda: defaultdict(int))
        for index, item in enumerate(self._pool):
            for claim in _claims(item):
                if self._nothing.status(claim) is Status.UNKNOWN:
                    for key in self._asked(claim):
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
        mask = 0
        for key in {key for claim in assumed for key in self._told(claim)}:
            for claim, items in self._claimed.get(key, {}).items():
                if items & ~mask and kernel.status(claim) is not Status.UNKNOWN:
                    mask |= items
        return mask

    def _asked(self, claim: Claim) -> Iterator[_Key]:
        """Yield the keys under which a claim is decided: by either end, where both may decide."""
        structure = self._kernel.structure
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

    def _told(self, claim: Claim) -> Iterator[_Key]:
        """Yield the keys of the claims that an assumed one may help to decide."""
        yield from self._asked(claim)
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

    def _add_feedback(self) -> None:
        taught = (self._taught(item) for item in self._pool)
        for index, decided in enumerate(self._decided(taught)):
            self._bars[index] |= decided

    def _taught(self, item: Item) -> set[Claim]:
        """Return what is known after the feedback: the slots tested and every reason given."""
        behind = _claims_by_slot(self._bank)
        taught = {*item.asserts, *(claim for slot in item.tests for claim in behind.get(slot, ()))}
        for claim in _claims(item):
            taught.update(self._kernel.decide(claim).witness)
        return taught


@once_a_bank
def _claims_by_slot(bank: Bank) -> dict[str, list[Claim]]:
    """Return what is stated or denied under each slot, by its whole key."""
    behind: dict[str, list[Claim]] = defaultdict(list)
    for atom in bank.atoms:
        behind[bank.slot_key(atom.slot)].append(atom.claim)
    return behind


def _claims(item: Item) -> set[Claim]:
    of_options = {claim for option in item.options for claim in option.claims}
    return of_options | {claim for part in item.parts for claim in part.claims}


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
    text = "\n".join((item.stem, *(option.text for option in item.options)))
    pointed_at = {claim.subject.partition("[")[0] for claim in _claims(item)}
    return {*printed_of(bank).inside(text)} | {
        slug for slug in pointed_at if isinstance(bank.facts.get(slug), StatementFact)
    }
