"""The base of the fact shapes: a schema, and how an entry becomes a fact with its atoms."""

from abc import ABC, abstractmethod
from typing import Generic, TypeVar

from quizapp.core.facts.claim import Claim
from quizapp.core.facts.desk import Desk
from quizapp.core.facts.fact import Atom, Closure, Fact, ItemList
from quizapp.core.facts.schema import Entry
from quizapp.core.facts.source import Citation
from quizapp.core.facts.tree import Path

EntryT = TypeVar("EntryT", bound=Entry)


class Shape(ABC, Generic[EntryT]):
    """One way of writing a fact; registered in ``shapes.SHAPES``.

    Attributes:
        name: the shape in a word.
        fields: an entry under ``facts`` that has one of these is of this shape.
        model: the schema of its entries.
    """

    name: str
    fields: tuple[str, ...]
    model: type[EntryT]

    @abstractmethod
    def fact(self, slug: str, entry: EntryT, desk: Desk, path: Path) -> Fact | None:
        """Return the fact; None, after noting the faults, where it cannot be used."""

    @abstractmethod
    def atoms(self, fact: Fact) -> tuple[list[Atom], list[Closure]]:
        """Return what the fact states and denies, and which lists it declares complete."""


def list_atoms(
    relation: str,
    subject: str,
    items: ItemList,
    *,
    fact: str,
    part: str,
    cites: tuple[Citation, ...],
) -> tuple[list[Atom], list[Closure]]:
    """Return the atoms and the closure of a list; its slots are ``fact/part:ID``."""
    atoms = [
        Atom(Claim(relation, subject, listed), fact, f"{fact}/{part}:{listed}", cites)
        for listed in items.listed
    ]
    atoms += [
        Atom(
            Claim(relation, subject, denied, holds=False),
            fact,
            f"{fact}/{part}:{denied}",
            own or cites,
        )
        for denied, own in items.denied
    ]
    closures = [Closure(relation, subject, items.listed, fact)] if items.complete else []
    return atoms, closures
