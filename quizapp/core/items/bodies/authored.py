"""What an author wrote by hand: it is taken as it stands, so nothing in it is judged."""

from dataclasses import dataclass

from quizapp.core.facts.fact import WrittenQuestion


@dataclass(frozen=True, slots=True)
class AuthorsOption:
    """An option as an author wrote it."""

    text: str
    right: bool


@dataclass(frozen=True, slots=True)
class Authored:
    """A question with its options; without any it is typed.

    Attributes:
        ordered: whether the options stand in their order; otherwise they are shuffled.
    """

    question: WrittenQuestion
    options: tuple[AuthorsOption, ...] = ()
    ordered: bool = False
