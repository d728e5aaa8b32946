"""Reads texts back into claims, from the wording's files and the set alone.

It shares no code with the generator: frames are matched backwards, holes by all that may fill
them. A text must have exactly one reading.
"""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from pathlib import Path

import yaml

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.fact import StatementFact, TermFact
from tests.core.items.printed import date_of, names_of, number_of

_HOLE = re.compile(r"\{(\w+)(?::(\w+))?\}")
_PATTERN = re.compile(r"(\w+)\((\S+), (\S+)\)(?: at (\w+))?$")
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
            if "asks" not in frame:
                found |= self._filled(frame["text"], stem, option)
                continue
            for holes in self._match(frame["text"], stem):
                for printed in _printed_by(words):
                    own = self._asked(printed, option)
                    rest = [self._asked(printed, other) for other in others]
                    found |= self._claims(frame["asks"], holes, own, rest)
        return found

    def typed(self, kind: str, stem: str, answer: str) -> set[Reading]:
        """Return every reading of a typed answer under its stem."""
        words = self._load(self._folder / "kinds" / f"{kind}.yaml")
        frames = list(words.get("stems") or self._declared(_DIRECTIONS[kind]))
        found = {
            reading
            for frame in frames
            if "asks" in frame
            for holes in self._match(frame["text"], stem)
            for reading in self._claims(frame["asks"], holes, self._things("", answer))
        }
        for frame in frames:
            if "asks" not in frame:
                found |= self._filled(frame["text"], stem, answer)
        return found

    def _filled(self, frame, stem, answer):
        """Return the readings of the statement that a stem makes with its gap filled."""
        return {
            reading
            for gapped in self._hole(frame, "gapped", stem)
            for reading in self.statement(gapped.replace("_____", answer))
        }

    def pair(self, kind: str, stem: str, row: str, target: str) -> set[Reading]:
        """Return every reading of a row and a target, put in for the letters of the stem."""
        words = self._load(self._folder / "kinds" / f"{kind}.yaml")
        ends = {"X": row, "Y": target}
        return {
            reading
            for frame in words["stems"]
            for told in self._hole(frame["text"], "told", stem)
            for reading in self.statement(re.sub(r"\b[XY]\b", lambda at: ends[at[0]], told))
        }

    def numbered(self, kind: str, stem: str, text: str) -> set[Reading]:
        """Return every reading of a numbered statement, or of a pair, below a stem."""
        words = self._load(self._folder / "kinds" / f"{kind}.yaml")
        printed = words.get("parts", {}).get("pair")
        if printed is None:
            return self.statement(text)
        before, between, after = _HOLE.sub("\0", printed["text"]).split("\0")
        pieces = text.removeprefix(before).removesuffix(after).split(between)
        return {
            reading
            for cut in range(1, len(pieces))
            for reading in self.pair(
                kind, stem, between.join(pieces[:cut]), between.join(pieces[cut:])
            )
        }

    @staticmethod
    def _hole(frame, hole, text):
        """Yield what fills a hole of a frame that makes the text."""
        before, _, after = frame.partition(f"{{{hole}}}")
        if text.startswith(before) and text.endswith(after):
            yield text[len(before) : len(text) - len(after)]

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
    @cache
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
            return date_of(hole, printed)
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
            if printed.casefold() in {one.casefold() for one in names_of(entity, form)}
        ]
        if hole == "object":
            found += [fact.means for fact in self._terms if fact.means == printed]
            found += number_of(printed)
        if hole == "":  # an option or an answer may also be a date, or words of a quotation
            found += date_of(hole, printed) or [*self._statements("quote", printed), printed]
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


def _printed_by(words):
    """Return the frames of a kind's options, or of what it has in their place."""
    return [
        *words.get("options", {}).values(),
        *(one["text"] for one in words.get("parts", {}).values()),
    ]
