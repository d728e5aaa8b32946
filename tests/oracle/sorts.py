"""What stands at the two ends of each relation's claims, as far as a text prints it."""

from tests.oracle.knowledge import SECTIONS, Knowledge
from tests.oracle.lexicon import AMOUNT, MEANING
from tests.oracle.program import OBJECTS, OF_STATEMENTS

Ends = tuple[tuple[str, ...], tuple[str, ...]]

#: The relations whose ends are neither statements nor events.
ELSE: dict[str, Ends] = {
    "holder": (("office",), ("person",)),
    "before": (("event",), ("event",)),
    "means": (("term",), (MEANING,)),
    "value": (("quantity",), (AMOUNT,)),
    "example_of": (tuple(SECTIONS.values()), ("term",)),
}


def ends_of(relation: str, knowledge: Knowledge) -> Ends:
    """Return the sections of the subjects and of the objects; statements have none."""
    own = knowledge.relations.get(relation)
    if own is not None:
        return (own.subject,), (own.object,)
    subject = () if relation in OF_STATEMENTS else ("event",)
    return ELSE.get(relation, (subject, OBJECTS.get(relation, ())))
