"""What a message offers instead of a word that is not known: the nearest one, or a few of many.

Both are bounded, so that a file full of slips costs no more than its length.
"""

from collections.abc import Collection, Iterable
from itertools import islice

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

#: A word is near if so many hundredths of the letters agree.
_NEAR = 60
#: Nobody means one of ours with a longer word.
_LONGEST = 64
#: So many are named at most.
_FEW = 12


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most like this one, or None where none is like it."""
    if len(word) > _LONGEST:
        return None
    found = extractOne(word, iter(known), scorer=ratio, score_cutoff=_NEAR)
    return found[0] if found is not None else None


def some_of(names: Collection[str]) -> str:
    """Return the names with commas; of many the first ones, and how many more there are."""
    if len(names) <= _FEW:
        return ", ".join(names)
    return f"{', '.join(islice(names, _FEW))} and {len(names) - _FEW} more"
