"""Question forms as they truly are for a simulated learner, and what they cost.

Two truths are tried. ``believed``: every form is for everyone what ``quizapp.core.memory.forms``
holds it for, which is the best case for weighing evidence by these constants. ``varied``: each
learner has others around these, and who knows a little rules out options, so guessing is easier.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from types import MappingProxyType
from typing import Final

from quizapp.core.memory.ladder import recalls

#: How often each form comes, as shares that add up to 1.
Mix = Mapping[str, float]

MIXED: Final[Mix] = MappingProxyType(
    {"choice": 0.40, "true_false": 0.15, "typed": 0.25, "card": 0.20}
)
CHOICE_HEAVY: Final[Mix] = MappingProxyType({"choice": 0.65, "true_false": 0.25, "typed": 0.10})

#: From how many things is chosen; 0 where nothing is there to choose from.
OPTIONS: Final[Mapping[str, int]] = MappingProxyType(
    {"choice": 4, "true_false": 2, "typed": 0, "card": 0}
)

#: What a response costs, in seconds; ours, not measured. Who failed reads what is right besides.
SECONDS: Final[Mapping[str, float]] = MappingProxyType(
    {"choice": 9.0, "true_false": 6.0, "typed": 13.0, "card": 8.0}
)
FEEDBACK_SECONDS: Final = 6.0


@dataclass(frozen=True, slots=True)
class TrueForm:
    """What answering in one form is truly like for one learner.

    Attributes:
        guess: the chance to be right where it was not retrieved, 0 to 1.
        slip: the chance to be wrong where it was, 0 to 1.
        advantage: by how much it is easier to retrieve than in free recall, in logits.
        gain: what retrieving it does for memory, as a share of what free recall does, 0 to 1.
    """

    guess: float
    slip: float
    advantage: float
    gain: float


#: How the forms of a learner are drawn.
Truth = Callable[[Random], Mapping[str, TrueForm]]

#: The constants of the core, written out: what is true does not come from the code that is judged.
BELIEVED: Final[Mapping[str, TrueForm]] = MappingProxyType(
    {
        "choice": TrueForm(0.25, 0.02, 0.8, 0.85),
        "true_false": TrueForm(0.5, 0.02, 0.8, 0.7),
        "typed": TrueForm(0.0, 0.05, 0.0, 1.0),
        "card": TrueForm(0.0, 0.0, 0.0, 1.0),
    }
)


def believed(_rng: Random) -> Mapping[str, TrueForm]:
    """Return the forms as the core believes them to be; learners are alike."""
    return BELIEVED


def varied(rng: Random) -> Mapping[str, TrueForm]:
    """Return the forms as they are for one learner who differs from what is believed.

    A card is rated by the learner, who may flatter himself a little.
    """
    advantage = rng.uniform(0.2, 1.4)
    typed_slip = rng.uniform(0.0, 0.1)
    return {
        "choice": TrueForm(
            rng.uniform(0.25, 0.35), rng.uniform(0.0, 0.04), advantage, rng.uniform(0.7, 1.0)
        ),
        "true_false": TrueForm(
            rng.uniform(0.50, 0.60), rng.uniform(0.0, 0.04), advantage, rng.uniform(0.4, 1.0)
        ),
        "typed": TrueForm(0.0, typed_slip, 0.0, 1.0),
        "card": TrueForm(rng.uniform(0.0, 0.1), rng.uniform(0.0, 0.04), 0.0, 1.0),
    }


def only_recall(mix: Mix, recall: bool) -> Mix:
    """Return the forms of a mix that ask for recall, or those that do not; all where none does."""
    kept = {form: share for form, share in mix.items() if recalls(form) is recall}
    whole = sum(kept.values())
    return {form: share / whole for form, share in kept.items()} or mix


def drawn(mix: Mix, chance: float) -> str:
    """Return the form that a number in [0, 1) falls on."""
    *others, last = mix
    for form in others:
        chance -= mix[form]
        if chance < 0:
            return form
    return last
