"""A published item read back: stem and options as claims, from the wording data alone.

A text without a reading, or with more than one, is a fault of the item.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from tests.oracle.claims import DATES, Claim
from tests.oracle.knowledge import SPEAKERS
from tests.oracle.lexicon import PRECISIONS, Lexicon
from tests.oracle.matching import Filling, fillings
from tests.oracle.program import OBJECTS, OF_STATEMENTS
from tests.oracle.wording import Frame, Hole, Pattern

#: What the options of a kind may print, by the name of their frame.
OPTION_SORTS = {
    "topic": ("topic",),
    "event": ("event",),
    "person": ("person",),
    "office": ("office",),
    "speaker": SPEAKERS,
}


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
    frames = lexicon.language.stems.get(item["kind"], ())
    if not frames:
        frames = tuple(frame for say in lexicon.language.say.values() for frame in say)
    found = [
        Stem(frame, filled)
        for frame in frames
        for filled in fillings(frame, item["stem"], lexicon, _sorts(frame.claim))
        if _agrees(frame, filled, lexicon)
    ]
    distinct = {
        (claim_of(stem, stem.frame.claim, "?", lexicon), *stem.filled.items()): stem
        for stem in found
        if stem.frame.claim
    }
    return _only(list(distinct.values()), item["stem"])


def _only(found: list[T], text: str) -> T:
    if len(found) != 1:
        raise Misread(f"{len(found)} readings of {text!r}: {found}")
    return found[0]


def _sorts(pattern: Pattern | None) -> dict[str, tuple[str, ...]]:
    """Return what ``subject`` and ``object`` stand for in a claim."""
    if pattern is None:
        return {}
    relation = pattern.relation
    if relation == "holder":
        return {"subject": ("office",), "object": ("person",)}
    if relation == "before":
        return {"subject": ("event",), "object": ("event",)}
    subject = () if relation in OF_STATEMENTS else ("event",)
    return {"subject": subject, "object": OBJECTS.get(relation, ())}


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
    sort = "id"
    if pattern.object in PRECISIONS or pattern.relation in DATES:
        sort = "date"
    elif pattern.relation in ("words", "means"):
        sort = "text"
    return Claim(pattern.relation, subject, thing, at, sort)


def read_option(stem: Stem, kind: str, text: str, lexicon: Lexicon) -> str:
    """Return the id (of a blank: the words) that an option prints.

    Raises:
        Misread: it has no reading, or several.
    """
    pattern = stem.frame.claim
    assert pattern is not None, stem
    sorts = _sorts(pattern)["subject" if pattern.subject == "?" else "object"]
    found: set[str] = set()
    for sort, frame in lexicon.language.options[kind].items():
        if sort == "words":
            found.add(text)
        elif sort == "quotation":
            quoted = fillings(_QUOTATION, text, lexicon, {})
            found.update(filled["quote"] for filled in quoted)
        else:
            allowed = tuple(s for s in OPTION_SORTS[sort] if s in sorts)
            read = fillings(frame, text, lexicon, {"option": allowed})
            found.update(filled["option"] for filled in read)
    return _only(sorted(found), text)
