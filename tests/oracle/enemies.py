"""Which items may not stand in one quiz (the end of section 2).

Two items are enemies if what one of them reveals proves or refutes an option of the other, if they
test the same slot, or if they print the same quotation. What is revealed is decided by the worlds
of these claims alone: nothing that the set states is given, only what things are.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import permutations
from typing import Any

from tests.oracle.claims import DATES, Claim, published
from tests.oracle.judge import Docket, Read
from tests.oracle.knowledge import Atom, Knowledge, Tenure
from tests.oracle.oracle import decide

Item = Mapping[str, Any]
#: Flags that close lists: what is revealed is no list.
LISTS = frozenset({"complete_objects", "complete_subjects"})
PRINTED = ("quote", "gapped", "opening")


def enemies(quiz: list[Item], knowledge: Knowledge, *, feedback: bool) -> Iterator[str]:
    """Yield why items of one quiz may not stand in it together."""
    docket = Docket(knowledge)
    for item in quiz:
        docket.add(item)
    reads = docket.reads
    plain = decide(_knowing(knowledge, ()), (claim for read in reads for claim in read.claims))
    for number, read in enumerate(reads):
        others = reads[:number] + reads[number + 1 :]
        for reason in _given_away(knowledge, _revealed(read), others, plain):
            yield f"{read.item['stem']!r} gives away {reason}"
        for reason in _given_away(
            knowledge, _answered(read), reads[number + 1 :] if feedback else [], plain
        ):
            yield f"the answer to {read.item['stem']!r} gives away {reason}"
    for one, other in permutations(reads, 2):
        if set(one.item["tests"]) & set(other.item["tests"]):
            yield f"{one.item['stem']!r} and {other.item['stem']!r} test one slot"
        if quoted(one) & quoted(other):
            yield f"{one.item['stem']!r} and {other.item['stem']!r} print one quotation"


def quoted(read: Read) -> set[str]:
    """Return the statements whose words an item prints."""
    filled = read.stem.filled if read.stem is not None else {}
    found = {filled[hole].partition("[")[0] for hole in PRINTED if hole in filled}
    if read.item["kind"] == "what_said":
        found |= {claim.subject for claim in read.claims}
    return found


def _revealed(read: Read) -> list[tuple[Claim, bool]]:
    return [published(data) for data in read.item["asserts"]]


def _answered(read: Read) -> list[tuple[Claim, bool]]:
    """Return what is known once the right answer is shown."""
    entries = read.item["options"] or read.item["parts"]
    right = (entry for entry in entries if entry.get("right", True))
    return _revealed(read) + [published(data) for entry in right for data in entry["claims"]]


def _given_away(
    knowledge: Knowledge,
    revealed: list[tuple[Claim, bool]],
    others: list[Read],
    plain: Mapping[Claim, str],
) -> Iterator[str]:
    asked = {claim for read in others for claim in read.claims if plain[claim] == "unknown"}
    if not revealed or not asked:
        return
    known = decide(_knowing(knowledge, revealed), asked)
    for claim in sorted(asked):
        if known[claim] != "unknown":
            yield f"that {claim} is {known[claim]}"


def _knowing(knowledge: Knowledge, revealed: Iterable[tuple[Claim, bool]]) -> Knowledge:
    """Return a set that states nothing but what is revealed."""
    bare = replace(knowledge, atoms=[], closures=[], tenures=[], numbers=[], wider={})
    bare.cites, bare.same_time = {}, set()
    bare.relations = {
        name: replace(relation, flags=relation.flags - LISTS)
        for name, relation in knowledge.relations.items()
    }
    for number, (claim, holds) in enumerate(revealed):
        if claim.relation == "words":
            continue
        if claim.relation == "holder":
            bare.tenures += _tenures(knowledge, claim, f"told {number}", holds=holds)
        elif claim.relation == "value":
            bare.numbers += [
                replace(n, value=claim.object, least=None, most=None)
                for n in knowledge.numbers
                if (n.quantity, n.as_of or "", n.unit or "")
                == (claim.subject, claim.at, claim.unit)
                and holds
            ][:1]
        else:
            at = "" if claim.relation in DATES else claim.at
            bare.atoms.append(
                Atom(claim.relation, claim.subject, claim.object, f"told {number}", holds, at)
            )
    return bare


def _tenures(knowledge: Knowledge, claim: Claim, fact: str, *, holds: bool) -> list[Tenure]:
    """Return what a printed holder says: of a moment that is the time of writing, also of that."""
    if not holds:
        return []
    reports = [s.id for s in knowledge.sources.values() if s.published == claim.at]
    ways = [{"on": claim.at}, *({"report": report} for report in reports)]
    return [Tenure(fact, claim.subject, claim.object, **way) for way in ways]
