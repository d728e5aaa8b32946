"""How hard items are: the prior, replaced bit by bit by what was observed.

The expected chance ``p`` of a wrong response, where ``n`` learners answered and their responses
were wrong by ``w`` in all (a whole wrong one by 1, a half right one by 1/2), is

    p = (10 * prior + w) / (10 + n)

the mean of a beta distribution that begins with ten imagined responses. Responses are counted for
each form of asking a slot (what is tested, the kind, the response format), for what is hard to
recall may be easy to recognise; and of each learner the first only, for the answer to it is shown.
The prior itself is made in ``items.difficulty``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

#: So many imagined responses is the prior worth.
PRIOR_RESPONSES: Final = 10


@dataclass(frozen=True, slots=True)
class Form:
    """A way of asking something.

    Attributes:
        tests: the slot keys that are tested, whatever their order.
        kind, format: names of the registers.
    """

    tests: frozenset[str]
    kind: str
    format: str


@dataclass(frozen=True, slots=True)
class Answered:
    """One response that counts.

    Attributes:
        learner: who answered.
        fraction: what it earned, 0..1.
    """

    learner: int
    form: Form
    fraction: Fraction


@dataclass(frozen=True, slots=True)
class Tally:
    """What was observed of one form.

    Attributes:
        wrong: the sum of what the responses did not earn.
        answered: how many there are.
    """

    wrong: Fraction = Fraction(0)
    answered: int = 0


def shrunken(prior: float, observed: Tally) -> float:
    """Return the expected chance of a wrong response, 0..1, to three places.

    Args:
        prior: the chance expected before anybody answered, 0..1.
    """
    wrong = Fraction(prior) * PRIOR_RESPONSES + observed.wrong
    return round(float(wrong / (PRIOR_RESPONSES + observed.answered)), 3)


def tallies(responses: Iterable[Answered]) -> Mapping[Form, Tally]:
    """Return what was observed of each form.

    Args:
        responses: in the order in which they were asked for; of one learner to one form only the
            first counts.
    """
    seen: set[tuple[int, Form]] = set()
    found: dict[Form, Tally] = {}
    for one in responses:
        if (one.learner, one.form) not in seen:
            seen.add((one.learner, one.form))
            known = found.get(one.form, Tally())
            found[one.form] = Tally(known.wrong + 1 - one.fraction, known.answered + 1)
    return found
