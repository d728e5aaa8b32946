"""The means of telling: what is told by chance, what it cites, lists that are open or complete."""

import random
from collections.abc import Iterable, Sequence

from quizapp.core.facts.entity import Section
from quizapp.core.facts.fact import ItemList
from quizapp.core.facts.source import Citation
from tests.core.worlds.scale import Scale
from tests.core.worlds.world import SOURCE, World


class Teller:
    """Tells of one world; what it cites is noted."""

    def __init__(self, world: World, rng: random.Random, scale: Scale) -> None:
        self.world, self.rng, self.scale = world, rng, scale
        self.cast = world.cast
        self.notes: list[str] = []

    def says(self, chance: float | None = None) -> bool:
        """Return whether something is told, by that chance or the scale's."""
        return self.rng.random() < (self.scale.told if chance is None else chance)

    def cite(self, words: str = "It is on file.") -> tuple[Citation, ...]:
        """Return a citation of a new note."""
        number = len(self.notes) + 1
        note = f'Note {number:03} says: "{words}"'
        self.notes.append(note)
        return (Citation(SOURCE, number, 0, len("Note 001"), 0, len(note)),)

    def listing(
        self, relation: str, subject: str, sections: Sequence[Section], *, may_close: bool = True
    ) -> ItemList | None:
        """Return a list, open or complete, with denials; None where nothing is told."""
        true = self.world.sets[relation, subject]
        ids = self.cast.ids(*sections)
        listed = [id_ for id_ in ids if id_ in true and self.says()]
        self.rng.shuffle(listed)
        denied = tuple(
            (id_, ()) for id_ in ids if id_ not in true and self.says(self.scale.told / 6)
        )
        complete = bool(listed) and may_close and self.says(self.scale.closed)
        if complete:
            listed += self.missing(true, listed)
        if not listed and not denied:
            return None
        return ItemList(tuple(listed), denied, complete)

    def missing(self, true: Iterable[str], listed: Sequence[str]) -> list[str]:
        """Return what a complete list must not leave out.

        That is whatever shares nothing with all that is on it; of things without a region,
        whatever is not on it by any id.
        """
        found = list(listed)
        sections = {self.cast.entities[id_].section for id_ in listed}
        for id_ in sorted(true):
            section = self.cast.entities[id_].section
            if section is Section.TOPICS:
                known = set(self.cast.meeting(found))
            else:
                known = {same for one in found for same in self.cast.one[one]}
            if section in sections and id_ not in known:
                found.append(id_)
        return found[len(listed) :]

    def one(self, relation: str, subject: str) -> str | None:
        """Return one thing of which a relation is true, or None."""
        true = sorted(self.world.sets[relation, subject])
        return self.rng.choice(true) if true and self.says() else None
