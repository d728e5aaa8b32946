"""A small bank and items made by hand, for rules that judge finished items."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from quizapp.core.facts.bank import Bank
from quizapp.core.facts.claim import Claim, Instant, Value
from quizapp.core.facts.entity import Entity, OtherName, Section
from quizapp.core.facts.fact import Atom, EventFact, Fact, OfficeFact, StatementFact
from quizapp.core.items.item import Item, Option

#: The right option of ``item`` comes first unless told otherwise.
FIRST = (0,)
NOW = Instant("2020-05", "report")


def entity(section: Section, id_: str, name: str, **fields: object) -> Entity:
    return Entity(id_, section, name, **fields)  # type: ignore[arg-type]


def statement(slug: str, **fields: object) -> StatementFact:
    return replace(
        StatementFact(
            slug=slug,
            cites=(),
            speakers=("asha",),
            jointly=False,
            narrator=False,
            quote=None,
            gist=None,
            medium=None,
            said_at=None,
            said_on=None,
            dated=None,
            reported=(),
            about=None,
            only=False,
            blanks=(),
        ),
        **fields,  # type: ignore[arg-type]
    )


ENTITIES = (
    entity(Section.PEOPLE, "asha", "Asha Rao", aliases=("Rao",)),
    entity(Section.PEOPLE, "bela", "Bela Sen", aliases=("Sen",)),
    entity(Section.PEOPLE, "chand", "Chand Roy", aliases=("Roy",)),
    entity(Section.PEOPLE, "dev", "Dev Nair", aliases=("Nair",)),
    entity(Section.PEOPLE, "ela", "Ela Sen", aliases=("Sen",)),
    entity(Section.PLACES, "peru", "Peru"),
    entity(Section.PLACES, "us", "United States", the=True, aliases=("US",)),
    entity(Section.PLACES, "uk", "United Kingdom", the=True, aliases=("UK",)),
    entity(Section.OFFICES, "mayor", "Mayor of Lima"),
    entity(
        Section.EVENTS,
        "talks",
        "Rao-Sen talks",
        plural=True,
        reveals=("participants",),
        also_called=(OtherName("talks in Lima", ("place",)),),
    ),
    entity(Section.EVENTS, "fair", "spring fair"),
    entity(Section.EVENTS, "march", "harvest march"),
    entity(Section.TOPICS, "trade", "trade", kind="field"),
    entity(Section.TOPICS, "tariffs", "tariffs", kind="field", part_of=("trade",)),
    entity(Section.TOPICS, "ports", "ports", kind="field", overlaps=("trade",)),
    entity(Section.TOPICS, "health", "health", kind="field"),
    entity(Section.TOPICS, "arctic", "Arctic", kind="region", the=True),
)

FACTS = (
    statement(
        "open-ports",
        quote="We shall open our ports to every honest trader of the coast.",
        said_on="talks",
    ),
    statement(
        "close-ports",
        quote="We shall close our roads to every smuggler of the mountains.",
        said_on="talks",
    ),
    statement("scrap", quote="deeply worried", gist="that the floods worry her", said_on="fair"),
    EventFact("fair", (), "2020-03", None, None, None, None, None, (), ()),
)


def bank(
    *,
    entities: Iterable[Entity] = ENTITIES,
    facts: Iterable[Fact] = FACTS,
    atoms: Iterable[Atom] = (),
) -> Bank:
    return Bank(
        set_id="made",
        title="Made by hand",
        digest="",
        sources={},
        entities={one.id: one for one in entities},
        facts={one.slug: one for one in facts},
        atoms=tuple(atoms),
        closures=(),
        apart=(),
        no_fact=(),
    )


def option(text: str, *claims: Claim, right: bool = False) -> Option:
    return Option(text, claims, right if claims else None, right, "", (), "stated")


def item(stem: str, *options: Option, **fields: object) -> Item:
    """Return an item; its key are the right ones of the options."""
    made = Item(
        id=stem,
        set_id="made",
        kind="some_kind",
        format="choice" if sum(one.right for one in options) == 1 else "choices",
        proof="kernel",
        stem=stem,
        options=options,
        parts=(),
        key=tuple(index for index, one in enumerate(options) if one.right),
        tests=(),
        asserts=(),
        passages=(),
        difficulty=0.5,
        guess=Fraction(1, max(2, len(options))),
        seed=0,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def choosing(stem: str, *texts: str, right: Iterable[int] = FIRST, **fields: object) -> Item:
    """Return an item whose options are texts without claims."""
    chosen = set(right)
    options = (option(text, right=index in chosen) for index, text in enumerate(texts))
    return item(stem, *options, **fields)


def naming(
    stem: str,
    relation: str,
    subject: str,
    *ids: str,
    right: Iterable[int] = FIRST,
    **fields: object,
) -> Item:
    """Return an item whose options are the printed names of things, objects of one relation."""
    chosen = set(right)
    known = {one.id: one for one in ENTITIES}
    options = (
        option(known[id_].printed(), Claim(relation, subject, id_), right=index in chosen)
        for index, id_ in enumerate(ids)
    )
    return item(stem, *options, **fields)


def dating(stem: str, subject: str, *dates: str, right: Iterable[int] = FIRST) -> Item:
    """Return an item whose options are dates of an event."""
    chosen = set(right)
    options = (
        option(text, Claim("date", subject, Value("date", text)), right=index in chosen)
        for index, text in enumerate(dates)
    )
    return item(stem, *options)


def stating(claim: Claim, stem: str, *, true: bool = True, **fields: object) -> Item:
    """Return a statement to be judged."""
    return item(
        stem,
        option("True", claim, right=true),
        option("False", claim.negated(), right=not true),
        **{"format": "true_false", "kind": "true_false", **fields},
    )


def typing(stem: str, *accepted: str, **fields: object) -> Item:
    """Return an item answered by a typed text."""
    return item(stem, **{"format": "typed", "key": accepted, **fields})


def offices_bank() -> Bank:
    """Return a bank in which three offices are held, each by one person."""
    holders = {"mayor": "asha", "judge": "bela", "warden": "chand"}
    offices = (
        entity(Section.OFFICES, "judge", "Judge of Lima"),
        entity(Section.OFFICES, "warden", "Warden of Lima"),
    )
    return bank(
        entities=(*ENTITIES, *offices),
        facts=[OfficeFact(f"o-{office}", (), office, one, NOW) for office, one in holders.items()],
        atoms=(
            Atom(Claim("holder", office, one, at=NOW), f"o-{office}", f"o-{office}/holder", ())
            for office, one in holders.items()
        ),
    )


def which_office(person: str, *offices: str) -> Item:
    """Return the item "which office did this person hold"; the first is right."""
    options = (
        option(office, Claim("holder", office, person, at=NOW), right=index == 0)
        for index, office in enumerate(offices)
    )
    tests = (f"made/o-{offices[0]}/holder",)
    return item(f"Which office did {person} hold?", *options, tests=tests, kind="office")


def who_held(office: str, *people: str) -> Item:
    """Return the item "who held this office"; the first is right."""
    options = (
        option(person, Claim("holder", office, person, at=NOW), right=index == 0)
        for index, person in enumerate(people)
    )
    tests = (f"made/o-{office}/holder",)
    return item(f"Who was {office}?", *options, tests=tests, kind="office")
