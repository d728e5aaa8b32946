"""What an exam gives for an answer, exactly: it is rounded only where it is shown."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Marks:
    """The marking rule of an exam.

    Attributes:
        right: above 0.
        wrong: 0 or less.
        blank: of a question without an answer; not above ``right``, not below ``wrong``.
        multi_marked: what two answers to a question with one right option count as: ``wrong`` or
            ``blank``.
    """

    right: Fraction
    wrong: Fraction
    blank: Fraction
    multi_marked: str = "wrong"
