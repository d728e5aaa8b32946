"""Statements or pairs, and codes that say which or how many of them are correct."""

from dataclasses import dataclass
from fractions import Fraction

from quizapp.core.items.bodies.body import Body, Made
from quizapp.core.items.bodies.told import Told
from quizapp.core.items.context import Context
from quizapp.core.items.item import Option
from quizapp.core.items.refusal import Unaskable

#: What stands as the rule of an option that no rule decides: the parts do.
CODE = "code"
#: In a pattern: true, false, either.
TRUE, FALSE, EITHER = "t", "f", "?"


@dataclass(frozen=True, slots=True)
class Code:
    """An option that says which of the parts are true.

    Attributes:
        patterns: the truths of the parts that it stands for, as ``item.Option`` has them.
    """

    text: str
    patterns: tuple[str, ...]

    def fits(self, truths: str) -> bool:
        """Return whether it stands for these truths."""
        return any(
            all(want in (EITHER, is_) for want, is_ in zip(pattern, truths, strict=True))
            for pattern in self.patterns
        )


@dataclass(frozen=True, slots=True)
class Coded(Body):
    """Parts with codes; exactly one of the codes must fit. Both stay in their order."""

    parts: tuple[Told, ...]
    codes: tuple[Code, ...]

    @property
    def printed(self) -> tuple[str, ...]:
        """The parts; codes print nothing of what they speak of."""
        return tuple(part.text for part in self.parts)

    def made(self, context: Context, stem: str, *, seed: int) -> Made:
        """Return the parts with a verdict each, and the codes."""
        verdicts = [part.verdict(context) for part in self.parts]
        truths = "".join(TRUE if part.holds else FALSE for part in self.parts)
        right = [code.fits(truths) for code in self.codes]
        if right.count(True) != 1:
            raise Unaskable(f"{right.count(True)} of the codes fit the truths {truths}")
        return Made(
            key=(right.index(True),),
            rests_on=tuple(verdicts),
            guess=Fraction(1, len(self.codes)),
            right=frozenset(part.claim for part in self.parts if part.holds),
            options=tuple(
                Option(code.text, (), None, fits, "", (), CODE, code.patterns)
                for code, fits in zip(self.codes, right, strict=True)
            ),
            parts=tuple(
                part.part(context, verdict)
                for part, verdict in zip(self.parts, verdicts, strict=True)
            ),
        )


@dataclass(frozen=True, slots=True)
class Counted(Body):
    """How many things there are: the things as parts, never printed, and numbers to choose from.

    That there are no others has to be known before: it is no claim of its own.
    """

    parts: tuple[Told, ...]
    counts: tuple[int, ...]

    @property
    def printed(self) -> tuple[str, ...]:
        """Nothing but numbers."""
        return ()

    def made(self, context: Context, stem: str, *, seed: int) -> Made:
        """Return the numbers in their order, and each thing with its verdict."""
        verdicts = [part.verdict(context) for part in self.parts]
        counts = sorted(self.counts)
        return Made(
            key=(counts.index(len(self.parts)),),
            rests_on=tuple(verdicts),
            guess=Fraction(1, len(counts)),
            right=frozenset(part.claim for part in self.parts),
            options=tuple(
                Option(str(count), (), None, count == len(self.parts), "", (), CODE)
                for count in counts
            ),
            parts=tuple(
                part.part(context, verdict)
                for part, verdict in zip(self.parts, verdicts, strict=True)
            ),
        )
