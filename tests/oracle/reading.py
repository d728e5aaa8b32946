"""A published item read back: stem and options as claims, from the wording data alone.

A text without a reading, or with more than one, is a fault of the item.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from tests.oracle.claims import DATES, Claim
from tests.oracle.knowledge import SPEAKERS, Knowledge
from tests.oracle.lexicon import PRECISIONS, Lexicon
from tests.oracle.matching import Filling, fillings
from tests.oracle.sorts import ends_of
from tests.oracle.wording import Frame, Hole, Pattern

#: What the options of a kind may print, by the name of their frame.
OPTION_SORTS = {
    "topic": ("topic",),
    "event": ("event",),
    "person": ("person",),
    "office": ("office",),
    "speaker": SPEAKERS,
}


#: The end that kinds without frames of their own ask for.
ASKED = {"forward": "object", "backward": "subject"}

T = TypeVar("T")
_QUOTATION = Frame("", ("“", Hole("quote", ""), "”"))


class Misread(Exception):
    """A text has no reading, or more than one."""


@dataclass(frozen=True, slots=True)
class Stem:
    """A stem as it was read."""

    frame: Frame
    filled: Filling


def read_stem(item: Mapping[str, Any], lexicon: Lexicon) -> Stem:
    """Return the one reading of a stem.

    Raises:
        Misread: there is none, or there are several.
    """
    frames = _frames(item["kind"], lexicon)
    found = [
        Stem(frame, filled)
        for frame in frames
        for filled in fillings(frame, item["stem"], lexicon, _sorts(frame.claim, lexicon.knowledge))
        if _agrees(frame, filled, lexicon)
    ]
    distinct = {
        (claim_of(stem, stem.frame.claim, "?", lexicon), *stem.filled.items()): stem
        for stem in found
        if stem.frame.claim
    }
    return _only(list(distinct.values()), item["stem"])


def _frames(kind: str, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return the frames of a kind's stems; a relation of the set's own brings its own.

    A kind without stems prints statements, or asks with the words of the set: what ``forward``
    asks for is the object, what ``backward`` asks for the subject.
    """
    if lexicon.language.stems.get(kind):
        return lexicon.language.stems[kind]
    if kind in ASKED:
        return tuple(f for f in lexicon.stems if f.claim and getattr(f.claim, ASKED[kind]) == "?")
    says = (frame for say in lexicon.language.say.values() for frame in say)
    return (*says, *lexicon.says)


def _only(found: list[T], text: str) -> T:
    if len(found) != 1:
        raise Misread(f"{len(found)} readings of {text!r}: {found}")
    return found[0]


def _sorts(pattern: Pattern | None, knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    """Return what the holes of a claim stand for."""
    if pattern is None:
        return {}
    subject, thing = ends_of(pattern.relation, knowledge)
    return {
        "subject": subject,
        "object": thing,
        pattern.subject: subject,
        pattern.object: thing,
    }


def _agrees(frame: Frame, filled: Filling, lexicon: Lexicon) -> bool:
    """Return whether what a stem prints speaks of one statement and of one source."""
    words = {filled[hole] for hole in ("quote", "gist", "opening") if hole in filled}
    if len(words) > 1:
        return False
    if "written" in filled:
        return lexicon.knowledge.sources[filled["source"]].published == filled["written"]
    return not any(_contradicts(pattern, filled, lexicon) for pattern in frame.states)


def _contradicts(pattern: Pattern, filled: Filling, lexicon: Lexicon) -> bool:
    """Return whether a statement is recorded with another frame than the printed one (R7).

    A statement without such a record may fit: two that may fit are two readings.
    """
    statement = lexicon.knowledge.statements.get(filled[pattern.subject].partition("[")[0])
    if statement is None:
        return False
    if pattern.relation == "said":
        return filled[pattern.object] not in statement.says
    known = dict(statement.frame).get(pattern.relation)
    return known is not None and known != filled[pattern.object]


def claim_of(stem: Stem, pattern: Pattern | None, option: str, lexicon: Lexicon) -> Claim:
    """Return the claim of a frame, with what an option says in place of ``?``."""
    assert pattern is not None, stem

    def end(name: str) -> str:
        return option if name in ("?", "others") else stem.filled[name]

    subject, thing = end(pattern.subject), end(pattern.object)
    at = ""
    if pattern.at == "written":
        at = f"source:{stem.filled['source']}"
    elif pattern.at:
        at = stem.filled[pattern.at]
    sort, unit = "id", ""
    if pattern.object in PRECISIONS or pattern.relation in DATES:
        sort = "date"
    elif pattern.relation in ("words", "means"):
        sort = "text"
    elif pattern.relation == "value":
        thing, _, unit = thing.partition("|")
        sort = "number"
    return Claim(pattern.relation, subject, thing, at, sort, unit)


def read_option(stem: Stem, kind: str, text: str, lexicon: Lexicon) -> str:
    """Return the id (of a blank: the words) that an option prints.

    Raises:
        Misread: it has no reading, or several.
    """
    pattern = stem.frame.claim
    assert pattern is not None, stem
    sorts = ends_of(pattern.relation, lexicon.knowledge)[0 if pattern.subject == "?" else 1]
    found: set[str] = set()
    for sort, frame in lexicon.language.options[kind].items():
        if sort == "words":
            found.add(text)
        elif sort == "quotation":
            quoted = fillings(_QUOTATION, text, lexicon, {})
            found.update(filled["quote"] for filled in quoted)
        else:
            allowed = tuple(s for s in OPTION_SORTS.get(sort, sorts) if s in sorts)
            read = fillings(frame, text, lexicon, {"option": allowed})
            found.update(filled["option"] for filled in read)
    return _only(sorted(found), text)
