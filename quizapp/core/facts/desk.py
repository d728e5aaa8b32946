"""The reader's desk: what one reading has found so far, and where faults are noted.

Shapes ask it for entities and citations; whatever is wrong is noted with its place and the
reading goes on, so that a teacher sees all faults at once.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import ValidationError

from quizapp.core.facts.entity import Entity, Section
from quizapp.core.facts.fact import Atom, Closure, Fact, ItemList, WrittenQuestion
from quizapp.core.facts.relations import Relation
from quizapp.core.facts.schema import Cite, Denials, Entry, Kept, Listing, Span, faults_of
from quizapp.core.facts.source import Citation, Document
from quizapp.core.facts.tree import Path, Place, Plain, Tree
from quizapp.core.text.offering import nearest, some_of
from quizapp.core.text.searching import Searched
from quizapp.errors import Fault

_Model = TypeVar("_Model", bound=Entry)

#: For so many missing ids the nearest is looked up; each look goes through all that are known.
_GUESSES = 50


@dataclass(slots=True)
class Desk:
    """One reading of one set.

    Attributes:
        entries: the entries of the things that could be read, by section and id.
        relations: those that the set declares, by name.
        unread: sections of which some things could not be read, so that none is missed.
        later: checks that need all facts; they run once all are read.
        troubled: the slugs and ids in whose entries there are faults.
    """

    path: str
    plain: Plain
    documents: dict[str, Document] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    atoms: list[Atom] = field(default_factory=list)
    closures: list[Closure] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    entries: dict[tuple[Section, str], Entry] = field(default_factory=dict)
    relations: dict[str, Relation] = field(default_factory=dict)
    unread: set[Section] = field(default_factory=set)
    questions: dict[str, WrittenQuestion] = field(default_factory=dict)
    review_after: dict[str, str] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    later: list[Callable[[], None]] = field(default_factory=list)
    troubled: set[str | int] = field(default_factory=set)
    _texts: dict[str, Searched] = field(default_factory=dict)
    _guesses: int = _GUESSES

    def fault(self, path: Path, reason: str) -> None:
        """Note what is wrong at a path of the file."""
        self.troubled.update(path[1:2])
        self.fault_at(self.plain.place(path), reason)

    def fault_at(self, place: Place, reason: str, file: str | None = None) -> None:
        """Note what is wrong at a place, of another file if one is named."""
        where = file or place.file or self.path
        self.faults.append(Fault(where, place.line, place.column, reason))

    def read(self, model: type[_Model], entry: Tree, what: str, path: Path) -> _Model | None:
        """Return the entry as its model, or None after noting all its faults."""
        try:
            return model.model_validate(entry)
        except ValidationError as error:
            for where, reason in faults_of(error, entry, what, path, model):
                self.fault(where, reason)
            return None

    def remember(self, slug: str, read: Entry, path: Path) -> None:
        """Note under which former slugs a thing or fact was known, and when to look at it again."""
        if not isinstance(read, Kept):
            return
        if read.review_after is not None:
            self.review_after[slug] = read.review_after
        for former in read.was:
            taken = self.renamed.setdefault(former, slug)
            if taken != slug:
                self.fault((*path, "was"), f'"{former}" was "{taken}" already: a slug goes on once')

    # --- entities ---

    def entity(self, id_: str, sections: Collection[Section], path: Path) -> str | None:
        """Return the id if an entity of one of the sections has it; otherwise note the fault.

        An entity that could not be read has its own faults, and is not missed here again.
        """
        entity = self.entities.get(id_)
        if entity is not None and entity.section in sections:
            return id_
        if entity is None and (
            not self.unread.isdisjoint(sections)
            or any(self.plain.has((one.value, id_)) for one in sections)
        ):
            return None
        wanted = " or ".join(section.value for section in Section if section in sections)
        if entity is not None:
            self.fault(path, f'"{id_}" stands under {entity.section}; here {wanted} are meant')
            return None
        known = (other.id for other in self.entities.values() if other.section in sections)
        self._missing(id_, known, f"declare it under {wanted}", path)
        return None

    def _missing(self, id_: str, known: Iterable[str], otherwise: str, path: Path) -> None:
        near = nearest(id_, known) if self._guesses else None
        self._guesses = max(0, self._guesses - 1)
        hint = f'did you mean "{near}"?' if near else otherwise
        self.fault(path, f'there is no "{id_}"; {hint}')

    def fact(self, slug: str, path: Path) -> Fact | None:
        """Return the fact with that slug; otherwise note that there is none.

        For use once all facts are read. One that could not be read has its own faults.
        """
        found = self.facts.get(slug)
        if found is None and not self.plain.has(("facts", slug)):
            self._missing(slug, self.facts, "write the slug of a fact of this set", path)
        return found

    def entity_ids(
        self, ids: Collection[str], sections: Collection[Section], path: Path
    ) -> tuple[str, ...]:
        """Return those of the ids that exist, noting the others and repetitions."""
        found: dict[str, None] = {}
        for index, id_ in enumerate(ids):
            at = (*path, index)
            if id_ in found:
                self.fault(at, f'"{id_}" is listed twice')
            elif self.entity(id_, sections, at) is not None:
                found[id_] = None
        return tuple(found)

    def listing(
        self, entry: Listing | None, sections: Collection[Section], path: Path
    ) -> ItemList | None:
        """Return a list with its denials resolved; None where there is none."""
        if entry is None:
            return None
        if not entry.list and not entry.not_:
            self.fault(path, 'the list is empty: name something under "list" or "not"')
        if entry.complete and not entry.list:
            self.fault(path, "an empty list cannot be complete: nothing would be known of it")
        return ItemList(
            self.entity_ids(entry.list, sections, (*path, "list")),
            self.denials(entry.not_, sections, (*path, "not")),
            entry.complete,
        )

    def denials(
        self, entry: Denials, sections: Collection[Section], path: Path
    ) -> tuple[tuple[str, tuple[Citation, ...]], ...]:
        """Return what is denied, each with the citations of its own (none: the fact's)."""
        found = []
        for index, (id_, denial) in enumerate(entry.items()):
            at = (*path, id_) if self.plain.has((*path, id_)) else (*path, index)
            if self.entity(id_, sections, at) is not None:
                cites = self.cites(denial.cite, (*at, "cite")) if denial else ()
                found.append((id_, cites))
        return tuple(found)

    # --- citations ---

    def cites(self, entry: Cite, path: Path) -> tuple[Citation, ...]:
        """Return the citations that could be resolved, noting those that could not."""
        found = [self._cite(source, span, (*path, source)) for source, span in entry.items()]
        return tuple([citation for citation in found if citation is not None])

    def text(self, document: Document) -> Searched:
        """Return the text of a source, ready to be searched."""
        if document.id not in self._texts:
            self._texts[document.id] = Searched(document.paragraphs)
        return self._texts[document.id]

    def _cite(self, source: str, span: Span, path: Path) -> Citation | None:
        document = self.documents.get(source)
        if document is None and self.plain.has(("sources", source)):
            return None  # it could not be read and has its own faults
        if document is None:
            known = some_of(self.documents) or "none is declared"
            self.fault(path, f'there is no source "{source}" (sources: {known})')
            return None
        if not document.is_text:
            return Citation(source, note=span.span)
        text = self.text(document)
        places = text.occurrences(span.span)
        nth = int(span.nth)
        if nth > len(places):
            found = "is not" if not places else f"stands only {len(places)} times"
            self.fault(path, f'"{span.span}" {found} in {document.label}: cite its very words')
            return None
        if len(places) > 1 and nth == 1 and not self._says_which(path):
            self.fault(
                path,
                f'"{span.span}" stands {len(places)} times in {document.label}: '
                "cite more words, or say which with {span: …, nth: 1}",
            )
            return None
        number, start, end = places[nth - 1]
        outer = text.sentences_around(number, start, end)
        return Citation(source, number, start, end, *outer)

    def _says_which(self, path: Path) -> bool:
        return self.plain.has((*path, "nth"))


def holder_of(desk: Desk, id_: str) -> str | None:
    """Return what has an id already, in words, or None: for finding one used twice."""
    entity = desk.entities.get(id_)
    if entity is not None:
        return f"one of {entity.section}"
    return "a source" if id_ in desk.documents else None
