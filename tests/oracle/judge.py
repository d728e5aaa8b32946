"""An item against the worlds: does every option hold, or fail, as the item says?

``Docket`` collects the claims of many items first, so that one grounding decides them all; the
rules that are about an item as a whole are in ``examiner``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from tests.oracle import codes, written
from tests.oracle.citing import Unresolved, denials, denying_sources, passages, sources
from tests.oracle.claims import Claim, Verdict, published
from tests.oracle.examiner import breaches, meetings
from tests.oracle.knowledge import Knowledge
from tests.oracle.lexicon import Lexicon
from tests.oracle.oracle import decide
from tests.oracle.parted import Said, completed, is_parted, said
from tests.oracle.parted_rules import asked_beside, breaches_of_parts, numbered
from tests.oracle.patterns import Patterns
from tests.oracle.reading import Misread, Stem, claim_of, read_option, read_stem
from tests.oracle.reasons import Clause, Stated, read_reason, stated_claims
from tests.oracle.wording import load

Item = Mapping[str, Any]
INVERTED: Mapping[Verdict, Verdict] = {"true": "false", "false": "true", "unknown": "unknown"}


@dataclass(slots=True)
class Read:
    """An item as it was read: the claim of each option, and what the reasons state."""

    item: Item
    stem: Stem | None = None
    claims: list[Claim] = field(default_factory=list)
    #: What each clause of the reasons states, in each way in which it may be meant.
    reasons: list[list[Stated]] = field(default_factory=list)
    #: By the places of the options or parts: whether their reasons deny something.
    denying: set[int] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    #: Of an item that is read by its parts: all that it says.
    said: list[Said] = field(default_factory=list)


class Docket:
    """The items of one set, to be judged together."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Begin with no item."""
        self.knowledge = knowledge
        self.lexicon = Lexicon(knowledge, load())
        self.reads: list[Read] = []
        self._stems: dict[tuple[str, str], Stem] = {}

    def add(self, item: Item) -> None:
        """Read an item back."""
        read = Read(completed(item))
        self.reads.append(read)
        try:
            self._read(read)
        except (Misread, Unresolved) as fault:
            read.faults.append(f"{type(fault).__name__}: {fault}")

    def _read(self, read: Read) -> None:
        item = read.item
        if item["kind"] == written.KIND:
            read.faults += written.differences(item, self.knowledge)
            self._cited(read, item["options"] or item["parts"])
            return
        if item["proof"] != "kernel":
            read.faults.append(f"the proof is {item['proof']!r}")
        if is_parted(item, self.lexicon):
            self._read_parts(read)
            return
        read.stem = stem = self._stem(item)
        entries = item["options"] or item["parts"]
        if item["format"] == "true_false":
            claim = claim_of(stem, stem.frame.claim, "?", self.lexicon)
            read.claims = [claim] * len(entries)
        else:
            meant = [read_option(stem, item["kind"], e["text"], self.lexicon) for e in entries]
            read.claims = [self._claim(stem, meant, number) for number in range(len(meant))]
        for place, (entry, claim) in enumerate(zip(entries, read.claims, strict=True)):
            self._compare(read, entry, claim)
            if not entry["why"]:
                continue
            shown = entry.get("right", True)
            for clause in read_reason(entry["why"], claim, right=shown, lexicon=self.lexicon):
                read.reasons.append(stated_claims(clause, claim))
                if clause.rule == "denied":
                    read.denying.add(place)
                self._attributed(read, clause, entry["facts"])
        self._cited(read, entries)

    def _read_parts(self, read: Read) -> None:
        """Read an item whose texts are statements, gaps and pairs."""
        item = read.item
        read.said = said(item, self.lexicon)
        entries = [*item["options"], *item["parts"]]
        for one in read.said:
            if one.entry is not None:
                self._published(read, one)
            reason, right = one.why
            if reason:
                for clause in read_reason(reason, one.claim, right=right, lexicon=self.lexicon):
                    read.reasons.append(stated_claims(clause, one.claim))
                    if clause.rule == "denied":
                        read.denying |= set(range(len(entries)))
                    told = one.entry["facts"] if one.entry is not None else ()
                    self._attributed(read, clause, told or self._facts(item))
        read.faults += codes.faults(item, self.lexicon.language)
        self._cited(read, entries)

    def _published(self, read: Read, one: Said) -> None:
        """Compare a claim that is printed with what is published beside it."""
        assert one.entry is not None
        negative = read.item["kind"] in self.lexicon.language.negative
        claims = [published(data) for data in one.entry["claims"]]
        claims = [(self._sorted(told), holds) for told, holds in claims]
        printed = self._sorted(self._dated(one.claim))
        if claims != [(printed, not negative)]:
            read.faults.append(f"{one.entry['text']!r} reads {printed}, published {claims}")

    def _dated(self, claim: Claim) -> Claim:
        """Return a claim of the time of writing with that date."""
        if not claim.at.startswith("source:"):
            return claim
        source = self.knowledge.sources[claim.at.removeprefix("source:")]
        return replace(claim, at=source.published or "")

    @staticmethod
    def _facts(item: Item) -> list[str]:
        return [fact for part in item["parts"] for fact in part["facts"]]

    def _stem(self, item: Item) -> Stem:
        """Read a stem once; many items of a set share one."""
        key = (item["kind"], item["stem"])
        if key not in self._stems:
            self._stems[key] = read_stem(item, self.lexicon)
        return self._stems[key]

    def _claim(self, stem: Stem, meant: list[str], number: int) -> Claim:
        pattern = stem.frame.claim
        if pattern is not None and pattern.object == "others":
            other = next(thing for place, thing in enumerate(meant) if place != number)
            return Claim(pattern.relation, meant[number], other)
        return claim_of(stem, pattern, meant[number], self.lexicon)

    def _compare(self, read: Read, entry: Mapping[str, Any], claim: Claim) -> None:
        """Compare what is printed with what is published beside it."""
        claims = [published(data) for data in entry["claims"]]
        claims = [(self._sorted(told), holds) for told, holds in claims]
        printed = self._sorted(self._dated(claim))
        expected = read.item["format"] != "true_false" or entry["text"] == "True"
        if claims != [(printed, expected)]:
            read.faults.append(f"{entry['text']!r} reads {printed}, published {claims}")

    def _sorted(self, claim: Claim) -> Claim:
        """Return the one claim that a symmetric relation makes of a pair (R19)."""
        own = self.knowledge.relations.get(claim.relation)
        if own is None or "symmetric" not in own.flags:
            return claim
        first, second = sorted((claim.subject, claim.object))
        return replace(claim, subject=first, object=second)

    def _cited(self, read: Read, entries: Iterable[Mapping[str, Any]]) -> None:
        # A denial may have words of its own; then it need not show those of its fact.
        used, needed, free = set[str](), set[str](), set[str]()
        for place, entry in enumerate(entries):
            own = {fact for fact in entry["facts"] if fact in self.knowledge.denial_cites}
            own = own if place in read.denying else set()
            used |= set(entry["facts"])
            needed |= set(entry["facts"]) - own
            free |= own
        shown = {(p["source"], p["paragraph"], p["start"], p["end"]) for p in read.item["passages"]}
        allowed = passages(self.knowledge, used) | denials(self.knowledge, free)
        if not passages(self.knowledge, needed) <= shown <= allowed:
            read.faults.append(f"passages {shown} are not those of {sorted(used)}")

    def _attributed(self, read: Read, clause: Clause, facts: Iterable[str]) -> None:
        """What a reason gives as the words of a source must be cited from that source."""
        named = clause.filled.get("source")
        if named is None or "written" in clause.filled:
            return
        if clause.rule == "denied":
            allowed = denying_sources(self.knowledge, facts, clause.relation)
        else:
            allowed = sources(self.knowledge, facts)
        if named not in allowed:
            read.faults.append(f"a reason names {named}; what it says stands in {sorted(allowed)}")

    def claims(self) -> Iterable[Claim]:
        """Yield every claim that must be decided."""
        for read in self.reads:
            yield from read.claims
            yield from (one.claim for one in read.said)
            yield from asked_beside(read.item, read.said, self.knowledge)
            for ways in read.reasons:
                yield from (claim for stated in ways for claim, _ in stated)
            if read.claims:
                yield from meetings(read.item, read.claims)

    def judge(self, verdicts: Mapping[Claim, Verdict] | None = None) -> list[tuple[Item, str]]:
        """Return each fault with its item; none means that the oracle agrees with all."""
        known = verdicts if verdicts is not None else decide(self.knowledge, self.claims())
        patterns = Patterns(
            self.knowledge,
            (claim for read in self.reads for claim in numbered(read.item, read.said)),
        )
        found = []
        for read in self.reads:
            faults = [*read.faults, *_judge(read, known)]
            if read.stem is not None and read.claims:
                faults += breaches(read.item, read.stem, read.claims, known, self.lexicon)
            if read.said:
                faults += breaches_of_parts(read.item, read.said, known, self.lexicon, patterns)
            found += [(read.item, fault) for fault in faults]
        return found


