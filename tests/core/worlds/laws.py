"""What must hold of every kernel and of every item, whatever the facts.

Each law takes the thing it judges as a value, so that planted bugs can be judged by the same law.
"""

import random
from collections.abc import Callable, Iterable, Sequence

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim, Status
from quizapp.core.facts.fact import StatementFact
from quizapp.core.items.item import Item
from quizapp.core.proof.kernel import Kernel
from quizapp.core.proof.verdict import Rule
from tests.core.worlds.changed import doubted, opened, renamed, renamed_claim, renaming, thinned
from tests.core.worlds.claims import claims_of
from tests.core.worlds.compiled import bank_of
from tests.core.worlds.telling import Telling

KernelOf = Callable[[Bank], Kernel]
PoolOf = Callable[[Bank], Sequence[Item]]


# --- the kernel ---


def what_is_decided_is_so(telling: Telling, kernel_of: KernelOf) -> None:
    """True and false agree with the world, for every claim."""
    bank = bank_of(telling)
    kernel = kernel_of(bank)
    for claim in claims_of(bank):
        status = kernel.status(claim)
        assert status is Status.UNKNOWN or (status is Status.TRUE) is telling.world.holds(claim), (
            claim,
            kernel.decide(claim),
        )
        assert kernel.status(claim.negated()) is status.inverted()


def more_facts_change_no_verdict(telling: Telling, kernel_of: KernelOf, seed: int = 0) -> None:
    """What some of the facts decide, all of them decide alike.

    Only who held an office on a day may become unknown: on the day of a handover it is (R12).
    """
    bank = bank_of(telling)
    fewer = thinned(bank, random.Random(seed))
    held, others = [], []
    for claim in claims_of(fewer):
        (held if claim.relation == "holder" else others).append(claim)
    weak, strong = kernel_of(fewer), kernel_of(bank)
    _decides_no_more(weak, strong, others)
    for claim in held:
        turned = weak.status(claim).inverted()
        assert turned is Status.UNKNOWN or strong.status(claim) is not turned, claim


def doubt_only_takes_away(telling: Telling, kernel_of: KernelOf, seed: int = 0) -> None:
    """Things that may be the same, and lists no longer complete, decide nothing new."""
    bank = bank_of(telling)
    for weaken in (doubted, opened):
        weaker = weaken(bank, random.Random(seed))
        _decides_no_more(kernel_of(weaker), kernel_of(bank), claims_of(bank))


def _decides_no_more(weak: Kernel, strong: Kernel, claims: Iterable[Claim]) -> None:
    for claim in claims:
        status = weak.status(claim)
        assert status in (Status.UNKNOWN, strong.status(claim)), (
            claim,
            weak.decide(claim),
            strong.decide(claim),
        )


def ids_decide_nothing(telling: Telling, kernel_of: KernelOf, seed: int = 0) -> None:
    """Renaming every id changes no status."""
    bank = bank_of(telling)
    names = renaming(bank, random.Random(seed))
    kernel, other = kernel_of(bank), kernel_of(renamed(bank, names))
    for claim in claims_of(bank):
        assert kernel.status(claim) is other.status(renamed_claim(claim, names)), claim


# --- items ---


def items_are_so(telling: Telling, pool_of: PoolOf) -> None:
    """Every option is decided as it is in the world; what is right is stated, and asked once."""
    bank = bank_of(telling)
    kernel = Kernel.of_bank(bank)
    for item in pool_of(bank):
        claimed = [option for option in item.options if option.claims]
        for told in (*claimed, *item.parts):
            holds = {kernel.status(claim) for claim in told.claims}
            assert Status.UNKNOWN not in holds, (item, told)
            truth = all(telling.world.holds(claim) for claim in told.claims)
            assert told.holds is truth, (item, told)
        assert all(part.holds for part in item.parts if not item.options), item
        right = [option for option in item.options if option.right]
        assert all(option.right is option.holds for option in claimed), item
        assert item.format not in ("choice", "true_false") or len(right) == 1, item
        assert item.format != "choices" or 0 < len(right) < len(item.options), item
        assert not item.options or item.key == tuple(
            index for index, option in enumerate(item.options) if option.right
        )
        stated = [
            kernel.decide(claim).rule for one in (*right, *item.parts) for claim in one.claims
        ]
        assert Rule.WHOLE not in stated, item


def ids_choose_nothing(telling: Telling, pool_of: PoolOf, seed: int = 0) -> None:
    """Renaming every id changes neither what is asked nor what is right.

    Chance may decide which of many stand together, in lists of statements and in wrong options,
    which wrong one is the key of a NOT question, and which false twins a statement gets. Rows and
    events that go together are looked for from one row on: in a small world it may find none.
    """
    bank = bank_of(telling)
    other = renamed(bank, renaming(bank, random.Random(seed)))

    assert _asked(pool_of(bank)) == _asked(pool_of(other))


_LOOKED_FOR = frozenset(("pairs", "matching", "lists", "ordering"))


def _asked(pool: Iterable[Item]) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for item in pool:
        if item.kind in _LOOKED_FOR:
            continue
        asked = (item.kind, item.format, item.stem)
        if item.format in ("choices", "statements") or item.kind == "not":
            found.add(asked)
        elif item.format != "true_false" or item.key == (0,):
            right = sorted(option.text for option in item.options if option.right)
            found.add((*asked, *(right or map(str, item.key))))
    return found


# --- quizzes ---


def no_two_are_enemies(quiz: Sequence[Item], bank: Bank, *, feedback_each: bool) -> None:
    """No slot twice, no words twice, and nothing shown answers a later item, or an earlier one."""
    kernel = Kernel.of_bank(bank)
    slots = [slot for item in quiz for slot in item.tests]
    assert len(slots) == len(set(slots)), slots
    for slug, fact in bank.facts.items():
        if isinstance(fact, StatementFact) and fact.quote is not None:
            printing = [item.stem for item in quiz if _prints(item, fact.quote)]
            assert len(printing) < 2, (slug, printing)
    for number, item in enumerate(quiz):
        shown = set(item.asserts)
        others = [other for other in quiz if other is not item]
        assert not _answered(kernel, shown, others), item
        if feedback_each:
            shown |= {atom.claim for atom in bank.atoms if bank.slot_key(atom.slot) in item.tests}
            assert not _answered(kernel, shown, quiz[number + 1 :]), item


def _prints(item: Item, quote: str) -> bool:
    return any(quote in text for text in (item.stem, *(option.text for option in item.options)))


def _answered(kernel: Kernel, shown: Iterable[Claim], others: Iterable[Item]) -> list[Claim]:
    """Return the claims of the items that what was shown decides, beyond the structure."""
    knowing, knowing_nothing = kernel.assuming(shown), kernel.assuming(())
    return [
        claim
        for item in others
        for part in (*item.options, *item.parts)
        for claim in part.claims
        if knowing_nothing.status(claim) is Status.UNKNOWN
        and knowing.status(claim) is not Status.UNKNOWN
    ]


def chi_square(counts: Sequence[int]) -> float:
    """Return Pearson's statistic for equal expected counts (Pearson 1900)."""
    expected = sum(counts) / len(counts)
    return sum((count - expected) ** 2 / expected for count in counts)
