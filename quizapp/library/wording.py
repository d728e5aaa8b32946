"""The wording of a language, loaded from its folder and checked as it is loaded.

A second language is a second folder of ``quizapp/wording``. Whether a kind's frames fit what the
kind can fill is checked here too, so that a slip shows at start and not in front of a learner.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from quizapp import paths
from quizapp.core.facts.relations import RELATIONS
from quizapp.core.facts.tree import plain_yaml
from quizapp.core.items.kind import ItemKind
from quizapp.core.items.kinds import KINDS
from quizapp.core.items.themes import SHAPES
from quizapp.core.proof.printer import SAY_HOLES, WHY_HOLES
from quizapp.core.responses import FORMATS
from quizapp.core.text.codes import CodeWords, CountWords
from quizapp.core.text.frame import Frame, parse_frame
from quizapp.core.text.language import Language, Listing
from quizapp.core.text.wording import (
    DeclaredWords,
    FormatWording,
    KindWording,
    RelationWording,
    Wording,
)
from quizapp.errors import Fault, FormatError
from quizapp.library.wording_schema import (
    CodesEntry,
    CountsEntry,
    DeclaredEntry,
    FormatEntry,
    HeadingsEntry,
    KindEntry,
    LanguageEntry,
    ListingEntry,
    RelationEntry,
)

_ModelT = TypeVar("_ModelT", bound=BaseModel)


@cache
def load_wording(folder: Path = paths.WORDING / "en") -> Wording:
    """Return the wording in a folder; by default the English that ships with the package.

    Raises:
        FormatError: with every fault of its files.
    """
    reader = _Reader(folder)
    name, language = reader.language()
    kinds = {kind.name: reader.kind(kind) for kind in KINDS}
    relations = {name: reader.relation(name) for name in RELATIONS}
    declared = reader.declared()
    formats = reader.formats()
    headings = reader.headings()
    codes = reader.codes()
    if reader.faults or language is None or codes is None:
        raise FormatError(reader.faults)
    return Wording(name, language, kinds, relations, declared, formats, headings, codes)


class _Reader:
    """Reads the files of one folder and collects what is wrong with them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.faults: list[Fault] = []

    def language(self) -> tuple[str, Language | None]:
        entry = self._entry("language.yaml", LanguageEntry)
        if entry is None:
            return "", None
        file = "language.yaml"

        def frame(field: str, *holes: str) -> Frame:
            return self._frame(file, field, getattr(entry, field), frozenset(holes))

        return entry.name, Language(
            definite=frame("definite", "name"),
            indefinite=frame("indefinite", "name"),
            before_vowel=frame("before_vowel", "name"),
            vowels=entry.vowels,
            months=tuple(entry.months),
            day=frame("day", "day", "month", "year"),
            month=frame("month", "month", "year"),
            year=frame("year", "year"),
            things=self._listing(file, "things", entry.things),
            clauses=self._listing(file, "clauses", entry.clauses),
            right=frame("right", "reason"),
            wrong=frame("wrong", "reason"),
            gap=entry.gap,
            no_last=tuple(entry.no_last),
            indefinite_articles=tuple(entry.indefinite_articles),
            spellings=tuple(entry.spellings),
        )

    def kind(self, kind: ItemKind) -> KindWording:
        file = f"kinds/{kind.name}.yaml"
        entry = self._entry(file, KindEntry)
        if entry is None:
            return KindWording(kind.name, (), {}, {})
        stems = tuple(
            self._frame(file, f"stem {stem.id}", stem.text, kind.holes, stem.asks, stem.states)
            for stem in entry.stems
        )
        self._unlike(file, [stem.id for stem in entry.stems])
        options = {
            id_: self._frame(file, f"option {id_}", text, frozenset(("option",)))
            for id_, text in entry.options.items()
        }
        self._check_names(file, "option", options, kind.options)
        parts = {
            id_: self._frame(
                file, f"part {id_}", part.text, kind.parts.get(id_, frozenset()), part.claim
            )
            for id_, part in entry.parts.items()
        }
        self._check_names(file, "part", parts, kind.parts)
        return KindWording(entry.label, stems, options, parts, entry.negative)

    def relation(self, name: str) -> RelationWording:
        file = f"relations/{name}.yaml"
        entry = self._entry(file, RelationEntry)
        if entry is None:
            return RelationWording((), {})
        self._unlike(file, [one.id for one in entry.say])
        return RelationWording(
            say=tuple(
                self._frame(file, f"say {one.id}", one.text, SAY_HOLES, one.claim)
                for one in entry.say
            ),
            why={
                rule: tuple(self._frame(file, f"why {rule}", text, WHY_HOLES) for text in texts)
                for rule, texts in entry.why.items()
            },
        )

    def declared(self) -> DeclaredWords:
        file = "declared.yaml"
        entry = self._entry(file, DeclaredEntry)
        if entry is None:
            return DeclaredWords("{text}", {})
        self._frame(file, "as_of", entry.as_of, frozenset(("text", "at")))
        for rule, texts in entry.why.items():
            for text in texts:
                self._frame(file, f"why {rule}", text, WHY_HOLES | {"say", "deny"})
        return DeclaredWords(entry.as_of, {rule: tuple(one) for rule, one in entry.why.items()})

    def formats(self) -> Mapping[str, FormatWording]:
        file = "formats.yaml"
        data = self._data(file)
        entries = data if isinstance(data, dict) else {}
        self._check_names(file, "format", entries, FORMATS)
        found = {
            name: self._checked(file, FormatEntry, entry, f"{name}.")
            for name, entry in entries.items()
        }
        return {
            name: FormatWording(entry.how, entry.marked) for name, entry in found.items() if entry
        }

    def headings(self) -> Mapping[str, str]:
        file = "headings.yaml"
        entry = self._entry(file, HeadingsEntry)
        found = entry.root if entry is not None else {}
        self._check_names(file, "heading", found, SHAPES)
        return found

    def codes(self) -> CodeWords | None:
        file = "codes.yaml"
        entry = self._entry(file, CodesEntry)
        if entry is None:
            return None
        holes = frozenset(("listed", "first", "last"))
        frames = {
            field: self._frame(file, field, getattr(entry, field), holes)
            for field in ("some", "both", "all", "neither", "none")
        }
        numbers = tuple(entry.numbers)

        def counts(field: str, words: CountsEntry) -> CountWords:
            texts = words.model_dump().items()
            number = frozenset(("number",))
            told = {one: self._frame(file, f"{field}.{one}", text, number) for one, text in texts}
            return CountWords(**told, numbers=numbers)

        return CodeWords(
            listed=self._listing(file, "listed", entry.listed),
            **frames,
            statements=counts("statements", entry.statements),
            pairs=counts("pairs", entry.pairs),
        )

    # --- pieces ---

    def _listing(self, file: str, where: str, entry: ListingEntry) -> Listing:
        ends = frozenset(("before", "after"))
        return Listing(
            *(
                self._frame(file, f"{where}.{part}", getattr(entry, part), ends)
                for part in ("two", "last", "more")
            )
        )

    def _frame(
        self,
        file: str,
        where: str,
        text: str,
        holes: frozenset[str],
        asks: str | None = None,
        states: Sequence[str] = (),
    ) -> Frame:
        """Return a frame whose id is the last word of where it stands."""
        id_ = where.split()[-1]
        try:
            frame = parse_frame(id_, text, asks, states)
        except ValueError as error:
            self._fault(file, f"{where}: {error}")
            return Frame(id_, text, ())
        for hole in sorted(frame.holes - holes):
            known = ", ".join(sorted(holes))
            self._fault(file, f'{where}: nothing fills the hole "{hole}"; there are: {known}')
        for pattern in (*([frame.asks] if frame.asks else []), *frame.states):
            if pattern.relation not in RELATIONS:
                self._fault(file, f'{where}: there is no relation "{pattern.relation}"')
        return frame

    def _check_names(
        self, file: str, what: str, found: Collection[str], wanted: Collection[str]
    ) -> None:
        for name in sorted(set(wanted) - set(found)):
            self._fault(file, f'the {what} "{name}" has no words')
        for name in sorted(set(found) - set(wanted)):
            self._fault(file, f'there is no {what} "{name}"')

    def _unlike(self, file: str, ids: list[str]) -> None:
        for id_ in sorted({one for one in ids if ids.count(one) > 1}):
            self._fault(file, f'two frames are called "{id_}": rename one')

    def _entry(self, file: str, model: type[_ModelT]) -> _ModelT | None:
        data = self._data(file)
        return None if data is None else self._checked(file, model, data)

    def _data(self, file: str) -> Any:  # noqa: ANN401 - whatever the file holds, until checked
        try:
            text = (self._folder / file).read_text(encoding="utf-8")
        except OSError:
            self._fault(file, "there is no such file, or it cannot be read")
            return None
        plain = plain_yaml(text)
        for place, reason in plain.faults:
            self.faults.append(Fault(self._path(file), place.line, place.column, reason))
        return plain.data

    def _checked(
        self,
        file: str,
        model: type[_ModelT],
        data: Any,  # noqa: ANN401 - as above
        where: str = "",
    ) -> _ModelT | None:
        try:
            return model.model_validate(data)
        except ValidationError as error:
            for one in error.errors():
                place = where + ".".join(map(str, one["loc"]))
                self._fault(file, f"{place}: {one['msg']}")
            return None

    def _fault(self, file: str, reason: str) -> None:
        self.faults.append(Fault(self._path(file), 0, 0, reason))

    def _path(self, file: str) -> str:
        return f"{self._folder.name}/{file}"