def _judge(read: Read, known: Mapping[Claim, Verdict]) -> Iterable[str]:
    """Yield the faults of truth."""
    item = read.item
    if not read.claims and not read.said:
        return
    for one in read.said:
        if known[one.claim] != ("true" if one.holds else "false"):
            yield f"{one.claim} is {known[one.claim]}, and the item says {one.holds}"
    entries = [] if read.said else item["options"] or item["parts"]
    for entry, claim in zip(entries, read.claims, strict=True):
        holds = known[claim]
        if item["format"] == "true_false" and entry["text"] == "False":
            holds = INVERTED[holds]
        if holds == "unknown" or entry["holds"] != (holds == "true"):
            yield f"{entry['text']!r}: {claim} is {holds}, published {entry['holds']}"
        if "right" in entry and entry["right"] != (holds == "true"):
            yield f"{entry['text']!r}: {holds}, but right is {entry['right']}"
    for ways in read.reasons:
        wrong = [_wrong(stated, known) for stated in ways]
        if all(wrong):
            yield f"a reason says {wrong[0][0]}"
    yield from _key(item)


def _wrong(stated: Stated, known: Mapping[Claim, Verdict]) -> list[str]:
    return [
        f"{claim} {'holds' if holds else 'fails'}: it is {known[claim]}"
        for claim, holds in stated
        if known[claim] != ("true" if holds else "false")
    ]


def _key(item: Item) -> Iterable[str]:
    right = [number for number, option in enumerate(item["options"]) if option["right"]]
    if item["options"] and item["key"] != right:
        yield f"the key {item['key']} is not {right}"
    if item["format"] in ("choice", "true_false") and len(right) != 1:
        yield f"{len(right)} options are right"
    if item["format"] == "choices" and not 0 < len(right) < len(item["options"]):
        yield "all or none are right"
    if item["format"] == "typed" and item["parts"][0]["text"] not in item["key"]:
        yield "the answer is not among the accepted texts"
