"""Policies: what is asked on a day, by one memory for each fact or a card for each form of it."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from bench.memory.forms import Mix, drawn, only_recall
from bench.memory.rules import Rule
from quizapp.core.memory.ladder import RECALLED_ABOVE, RECOGNISED_BELOW, recalls

S = TypeVar("S")
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Plan:
    """What every policy is told of a course.

    Attributes:
        facts: how many there are.
        new_a_day: how many facts or cards are begun on a day at most.
        target: the retention aimed at, in (0, 1).
        mix: how often each form comes.
        forms: for each fact and day a number in [0, 1): the form that it draws if it is asked.
    """

    facts: int
    new_a_day: int
    target: float
    mix: Mix
    forms: tuple[tuple[float, ...], ...]


class Policy(ABC):
    """Decides what is asked of one learner; told only what was right."""

    @abstractmethod
    def asked(self, day: int) -> list[tuple[int, str]]:
        """Return the facts to ask on a day, each once, and in which form."""

    @abstractmethod
    def answered(self, fact: int, form: str, day: int, right: bool) -> None:
        """Take in a response."""

    @abstractmethod
    def forecast(self, fact: int, day: int) -> float | None:
        """Return the predicted chance of free recall, in (0, 1]; None if it was never asked."""


class _Deck(Generic[K, S]):
    """States by key, and when each is due."""

    def __init__(self, rule: Rule[S], target: float) -> None:
        self._rule, self._target = rule, target
        self.states: dict[K, S] = {}
        self._due: dict[K, int] = {}

    def due(self, day: int) -> list[K]:
        waiting = [key for key, due in self._due.items() if due <= day]
        return sorted(waiting, key=self._due.__getitem__)

    def answered(self, key: K, form: str, day: int, right: bool) -> None:
        state = self._rule.after(self.states.get(key), form, right, day)
        self.states[key] = state
        self._due[key] = day + self._rule.interval(state, self._target)


class PerFact(Policy, Generic[S]):
    """One memory for each fact; the form of a question is drawn anew each time."""

    def __init__(self, rule: Rule[S], plan: Plan, *, ladder: bool = False) -> None:
        """Begin a course; with ``ladder``, forms are drawn from those that suit the memory."""
        self._rule, self._plan, self._ladder = rule, plan, ladder
        self._deck = _Deck[int, S](rule, plan.target)

    def asked(self, day: int) -> list[tuple[int, str]]:
        """Return what is due, then new facts in their order."""
        seen = len(self._deck.states)
        new = range(seen, min(seen + self._plan.new_a_day, self._plan.facts))
        return [(fact, self._form(fact, day)) for fact in (*self._deck.due(day), *new)]

    def answered(self, fact: int, form: str, day: int, right: bool) -> None:
        """Update the fact's one memory."""
        self._deck.answered(fact, form, day, right)

    def forecast(self, fact: int, day: int) -> float | None:
        """Return what the rule says."""
        state = self._deck.states.get(fact)
        return None if state is None else self._rule.forecast(state, day)

    def _form(self, fact: int, day: int) -> str:
        mix = self._plan.mix
        if self._ladder:
            state = self._deck.states.get(fact)
            stability = 0.0 if state is None else self._rule.stability(state)
            if not RECOGNISED_BELOW <= stability <= RECALLED_ABOVE:
                mix = only_recall(mix, stability > RECALLED_ABOVE)
        return drawn(mix, self._plan.forms[fact][day])


class PerForm(Policy, Generic[S]):
    """A card for each form of each fact, each with its own memory; siblings are buried.

    So at most one card of a fact is asked on a day: of those that are due the longest waiting.
    """

    def __init__(self, rule: Rule[S], plan: Plan, *, facts_first: bool) -> None:
        """Begin a course.

        Args:
            facts_first: whether every fact gets its first card before any gets its second; else
                the cards of a fact are begun on days in a row, as Anki does by default.
        """
        self._rule, self._plan = rule, plan
        self._deck = _Deck[tuple[int, str], S](rule, plan.target)
        # Which card of a fact comes first is decided by the numbers that draw forms elsewhere.
        cards = [
            (place, fact, form)
            for fact in range(plan.facts)
            for place, form in enumerate(_shuffled(plan.mix, plan.forms[fact]))
        ]
        order: Callable[[tuple[int, int, str]], tuple[int, int]] = (
            (lambda card: (card[0], card[1])) if facts_first else (lambda card: (card[1], card[0]))
        )
        # A dictionary for its order.
        self._new = dict.fromkeys((fact, form) for _place, fact, form in sorted(cards, key=order))

    def asked(self, day: int) -> list[tuple[int, str]]:
        """Return what is due but for siblings, then new cards of facts not asked today."""
        asked: dict[int, str] = {}
        for fact, form in self._deck.due(day):
            asked.setdefault(fact, form)
        return [*asked.items(), *self._begun(frozenset(asked))]

    def answered(self, fact: int, form: str, day: int, right: bool) -> None:
        """Update the card; of its siblings nothing is learnt."""
        self._new.pop((fact, form), None)
        self._deck.answered((fact, form), form, day, right)

    def forecast(self, fact: int, day: int) -> float | None:
        """Return the mean over the fact's cards that ask for recall; over all if none does yet."""
        known = [
            (form, state)
            for form in self._plan.mix
            if (state := self._deck.states.get((fact, form))) is not None
        ]
        wanted = [state for form, state in known if recalls(form)] or [s for _form, s in known]
        chances = [self._rule.forecast(state, day) for state in wanted]
        return sum(chances) / len(chances) if chances else None

    def _begun(self, buried: frozenset[int]) -> list[tuple[int, str]]:
        begun: dict[int, str] = {}
        for fact, form in self._new:
            if len(begun) == self._plan.new_a_day:
                break
            if fact not in buried:
                begun.setdefault(fact, form)
        return list(begun.items())


def _shuffled(mix: Mix, chances: tuple[float, ...]) -> list[str]:
    return [form for _chance, form in sorted(zip(chances, mix, strict=False))]
