"""Codes: options that say which, or how many, of some statements are true (facts.md 4).

Which codes there are is the exam's; which of them one item offers is chosen here. Codes leak: a
statement that is the same in all of them is never asked, and some sets give the answer away to
whoever knows all statements but one. The sets that leak least are used, and no others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from itertools import combinations, product
from random import Random

from quizapp.core.items.bodies.coded import FALSE, TRUE, Code
from quizapp.core.items.refusal import Unaskable
from quizapp.core.profiles.labels import bare
from quizapp.core.profiles.profile import Profile
from quizapp.core.text.frame import Frame, Phrase

#: Which statements a code says are true, as a pattern of ``t`` and ``f``.
Pattern = str


@cache
def code_sets(codes: tuple[Pattern, ...], options: int) -> tuple[tuple[Pattern, ...], ...]:
    """Return the sets of codes that one item may offer, each in the order of the codes.

    Args:
        codes: those of the exam, all of the same number of statements.
        options: how many an item offers; where there are fewer codes, all of them.
    """
    sets = combinations(codes, min(options, len(codes)))
    asked = [one for one in sets if all(len(set(truths)) > 1 for truths in zip(*one, strict=True))]
    most = max(map(_hidden, asked), default=0)
    return tuple(one for one in asked if _hidden(one) == most)


def _hidden(codes: Sequence[Pattern]) -> int:
    """Return how many of the statements have to be known, whatever is known of the others.

    Of four codes of three statements these can be all: then whoever knows two has three chances
    in four at most. Of four codes of four statements they are two at most.
    """
    places = range(len(codes[0]))
    without = ({code[:place] + code[place + 1 :] for code in codes} for place in places)
    return sum(len(rest) < len(codes) for rest in without)


def drawn(profile: Profile, statements: int, rng: Random) -> tuple[tuple[Pattern, ...], Pattern]:
    """Return a set of codes and the right one of them, each place equally likely.

    Raises:
        Unaskable: the exam has no codes of so many statements.
    """
    known = profile.codes.get(statements)
    if known is None:
        raise Unaskable(f"the exam has no codes of {statements} statements")
    codes = rng.choice(code_sets(known, profile.options))
    return codes, rng.choice(codes)


def which(code: Pattern, numerals: str, frames: Mapping[str, Frame]) -> Code:
    """Return a code in words.

    Args:
        numerals: the first label of the statements.
        frames: ``only``, ``all`` and ``none`` with the hole ``known``, ``both`` and ``neither``
            with ``first`` and ``second``, ``more`` and ``last`` with ``before`` and ``after``.
    """
    names = [bare(numerals, place) for place in range(len(code))]
    true = [name for name, sign in zip(names, code, strict=True) if sign == TRUE]
    known = _listed(true or names, frames)
    ends = {"first": names[0], "second": names[-1], "known": known}
    return Code(_filled(frames[_sort(len(true), len(code))], ends), (code,))


def _sort(true: int, of: int) -> str:
    if of == 2 and true != 1:
        return "both" if true else "neither"
    if not true:
        return "none"
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


#: The frames of counts, by how many parts there are and how many of them are true.
COUNT_FRAMES: Mapping[int, Mapping[int, str]] = {
    3: {0: "none", 1: "one", 2: "two", 3: "three"},
    4: {0: "none", 1: "one", 2: "two", 3: "only_three", 4: "four"},
}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of some parts may be true.

    Attributes:
        parts: how many there are.
        offered: for each number that is offered its frame and the truths behind it.
    """

    parts: int
    offered: tuple[tuple[str, tuple[Pattern, ...]], ...]


def counted(counts: Mapping[int, Sequence[int]], options: int) -> list[Counts]:
    """Return the counts that an exam has, by the number of parts.

    Args:
        counts: of a profile: by the number of parts, the numbers that are offered.
        options: a number of parts of which more are offered is left out.
    """
    return [
        Counts(parts, tuple((COUNT_FRAMES[parts][one], _truths(parts, one)) for one in offered))
        for parts, offered in counts.items()
        if len(offered) <= options
    ]


def _truths(parts: int, true: int) -> tuple[Pattern, ...]:
    """Return the patterns of so many parts of which so many are true."""
    every = map("".join, product(TRUE + FALSE, repeat=parts))
    return tuple(one for one in every if one.count(TRUE) == true)
