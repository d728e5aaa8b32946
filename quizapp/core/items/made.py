"""What proved and hand-written items are made with alike: drawn order, references, revelations."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from random import Random
from typing import Protocol, TypeVar

from quizapp.core.facts.claim import Claim
from quizapp.core.facts.fact import Atom
from quizapp.core.facts.source import Citation
from quizapp.core.items.item import PassageRef
from quizapp.core.proof.tenure import moment_within


class Printed(Protocol):
    """An option, as far as its order goes."""

    @property
    def text(self) -> str:
        """What it prints."""
        ...


_Option = TypeVar("_Option", bound=Printed)


def shuffled(options: Sequence[_Option], stem: str, seed: int) -> tuple[_Option, ...]:
    """Return the options in an order drawn by the printed texts and the seed.

    By the texts alone, so that the same item comes out whichever slot it was posed for.
    """
    ordered = sorted(options, key=lambda option: option.text)
    Random("\n".join((str(seed), stem, *(option.text for option in ordered)))).shuffle(ordered)
    return tuple(ordered)


def references(cites: Iterable[Citation]) -> tuple[PassageRef, ...]:
    """Return the spans that citations name, each once; a teacher's word names none."""
    found = (
        PassageRef(cite.source, cite.paragraph, cite.start, cite.end)
        for cite in cites
        if cite.paragraph is not None and cite.start is not None and cite.end is not None
    )
    return tuple(dict.fromkeys(found))


def at_a_moment(atoms: Iterable[Atom]) -> Iterable[Claim]:
    """Yield the claims of atoms; those of a period for a day of it."""
    return (
        replace(atom.claim, at=moment_within(atom.claim.at))
        for atom in atoms
        if atom.claim.at is None or moment_within(atom.claim.at) is not None
    )
