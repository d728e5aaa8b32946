"""How a statement is shown: its words, what frames them, how it begins, what must stay unasked."""

from collections.abc import Iterator

from quizapp.core.facts.fact import Fact, StatementFact
from quizapp.core.items.context import Context
from quizapp.core.items.kind import Question
from quizapp.core.items.names import folded_words
from quizapp.core.items.refusal import Unaskable
from quizapp.core.items.said import gists_of, quotes_of
from quizapp.core.proof.printer import Filling

#: A quotation of fewer words is asked only together with what it says (R9).
_FEW_WORDS = 6
#: A beginning of fewer words points to no quotation.
_SHORTEST_OPENING = 3
#: So many point to one quotation as well as more would.
_LONGEST_OPENING = 7


def is_fragment(quote: str) -> bool:
    """Return whether quoted words begin in lower case: no sentence, odd by grammar alone."""
    return quote.lstrip("…. ")[:1].islower()


def needs_gist(fact: StatementFact) -> bool:
    """Return whether its words may only be shown together with what they say (R9)."""
    quote = fact.quote or ""
    placed = fact.occasion is not None or fact.medium is not None
    return len(quote.split()) < _FEW_WORDS or is_fragment(quote) or not placed


def shown(context: Context, fact: StatementFact) -> dict[str, Filling]:
    """Return what fills the holes of a frame that shows a statement.

    The gist is offered only where it must stand beside the words, or where there are none.
    """
    fillings = dict(context.printer.source(fact.cites))
    if fact.quote is not None:
        fillings["quote"] = Filling.words(fact.quote, fact.slug)
    if fact.gist is not None and (fact.quote is None or needs_gist(fact)):
        fillings["gist"] = Filling.words(fact.gist, fact.slug)
    for hole, id_ in (("medium", fact.medium), ("at", fact.said_at), ("on", fact.said_on)):
        if id_ is not None:
            fillings[hole] = context.printer.entity(id_)
    return fillings


def words_of(question: Question) -> str:
    """Return the words and the gist that a question prints of a statement, as one text."""
    holes = question.frame.holes & {"quote", "gist", "gapped"}
    return "\n".join(question.fillings[hole].phrase.text for hole in sorted(holes))


def echoes(context: Context, fact: StatementFact) -> Iterator[StatementFact]:
    """Yield the other statements whose words hold these, or stand in them, or that echo it."""
    texts = quotes_of(context.bank) if fact.quote else gists_of(context.bank)
    repeating = dict.fromkeys(texts.repeating(fact.quote or fact.gist or ""))
    declared = context.echoing(fact.slug)
    for slug in (*repeating, *sorted(declared - repeating.keys())):
        if slug != fact.slug:
            yield context.statement(slug)


def refuse_echoes(context: Context, fact: StatementFact, *, of_anybody: bool = False) -> None:
    """Refuse words that were said twice: a text must point to one utterance (R7).

    Args:
        of_anybody: whether a repetition in other words around them counts even where the same
            people said it: it does where the question is not who, but when or where.
    """
    for other in echoes(context, fact):
        same_words = folded_words(other.quote or "") == folded_words(fact.quote or "")
        if of_anybody or same_words or set(other.speakers) != set(fact.speakers):
            raise Unaskable(f"the same words were said elsewhere: {other.slug}")


def named_by(context: Context, fact: Fact) -> frozenset[str]:
    """Return what quoted words name, names inside longer names too; nothing of other facts.

    Nobody is told that words do not name what a reader sees in them.
    """
    quoted = isinstance(fact, StatementFact) and fact.quote
    return context.names.named_in(quoted) if quoted else frozenset()


def opening(context: Context, fact: StatementFact) -> Filling:
    """Return the first few words of a quotation, up to the first word of a topic.

    Raises:
        Unaskable: the quotation does not stand alone (R9), too little stands before the topic, or
            another quotation begins alike.
    """
    if needs_gist(fact):
        raise Unaskable("a short, unplaced or cut quotation does not stand alone (R9)")
    quote = fact.quote or ""
    listed = fact.about.listed if fact.about is not None else ()
    topics = [context.bank.entities[id_] for id_ in listed]
    telling = {
        word
        for topic in topics
        for name in topic.names
        for word in folded_words(name)
        if word not in context.wording.language.no_last
    }
    words: list[str] = []
    for word in quote.split()[:_LONGEST_OPENING]:
        if telling & set(folded_words(word)):
            break
        words.append(word)
    while words and words[-1].strip(",;:").casefold() in context.wording.language.no_last:
        words.pop()
    if len(words) < _SHORTEST_OPENING:
        raise Unaskable("the quotation names a topic in its first words")
    text = " ".join(words).rstrip(",;:")
    for slug in quotes_of(context.bank).beginning(text):
        if slug != fact.slug:
            raise Unaskable(f"another quotation begins with the same words: {slug}")
    return Filling.words(text, fact.slug)
