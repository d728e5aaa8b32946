"""Choose all that apply: the topics that a quotation names, or that an event covered (R8, R18)."""

from collections.abc import Iterable, Iterator
from itertools import combinations, product
from random import Random
from statistics import fmean

from quizapp.core.facts.fact import Atom, StatementFact
from quizapp.core.items.bodies.chosen import Choice, Chosen
from quizapp.core.items.context import Context
from quizapp.core.items.distractors import may_stand_together, ranked_for
from quizapp.core.items.kind import Draft, ItemKind, Question
from quizapp.core.items.refusal import Unaskable
from quizapp.core.items.statements import named_by, opening

_RIGHT_AT_MOST = 3
_SIZES = (5, 4, 3)
#: Among so many topics sets are looked for: there are hundreds of sets of a dozen.
_CONSIDERED = 16


class MultiSelect(ItemKind):
    """Several right topics among wrong ones of their kind, none overlapping another."""

    name = "multi_select"
    formats = frozenset(("choices",))
    holes = frozenset(("opening", "event", "source"))
    options = frozenset(("topic",))

    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots of topics."""
        return context.slots_of("about", "covered")

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield different sets that hold the slot's topic among what is right."""
        (atom, *_) = context.stated(slot)
        topic = atom.claim.object
        question = self._question(context, atom)
        if not isinstance(topic, str):
            raise ValueError(f"{slot} has no topic")
        right = [
            id_
            for id_ in context.same_sort(topic, lambda id_: self._is_right(context, question, id_))
            if may_stand_together(context, topic, id_)
        ]
        named = named_by(context, context.bank.facts[atom.fact])
        wrong = context.same_sort(
            topic,
            lambda id_: (
                id_ not in named and context.is_false(question.claim(context.printer.entity(id_)))
            ),
        )
        if not wrong:
            raise Unaskable("no topic of the same kind is provably not among them")
        for rights, wrongs in _sets(context, topic, right, wrong, rng):
            yield Draft(
                format="choices",
                frame=question.frame.id,
                stem=question.stem,
                body=Chosen(
                    tuple(
                        self._choice(context, question, id_, right=id_ in rights)
                        for id_ in (*rights, *wrongs)
                    ),
                    several=True,
                ),
                nearness=fmean(context.alike(right_one, wrongs) for right_one in rights),
            )

    def _question(self, context: Context, atom: Atom) -> Question:
        fact = context.bank.facts[atom.fact]
        fillings = dict(context.printer.source(atom.cites))
        if isinstance(fact, StatementFact):
            if fact.quote is None:
                raise Unaskable("a paraphrase is always open: more may have been said (R8)")
            fillings["opening"] = opening(context, fact)
        else:
            fillings["event"] = context.entity(atom.claim.subject, (atom.slot,))
        return self.ask(context, fillings)

    def _is_right(self, context: Context, question: Question, id_: str) -> bool:
        return context.is_stated(question.claim(context.printer.entity(id_)))

    def _choice(self, context: Context, question: Question, id_: str, *, right: bool) -> Choice:
        filling = context.printer.entity(id_)
        return Choice(context.option(self.name, "topic", filling), question.claim(filling), right)


def _sets(
    context: Context, topic: str, right: Iterable[str], wrong: Iterable[str], rng: Random
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the right and the wrong topics of one item, large and balanced sets first.

    Of these, the sets whose wrong topics are of the context's band.
    """
    others = _companies(context, _first(context, topic, right, rng), _RIGHT_AT_MOST - 1, least=0)
    wrong = _first(context, topic, wrong, rng)
    rank = {one: place for place, one in enumerate(wrong)}
    rights = [(topic, *company) for company in others]
    found = [
        (chosen, wrongs)
        for chosen in rights
        for wrongs in _companies(context, wrong, max(_SIZES) - len(chosen), least=1)
        if len(chosen) + len(wrongs) in _SIZES
        and all(may_stand_together(context, a, b) for a, b in product(chosen, wrongs))
    ]
    rng.shuffle(found)

    def preferred(pair: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[float, ...]:
        rights, wrongs = map(len, pair)
        return -rights - wrongs, abs(rights - wrongs), fmean(rank[one] for one in pair[1])

    yield from sorted(found, key=preferred)


def _first(context: Context, topic: str, others: Iterable[str], rng: Random) -> tuple[str, ...]:
    """Return the topics by their likeness to one, those of the context's band first."""
    return ranked_for(context, topic, tuple(others), rng)[:_CONSIDERED]


def _companies(
    context: Context, ids: tuple[str, ...], most: int, *, least: int
) -> list[tuple[str, ...]]:
    """Return the sets of things, ``least`` to ``most`` of them, of which no two overlap."""
    return [
        company
        for size in range(least, most + 1)
        for company in combinations(ids, size)
        if all(may_stand_together(context, a, b) for a, b in combinations(company, 2))
    ]
