"""True or false: what the facts state, and the same with one end of the claim replaced.

The statements are the ``say`` frames of the relations, never denials. A slot is asked only where
both answers occur, so that neither is the better guess.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from random import Random

from quizapp.core.facts.claim import Claim, Value
from quizapp.core.facts.dates import parse_date
from quizapp.core.facts.fact import Atom, StatementFact
from quizapp.core.items.context import Context, Order
from quizapp.core.items.distractors import ranked
from quizapp.core.items.item import Item
from quizapp.core.items.kind import Choice, Draft, ItemKind, Question, Unaskable
from quizapp.core.items.near_dates import neighbours
from quizapp.core.items.speakers import check_attributed, wrong_speakers
from quizapp.core.items.statements import (
    named_by,
    needs_gist,
    opening,
    refuse_echoes,
    shown,
    words_of,
)
from quizapp.core.proof.printer import Filling, Fillings
from quizapp.core.proof.tenure import moment_within
from quizapp.core.text.frame import first_fitting

_QUOTED = ("said", "medium", "said_at")
_RELATIONS = (
    *_QUOTED,
    "about",
    "covered",
    "holder",
    "date",
    "began",
    "ended",
    "place",
    "took_part",
    "party",
)
#: How many false statements are made for a true one.
_TWINS = 2


class TrueFalse(ItemKind):
    """One statement: true as the facts have it, or false by one end of its claim."""

    name = "true_false"
    holes = frozenset[str]()
    options = frozenset(("true", "false"))
    variants = 100  # the pairs of a true statement and its false twins are counted here

    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots of what can be said, then of orders that follow from others."""
        return tuple(dict.fromkeys((*context.slots_of(*_RELATIONS), *context.orders)))

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield a true statement and its false twins for each claim of the slot."""
        reasons: list[Unaskable] = []
        posed = False
        for atom in context.stated(slot):
            if atom.claim.relation not in _RELATIONS:
                continue
            try:
                drafts = self._with_twins(context, atom, rng)
            except Unaskable as reason:
                reasons.append(reason)
                continue
            posed = True
            yield from drafts
        for order in context.orders.get(slot, ()):
            try:
                drafts = list(self._order(context, order))
            except Unaskable as reason:
                reasons.append(reason)
                continue
            posed = True
            yield from drafts
        if reasons and not posed:
            raise reasons[0]

    def keep(self, items: Sequence[Item]) -> Sequence[Item]:
        """Return the items if both answers occur among them."""
        if len({item.key for item in items}) < 2:
            raise Unaskable("only one of the two answers would ever be right")
        return items

    def _with_twins(self, context: Context, atom: Atom, rng: Random) -> list[Draft]:
        claim = atom.claim
        told = _told(context, atom)
        true = _say(context, atom, told, claim.object)
        if isinstance(claim.object, Value):
            twins: list[str | Value] = [
                value
                for value in _nearby(context, atom, claim.object)
                if context.is_false(_say(context, atom, told, value).claim())
            ]
            rng.shuffle(twins)
        else:
            key = claim.object
            twins = [
                *ranked(
                    self._wrong(context, atom, told, key),
                    lambda id_: context.likeness.of(key, id_),
                    rng,
                )
            ]
        if not twins:
            raise Unaskable("nothing of the same sort is provably false in its place")
        return [
            _judged(context, atom, true, holds=True, nearness=0.5),
            *(
                _judged(
                    context,
                    atom,
                    _say(context, atom, told, twin),
                    holds=False,
                    nearness=_nearness(context, claim, twin),
                )
                for twin in twins[:_TWINS]
            ),
        ]

    def _wrong(self, context: Context, atom: Atom, told: Fillings, key: str) -> tuple[str, ...]:
        if atom.claim.relation == "said":
            fact = context.statement(atom.slot)
            return wrong_speakers(
                context,
                fact,
                key,
                lambda speaker: _question(context, atom, {**told, "object": speaker}).claim(),
                printed=f"{fact.quote or ''}\n{fact.gist or ''}",
            )
        named = named_by(context, context.bank.facts[atom.fact])
        return context.same_sort(
            key,
            lambda id_: (
                id_ not in named and context.is_false(_say(context, atom, told, id_).claim())
            ),
        )

    def _order(self, context: Context, order: Order) -> Iterator[Draft]:
        for first, second in ((order.earlier, order.later), (order.later, order.earlier)):
            fillings = {
                "subject": _named(context, first, order.slots),
                "object": _named(context, second, order.slots),
            }
            frame = first_fitting(context.wording.relations["before"].say, fillings)
            if frame is not None:
                yield _draft(
                    Question(frame, fillings),
                    context,
                    holds=first == order.earlier,
                    nearness=context.likeness.of(first, second),
                )


def _nearby(context: Context, atom: Atom, value: Value) -> Iterator[Value]:
    """Yield dates near one, none of them after a source was written: nobody would believe it."""
    written = [
        parse_date(published)
        for cite in atom.cites
        if (published := context.bank.sources[cite.source].published) is not None
    ]
    for text in neighbours(value.text):
        if not any(parse_date(text).first > date.last for date in written):
            yield Value("date", text)


# --- what a statement tells before its object ---


def _told(context: Context, atom: Atom) -> dict[str, Filling]:
    claim = atom.claim
    fact = context.bank.facts[atom.fact]
    source = context.printer.source(atom.cites)
    if isinstance(fact, StatementFact):
        return {**source, **_shown(context, claim.relation, fact)}
    return {
        **source,
        **context.printer.moment(moment_within(claim.at)),
        "subject": _named(context, claim.subject, (atom.slot,)),
    }


def _shown(context: Context, relation: str, fact: StatementFact) -> dict[str, Filling]:
    if fact.quote is None:
        raise Unaskable("a paraphrase may be anybody's, anywhere, about more (R11b)")
    if relation == "about":
        return {"opening": opening(context, fact)}
    if relation == "said":
        check_attributed(context, fact)
    else:
        refuse_echoes(context, fact, of_anybody=True)
    return {
        hole: filling for hole, filling in shown(context, fact).items() if hole in ("quote", "gist")
    }


def _named(context: Context, id_: str, tested: Iterable[str]) -> Filling:
    filling = context.entity(id_, tested)
    if filling is None:
        raise Unaskable(f"every name of {id_} answers this (R17)")
    return filling


def _say(context: Context, atom: Atom, told: Fillings, object_: str | Value) -> Question:
    if isinstance(object_, Value):
        return _question(context, atom, {**told, **context.printer.date(object_)})
    return _question(context, atom, {**told, "object": _named(context, object_, (atom.slot,))})


def _question(context: Context, atom: Atom, fillings: Mapping[str, Filling]) -> Question:
    fact = context.bank.facts[atom.fact]
    scrap = isinstance(fact, StatementFact) and "quote" in fillings and needs_gist(fact)
    frame = first_fitting(
        context.wording.relations[atom.claim.relation].say,
        fillings,
        needed=("gist",) if scrap else (),
    )
    if frame is None:
        raise Unaskable("no statement can be worded of what is known")
    return Question(frame, fillings)


# --- the statement as an item ---


def _judged(
    context: Context, atom: Atom, question: Question, *, holds: bool, nearness: float
) -> Draft:
    quoted = ((atom.fact, words_of(question)),) if atom.claim.relation in _QUOTED else ()
    return _draft(question, context, holds=holds, nearness=nearness, quotes=quoted)


def _draft(
    question: Question,
    context: Context,
    *,
    holds: bool,
    nearness: float,
    quotes: tuple[tuple[str, str], ...] = (),
) -> Draft:
    claim = question.claim()
    texts = context.words(TrueFalse.name).options
    return Draft(
        format="true_false",
        frame=question.frame.id,
        stem=question.stem,
        choices=(
            Choice(texts["true"].text, claim, holds),
            Choice(texts["false"].text, claim.negated(), not holds),
        ),
        quotes=quotes,
        nearness=nearness,
        ordered=True,
    )


def _nearness(context: Context, stated: Claim, twin: str | Value) -> float:
    """Return how alike the twin is to all that is true in its place, whichever it replaces."""
    if not isinstance(twin, str):
        return 0.5
    subject = (stated.relation, stated.subject, stated.at)
    true = [
        atom.claim.object
        for atom in context.bank.atoms
        if atom.claim.holds
        and (atom.claim.relation, atom.claim.subject, atom.claim.at) == subject
        and isinstance(atom.claim.object, str)
    ]
    return context.alike(twin, true)
