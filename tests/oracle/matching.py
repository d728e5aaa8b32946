"""Frames matched backwards: from a printed text to every way in which its holes can be filled."""

from collections.abc import Iterator, Mapping

from tests.oracle.lexicon import Lexicon
from tests.oracle.wording import Frame, Hole

#: What stands in each hole; the style is no part of it.
Filling = Mapping[str, str]


def fillings(
    frame: Frame, text: str, lexicon: Lexicon, sorts: Mapping[str, tuple[str, ...]]
) -> list[Filling]:
    """Return every filling with which a frame prints exactly this text."""
    found = (
        filling for end, filling in prefixes(frame, text, 0, lexicon, sorts) if end == len(text)
    )
    return [dict(pairs) for pairs in dict.fromkeys(tuple(f.items()) for f in found)]


def prefixes(
    frame: Frame,
    text: str,
    at: int,
    lexicon: Lexicon,
    sorts: Mapping[str, tuple[str, ...]],
) -> Iterator[tuple[int, Filling]]:
    """Yield every end and filling with which a frame stands at a place of a text."""
    yield from _walk(frame.pieces, text, at, lexicon, sorts, {})


def _walk(
    pieces: tuple[str | Hole, ...],
    text: str,
    at: int,
    lexicon: Lexicon,
    sorts: Mapping[str, tuple[str, ...]],
    filled: Filling,
) -> Iterator[tuple[int, Filling]]:
    if not pieces:
        yield at, filled
        return
    piece, rest = pieces[0], pieces[1:]
    if isinstance(piece, str):
        begins = piece[:1].upper() + piece[1:] if at == 0 else piece
        if text.startswith(piece, at) or text.startswith(begins, at):
            yield from _walk(rest, text, at + len(piece), lexicon, sorts, filled)
        return
    for end, meaning in lexicon.fill(piece, sorts.get(piece.name, ()), text, at):
        if filled.get(piece.name, meaning) == meaning:
            yield from _walk(rest, text, end, lexicon, sorts, {**filled, piece.name: meaning})
