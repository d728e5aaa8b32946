"""A random set through the generator and the oracle: items judged, claims compared.

Items are made in process by the function behind ``quizapp items SET --json``.
"""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from quizapp.core.items.codec import to_json
from quizapp.core.items.item import Item
from quizapp.services.items import offers_of
from tests.oracle.asking import draw_claims
from tests.oracle.claims import DATES, Claim, Verdict
from tests.oracle.hidden import Hidden
from tests.oracle.judge import Docket
from tests.oracle.kernel import ask_kernel
from tests.oracle.knowledge import Knowledge
from tests.oracle.oracle import decide
from tests.oracle.random_sets import RandomSet, write_random_set
from tests.oracle.reader import read_set


@dataclass(slots=True)
class Tally:
    """What a run of random sets came to."""

    sets: int = 0
    items: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    claims: int = 0
    decided: int = 0
    undecided: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    #: The first set that shows one, as text: the next set takes the place of its files.
    failing: str = ""

    def __str__(self) -> str:
        causes = "; ".join(f"{cause}: {n}" for cause, n in self.undecided.most_common())
        return (
            f"{self.sets} sets, {self.items} items {dict(self.kinds)}, {self.claims} claims, "
            f"{self.decided} decided by the oracle, of these unknown to the kernel: {causes or 0}"
        )

    def report(self) -> str:
        """Return the faults with the set that shows the first of them."""
        return "\n".join([*self.faults[:10], self.failing])


def run(
    look: Callable[[Tally, int, Path], None], first: int, sets: int, folder: Path, every: int = 0
) -> Tally:
    """Look at the random sets of some seeds; print what it came to.

    Args:
        look: ``judge_items`` or ``compare_claims``.
        every: after how many sets to print how far it is, and faults as they are found; if 0,
            neither is printed, and the first fault ends it.
    """
    tally = Tally()
    for seed in range(first, first + sets):
        known = len(tally.faults)
        look(tally, seed, folder)
        for fault in tally.faults[known:] if every else ():
            print(fault, flush=True)
        if every and tally.sets % every == 0:
            print(f"{len(tally.faults)} faults; seeds {first} to {seed}: {tally}", flush=True)
        if tally.faults and not every:
            break
    print(f"seeds {first} to {first + tally.sets - 1}: {tally}", flush=True)
    return tally


def published_items(path: Path, seed: int) -> Iterator[Mapping[str, Any]]:
    """Yield the items of a set as they are published."""
    for offer in offers_of(str(path), seed=seed):
        if isinstance(offer, Item):
            yield to_json(offer)


def judge_items(tally: Tally, seed: int, folder: Path) -> None:
    """Judge every item of the random set of a seed."""
    random_set = write_random_set(seed, folder)
    docket = Docket(read_set(random_set.path))
    for item in published_items(random_set.path, seed):
        docket.add(item)
        tally.kinds[item["kind"]] += 1
    verdicts = decide(docket.knowledge, docket.claims())
    faults = [f"{item['stem']} | {fault}" for item, fault in docket.judge(verdicts)]
    faults += against(random_set.hidden, verdicts, "the oracle")
    tally.sets += 1
    tally.items += len(docket.reads)
    _note(tally, random_set, faults)


def compare_claims(tally: Tally, seed: int, folder: Path, each: int = 8) -> None:
    """Compare the kernel's status of random claims with the oracle's verdicts."""
    random_set = write_random_set(seed, folder)
    knowledge = read_set(random_set.path)
    claims = list(dict.fromkeys(draw_claims(Random(seed), knowledge, each)))
    verdicts, statuses = decide(knowledge, claims), ask_kernel(knowledge, claims)
    faults = against(random_set.hidden, verdicts, "the oracle")
    faults += against(random_set.hidden, statuses, "the kernel")
    for claim in claims:
        if verdicts[claim] == "unknown" != statuses[claim]:
            faults.append(f"{claim}: unknown, but the kernel says {statuses[claim]}")
        elif statuses[claim] not in (verdicts[claim], "unknown"):
            faults.append(f"{claim}: {verdicts[claim]}, but the kernel says {statuses[claim]}")
        elif statuses[claim] != verdicts[claim]:
            tally.undecided[_cause(knowledge, claim, verdicts[claim])] += 1
    tally.sets += 1
    tally.claims += len(claims)
    tally.decided += sum(verdict != "unknown" for verdict in verdicts.values())
    _note(tally, random_set, faults)


def against(hidden: Hidden, verdicts: Mapping[Claim, Verdict], whose: str) -> list[str]:
    """Return where verdicts deny how things really are."""
    return [
        f"{whose} says {claim} is {verdict}; in the hidden world it is not"
        for claim, verdict in verdicts.items()
        if verdict != "unknown" and claim.relation not in ("words", "value", "touch", "same")
        if (verdict == "true") != hidden.holds(claim)
    ]


def _cause(knowledge: Knowledge, claim: Claim, verdict: Verdict) -> str:
    if claim.relation in DATES:
        return f"{claim.relation} {verdict} by another date or an order"
    own = knowledge.relations.get(claim.relation)
    if own is not None:
        return f"own {verdict} ({', '.join(sorted(own.flags)) or 'no flag'})"
    return f"{claim.relation} {verdict}"


def _note(tally: Tally, random_set: RandomSet, faults: list[str]) -> None:
    tally.faults += [f"seed {random_set.seed}: {fault}" for fault in faults]
    if faults and not tally.failing:
        tally.failing = str(random_set)


def main() -> None:
    """Judge the items (or compare the claims) of many random sets, in parts if need be."""
    parser = ArgumentParser(prog="python -m tests.oracle.fuzzing", description=main.__doc__)
    parser.add_argument("what", choices=("items", "claims"))
    parser.add_argument("--first", type=int, default=1_000_000, help="the first seed")
    parser.add_argument("--sets", type=int, default=10_000)
    parser.add_argument("--every", type=int, default=200, help="sets between lines of progress")
    given = parser.parse_args()
    look = judge_items if given.what == "items" else compare_claims
    with TemporaryDirectory() as folder:
        tally = run(look, given.first, given.sets, Path(folder), given.every)
        if tally.faults:
            raise SystemExit(tally.report())


if __name__ == "__main__":
    main()
