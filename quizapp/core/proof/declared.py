"""The words of a relation that a set declares: its own, those for its reasons, and its date.

A row that holds for a date is printed with it, in stems, statements and reasons alike.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.core.facts.relations import DeclaredWording
from quizapp.core.text.frame import Frame, Pattern, parse_frame
from quizapp.core.text.wording import DeclaredWords, RelationWording

_DATES = ("day", "month", "year")
_STOPS = ".?!"


@dataclass(frozen=True, slots=True)
class DeclaredFrames:
    """All frames of a declared relation; those with a date come first.

    Attributes:
        asks_object, asks_subject: stems that ask for one end; empty where the set has none.
        wording: statements and reasons.
    """

    asks_object: tuple[Frame, ...]
    asks_subject: tuple[Frame, ...]
    wording: RelationWording


def declared_frames(own: DeclaredWording, words: DeclaredWords) -> DeclaredFrames:
    """Return the frames of a relation by its own words and those of the language."""
    return DeclaredFrames(
        tuple(_dated(own.asks_object, words)),
        tuple(_dated(own.asks_subject, words)),
        RelationWording(
            say=tuple(_dated(own.say, words)),
            why={
                rule: tuple(frame for text in texts for frame in _reasons(text, own, words))
                for rule, texts in words.why.items()
            },
        ),
    )


def _dated(frame: Frame | None, words: DeclaredWords) -> Iterable[Frame]:
    """Yield a frame with a date at each precision, then as it is."""
    if frame is None:
        return
    body, stop = _without_stop(frame.text)
    for hole in _DATES:
        text = _at(body, hole, words) + stop
        dated = parse_frame(f"{frame.id}-{hole}", text)
        asks = frame.asks
        pattern = Pattern(asks.relation, asks.subject, asks.object, hole) if asks else None
        yield Frame(dated.id, dated.text, dated.pieces, pattern, frame.states)
    yield frame


def _reasons(text: str, own: DeclaredWording, words: DeclaredWords) -> Iterable[Frame]:
    say, _ = _without_stop(own.say.text)
    deny, _ = _without_stop(own.deny.text)
    for hole in (*_DATES, None):
        ends = {"{say}": say, "{deny}": deny}
        whole = text
        for name, body in ends.items():
            whole = whole.replace(name, _at(body, hole, words) if hole is not None else body)
        yield parse_frame("why", whole)


def _at(body: str, hole: str, words: DeclaredWords) -> str:
    return words.as_of.replace("{text}", body).replace("{at}", f"{{{hole}}}")


def _without_stop(text: str) -> tuple[str, str]:
    """Return a sentence and its last stop apart."""
    return (text[:-1], text[-1]) if text[-1:] in _STOPS else (text, "")
