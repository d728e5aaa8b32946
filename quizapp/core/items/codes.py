"""Codes: options that say which, or how many, of some statements are true (facts.md 4).

Codes leak: a statement that is the same in all of them is never asked, and some sets give the
answer away to whoever knows all statements but one. Such sets are never used.
"""

from collections.abc import Mapping, Sequence
from functools import cache, reduce
from itertools import combinations, product
from random import Random

from quizapp.core.items.bodies.coded import FALSE, TRUE, Code
from quizapp.core.profiles.labels import bare
from quizapp.core.text.frame import Frame, Phrase

#: Which statements a code says are true, as a pattern of ``t`` and ``f``.
Pattern = str

_CODES = 4
#: So many of three and of four statements have to be known, whatever is known of the others.
_HIDDEN = {3: 3, 4: 2}
#: The codes of two statements are always these.
_OF_TWO = ("tf", "ft", "tt", "ff")


@cache
def code_sets(statements: int) -> tuple[tuple[Pattern, ...], ...]:
    """Return the sets of four codes that may be offered, each in the order it is printed.

    Args:
        statements: from 2 to 4. Of two there is one set; of more "none" is no code.
    """
    if statements == 2:
        return (_OF_TWO,)
    patterns = [one for one in map("".join, product("tf", repeat=statements)) if TRUE in one]
    patterns.sort(key=lambda one: (one.count(TRUE), [-ord(sign) for sign in one]))
    return tuple(one for one in combinations(patterns, _CODES) if _tells_little(one))


def _tells_little(codes: Sequence[Pattern]) -> bool:
    """Return whether each statement is asked, and to know all others is seldom enough.

    Of three statements whoever knows two has three chances in four at most. Of four that is so
    of two of them: four codes allow no more where each statement is asked.
    """
    places = range(len(codes[0]))
    if any(len({code[place] for code in codes}) == 1 for place in places):
        return False
    without = ({code[:place] + code[place + 1 :] for code in codes} for place in places)
    return sum(len(rest) < len(codes) for rest in without) >= _HIDDEN[len(codes[0])]


def drawn(statements: int, rng: Random) -> tuple[tuple[Pattern, ...], Pattern]:
    """Return a set of codes and the right one of them, each place equally likely."""
    codes = rng.choice(code_sets(statements))
    return codes, rng.choice(codes)


def which(code: Pattern, numerals: str, frames: Mapping[str, Frame]) -> Code:
    """Return a code in words.

    Args:
        numerals: the first label of the statements.
        frames: ``only`` and ``all`` with the hole ``known``, ``both`` and ``neither`` with
            ``first`` and ``second``, ``more`` and ``last`` with ``before`` and ``after``.
    """
    names = [bare(numerals, place) for place in range(len(code))]
    true = [name for name, sign in zip(names, code, strict=True) if sign == TRUE]
    ends = {"first": names[0], "second": names[-1], "known": _listed(true, frames)}
    return Code(_filled(frames[_sort(len(true), len(code))], ends), (code,))


def _sort(true: int, of: int) -> str:
    if of == 2 and true != 1:
        return "both" if true else "neither"
    return "all" if true == of else "only"


def _listed(names: Sequence[str], frames: Mapping[str, Frame]) -> str:
    if len(names) < 2:
        return "".join(names)
    before = reduce(
        lambda text, name: _filled(frames["more"], {"before": text, "after": name}), names[:-1]
    )
    return _filled(frames["last"], {"before": before, "after": names[-1]})


def _filled(frame: Frame, texts: Mapping[str, str]) -> str:
    return frame.fill({hole: Phrase.verbatim(text) for hole, text in texts.items()})


def how_many(parts: int) -> tuple[tuple[Pattern, ...], ...]:
    """Return the truths behind each count that is offered.

    Of three parts there are one, two, all and none; of four one, two, three and all.
    """
    counts = (1, 2, 3, 0) if parts == 3 else tuple(range(1, parts + 1))
    return tuple(
        tuple(
            one
            for one in map("".join, product(TRUE + FALSE, repeat=parts))
            if one.count(TRUE) == count
        )
        for count in counts
    )
