"""Wrong worlds: ``world.lp`` with one rule changed, each a mistake that a generator may make.

They play the generator in a test of the fuzzer: what it compares must show each of them.
"""

import re

from tests.oracle.oracle import encoding

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
}


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
