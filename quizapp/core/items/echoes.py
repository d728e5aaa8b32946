"""Which statements say the same, as their authors declare it (R11b)."""

from collections.abc import Iterable

from quizapp.core.facts.fact import StatementFact
from quizapp.core.items.names import folded_words


def echoing(statements: Iterable[StatementFact]) -> dict[str, frozenset[str]]:
    """Return for each statement that has any the others that say the same.

    That follows from what is declared, and from words that are the same: if B echoes A, and C has
    the words of B, then C says what A says. Of statements with the same words none is among the
    others of another but by a declaration: who else said these words is asked for by occasion.
    """
    told = list(statements)
    words = {one.slug: folded_words(one.quote) for one in told if one.quote is not None}
    declared = [(one.slug, other) for one in told for other in one.echoes]
    first: dict[tuple[str, ...], str] = {}
    alike = [(slug, first.setdefault(said, slug)) for slug, said in words.items()]
    by_word, by_both = _classes(declared), _classes([*declared, *alike])
    found: dict[str, frozenset[str]] = {}
    for slug, others in by_both.items():
        own = by_word.get(slug, frozenset())
        more = {one for one in others if words.get(one) != words.get(slug)}
        found[slug] = (own | more) - {slug}
    return found


def _classes(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Return the class of each, where a pair is of one class."""
    found: dict[str, frozenset[str]] = {}
    for one, other in pairs:
        both = found.get(one, frozenset((one,))) | found.get(other, frozenset((other,)))
        found.update(dict.fromkeys(both, both))
    return found
