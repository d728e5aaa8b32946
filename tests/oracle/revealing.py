"""A set of facts that tells a part of a hidden world: as a tree to be written as YAML.

Every atom told holds in the hidden world, every denial and every closure agrees with it; so no
set contradicts itself by accident. Entities and events are told here, facts in ``telling``.
"""

from random import Random
from typing import Any

from tests.oracle.hidden import Hidden, rounded
from tests.oracle.knowledge import Entity
from tests.oracle.naming import Names
from tests.oracle.sampling import FIRST_DAY, PLURAL_OF, Size

PRECISIONS = ("day", "month", "year")


class Telling:
    """One set of facts about one hidden world, and the text that it cites."""

    def __init__(self, rng: Random, hidden: Hidden, size: Size) -> None:
        """Tell what there is and what is known of the events."""
        self.rng = rng
        self.hidden = hidden
        self.names = Names(rng)
        #: The paragraphs of each text.
        self.texts: dict[str, list[str]] = {}
        self.published: dict[str, str] = {}
        for text in ("report", "bulletin")[: rng.choice((1, 1, 2))]:
            moment = FIRST_DAY + rng.randrange(900) + rng.random()
            hidden.written[text] = moment
            self.texts[text] = []
            self.published[text] = rounded(moment, rng.choice(("month", "month", "day")))
        self.tree: dict[str, Any] = {
            "set": "random",
            "title": "A random set",
            "sources": {
                **{
                    text: {
                        "file": f"seeds/{text}.md",
                        "kind": text,
                        "published": published,
                        "label": f"the {text}",
                    }
                    for text, published in self.published.items()
                },
                "teacher": {"kind": "teacher knowledge", "label": "the lesson"},
            },
        }
        self._entities()
        self._events()
        self.tree["facts"] = {}

    def ids(self, *sorts: str) -> list[str]:
        """Return the ids of some sorts."""
        return [e.id for e in self.hidden.things.values() if e.section in sorts]

    def section(self, entity: Entity) -> str:
        """Return the section of the file that a thing stands in."""
        return PLURAL_OF[entity.section]

    def joined(self, one: str, other: str) -> bool:
        """Return whether two things are perhaps the same, as far as the file tells."""
        return other in self._reached(one, perhaps=True)

    def declared_same(self, thing: str) -> set[str]:
        """Return all ids of a thing, as far as the file declares them the same."""
        return self._reached(thing, perhaps=False)

    def _reached(self, thing: str, *, perhaps: bool) -> set[str]:
        found, open_ = set[str](), [thing]
        while open_:
            thing = open_.pop()
            found.add(thing)
            for entity in self.hidden.things.values():
                linked = {*entity.same_as, *(entity.maybe_same if perhaps else ())}
                near = linked if entity.id == thing else {entity.id} if thing in linked else set()
                open_ += [slug for slug in near if slug not in found]
        return found

    def some(self, ids: list[str], most: int) -> list[str]:
        """Return a few of some ids."""
        return self.rng.sample(ids, self.rng.randint(0, min(most, len(ids))))

    def cite(self, words: str | None = None, text: str | None = None) -> dict[str, str]:
        """Add a sentence to a text and return the citation of its words."""
        text = text or self.rng.choice(sorted(self.texts))
        lead = f"{self.names.proper()} did not {self.names.word()} {self.names.word()}"
        cited = f"{lead}: {words}" if words else lead
        self.texts[text].append(f"{self.names.proper()}, {self.names.word()}, {cited}.")
        if self.rng.random() < 0.2:
            return {text: cited, "teacher": "the lesson says so"}
        return {text: cited}

    def _entities(self) -> None:
        for entity in self.hidden.things.values():
            fields: dict[str, Any] = {"term" if entity.section == "term" else "name": entity.name}
            for flag in ("the", "plural"):
                if getattr(entity, flag):
                    fields[flag] = "yes"
            if entity.kind:
                fields["kind"] = entity.kind
            for field in ("aliases", "part_of", "overlaps", "same_as", "maybe_same"):
                if getattr(entity, field):
                    fields[field] = list(getattr(entity, field))
            if entity.members.listed:
                fields["members"] = {
                    "list": list(entity.members.listed),
                    "complete": "yes" if entity.members.complete else "no",
                }
            self.tree.setdefault(PLURAL_OF[entity.section], {})[entity.id] = fields

    def _events(self) -> None:
        rng, hidden = self.rng, self.hidden
        for event in self.ids("event"):
            fields = self.tree["events"][event]
            begins, ends = hidden.lasted[hidden.real(event)]
            if rng.random() < 0.4:
                fields["began"] = rounded(begins, rng.choice(PRECISIONS))
            if rng.random() < 0.4:
                fields["ended"] = rounded(ends, rng.choice(PRECISIONS))
            whole = [p for p in PRECISIONS if rounded(begins, p) == rounded(ends, p)]
            if whole and rng.random() < 0.5:
                fields["date"] = rounded(begins, rng.choice(whole))
            self._place(event, fields)
            for field, relation, sorts in (
                ("participants", "took_part", ("person",)),
                ("parties", "party", ("place", "org")),
            ):
                listing = self.listing(relation, event, self.ids(*sorts))
                if listing and rng.random() < 0.6:
                    fields[field] = listing
            if rng.random() < 0.2:
                fields["reveals"] = [rng.choice(("participants", "parties", "place", "date"))]
                if rng.random() < 0.6:
                    fields["also_called"] = [{"text": self.names.proper(2)}]
            others = [
                other
                for other in self.ids("event")
                if other != event and self._at_one_time(event, other)
            ]
            if others and rng.random() < 0.1:
                fields["same_time"] = [rng.choice(others)]
            fields["cite"] = self.cite()

    def _at_one_time(self, one: str, other: str) -> bool:
        (a, b), (c, d) = (self.hidden.lasted[self.hidden.real(e)] for e in (one, other))
        return a <= d and c <= b

    def _place(self, event: str, fields: dict[str, Any]) -> None:
        """Tell the place, or a whole of it."""
        known = self.true("place", event, self.ids("place"))
        if known and self.rng.random() < 0.5:
            fields["place"] = self.rng.choice(known)

    def true(self, relation: str, subject: str, ids: list[str]) -> list[str]:
        """Return which of some things a subject really stands in a relation to."""
        end = self.hidden.real(subject)
        return [t for t in ids if (relation, end, self.hidden.real(t)) in self.hidden.holding]

    def listing(self, relation: str, subject: str, ids: list[str]) -> dict[str, Any]:
        """Return what is told of a list: openly, or completely where that is so."""
        hidden, rng = self.hidden, self.rng
        true = self.true(relation, subject, ids)
        false = [t for t in ids if t not in true]
        told = rng.sample(true, rng.randint(0, min(4, len(true))))
        if true and rng.random() < 0.3:
            told = true
        listing: dict[str, Any] = {"list": list(told)} if told else {}
        false = [t for t in false if not self._denial_is_untrue(relation, subject, t)]
        if false and rng.random() < 0.2:
            denied = rng.sample(false, 1)
            named = {thing: {"cite": {"teacher": "the lesson denies it"}} for thing in denied}
            listing["not"] = denied if rng.random() < 0.5 else named
        topical = bool(ids) and hidden.things[ids[0]].section == "topic"
        met = all(
            any(hidden.near(t, m) if topical else hidden.same(t, m) for m in told) for t in true
        )
        if told and met and rng.random() < 0.6:
            listing["complete"] = "yes"
        return listing

    def _denial_is_untrue(self, relation: str, subject: str, thing: str) -> bool:
        """Return whether a part of a thing stands in a relation of which it is to be denied.

        A denial holds of every part (R20), in a symmetric relation of those of either end (R19).
        """
        hidden = self.hidden
        own, _ = hidden.relations.get(relation.partition("@")[0], (None, ()))
        both = own is not None and "symmetric" in own.flags
        ends = [(subject, thing), (thing, subject)][: 2 if both else 1]
        return any(
            named == relation and from_ == hidden.real(one) and hidden.real(other) in to
            for one, other in ends
            for named, from_, to in ((r, s, hidden.wholes(o)) for r, s, o in hidden.holding)
        )
