"""The verdicts: cautious consequences are true, what is not brave is false, the rest unknown.

All claims of a set are decided in one grounding and two enumerations. The words of a blank and
the value of a quantity need no worlds: they are compared with what is recorded.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import clingo

from tests.oracle.claims import Claim, Verdict
from tests.oracle.knowledge import Knowledge
from tests.oracle.measures import judge_number, judge_words
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
    verdicts: dict[Claim, Verdict] = {}
    asked: list[Claim] = []
    for claim in sorted(set(claims)):
        if claim.relation == "words":
            verdicts[claim] = judge_words(knowledge, claim)
        elif claim.relation == "value":
            verdicts[claim] = judge_number(knowledge, claim)
        else:
            asked.append(claim)
    program = f"{rules or encoding()}\n{facts(knowledge, enumerate(asked))}"
    certain, possible = _consequences(program)
    for number, claim in enumerate(asked):
        verdicts[claim] = (
            "true" if number in certain else "unknown" if number in possible else "false"
        )
    return verdicts


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
