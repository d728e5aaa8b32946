"""The exam profile as a value; ``library.profiles`` reads them from data."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Profile:
    """How one exam prints its items.

    Attributes:
        id, name: as people choose it.
        options: how many options a single choice has where so many are sound.
        lettering: how options are lettered: the first letter with what stands around it.
        numerals: the same for statements and pairs: ``1.``, ``I.``.
        rows, targets: the same for the two lists of a matching item: ``A.``, ``1.``.
        kinds: names of the item kinds it has; None for all of them.
        lints_off: the lints that its items need not keep, each with the reason.
    """

    id: str = "classroom"
    name: str = "Classroom"
    options: int = 4
    lettering: str = "A"
    numerals: str = "1."
    rows: str = "A."
    targets: str = "1."
    kinds: frozenset[str] | None = field(default=None)
    lints_off: Mapping[str, str] = field(default_factory=dict, hash=False)
