"""Codes: options that say which, or how many, of some statements are true (facts.md 4).

Which codes an exam has the profile says. Codes leak: a statement that is the same in all of them
is never asked, and some sets give the answer away to whoever knows all statements but one. Such
sets are never used.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations, product
from random import Random

from quizapp.core.items.bodies.coded import FALSE, TRUE, Code
from quizapp.core.items.refusal import Unaskable
from quizapp.core.profiles.labels import bare
from quizapp.core.profiles.profile import Profile
from quizapp.core.text.codes import CodeWords, CountWords

#: Which statements a code says are true, as a pattern of ``t`` and ``f``.
Pattern = str

#: So many of three and of four statements have to be known, whatever is known of the others; of
#: two no set will do but all four.
_HIDDEN = {3: 3, 4: 2}


@cache
def code_sets(codes: tuple[Pattern, ...], options: int) -> tuple[tuple[Pattern, ...], ...]:
    """Return the sets of codes that may be offered, each in the order of the profile.

    Args:
        codes: those that the profile has for one number of statements.
        options: how many of them an item has; all of them where there are no more.
    """
    if len(codes) <= options:
        return (codes,)
    return tuple(one for one in combinations(codes, options) if _tells_little(one))


def _tells_little(codes: Sequence[Pattern]) -> bool:
    """Return whether each statement is asked, and to know all others is seldom enough.

    Of three statements whoever knows two has three chances in four at most. Of four that is so
    of two of them: four codes allow no more where each statement is asked.
    """
    places = range(len(codes[0]))
    if any(len({code[place] for code in codes}) == 1 for place in places):
        return False
    without = ({code[:place] + code[place + 1 :] for code in codes} for place in places)
    return sum(len(rest) < len(codes) for rest in without) >= _HIDDEN.get(len(codes[0]), len(codes))


def drawn(profile: Profile, statements: int, rng: Random) -> tuple[tuple[Pattern, ...], Pattern]:
    """Return a set of codes and the right one of them, each place equally likely.

    Raises:
        Unaskable: the exam has no codes for so many statements, or they leak.
    """
    if statements not in profile.codes:
        raise Unaskable(f"{profile.name} has no codes for {statements} statements")
    sets = code_sets(tuple(profile.codes[statements]), profile.options)
    if not sets:
        raise Unaskable(f"any {profile.options} codes for {statements} statements tell too much")
    codes = rng.choice(sets)
    return codes, rng.choice(codes)


def which(words: CodeWords, numerals: str, code: Pattern) -> Code:
    """Return a code that says which of the statements are true.

    Args:
        numerals: the first label of the statements.
    """
    names = [bare(numerals, place) for place in range(len(code))]
    return Code(words.text(names, code), (code,))


def how_many(words: CountWords, counts: Sequence[int], parts: int) -> tuple[Code, ...]:
    """Return for each count a code that says that so many of the parts are true."""
    patterns = tuple(map("".join, product(TRUE + FALSE, repeat=parts)))
    return tuple(
        Code(words.text(count, parts), tuple(one for one in patterns if one.count(TRUE) == count))
        for count in counts
    )


def counts_of(
    counts: Mapping[int, tuple[int, ...]], parts: int, profile: Profile
) -> tuple[int, ...]:
    """Return how many of so many parts may be true, as the profile offers it.

    Raises:
        Unaskable: the exam does not ask for so many, or has not so many options.
    """
    if parts not in counts:
        raise Unaskable(f"{profile.name} does not ask how many of {parts} are right")
    if len(counts[parts]) > profile.options:
        raise Unaskable(f"{profile.name} has not as many options as there are counts of {parts}")
    return counts[parts]
