"""Wrong worlds: one rule of ``world.lp`` changed, or the set misread, as a generator may.

They play the generator in a test of the fuzzer: what it compares must show each of them.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from tests.oracle.claims import Claim, Verdict
from tests.oracle.knowledge import Knowledge
from tests.oracle.oracle import decide, encoding

Verdicts: TypeAlias = Mapping[Claim, Verdict]

#: A line before which each named rule of the encoding stands.
MARK = re.compile(r"^%@ (\w+)", re.MULTILINE)

#: What a wrong world adds, and the named rules that it leaves out.
BACKED = """
backed(R,S,O) :- stated(R,S,X), same(X,O).
backed(R,S,O) :- upward(R), stated(R,S,X), touch(X,O).
"""
BUGS: dict[str, tuple[tuple[str, ...], str]] = {
    "open list taken as closed": (
        (),
        BACKED
        + """
listing("about"). listing("covered"). listing("took_part"). listing("party"). listing("said").
:- listing(R), stated(R,S,_), h(R,S,O), not backed(R,S,O).
""",
    ),
    "maybe-same ignored": ((), ":- maybe(A,B), same(A,B), A != B, not same_as(A,B)."),
    "part/whole ignored": (("parts",), "sub(A,B) :- same(A,B), topical(A)."),
    "overlap ignored": (("overlap",), ""),
    "every relation functional": (
        (),
        BACKED + ":- relation(R), stated(R,S,_), h(R,S,O), not backed(R,S,O).",
    ),
    "functional read backwards": (
        (),
        """
:- functional(R,S), functional(R,T), stated(R,S,O), h(R,T,O), not same(S,T), not stated(R,T,O).
""",
    ),
    "negatives spread to all": (
        (),
        BACKED + ":- denied(R,S,_), h(R,S,O), not backed(R,S,O).",
    ),
    "unordered pair = false": (
        ("order_of_days",),
        """
forced(A,B) :- stated("before",A,B).
forced(A,C) :- forced(A,B), forced(B,C).
:- before(A,B), not forced(A,B).
""",
    ),
    "maybe-same not followed into parts": (
        ("parts",),
        """
topical(A) :- ent(A,"topic").
topical(A) :- ent(A,"place").
topical(A) :- ent(A,"event").
sub(A,A) :- topical(A).
sub(A,C) :- sub(A,B), part(B,C).
near(A,B) :- same(A,B), topical(A).
""",
    ),
    "common part not seen": (("common_part",), ""),
    "list decides other sorts": (("closed",), ":- closed(L,R,S), h(R,S,O), not met(L,R,O)."),
    "upward truth forgotten": (("upward",), ""),
    "two holders at once": (("one_holder",), ""),
    "negatives not spread to parts": (
        ("upward",),
        "h(R,S,W) :- upward(R), h(R,S,O), sub(O,W), not denied(R,S,W).",
    ),
    "negatives of rows spread to parts": (
        (),
        ":- own(R), denied(R,S,O), h(R,S,P), sub(P,O).",
    ),
    "plain distinctness for topics": (("apart_from_the_list",), ""),
    "symmetric ignored": (("symmetric",), ""),
    "transitive ignored": (("transitive",), ""),
    "transitive taken for granted": ((), "h(R,A,C) :- own(R), h(R,A,B), h(R,B,C)."),
    "asymmetric ignored": (("asymmetric",), ""),
    "asymmetric taken for granted": ((), ":- own(R), h(R,A,B), h(R,B,A), A != B."),
    "irreflexive ignored": (("irreflexive",), ""),
    "irreflexive ignoring possibly-same": ((), ":- irreflexive(R), h(R,A,B), chain(A,B)."),
    "one_subject read as one_object": (
        ("inverse_functional",),
        "functional(R,S) :- inverse_functional(R), own(R), subject(R,S).",
    ),
    "closed inverse taken as closed everywhere": (
        (),
        """
named_to(R,O) :- closed_inverse(_,R,X), same(X,O).
:- closed_inverse(_,R,_), h(R,_,O), not named_to(R,O).
""",
    ),
    "closed inverse ignored": (("closed_inverse",), ""),
}


def _misread(change: Callable[[Knowledge], None]) -> Callable[[Knowledge, list[Claim]], Verdicts]:
    """Return verdicts on a set of which something is misread."""

    def verdicts(knowledge: Knowledge, claims: list[Claim]) -> Verdicts:
        wrong = replace(knowledge)
        change(wrong)
        return decide(wrong, claims)

    return verdicts


def _numbers(**change: Any) -> Callable[[Knowledge], None]:
    def misread(knowledge: Knowledge) -> None:
        knowledge.numbers = [replace(number, **change) for number in knowledge.numbers]

    return misread


def _believe_the_text(knowledge: Knowledge) -> None:
    """Of two facts that fill one slot, believe the one that a text carries."""
    for told in ("atoms", "closures", "tenures", "numbers"):
        kept = [one for one in getattr(knowledge, told) if not one.fact.endswith("x")]
        setattr(knowledge, told, kept)


def _bounds_as_values(knowledge: Knowledge) -> None:
    knowledge.numbers = [
        replace(number, value=number.value or number.least or number.most)
        for number in knowledge.numbers
    ]


def _without_units(knowledge: Knowledge, claims: list[Claim]) -> Verdicts:
    wrong = replace(knowledge)
    _numbers(unit=None)(wrong)
    bare = {claim: replace(claim, unit="") for claim in claims}
    known = decide(wrong, bare.values())
    return {claim: known[other] for claim, other in bare.items()}


def _without_dates(knowledge: Knowledge, claims: list[Claim]) -> Verdicts:
    wrong = replace(knowledge)
    for told in ("atoms", "closures"):
        setattr(wrong, told, [replace(one, at="") for one in getattr(wrong, told)])
    wrong.numbers = [replace(number, as_of=None) for number in wrong.numbers]
    bare = {c: c if c.relation == "holder" else replace(c, at="") for c in claims}
    known = decide(wrong, bare.values())
    return {claim: known[other] for claim, other in bare.items()}


#: What is misread of a set rather than of the rules.
MISREAD: dict[str, Callable[[Knowledge, list[Claim]], Verdicts]] = {
    "tolerance ignored": _misread(_numbers(tolerance=None)),
    "bounds taken as values": _misread(_bounds_as_values),
    "unit ignored": _without_units,
    "as_of ignored": _without_dates,
    "blocked slot decided": _misread(_believe_the_text),
}


def wrongly(bug: str, knowledge: Knowledge, claims: list[Claim]) -> Verdicts:
    """Return what a generator with a planted bug would say.

    Raises:
        NoWorld: with the bug the set contradicts itself: nobody would be asked anything.
    """
    if bug in MISREAD:
        return MISREAD[bug](knowledge, claims)
    return decide(knowledge, claims, wrong_rules(bug))


def wrong_rules(bug: str) -> str:
    """Return the encoding with one mistake in it."""
    without, added = BUGS[bug]
    whole = encoding()
    kept = [whole[: MARK.search(whole).start()]]  # type: ignore[union-attr]
    for match in MARK.finditer(whole):
        following = MARK.search(whole, match.end())
        block = whole[match.start() : following.start() if following else len(whole)]
        if match[1] not in without:
            kept.append(block)
        elif match[1] == "parts":
            kept.append('topical(A) :- ent(A,"topic").\n')
        elif match[1] == "closed":
            kept.append("\n".join(line for line in block.splitlines() if line[:3] == "met") + "\n")
    return "".join(kept) + added
