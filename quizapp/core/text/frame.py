"""Frames: texts with named holes, and the claims they state.

``{topic}`` prints what fills the hole as it stands inside a sentence ("the Balkans"),
``{topic:name}`` its bare name ("Balkans"), ``{medium:a}`` with the indefinite article. A pattern is
a claim whose ends are holes: ``said(quote, ?)``, ``holder(office, ?) at written``; ``?`` is what
the item asks for, ``others`` what its other options name. So a text can be read back to its claim.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from string import Formatter

_PATTERN = re.compile(r"(\w+)\((\w+|\?), (\w+|\?)\)(?: at (\w+))?\Z")

#: Ends of a pattern that are no hole of the text.
ASKED, OTHERS = "?", "others"


@dataclass(frozen=True, slots=True)
class Phrase:
    """What may fill a hole, in each form.

    Attributes:
        text: as it stands inside a sentence.
        name: bare.
        indefinite: with the indefinite article.
    """

    text: str
    name: str
    indefinite: str

    @classmethod
    def verbatim(cls, text: str) -> "Phrase":
        """Return a phrase that is the same in every form."""
        return cls(text, text, text)


_FORMS = {"": "text", "name": "name", "a": "indefinite"}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A claim whose ends are holes of a frame, ``?`` or ``others``."""

    relation: str
    subject: str
    object: str
    at: str | None = None

    @property
    def holes(self) -> frozenset[str]:
        """The holes it needs in the text."""
        ends = {self.subject, self.object, *([self.at] if self.at else [])}
        return frozenset(ends - {ASKED, OTHERS})


def parse_pattern(text: str) -> Pattern:
    """Return the pattern that ``text`` writes.

    Raises:
        ValueError: it is not ``relation(subject, object)`` with an optional ``at hole``.
    """
    match = _PATTERN.match(text.strip())
    if match is None:
        raise ValueError(f'"{text}" is no claim; write relation(subject, object) or … at hole')
    return Pattern(*match.groups())


@dataclass(frozen=True, slots=True)
class Frame:
    """A text with holes and what it says.

    Attributes:
        pieces: literal text, then the hole after it with its form; the last hole may be None.
        asks: the claim that the frame states or, with ``?``, asks about; None in a reason.
        states: further claims that a reader learns from the text.
    """

    id: str
    text: str
    pieces: tuple[tuple[str, str | None, str], ...]
    asks: Pattern | None = None
    states: tuple[Pattern, ...] = ()

    #: The holes of the text.
    holes: frozenset[str] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Find the holes: they are asked for far more often than frames are read."""
        holes = frozenset(hole for _, hole, _ in self.pieces if hole is not None)
        object.__setattr__(self, "holes", holes)

    def fill(self, phrases: Mapping[str, Phrase]) -> str:
        """Return the text with its holes filled; KeyError where a phrase is missing."""
        parts: list[str] = []
        for literal, hole, form in self.pieces:
            parts.append(literal)
            if hole is not None:
                parts.append(getattr(phrases[hole], _FORMS[form]))
        return "".join(parts)


def parse_frame(id_: str, text: str, asks: str | None = None, states: Iterable[str] = ()) -> Frame:
    """Return a frame.

    Raises:
        ValueError: a hole is badly written, or a claim speaks of a hole that the text lacks.
    """
    pieces: list[tuple[str, str | None, str]] = []
    for literal, hole, form, conversion in Formatter().parse(text):
        if hole is not None and (not hole.isidentifier() or conversion or form not in _FORMS):
            known = ", ".join(f"{{hole:{form}}}" for form in _FORMS if form)
            raise ValueError(f'a hole of "{text}" is badly written: use {{hole}}, {known}')
        pieces.append((literal, hole, form or ""))
    frame = Frame(
        id_,
        text,
        tuple(pieces),
        parse_pattern(asks) if asks is not None else None,
        tuple(map(parse_pattern, states)),
    )
    for pattern in (*([frame.asks] if frame.asks else []), *frame.states):
        for hole in sorted(pattern.holes - frame.holes):
            raise ValueError(f'the claim {pattern.relation}(…) needs the hole "{hole}" in "{text}"')
    return frame


def first_fitting(
    frames: Iterable[Frame], holes: Collection[str], *, needed: Collection[str] = ()
) -> Frame | None:
    """Return the first frame whose holes can all be filled and that has all that are needed."""
    offered, wanted = frozenset(holes), frozenset(needed)
    for frame in frames:
        if wanted <= frame.holes <= offered:
            return frame
    return None


def capitalised(text: str) -> str:
    """Return the text with its first letter as a capital."""
    return text[:1].upper() + text[1:]
