"""What the facts state as statements to be judged: true ones, and twins false by one end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from quizapp.core.facts.claim import Claim, Value
from quizapp.core.facts.fact import Atom
from quizapp.core.items.context import Context
from quizapp.core.items.distractors import ranked_for
from quizapp.core.items.kind import Question
from quizapp.core.items.refusal import Unaskable
from quizapp.core.items.telling import Telling
from quizapp.core.items.twins import wrong_things_told, wrong_values

#: How many false statements are made for a true one.
_TWINS = 2
#: How alike things count as whose likeness is not measured: neither much nor little.
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement.

    Attributes:
        holds: whether it is true.
        quotes: slugs of the statements whose words it prints, with those.
        nearness: how alike what is false in it is to what is true there, 0..1.
    """

    question: Question
    holds: bool
    quotes: tuple[tuple[str, str], ...]
    nearness: float = _ALIKE

    @property
    def text(self) -> str:
        """The statement."""
        return self.question.stem

    @property
    def claim(self) -> Claim:
        """What it says."""
        return self.question.claim()


def sayings(
    context: Context, atom: Atom, rng: Random, *, alone: bool = False
) -> tuple[Saying, ...]:
    """Return a stated claim as a statement, and its false twins.

    Args:
        alone: whether a true statement that has no twin will do.

    Raises:
        Unaskable: it cannot be told, or nothing is provably false in its place.
    """
    telling = Telling(context, atom)
    told = telling.of(atom.claim.object)
    twins = [
        (telling.of(object_), _nearness(context, atom.claim, object_))
        for object_ in _twins(context, atom, telling, rng)
    ]
    twins = twins or list(_of_other_subjects(context, atom, telling, rng))
    if not twins and not alone:
        raise Unaskable("nothing of the same sort is provably false in its place")
    return (
        Saying(told, True, telling.quotes(told)),
        *(Saying(twin, False, telling.quotes(twin), nearness) for twin, nearness in twins),
    )


def _twins(context: Context, atom: Atom, telling: Telling, rng: Random) -> Sequence[str | Value]:
    """Return what is false in the object's place, the most alike to it."""
    key = atom.claim.object
    if isinstance(key, Value):
        near = wrong_values(context, atom, telling)
        return rng.sample(near, min(_TWINS, len(near)))
    wrong = wrong_things_told(context, atom, telling)
    # What is false for what other slots state is asked there.
    here = [id_ for id_ in wrong if atom.slot in context.decide(telling.claim(id_)).slots]
    return ranked_for(context, key, here or wrong, rng)[:_TWINS]


def _of_other_subjects(
    context: Context, atom: Atom, telling: Telling, rng: Random
) -> Iterator[tuple[Question, float]]:
    """Yield a row with other subjects: where all subjects of its object are known."""
    relation = context.bank.relations[atom.claim.relation]
    key, object_ = atom.claim.subject, atom.claim.object
    if relation.wording is None or not isinstance(object_, str):
        return
    wrong = context.same_sort(
        key,
        lambda id_: (
            not context.structure.possibly_same(object_, id_)
            and context.is_false(telling.of_subject(id_).claim())
        ),
    )
    for id_ in ranked_for(context, key, wrong, rng)[:_TWINS]:
        yield telling.of_subject(id_), context.likeness.of(key, id_)


def _nearness(context: Context, stated: Claim, twin: str | Value) -> float:
    """Return how alike the twin is to all that is true in its place, whichever it replaces."""
    if not isinstance(twin, str):
        return _ALIKE
    true = [one.object for one in context.beside(stated) if isinstance(one.object, str)]
    return context.alike(twin, true)
