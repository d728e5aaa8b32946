"""Two lists to be matched: for every row and every target it is decided whether they belong."""

from dataclasses import dataclass
from fractions import Fraction
from math import perm

from quizapp.core.facts.claim import Claim
from quizapp.core.items.bodies.body import Body, Made
from quizapp.core.items.bodies.coded import CODE, FALSE, TRUE
from quizapp.core.items.context import Context
from quizapp.core.items.item import Option, Part, Target
from quizapp.core.items.judging import judged
from quizapp.core.proof.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Row:
    """An entry of the first list.

    Attributes:
        target: the place of its own in the second list.
        claims: for each entry of the second list, that the row belongs to it.
    """

    label: str
    text: str
    target: int
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """An option of an item with codes: the place of a target for each row, in words."""

    text: str
    targets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Paired(Body):
    """Rows and targets as they are printed; there may be more targets than rows.

    Attributes:
        codes: options to choose from; without any each row is matched by itself.
    """

    rows: tuple[Row, ...]
    targets: tuple[Target, ...]
    codes: tuple[Arrangement, ...] = ()

    @property
    def printed(self) -> tuple[str, ...]:
        """Both lists."""
        return (*(row.text for row in self.rows), *(one.text for one in self.targets))

    def made(self, context: Context, stem: str, *, seed: int) -> Made:
        """Return the rows with a verdict for each target."""
        verdicts = [
            [judged(context, claim, place == row.target) for place, claim in enumerate(row.claims)]
            for row in self.rows
        ]
        own = tuple(found[row.target] for row, found in zip(self.rows, verdicts, strict=True))
        key = tuple(row.target for row in self.rows)
        options = tuple(_option(code, key) for code in self.codes)
        orders = perm(len(self.targets), len(self.rows))
        return Made(
            key=tuple(place for place, one in enumerate(options) if one.right)
            or tuple(enumerate(key)),
            rests_on=own,
            guess=Fraction(1, len(options) or orders),
            beside=tuple(verdict for found in verdicts for verdict in found),
            right=frozenset(row.claims[row.target] for row in self.rows),
            options=options,
            parts=tuple(
                _part(context, row, found) for row, found in zip(self.rows, verdicts, strict=True)
            ),
            targets=self.targets,
        )


def _option(code: Arrangement, key: tuple[int, ...]) -> Option:
    truths = "".join(
        TRUE if said == own else FALSE for said, own in zip(code.targets, key, strict=True)
    )
    return Option(code.text, (), None, code.targets == key, "", (), CODE, (truths,))


def _part(context: Context, row: Row, verdicts: list[Verdict]) -> Part:
    told = [
        context.reason(claim, place == row.target)
        for place, (claim, verdict) in enumerate(zip(row.claims, verdicts, strict=True))
    ]
    own = verdicts[row.target]
    return Part(
        text=row.text,
        claims=(row.claims[row.target],),
        holds=True,
        why=told[row.target],
        facts=tuple(dict.fromkeys((*own.facts, *(slug for one in verdicts for slug in one.facts)))),
        rule=own.rule.value,
        label=row.label,
        against=tuple(told),
    )
