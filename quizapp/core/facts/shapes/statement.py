"""Statement: who said what, where, about what (R7 to R11b)."""

from pydantic import Field

from quizapp.core.facts.claim import Claim, Value
from quizapp.core.facts.desk import Desk
from quizapp.core.facts.entity import Section
from quizapp.core.facts.fact import Atom, Closure, Fact, StatementFact
from quizapp.core.facts.schema import (
    DateText,
    Entry,
    FactEntry,
    Listing,
    OneOrMany,
    Text,
    Texts,
    YesNo,
)
from quizapp.core.facts.shapes.shape import Shape, list_atoms
from quizapp.core.facts.source import Citation
from quizapp.core.facts.tree import Path
from quizapp.core.text.citing import occurrences

_SPEAKERS = frozenset({Section.PEOPLE, Section.ORGS, Section.PLACES, Section.GROUPS})
_NARRATOR = "report"
_NOBODY = "unattributed"


class Occasion(Entry):
    """``in: {medium, at, on, date}``: where, at which event, about which event, when."""

    medium: Text | None = None
    at: Text | None = None
    on: Text | None = None
    date: DateText | None = None


class StatementEntry(FactEntry):
    """``{says: …, quote: "…", in: {…}, about: {…}, cite: …}``."""

    says: OneOrMany | None = None
    issued_by: Texts | None = None
    quote: Text | None = None
    gist: Text | None = None
    in_: Occasion = Field(default_factory=Occasion, alias="in")
    of: OneOrMany | None = None
    about: Listing | None = None
    only: YesNo = False
    blank: Texts = ()
    echoes: OneOrMany = ()


class Statement(Shape[StatementEntry]):
    """Somebody said something; a quotation's named speakers are all its speakers."""

    name = "statement"
    fields = ("says", "issued_by", "quote", "gist")
    model = StatementEntry

    def fact(self, slug: str, entry: StatementEntry, desk: Desk, path: Path) -> Fact | None:
        """Return the fact; its speakers, occasion, topics and blanks resolved."""
        _check_words(entry, desk, path)
        named = entry.issued_by if entry.issued_by is not None else entry.says
        if named is None or (entry.issued_by is not None and entry.says is not None):
            desk.fault(path, 'say who said it: either "says" or "issued_by"')
            return None
        anonymous = named in ((_NARRATOR,), (_NOBODY,))
        field = "says" if entry.says is not None else "issued_by"
        speakers = () if anonymous else desk.entity_ids(named, _SPEAKERS, (*path, field))
        occasion = entry.in_
        inside = (*path, "in")
        cites = desk.cites(entry.cite, (*path, "cite"))
        _check_quoted(entry, cites, desk, path)
        desk.later.append(lambda: _check_echoes(slug, entry.echoes, desk, (*path, "echoes")))
        return StatementFact(
            slug=slug,
            cites=cites,
            speakers=speakers,
            jointly=entry.issued_by is not None,
            narrator=named == (_NARRATOR,),
            quote=entry.quote,
            gist=entry.gist,
            medium=_maybe(desk, occasion.medium, Section.MEDIA, (*inside, "medium")),
            said_at=_maybe(desk, occasion.at, Section.EVENTS, (*inside, "at")),
            said_on=_maybe(desk, occasion.on, Section.EVENTS, (*inside, "on")),
            dated=occasion.date,
            reported=desk.entity_ids(entry.of or (), _SPEAKERS, (*path, "of")),
            about=desk.listing(entry.about, {Section.TOPICS}, (*path, "about")),
            only=entry.only,
            blanks=_blanks(entry, desk, path),
            echoes=entry.echoes,
        )

    def atoms(self, fact: Fact) -> tuple[list[Atom], list[Closure]]:
        """Return what the statement states of its speakers, occasion and topics."""
        assert isinstance(fact, StatementFact)  # noqa: S101 - the reader pairs shape and fact

        def atom(relation: str, object_: str | Value) -> Atom:
            claim = Claim(relation, fact.slug, object_)
            return Atom(claim, fact.slug, f"{fact.slug}/{relation}", fact.cites)

        atoms = [atom("said", speaker) for speaker in fact.speakers]
        atoms += [atom("reported", actor) for actor in fact.reported]
        for relation in ("medium", "said_at", "said_on"):
            object_ = getattr(fact, relation)
            if object_ is not None:
                atoms.append(atom(relation, object_))
        if fact.dated is not None:
            atoms.append(atom("dated", Value("date", fact.dated)))
        closures = _closed_speakers(fact)
        if fact.about is not None:
            listed, closed = list_atoms(
                "about", fact.slug, fact.about, fact=fact.slug, part="about", cites=fact.cites
            )
            atoms += listed
            closures += closed
        return atoms, closures


def _check_echoes(slug: str, echoes: tuple[str, ...], desk: Desk, path: Path) -> None:
    for index, other in enumerate(echoes):
        at = (*path, index) if desk.plain.has((*path, index)) else path
        found = desk.fact(other, at)
        if found is not None and not isinstance(found, StatementFact):
            desk.fault(at, f'"{other}" is no statement: only statements echo each other')
        if other == slug:
            desk.fault(at, "a statement does not echo itself: remove it")


def _closed_speakers(fact: StatementFact) -> list[Closure]:
    """A quotation's speakers are all listed (1.4); a paraphrase's only where it says ``only``."""
    if fact.speakers and (fact.quote is not None or fact.only):
        return [Closure("said", fact.slug, fact.speakers, fact.slug)]
    return []


def _check_words(entry: StatementEntry, desk: Desk, path: Path) -> None:
    if entry.quote is None and entry.gist is None:
        desk.fault(path, 'a statement needs the field "quote" (the words) or "gist" (that …)')
    if entry.gist is not None and not entry.gist.startswith("that "):
        desk.fault((*path, "gist"), 'a gist begins with "that", to follow "said"')
    if entry.only and entry.in_.at is None:
        desk.fault((*path, "only"), "only: yes holds within an occasion: say in: {at: EVENT}")
    if entry.about is not None and entry.about.complete and entry.quote is None:
        desk.fault(
            (*path, "about", "complete"),
            "only the topics that quoted words name can be complete: add the quote",
        )


def _check_quoted(
    entry: StatementEntry, cites: tuple[Citation, ...], desk: Desk, path: Path
) -> None:
    """A quotation must stand in a paragraph that the fact cites."""
    paragraphs = [
        (desk.text(desk.documents[citation.source]), citation.paragraph)
        for citation in cites
        if citation.paragraph is not None
    ]
    if entry.quote is None or not paragraphs:
        return
    if not any(text.has(number, entry.quote) for text, number in paragraphs):
        desk.fault(
            (*path, "quote"), "these words do not stand in the cited paragraph: quote it verbatim"
        )


def _blanks(entry: StatementEntry, desk: Desk, path: Path) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    for index, blank in enumerate(entry.blank):
        found = occurrences(blank, entry.quote or "")
        if len(found) == 1:
            spans.append(found[0])
        else:
            times = "more than once" if found else "nowhere"
            desk.fault(
                (*path, "blank", index), f'"{blank}" stands {times} in the quote: give words of it'
            )
    return tuple(spans)


def _maybe(desk: Desk, id_: str | None, section: Section, path: Path) -> str | None:
    return None if id_ is None else desk.entity(id_, {section}, path)
