"""Terms and their examples: what a term means, and what is or is not an example of it.

The data stand in the entry of the term, or of whatever thing is an example; the fact's slug is the
thing's id. Events, which state more, add the same atoms to their own fact.
"""

from quizapp.core.facts.claim import Claim, Value
from quizapp.core.facts.desk import Desk
from quizapp.core.facts.entity import Section
from quizapp.core.facts.fact import Atom, Closure, ExampleFact, Fact, ItemList, TermFact
from quizapp.core.facts.naming import NamedEntry, TermEntry
from quizapp.core.facts.shapes.shape import Shape, list_atoms
from quizapp.core.facts.source import Citation
from quizapp.core.facts.tree import Path


class Example(Shape[NamedEntry]):
    """A thing is, or is not, one of these."""

    name = "example"
    fields = ()
    model = NamedEntry

    def fact(self, slug: str, entry: NamedEntry, desk: Desk, path: Path) -> Fact | None:
        """Return the fact; a thing that is no example states nothing."""
        examples = examples_of(entry, desk, path)
        if examples is None:
            return None
        if entry.cite is None:
            desk.fault(path, 'what is an example of a term needs the field "cite"')
            return None
        return ExampleFact(slug, desk.cites(entry.cite, (*path, "cite")), examples)

    def atoms(self, fact: Fact) -> tuple[list[Atom], list[Closure]]:
        """Return an ``example_of`` atom for each term."""
        assert isinstance(fact, ExampleFact)  # noqa: S101 - the reader pairs shape and fact
        return example_atoms(fact.slug, fact.example_of, fact.cites), []


class Term(Shape[TermEntry]):
    """What a term means; one term for a meaning and one meaning for a term."""

    name = "term"
    fields = ()
    model = TermEntry

    def fact(self, slug: str, entry: TermEntry, desk: Desk, path: Path) -> Fact | None:
        """Return the fact; a term without a meaning that is no example states nothing."""
        examples = examples_of(entry, desk, path)
        if entry.means is None and examples is None:
            return None
        if entry.cite is None:
            desk.fault(path, 'a term with "means" or "example_of" needs the field "cite"')
            return None
        return TermFact(slug, desk.cites(entry.cite, (*path, "cite")), entry.means, examples)

    def atoms(self, fact: Fact) -> tuple[list[Atom], list[Closure]]:
        """Return the ``means`` atom and those of the examples."""
        assert isinstance(fact, TermFact)  # noqa: S101 - the reader pairs shape and fact
        atoms: list[Atom] = []
        if fact.means is not None:
            claim = Claim("means", fact.slug, Value("text", fact.means))
            atoms.append(Atom(claim, fact.slug, f"{fact.slug}/means", fact.cites))
        return atoms + example_atoms(fact.slug, fact.example_of, fact.cites), []


def examples_of(entry: NamedEntry, desk: Desk, path: Path) -> ItemList | None:
    """Return of which terms an entry's thing is, or is not, an example; None where none."""
    if not entry.example_of and not entry.not_example_of:
        return None
    terms = {Section.TERMS}
    return ItemList(
        desk.entity_ids(entry.example_of, terms, (*path, "example_of")),
        desk.denials(entry.not_example_of, terms, (*path, "not_example_of")),
    )


def example_atoms(slug: str, examples: ItemList | None, cites: tuple[Citation, ...]) -> list[Atom]:
    """Return the ``example_of`` atoms of a thing."""
    if examples is None:
        return []
    return list_atoms("example_of", slug, examples, fact=slug, part="example_of", cites=cites)[0]
