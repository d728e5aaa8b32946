"""Statements that stand together in one item: of one theme, independent, true or false as wanted.

Shared by the kinds with numbered statements (R15).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from random import Random
from statistics import fmean
from typing import Final

from quizapp.core.facts.claim import Value
from quizapp.core.items.bodies.coded import Code, Coded
from quizapp.core.items.bodies.told import Told
from quizapp.core.items.context import Context
from quizapp.core.items.independence import independent
from quizapp.core.items.judging import asks
from quizapp.core.items.kind import Draft, ItemKind
from quizapp.core.items.refusal import Unaskable
from quizapp.core.items.sayings import Saying, sayings
from quizapp.core.items.twins import told_relations
from quizapp.core.profiles.labels import label
from quizapp.core.proof.printer import Filling

#: Beside one statement so many others are looked at, those nearest to it first.
_CONSIDERED: Final = 12
_NUMBER: Final = re.compile(r"[0-9]+")


class Pool:
    """A slot's statement and others that may stand beside it.

    Whether there is one does not depend on how many are wanted to be true: else the codes that say
    so would be right less often.

    Raises:
        Unaskable: the slot has no statement that may be true and false.
    """

    def __init__(self, context: Context, slot: str, rng: Random) -> None:
        self._context, self._rng = context, rng
        self._own = _both(
            one for one in _of_slot(context, slot, rng) if asks(context, one.claim, one.text, slot)
        )
        self._others = list(self._beside(slot))

    def _beside(self, slot: str) -> Iterator[tuple[Saying, ...]]:
        """Yield the statements of other slots: of its own fact and relation, and of any others."""
        every = self._context.slots_of(*told_relations(self._context))
        drawn = self._rng.sample(every, min(4 * _CONSIDERED, len(every)))
        relation = self._context.relation_of(slot)
        found = 0
        for other in sorted(drawn, key=lambda one: self._context.relation_of(one) != relation):
            if other != slot and found < _CONSIDERED:
                try:
                    told = _of_slot(self._context, other, self._rng)
                    yield _both(one for one in told if asks(self._context, one.claim, one.text))
                except Unaskable:
                    continue
                found += 1

    def group(self, truths: Sequence[bool]) -> tuple[Saying, ...]:
        """Return statements that are true and false as wanted, in that order.

        Raises:
            Unaskable: there are none that are independent of each other.
        """
        at = self._rng.randrange(len(truths))
        chosen = {at: _as_wanted(self._own, truths[at], self._rng)}
        others = iter(self._rng.sample(self._others, len(self._others)))
        for place in (place for place in range(len(truths)) if place != at):
            chosen[place] = self._next(others, truths[place], list(chosen.values()))
        return tuple(chosen[place] for place in range(len(truths)))

    def _next(
        self, others: Iterator[tuple[Saying, ...]], holds: bool, beside: Sequence[Saying]
    ) -> Saying:
        for sorts in others:
            one = _as_wanted(sorts, holds, self._rng)
            together = [*beside, one]
            if _printed_apart(together) and independent(
                self._context.kernel, [each.claim for each in together]
            ):
                return one
        raise Unaskable("too few statements are independent of each other (R15)")


def draft_of(
    kind: ItemKind, context: Context, group: Sequence[Saying], codes: tuple[Code, ...]
) -> Draft:
    """Return statements, numbered as the profile has it, with codes below a stem of the kind."""
    theme = _theme_of(context, group)
    question = kind.ask(context, {"theme": Filling.words(theme)} if theme else {})
    return Draft(
        format="statements",
        frame=question.frame.id,
        stem=question.stem,
        body=Coded(
            tuple(
                Told(one.text, one.claim, one.holds, label(context.profile.numerals, place))
                for place, one in enumerate(group)
            ),
            codes,
        ),
        quotes=tuple(quote for one in group for quote in one.quotes),
        nearness=fmean(one.nearness for one in group),
    )


def _theme_of(context: Context, statements: Sequence[Saying]) -> str | None:
    """Return the set's title where it tells nothing of the statements; else None.

    A title may name what a statement is about, never what it says of it.
    """
    title = context.bank.title
    objects = [one.claim.object for one in statements]
    if context.names.named_in(title) & {one for one in objects if isinstance(one, str)}:
        return None
    values = [one.text for one in objects if isinstance(one, Value)]
    numbers = {number for text in values for number in _NUMBER.findall(text)}
    return None if numbers & set(_NUMBER.findall(title)) else title


def _of_slot(context: Context, slot: str, rng: Random) -> tuple[Saying, ...]:
    (atom, *_) = context.stated(slot)
    return sayings(context, atom, rng)


def _both(sayings_: Iterable[Saying]) -> tuple[Saying, ...]:
    """Return statements of which some are true and some are false.

    Raises:
        Unaskable: they are all alike.
    """
    found = tuple(sayings_)
    if len({one.holds for one in found}) == 1 or not found:
        raise Unaskable("it cannot be asked both truly and falsely")
    return found


def _as_wanted(sorts: tuple[Saying, ...], holds: bool, rng: Random) -> Saying:
    return rng.choice([one for one in sorts if one.holds is holds])


def _printed_apart(statements: Sequence[Saying]) -> bool:
    """Return whether no two print words of one quotation."""
    slugs = [slug for one in statements for slug, _ in one.quotes]
    return len(set(slugs)) == len(slugs)
