"""Complete the quotation: only the recorded words are right, whatever they mean (R10)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random

from quizapp.core.facts.claim import Value
from quizapp.core.facts.fact import Atom, StatementFact
from quizapp.core.items.bodies.chosen import Choice, Chosen
from quizapp.core.items.bodies.typed import Typed
from quizapp.core.items.context import Context
from quizapp.core.items.distractors import wrong_things
from quizapp.core.items.kind import Draft, ItemKind, Question
from quizapp.core.items.names import folded_words, words_within
from quizapp.core.items.refusal import Unaskable
from quizapp.core.items.said import quotes_of
from quizapp.core.items.statements import needs_gist, refuse_echoes
from quizapp.core.proof.printer import Filling

_SPAN = re.compile(r"\[(\d+):(\d+)\]\Z")
#: Longer blanks ask for rote memory of whole clauses.
_MOST_TYPED_WORDS = 4


@dataclass(frozen=True, slots=True)
class _Blank:
    """A gap in a quotation.

    Attributes:
        things: what its words name.
        listed: whether the teacher asked for this very blank.
    """

    fact: StatementFact
    subject: str
    words: str
    before: str
    after: str
    things: tuple[str, ...]
    listed: bool

    @property
    def rest(self) -> str:
        return f"{self.before} {self.after}"

    def filled_with(self, words: str) -> str:
        return self.before + words + self.after


class QuoteCompletion(ItemKind):
    """The missing words, chosen among names of like things or typed."""

    name = "quote_completion"
    formats = frozenset(("choice", "typed"))
    holes = frozenset(("gapped", "speaker", "source"))
    options = frozenset(("words",))

    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots of words."""
        return context.slots_of("words")

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield each blank of the quotation, typed and chosen."""
        fact = context.statement(slot)
        if needs_gist(fact):
            raise Unaskable("a short, unplaced or cut quotation does not stand alone (R9)")
        refuse_echoes(context, fact)
        reasons: list[Unaskable] = []
        posed = False
        for atom in context.stated(slot):
            blank = _blank(context, atom)
            try:
                _check(context, blank)
            except Unaskable as reason:
                reasons.append(reason)
                continue
            posed = True
            question = self._question(context, blank)
            yield from self._typed(context, question, blank)
            yield from self._chosen(context, question, blank, rng)
        if reasons and not posed:
            raise reasons[0]

    def _question(self, context: Context, blank: _Blank) -> Question:
        fillings: dict[str, Filling] = {
            **context.printer.source(blank.fact.cites),
            "gapped": Filling.words(blank.filled_with(context.wording.language.gap), blank.subject),
        }
        if len(blank.fact.speakers) == 1:
            fillings["speaker"] = context.printer.entity(blank.fact.speakers[0])
        return self.ask(context, fillings)

    def _typed(self, context: Context, question: Question, blank: _Blank) -> Iterator[Draft]:
        if len(blank.words.split()) <= _MOST_TYPED_WORDS:
            claim = question.claim(_worded(blank.words))
            yield Draft(
                format="typed",
                frame=blank.subject,
                stem=question.stem,
                states=question.states,
                body=Typed(claim, _spelled(context, blank.words)),
                quotes=((blank.fact.slug, blank.rest),),
                nearness=0.5,
            )

    def _chosen(
        self, context: Context, question: Question, blank: _Blank, rng: Random
    ) -> Iterator[Draft]:
        if len(blank.things) != 1:
            return  # words that are no name have no like words to stand beside them
        (key,) = blank.things
        texts = {key: blank.words}
        for id_ in _wrong_words(context, blank, key, question):
            texts[id_] = context.bank.entities[id_].name
        candidates = tuple(id_ for id_ in texts if id_ != key)
        for company in wrong_things(
            context, key, candidates, rng, length=lambda id_: len(texts[id_])
        ):
            yield Draft(
                format="choice",
                frame=blank.subject,
                stem=question.stem,
                states=question.states,
                body=Chosen(
                    tuple(
                        self._choice(context, question, texts[id_], right=id_ == key)
                        for id_ in (key, *company)
                    )
                ),
                quotes=((blank.fact.slug, blank.rest),),
                nearness=context.alike(key, company),
            )

    def _choice(self, context: Context, question: Question, words: str, *, right: bool) -> Choice:
        filling = _worded(words)
        return Choice(context.option(self.name, "words", filling), question.claim(filling), right)


def _worded(words: str) -> Filling:
    return Filling.words(words, Value("text", words))


def _blank(context: Context, atom: Atom) -> _Blank:
    fact = context.statement(atom.slot)
    span = _SPAN.search(atom.claim.subject)
    if span is None or fact.quote is None:
        raise ValueError(f"{atom.claim.subject} is no blank of a quotation")
    start, end = map(int, span.groups())
    words = fact.quote[start:end]
    return _Blank(
        fact=fact,
        subject=atom.claim.subject,
        words=words,
        before=fact.quote[:start],
        after=fact.quote[end:],
        things=tuple(sorted(context.names.called(words))),
        listed=(start, end) in fact.blanks,
    )


def _check(context: Context, blank: _Blank) -> None:
    """Refuse blanks that the rest of the quotation fills, or that nothing but form betrays."""
    if not (blank.things or blank.listed):
        raise Unaskable("the missing words name nothing")
    rest = folded_words(blank.rest)
    missing = folded_words(blank.words)
    if words_within(missing, rest):
        raise Unaskable("the missing words stand elsewhere in the quotation")
    if set(blank.things) & context.names.named_in(blank.rest):
        raise Unaskable("another name of what is missing stands in the quotation")
    if set(blank.things) & set(blank.fact.speakers):
        raise Unaskable("the speaker is what is missing")
    last = blank.before.split()[-1:]
    if last and last[0].casefold() in context.wording.language.indefinite_articles:
        raise Unaskable("the article before the blank tells how its first word sounds")
    capitals = [word for word in blank.rest.split()[1:] if word[:1].isupper()]
    if blank.words[:1].isupper() and not capitals:
        raise Unaskable("the blank is the only name in the quotation")


def _wrong_words(context: Context, blank: _Blank, key: str, question: Question) -> tuple[str, ...]:
    """Return things whose names may stand in the gap instead, by name.

    They fit it as the key does, with the same article and number; they neither stand elsewhere in
    the quotation nor overlap the key, and with none of them does it become another quotation.
    """
    thing = context.bank.entities[key]
    barred = {*context.names.named_in(blank.rest), *blank.fact.speakers}
    recorded = quotes_of(context.bank)

    def wrong(id_: str) -> bool:
        other = context.bank.entities[id_]
        return (
            id_ not in barred
            and (other.the, other.plural) == (thing.the, thing.plural)
            and not context.structure.related(key, id_)
            and blank.filled_with(other.name) not in recorded
            and context.is_false(question.claim(_worded(other.name)))
        )

    return context.same_sort(key, wrong)


def _spelled(context: Context, words: str) -> tuple[str, ...]:
    """Return the words, then the same words in other spellings."""
    texts = [words]
    for one, other in context.wording.language.spellings:
        for have, want in ((one, other), (other, one)):
            pattern = re.compile(rf"(?<!\w){re.escape(have)}(?!\w)", re.IGNORECASE)
            texts += [pattern.sub(want, text) for text in texts if pattern.search(text)]
    return tuple(dict.fromkeys(texts))
