"""Near-synonyms: topics or terms that read alike and are not declared related or apart.

Unrelated until declared is an assumption of the proof (facts.md 1.4): whatever shares a content
stem, an alias or most of its letters may well share its matter too. The work is bounded: names meet
where they share a stem, and, for their letters, where they stand near each other when sorted by
their beginnings or by their ends.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice
from operator import itemgetter

from rapidfuzz.fuzz import ratio

from quizapp.core.diagnostics.diagnostic import Finding
from quizapp.core.diagnostics.examined import Examined
from quizapp.core.facts.entity import Entity, Section
from quizapp.core.text.citing import fold
from quizapp.core.text.words import content_words

_SECTIONS = (Section.TOPICS, Section.TERMS)
#: Of how many hundredths two names must be alike.
_ALIKE = 85
#: So many pairs that share one stem are looked at, and so many of them told.
_TRIED, _TOLD = 500, 20
#: Each name is compared with so many that follow it in either order.
_NEIGHBOURS = 8

_WORD = re.compile(r"[^\W_]+")

_Alike = tuple[Entity, Entity, str]


def near_synonyms(examined: Examined) -> Iterator[Finding]:
    """Yield the pairs of one section that read alike, each once, at the later of the two."""
    related = _Related(examined)
    for section in _SECTIONS:
        things = [one for one in examined.bank.entities.values() if one.section is section]
        told: set[frozenset[str]] = set()
        for one, other, why in (*_sharing_a_stem(things, related), *_of_like_letters(things)):
            pair = frozenset((one.id, other.id))
            if pair in told or related(one, other):
                continue
            told.add(pair)
            yield Finding(
                other.id,
                f'"{one.name}" and "{other.name}" {why}, and nothing says how they are related: '
                "they count as having nothing in common",
                _hint(section, one.id, other.id),
            )


def _hint(section: Section, one: str, other: str) -> str:
    links = "part_of or overlaps" if section is Section.TOPICS else "kind_of"
    return (
        f"declare {links}, same_as or maybe_same; or, if they have nothing in common, "
        f"apart: [[{one}, {other}]]"
    )


class _Related:
    """Whether it is settled how two things relate: related, or declared apart."""

    def __init__(self, examined: Examined) -> None:
        self._examined = examined
        self._entities = examined.bank.entities

    def __call__(self, one: Entity, other: Entity) -> bool:
        return (
            not self._examined.structure.apart(one.id, other.id)
            or other.id in self._wider(one.id)
            or one.id in self._wider(other.id)
            or self._examined.declared_apart(one.id, other.id)
        )

    def _wider(self, term: str) -> set[str]:
        found: set[str] = set()
        waiting = [term]
        while waiting:
            fresh = set(self._entities[waiting.pop()].kind_of) - found
            found |= fresh
            waiting += fresh
        return found


def _sharing_a_stem(things: Sequence[Entity], related: _Related) -> Iterator[_Alike]:
    by_stem: dict[str, list[Entity]] = {}
    for thing in things:
        for stem in sorted({stem for name in thing.names for stem in content_words(name)}):
            by_stem.setdefault(stem, []).append(thing)
    for stem, sharing in by_stem.items():
        pairs = islice(combinations(sharing, 2), _TRIED)
        open_pairs = (pair for pair in pairs if not related(*pair))
        for one, other in islice(open_pairs, _TOLD):
            yield one, other, f'share the word "{_as_written(stem, other)}"'


def _as_written(stem: str, thing: Entity) -> str:
    words = _WORD.findall(" ".join(thing.names))
    return next((word for word in words if stem in content_words(word)), stem)


def _of_like_letters(things: Iterable[Entity]) -> Iterator[_Alike]:
    named = [
        (fold(name).text.casefold(), at, thing)
        for at, thing in enumerate(things)
        for name in thing.names
    ]
    for key in (lambda one: one[0], lambda one: one[0][::-1]):
        ordered = sorted(named, key=key)
        for at, name in enumerate(ordered):
            for other in ordered[at + 1 : at + 1 + _NEIGHBOURS]:
                if name[1] != other[1] and ratio(name[0], other[0], score_cutoff=_ALIKE):
                    first, last = sorted((name, other), key=itemgetter(1))
                    yield first[2], last[2], f'are written alike ("{first[0]}", "{last[0]}")'
