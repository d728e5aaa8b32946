"""Short answer: what fills the gap of a statement, typed; where nothing else can be right."""

from collections.abc import Iterable, Iterator
from functools import partial
from random import Random

from quizapp.core.facts.entity import Section
from quizapp.core.facts.fact import Atom
from quizapp.core.items.accepted import accepted_names
from quizapp.core.items.bodies.typed import Typed
from quizapp.core.items.context import Context
from quizapp.core.items.gaps import Gap
from quizapp.core.items.kind import Draft, ItemKind
from quizapp.core.items.refusal import Unaskable, askable
from quizapp.core.proof.printer import Filling

#: Relations that have one object where they are functional or their list is complete. Offices,
#: rows, terms and missing words are typed under stems of their own.
_RELATIONS = ("said", "medium", "said_at", "place", "took_part", "party")


class ShortAnswer(ItemKind):
    """A name to be typed; every other thing of its section is provably wrong."""

    name = "short_answer"
    formats = frozenset(("typed",))
    holes = frozenset(("gapped",))
    options = frozenset[str]()

    def slots(self, context: Context) -> Iterable[str]:
        """Return the slots of what can be told and may have one answer only."""
        return context.slots_of(*_RELATIONS)

    def pose(self, context: Context, slot: str, rng: Random) -> Iterator[Draft]:
        """Yield the gap of each stated claim of the slot."""
        return askable(partial(self._drafts, context, atom) for atom in context.stated(slot))

    def _drafts(self, context: Context, atom: Atom) -> Iterator[Draft]:
        yield self._draft(context, atom)

    def _draft(self, context: Context, atom: Atom) -> Draft:
        key = atom.claim.object
        if not isinstance(key, str):
            raise Unaskable("what is asked for has no name")
        gap = Gap(context, atom)
        _, claim = gap.filling(key)
        accepted, ambiguous = accepted_names(context, key)
        if context.bank.entities[key].name not in accepted:
            raise Unaskable("its name is that of something else too")
        if context.names.named_in(gap.text) & {key, *context.structure.same(key)}:
            raise Unaskable("what is printed names it")
        if not _is_only_answer(context, key, gap):
            raise Unaskable("something else may be right as well: declare the list complete")
        shown = gap.printed(key).phrase.text  # as it stands in the gap: "a post on X"
        question = self.ask(context, {"gapped": Filling.words(gap.text)})
        return Draft(
            format="typed",
            frame=question.frame.id,
            stem=question.stem,
            body=Typed(
                claim,
                tuple(dict.fromkeys((shown, *accepted))),
                ambiguous,
                person=context.bank.entities[key].section is Section.PEOPLE,
            ),
            quotes=gap.quotes,
            nearness=0.5,
        )


def _is_only_answer(context: Context, key: str, gap: Gap) -> bool:
    """Return whether all else that may be typed is wrong: of a large set, all that is considered.

    A whole of the key would be right as far as it goes, and a part of it may be.
    """
    structure = context.structure
    if (structure.parts(key) | structure.wholes(key)) - {structure.representative(key)}:
        return False
    others = [
        other
        for other in context.candidates.of_sort(key)
        if not structure.possibly_same(key, other)
    ]
    return all(context.is_false(gap.telling.claim(other)) for other in others)
