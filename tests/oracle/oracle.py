"""The verdicts: cautious consequences are true, what is not brave is false, the rest unknown.

All claims of a set are decided in one grounding and two enumerations. The words of a blank and
the value of a quantity need no worlds: they are compared with what is recorded.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import clingo

from tests.oracle.blocking import Blocked
from tests.oracle.claims import Claim, Verdict
from tests.oracle.knowledge import Knowledge
from tests.oracle.measures import judge_words
from tests.oracle.numbers import judge_number, numbers_agree
from tests.oracle.own import one_sided
from tests.oracle.program import facts


class NoWorld(Exception):
    """The facts contradict each other: no world agrees with all of them."""


@cache
def encoding() -> str:
    """Return the rules of a world."""
    return (Path(__file__).parent / "world.lp").read_text(encoding="utf-8")


def decide(
    knowledge: Knowledge, claims: Iterable[Claim], rules: str | None = None
) -> Mapping[Claim, Verdict]:
    """Return the verdict on each claim.

    Args:
        rules: another encoding than ``world.lp``; a test plants bugs with it.

    Raises:
        NoWorld: the facts contradict each other.
    """
    blocked = blocked_in(knowledge)
    known = blocked.rest
    if blocked.contradictory or not numbers_agree(known):
        raise NoWorld
    verdicts: dict[Claim, Verdict] = {}
    asked: list[Claim] = []
    for claim in sorted(set(claims)):
        if not blocked.decides(claim):
            verdicts[claim] = "unknown"
        elif claim.relation == "words":
            verdicts[claim] = judge_words(known, claim)
        elif claim.relation == "value":
            verdicts[claim] = judge_number(known, claim)
        else:
            asked.append(claim)
    certain, possible = _consequences(f"{rules or encoding()}\n{facts(known, enumerate(asked))}")
    for number, claim in enumerate(asked):
        verdicts[claim] = (
            "true" if number in certain else "unknown" if number in possible else "false"
        )
    return verdicts


def has_world(knowledge: Knowledge) -> bool:
    """Return whether a set may be read: some world agrees with it, and R2 and R19 do."""
    try:
        decide(knowledge, ())
    except NoWorld:
        return False
    return not (blocked_in(knowledge).doubtful or one_sided(knowledge))


def blocked_in(knowledge: Knowledge) -> Blocked:
    """Return what two sources of a set tell differently."""
    bare = replace(knowledge, atoms=[], closures=[], tenures=[], numbers=[])
    return Blocked(knowledge, lambda doubts: decide(bare, doubts))


def _consequences(program: str) -> tuple[set[int], set[int]]:
    control = clingo.Control(["--heuristic=Domain", "--warn=none"])
    control.add("base", [], program)
    control.ground([("base", [])])
    found: list[set[int]] = []
    for mode in ("cautious", "brave"):
        control.configuration.solve.enum_mode = mode  # type: ignore[union-attr]
        control.configuration.solve.models = 0  # type: ignore[union-attr]
        control.assign_external(clingo.Function("brave"), mode == "brave")
        last: set[int] | None = None
        with control.solve(yield_=True) as handle:
            for model in handle:
                last = {symbol.arguments[0].number for symbol in model.symbols(shown=True)}
        if last is None:
            raise NoWorld
        found.append(last)
    return found[0], found[1]
