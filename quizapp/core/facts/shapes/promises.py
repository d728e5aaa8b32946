"""What a relation promises, held against the rows of one fact, so that a fault names the row.

Whether rows of several facts keep it is for ``proof``, which knows what may be the same.
"""

from collections.abc import Mapping

from quizapp.core.facts.desk import Desk
from quizapp.core.facts.relations import Relation
from quizapp.core.facts.schema import Listing
from quizapp.core.facts.tree import Path


class OneEach:
    """Notes a second object of a subject, or a second subject of an object, where there is one."""

    def __init__(self, relation: Relation, desk: Desk) -> None:
        self._relation = relation
        self._desk = desk
        self._objects: dict[str, str] = {}
        self._subjects: dict[str, str] = {}

    def check(self, subject: str, object_: str, path: Path) -> None:
        """Take a row, both of its ends known things."""
        if self._relation.functional:
            self._one(self._objects, subject, object_, "one_object", path)
        if self._relation.symmetric:
            if self._relation.functional:
                self._one(self._objects, object_, subject, "one_object", path)
        elif self._relation.inverse_functional:
            self._one(self._subjects, object_, subject, "one_subject", path)

    def _one(self, taken: dict[str, str], end: str, other: str, flag: str, path: Path) -> None:
        first = taken.setdefault(end, other)
        if first == other or any(
            entity.same_as or entity.maybe_same
            for entity in (self._desk.entities[first], self._desk.entities[other])
        ):
            return
        reason = f'"{end}" stands with "{first}" already, and {flag} allows one: remove one of them'
        self._desk.fault(path, reason)


def check_mutual(lists: Mapping[str, Listing], desk: Desk, path: Path) -> None:
    """Note who lists another that has a complete list without him: these rows hold both ways."""
    listed = {subject: set(listing.list) for subject, listing in lists.items()}
    for subject, listing in lists.items():
        for index, other in enumerate(listing.list):
            if other in lists and lists[other].complete and subject not in listed[other]:
                reason = (
                    f'the list of "{other}" is complete without "{subject}": correct one of them'
                )
                desk.fault((*path, subject, "list", index), reason)
