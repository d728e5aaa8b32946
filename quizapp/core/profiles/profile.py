"""The exam profile as a value; ``library.profiles`` reads them from data."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from fractions import Fraction
from itertools import combinations
from typing import Final

from quizapp.core.profiles.marks import Marks

#: Of two statements: each alone, both, neither; of three and of four any of them, some at least.
_CODES = {
    2: ("tf", "ft", "tt", "ff"),
    **{
        n: tuple(
            "".join("t" if place in true else "f" for place in range(n))
            for size in range(1, n + 1)
            for true in combinations(range(n), size)
        )
        for n in (3, 4)
    },
}
_COUNTS = {3: (1, 2, 3, 0), 4: (1, 2, 3, 4)}
_MARKS = Marks(Fraction(1), Fraction(0), Fraction(0))


@dataclass(frozen=True, slots=True)
class Profile:
    """How one exam prints its items, which it has, and how it marks them.

    What the defaults say is the classroom's.

    Attributes:
        id, name: as people choose it.
        options: how many options a single choice has where so many are sound.
        lettering: how options are lettered: the first letter with what stands around it.
        numerals: the same for statements and pairs: ``1.``, ``I.``.
        rows, targets: the same for the two lists of a matching item: ``A.``, ``1.``.
        kinds: names of the item kinds it has; None for all of them.
        formats: names of the response formats it has; None for all of them.
        codes: by the number of statements, the truths that an option may stand for: ``tf`` is
            "1 only". Nothing is asked about a number of statements that is missing. Where there
            are more than an item has options, some are taken.
        counts: by the number of statements, the numbers of true ones that are offered, in order.
        pairs: the same of pairs that are correctly matched.
        marks: what an answer earns.
        lints_off: the lints that its items need not keep, each with the reason.
    """

    id: str = "classroom"
    name: str = "Classroom"
    options: int = 4
    lettering: str = "A"
    numerals: str = "1."
    rows: str = "A."
    targets: str = "1."
    kinds: frozenset[str] | None = None
    formats: frozenset[str] | None = None
    codes: Mapping[int, tuple[str, ...]] = field(default_factory=lambda: _CODES, hash=False)
    counts: Mapping[int, tuple[int, ...]] = field(default_factory=lambda: _COUNTS, hash=False)
    pairs: Mapping[int, tuple[int, ...]] = field(default_factory=lambda: _COUNTS, hash=False)
    marks: Marks = _MARKS
    lints_off: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def digest(self) -> str:
        """A hash (sha256, hex) over all that it says."""
        said = [
            sorted(value) if isinstance(value, frozenset) else value
            for value in (getattr(self, one.name) for one in fields(self))
        ]
        return hashlib.sha256(repr(said).encode()).hexdigest()

    def has_kind(self, kind: str) -> bool:
        """Return whether it has items of a kind."""
        return self.kinds is None or kind in self.kinds

    def has_format(self, format_: str) -> bool:
        """Return whether it has items that are answered so."""
        return self.formats is None or format_ in self.formats


#: The profile of whoever chooses none.
CLASSROOM: Final = Profile()
