"""Reads texts back into claims, from the wording's files and the set alone.

It shares no code with the generator: frames are matched backwards, holes by all that may fill
them. A text must have exactly one reading.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path

import yaml

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.fact import StatementFact, TermFact

_HOLE = re.compile(r"\{(\w+)(?::(\w+))?\}")
_PATTERN = re.compile(r"(\w+)\((\S+), (\S+)\)(?: at (\w+))?$")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DIRECTIONS = {"forward": "asks_object", "backward": "asks_subject"}
_SECTIONS = {
    "term": ("terms",),
    "medium": ("media",),
    "at": ("events",),
    "on": ("events",),
    "event": ("events",),
    "topic": ("topics",),
    "office": ("offices",),
    "person": ("people",),
    "speaker": ("people", "orgs", "places", "groups"),
}


@dataclass(frozen=True)
class Reading:
    """A claim as text: relation, subject, object (an id, or the words of a value), moment."""

    relation: str
    subject: str
    object: str
    at: str | None = None


class Reader:
    def __init__(self, bank: Bank, folder: Path) -> None:
        self._bank = bank
        self._folder = folder

    def statement(self, text: str) -> set[Reading]:
        """Return every reading of a statement to be judged true or false."""
        found: set[Reading] = set()
        for path in sorted(self._folder.glob("relations/*.yaml")):
            for frame in self._load(path).get("say", ()):
                for holes in self._match(frame["text"], text):
                    found |= self._claims(frame["claim"], holes, [None])
        for frame in self._declared("say"):
            for holes in self._match(frame["text"], text):
                found |= self._claims(frame["asks"], holes, [None])
        return found

    def option(self, kind: str, stem: str, option: str, others: list[str]) -> set[Reading]:
        """Return every reading of an option under its stem."""
        words = self._load(self._folder / "kinds" / f"{kind}.yaml")
        found: set[Reading] = set()
        for frame in words.get("stems") or self._declared(_DIRECTIONS[kind]):
            for holes in self._match(frame["text"], stem):
                for printed in words["options"].values():
                    own = self._asked(printed, option)
                    rest = [self._asked(printed, other) for other in others]
                    found |= self._claims(frame["asks"], holes, own, rest)
        return found

    def typed(self, kind: str, stem: str, answer: str) -> set[Reading]:
        """Return every reading of a typed answer under its stem."""
        words = self._load(self._folder / "kinds" / f"{kind}.yaml")
        return {
            reading
            for frame in words.get("stems") or self._declared(_DIRECTIONS[kind])
            for holes in self._match(frame["text"], stem)
            for reading in self._claims(frame["asks"], holes, self._things("", answer))
        }

    # --- frames ---

    def _declared(self, which):
        """Yield the frames of declared relations, each as it is and with a date."""
        as_of = self._load(self._folder / "declared.yaml")["as_of"]
        for name, relation in self._bank.relations.items():
            frame = relation.wording and getattr(relation.wording, which)
            if not frame:
                continue
            ends = [one if f"{{{one}" in frame.text else "?" for one in ("subject", "object")]
            asks = f"{name}({', '.join(ends)})"
            yield {"text": frame.text, "asks": asks}
            for date in ("day", "month", "year"):
                dated = as_of.replace("{text}", frame.text[:-1]).replace("{at}", f"{{{date}}}")
                yield {"text": dated + frame.text[-1], "asks": f"{asks} at {date}"}

    @staticmethod
    def _load(path):
        return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506

    def _match(self, frame, text):
        """Yield what each hole may mean for every way in which the frame makes the text."""
        pieces, at = [], 0
        for number, hole in enumerate(_HOLE.finditer(frame)):
            pieces.append(re.escape(frame[at : hole.start()]))
            pieces.append(f"(?P<h{number}>.+?)")
            at = hole.end()
        pieces.append(re.escape(frame[at:]))
        match = re.fullmatch("".join(pieces), text, re.DOTALL | re.IGNORECASE)
        if match is None:
            return
        ways = []
        for number, hole in enumerate(_HOLE.finditer(frame)):
            name, form = hole.groups()
            ways.append([(name, thing) for thing in self._things(name, match[f"h{number}"], form)])
        for way in product(*ways):
            holes = dict(way)
            if len(holes) == len(set(way)):  # a hole that stands twice means one thing
                yield holes

    def _asked(self, printed, option):
        match = re.fullmatch(
            _HOLE.sub("(.+)", re.escape(printed).replace(r"\{", "{").replace(r"\}", "}")), option
        )
        return self._things("", match[1]) if match else []

    def _claims(self, pattern, holes, asked, others=()):
        relation, subject, object_, at = _PATTERN.match(pattern).groups()
        found = set()
        for own in asked:
            for rest in [None] if not others else [one for some in others for one in some]:
                ends = {**holes, "?": own, "others": rest}
                one, other = ends.get(subject), ends.get(object_)
                if one is None or other is None:
                    continue
                if relation != "words":
                    one = one.partition("[")[0]
                reading = Reading(relation, one, other, ends[at] if at else None)
                if self._is_possible(reading):
                    found.add(reading)
        return found

    def _is_possible(self, reading):
        """Whether ends of these types make a claim of the relation at all."""
        facts = self._bank.facts
        statement = isinstance(facts.get(reading.subject.partition("[")[0]), StatementFact)
        about_statement = reading.relation in {
            "said",
            "reported",
            "medium",
            "said_at",
            "said_on",
            "dated",
            "about",
            "words",
        }
        if statement != about_statement:
            return False
        if not statement:
            subject = self._bank.entities.get(reading.subject)
            declared = self._bank.relations[reading.relation]
            if subject is None or subject.section is not declared.subject:
                return False
            if declared.wording:
                entity = self._bank.entities.get(reading.object)
                return entity is not None and entity.section in declared.objects
        wanted = {
            "said": {"people", "orgs", "places", "groups"},
            "medium": {"media"},
            "said_at": {"events"},
            "about": {"topics"},
            "covered": {"topics"},
            "holder": {"people"},
            "before": {"events"},
            "place": {"places"},
            "took_part": {"people"},
            "party": {"places", "orgs"},
        }.get(reading.relation)
        entity = self._bank.entities.get(reading.object)
        if wanted is None:
            return entity is None
        return entity is not None and entity.section.value in wanted

    # --- holes ---

    def _things(self, hole, printed, form=None):
        if hole in ("day", "month", "year", "written"):
            return self._date(hole, printed)
        if hole == "source":
            return [one.id for one in self._bank.sources.values() if one.label == printed.lower()]
        if hole == "meaning":
            return [printed]
        if hole in ("quote", "gist", "opening", "gapped"):
            return self._statements(hole, printed)
        found = [
            entity.id
            for entity in self._bank.entities.values()
            if hole not in _SECTIONS or entity.section.value in _SECTIONS[hole]
            if printed.casefold() in {one.casefold() for one in _printed(entity, form)}
        ]
        if hole == "object":
            found += [fact.means for fact in self._terms if fact.means == printed]
        if hole == "":  # an option or an answer may also be words of a quotation
            found += [*self._statements("quote", printed), printed]
        return found

    @cached_property
    def _terms(self):
        return [fact for fact in self._bank.facts.values() if isinstance(fact, TermFact)]

    @cached_property
    def _all(self):
        return [fact for fact in self._bank.facts.values() if isinstance(fact, StatementFact)]

    def _statements(self, hole, printed):
        if hole == "gapped":
            before, _, after = printed.partition("_____")
            return [
                f"{fact.slug}[{len(before)}:{len(fact.quote) - len(after)}]"
                for fact in self._all
                if fact.quote and fact.quote.startswith(before) and fact.quote.endswith(after)
            ]
        if hole == "opening":
            return [fact.slug for fact in self._all if (fact.quote or "").startswith(printed)]
        return [fact.slug for fact in self._all if getattr(fact, hole) == printed]

    @staticmethod
    def _date(hole, printed):
        words = printed.split()
        if not words or not words[-1].isdigit():
            return []
        iso = words[-1]
        if len(words) > 1:
            if words[-2] not in _MONTHS:
                return []
            iso += f"-{_MONTHS.index(words[-2]) + 1:02}"
        if len(words) > 2:
            iso += f"-{int(words[-3]):02}"
        precision = {"year": 1, "month": 2, "day": 3}.get(hole, len(words))
        return [iso] if len(words) == precision else []


def _printed(entity, form):
    for name in (entity.name, *(other.text for other in entity.also_called)):
        if form == "name":
            yield name
        elif form == "a":
            yield name if entity.plural else f"{'an' if name[0].lower() in 'aeiou' else 'a'} {name}"
        elif form is None:
            yield f"the {name}" if entity.the else name
    if form is None:
        yield entity.name
