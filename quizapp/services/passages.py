"""Passages: what a question rests on, as pages show it, out of the set as it was."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, groupby, pairwise
from typing import TypeVar

from quizapp.core.facts.source import Citation
from quizapp.core.items.item import Item, PassageRef
from quizapp.services.views import PassageView, Segment
from quizapp.store.bundles import Bundle

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Sources:
    """The passages of one question.

    Attributes:
        passages: each paragraph and each teacher's word once, in the order of the sources.
        of_fact: ids of the passages in which a fact stands, by its slug.
    """

    passages: tuple[PassageView, ...]
    of_fact: Mapping[str, tuple[str, ...]]

    def of(self, facts: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of the passages in which any of the facts stands, each once."""
        return _unique(chain.from_iterable(self.of_fact.get(fact, ()) for fact in facts))


def sources_of(item: Item, bundle: Bundle, *, position: int) -> Sources:
    """Return what the key and the refutations of an item rest on.

    Args:
        position: of the question; makes the passages' ids unique in a result.
    """
    decided_by = [option.facts for option in item.options] + [part.facts for part in item.parts]
    facts = _unique(chain.from_iterable(decided_by))
    cited = {slug: _relevant(bundle.citations.get(slug, ()), item) for slug in facts}
    found = {_ref(citation) for citation in chain.from_iterable(cited.values())}
    rest = (_citation(ref, bundle) for ref in item.passages if ref not in found)
    by_place: dict[_Place, list[Citation]] = {}
    for citation in _unique((*chain.from_iterable(cited.values()), *rest)):
        by_place.setdefault(_place(citation), []).append(citation)
    order = list(bundle.sources)
    places = sorted(by_place, key=lambda place: (order.index(place[0]), place[1] or 0))
    ids = {place: f"q{position}-{number}" for number, place in enumerate(places, start=1)}
    return Sources(
        passages=tuple(_view(ids[place], place, by_place[place], bundle) for place in places),
        of_fact={
            slug: _unique(ids[_place(citation)] for citation in citations)
            for slug, citations in cited.items()
        },
    )


#: Source, number of the paragraph, teacher's word.
_Place = tuple[str, int | None, str | None]


def _place(citation: Citation) -> _Place:
    return citation.source, citation.paragraph, citation.note


def _relevant(citations: tuple[Citation, ...], item: Item) -> tuple[Citation, ...]:
    """Return those on which the item rests; all where it names none of them."""
    named = tuple(
        citation
        for citation in citations
        if citation.note is not None or _ref(citation) in item.passages
    )
    return named or citations


def _ref(citation: Citation) -> PassageRef | None:
    if citation.paragraph is None or citation.start is None or citation.end is None:
        return None
    return PassageRef(citation.source, citation.paragraph, citation.start, citation.end)


def _citation(ref: PassageRef, bundle: Bundle) -> Citation:
    """Return the citation of a span; the span alone where no fact cites it."""
    for citation in chain.from_iterable(bundle.citations.values()):
        if _ref(citation) == ref:
            return citation
    return Citation(ref.source, ref.paragraph, ref.start, ref.end, ref.start, ref.end)


def _view(id_: str, place: _Place, citations: list[Citation], bundle: Bundle) -> PassageView:
    source_id, paragraph, note = place
    source = bundle.sources[source_id]
    text = "" if paragraph is None else source.paragraph(paragraph)
    return PassageView(
        id=id_,
        source_label=source.label,
        source_kind=source.kind,
        paragraph=paragraph,
        segments=tuple(_segments(text, citations)),
        note=note,
    )


def _segments(text: str, citations: list[Citation]) -> Iterator[Segment]:
    """Yield the text in runs of one tone."""
    spans = [(citation.start or 0, citation.end or 0) for citation in citations]
    sentences = [
        (citation.sentence_start or 0, citation.sentence_end or 0) for citation in citations
    ]
    cuts = sorted({0, len(text), *chain.from_iterable(spans), *chain.from_iterable(sentences)})

    def tone(run: tuple[int, int]) -> str:
        if any(start <= run[0] and run[1] <= end for start, end in spans):
            return "mark"
        if any(start <= run[0] and run[1] <= end for start, end in sentences):
            return "sentence"
        return ""

    for found, runs in groupby(pairwise(cuts), key=tone):
        first, *others = runs
        last = others[-1] if others else first
        yield Segment(text=text[first[0] : last[1]], tone=found)


def _unique(values: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(values))
