"""The sources of a set, painted by what a learner knows of each cited word."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from quizapp.core.memory.painting import Run, Span, runs
from quizapp.core.memory.standing import WORST_FIRST, State
from quizapp.library.shelf import Shelf
from quizapp.services.known_slots import Layout, Place, Standings, layout_of
from quizapp.services.views.known import Leaf, Painted, Paragraph, Sources

#: So many paragraphs stand on a page.
PARAGRAPHS: Final = 20


def leaf(first: int, size: int, of: int) -> Leaf:
    """Return which part of a list of so many is shown; what is out of it shows the last part."""
    last = max(of - 1, 0) // size * size
    first = min(max(first, 0) // size * size, last)
    return Leaf(first, min(first + size, of), size, of)


def painted(shelf: Shelf, standings: Standings, *, first: int) -> Sources:
    """Return some paragraphs that facts cite, each word by the worst that stands on it.

    Args:
        first: the place of the first paragraph.
    """
    layout = layout_of(shelf)
    shown = leaf(first, PARAGRAPHS, len(layout.spans))
    places = islice(layout.spans, shown.first, shown.end)
    return Sources(
        paragraphs=tuple(_paragraph(shelf, standings, place) for place in places),
        leaf=shown,
        unplaced=layout.unplaced,
    )


def _paragraph(shelf: Shelf, standings: Standings, place: Place) -> Paragraph:
    layout, source = layout_of(shelf), shelf.bank.sources[place[0]]
    spans = (Span(cite.start or 0, cite.end or 0, key) for cite, key in layout.spans[place])
    return Paragraph(
        place=layout.places[place],
        source_label=source.label,
        source_kind=source.kind,
        number=place[1],
        runs=tuple(_painted(layout, standings, runs(source.paragraph(place[1]), spans))),
    )


def _painted(layout: Layout, standings: Standings, found: tuple[Run, ...]) -> Iterator[Painted]:
    for run in found:
        if not run.of:
            yield Painted(run.text, None, None, 0)
            continue
        worst = min(run.of, key=lambda key: WORST_FIRST.index(standings.state(key)))
        state = standings.state(worst)
        slot = None if state is State.NEVER else layout.slots[worst]
        yield Painted(run.text, state, slot, len(run.of))
