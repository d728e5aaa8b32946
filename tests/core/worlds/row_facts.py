"""What is told of declared relations, of terms and of examples."""

from quizapp.core.facts.entity import Section
from quizapp.core.facts.fact import ExampleFact, Fact, RelationFact, TermFact
from tests.core.worlds.relations import told_rows
from tests.core.worlds.teller import Teller


def rows_of(teller: Teller) -> list[Fact]:
    """Return rows of the declared relations; of some in two facts."""
    facts: list[Fact] = []
    for (relation, at), true in teller.world.rows.items():
        if at is not None and teller.says(0.5):
            continue
        rows, denied, complete = told_rows(
            teller.rng,
            teller.cast,
            relation,
            true,
            told=teller.scale.told / 2,
            closed=teller.scale.closed,
        )
        cut = len(rows) // 2 if not complete and teller.says(0.3) else 0
        for some in filter(None, (rows[:cut], rows[cut:])):
            last = some == rows[cut:]
            facts.append(
                RelationFact(
                    slug=f"row{len(facts)}",
                    cites=teller.cite(),
                    relation=relation,
                    rows=some,
                    denied=tuple((s, o, ()) for s, o in denied) if last else (),
                    complete=complete if last else (),
                    at=at,
                )
            )
    return facts


def things_of(teller: Teller) -> list[Fact]:
    """Return what terms mean, and examples of them."""
    facts: list[Fact] = []
    for thing in teller.cast.ids(Section.TERMS, Section.MEDIA):
        examples = teller.listing("example_of", thing, (Section.TERMS,), may_close=False)
        means = teller.world.meanings.get(thing) if teller.says() else None
        if thing in teller.world.meanings and (means or examples):
            facts.append(TermFact(thing, teller.cite(), means, examples))
        elif examples:
            facts.append(ExampleFact(thing, teller.cite(), examples))
    return facts
