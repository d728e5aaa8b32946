"""How the things of a bank print: what fills the holes of a frame, and what that means.

A filling carries both, so that the claim an item states is read off the very frame it prints.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim, Instant, Period, Value
from quizapp.core.facts.dates import CoarseDate, Precision, parse_date
from quizapp.core.facts.relations import RELATIONS
from quizapp.core.facts.source import Citation
from quizapp.core.proof.declared import DeclaredFrames, declared_frames
from quizapp.core.text.frame import ASKED, OTHERS, Frame, Pattern, Phrase
from quizapp.core.text.wording import RelationWording, Wording

#: What may fill the holes of a relation's statements, and of its reasons.
SAY_HOLES = frozenset(
    ("subject", "object", "quote", "gist", "opening", "source", "written", "day", "month", "year")
)
WHY_HOLES = frozenset(
    ("subject", "object", "known", "source", "written", "day", "month", "year", "start", "until")
)

_DATE_HOLES = {Precision.DAY: "day", Precision.MONTH: "month", Precision.YEAR: "year"}


@dataclass(frozen=True, slots=True)
class Filling:
    """What stands in a hole.

    Attributes:
        means: an entity's id, a statement's slug, a blank, a value or a moment; None where no
            claim speaks of it.
    """

    phrase: Phrase
    means: str | Value | Instant | None = None

    @classmethod
    def words(cls, text: str, means: str | Value | None = None) -> "Filling":
        """Return a filling that prints as it is."""
        return cls(Phrase.verbatim(text), means)


Fillings = Mapping[str, Filling]


def filled(frame: Frame, fillings: Fillings) -> str:
    """Return the text of a frame."""
    return frame.fill({hole: filling.phrase for hole, filling in fillings.items()})


def claim_of(
    pattern: Pattern,
    fillings: Fillings,
    asked: Filling | None = None,
    others: Filling | None = None,
) -> Claim:
    """Return the claim that a pattern makes of what fills its holes.

    Args:
        asked, others: what stands for ``?`` and for ``others``.

    Raises:
        ValueError: a filling is no possible end of a claim.
    """
    ends = {ASKED: asked, OTHERS: others}

    def end(hole: str) -> str | Value | Instant | None:
        filling = ends.get(hole) or fillings.get(hole)
        return None if filling is None else filling.means

    subject, object_ = end(pattern.subject), end(pattern.object)
    at = end(pattern.at) if pattern.at is not None else None
    if (
        not isinstance(subject, str)
        or not isinstance(object_, str | Value)
        or isinstance(at, str | Value)
    ):
        raise ValueError(f"{pattern} cannot be said of {dict(fillings)}")
    relation = RELATIONS.get(pattern.relation)
    if relation is not None and relation.subject == "statement":
        subject = subject.partition("[")[0]  # a blank stands for the statement it is in
    return Claim(pattern.relation, subject, object_, at)


class Printer:
    """The names, dates and sources of a bank in the words of a language."""

    def __init__(self, bank: Bank, wording: Wording) -> None:
        self.bank = bank
        self.wording = wording
        self._entities = lru_cache(maxsize=4096)(self._entity)
        self._declared: dict[str, DeclaredFrames] = {}

    def relation(self, name: str) -> RelationWording:
        """Return the statements and reasons of a relation, declared by the set or not."""
        if name in self.wording.relations:
            return self.wording.relations[name]
        return self.declared(name).wording

    def declared(self, name: str) -> DeclaredFrames:
        """Return all frames of a relation that the set declares; KeyError if it declares none."""
        if name not in self._declared:
            own = self.bank.relations[name].wording
            if own is None:
                raise KeyError(name)
            self._declared[name] = declared_frames(own, self.wording.declared)
        return self._declared[name]

    def entity(self, id_: str, name: str | None = None) -> Filling:
        """Return a thing by its name, or by another name of it."""
        return self._entities(id_, name)

    def _entity(self, id_: str, name: str | None) -> Filling:
        entity = self.bank.entities[id_]
        noun = self.wording.language.noun(
            entity.name if name is None else name, the=entity.the, plural=entity.plural
        )
        return Filling(noun, id_)

    def all_of(self, fillings: Iterable[Filling]) -> Filling:
        """Return several things as one filling, of which no claim speaks."""
        return Filling(self.wording.language.all_of([filling.phrase for filling in fillings]), None)

    def date(self, value: Value) -> dict[str, Filling]:
        """Return a date under the hole of its precision: ``day``, ``month`` or ``year``."""
        date = parse_date(value.text)
        return {_DATE_HOLES[date.precision]: Filling(self._date(date), value)}

    def _date(self, date: CoarseDate) -> Phrase:
        first = date.first
        month = first.month if date.precision >= Precision.MONTH else None
        day = first.day if date.precision >= Precision.DAY else None
        return self.wording.language.date(first.year, month, day)

    def value(self, value: Value) -> dict[str, Filling]:
        """Return what stands in an object's place: a date by its precision, else ``object``."""
        if value.kind == "date":
            return self.date(value)
        text = value.text if value.kind == "text" else self._number(value)
        return {"object": Filling.words(text, value)}

    def _number(self, value: Value) -> str:
        return self.wording.language.number(value.text, value.unit)

    def moment(self, at: Instant | Period | None) -> dict[str, Filling]:
        """Return when a claim about an office holds.

        ``written`` with ``source`` where that is when a source was written, else ``day``,
        ``month`` or ``year``; ``start`` and ``until`` of a period.
        """
        if at is None:
            return {}
        if isinstance(at, Period):
            bounds = {"start": at.start, "until": at.until}
            return {hole: Filling(self._date(parse_date(text))) for hole, text in bounds.items()}
        date = parse_date(at.date)
        filling = Filling(self._date(date), at)
        if at.source is None:
            return {_DATE_HOLES[date.precision]: filling}
        label = Filling.words(self.bank.sources[at.source].label, at.source)
        return {"written": filling, "source": label}

    def source(self, cites: Iterable[Citation]) -> dict[str, Filling]:
        """Return the first text cited, else the first teacher's word, as the hole ``source``."""
        documents = [self.bank.sources[cite.source] for cite in cites]
        if not documents:
            return {}
        first = next((one for one in documents if one.is_text), documents[0])
        return {"source": Filling.words(first.label, first.id)}
