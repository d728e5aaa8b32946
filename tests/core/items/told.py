"""Every text of an item that says something, read back, beside the claim it is to say."""

from collections.abc import Iterator
from itertools import pairwise

from quizapp.core.facts.claim import Claim, Value
from quizapp.core.items.item import Item
from tests.core.items.readback import Reader, Reading


def reading_of(claim: Claim) -> Reading:
    object_ = claim.object.text if isinstance(claim.object, Value) else claim.object
    return Reading(claim.relation, claim.subject, object_, claim.at.date if claim.at else None)


def read(reader: Reader, item: Item) -> Iterator[tuple[set[Reading], set[Reading]]]:
    """Yield what each text reads as, and what it is to read as."""
    if item.format == "true_false":
        yield reader.statement(item.stem), {reading_of(item.options[0].claims[0])}
    elif item.targets:
        yield from _matched(reader, item)
    elif item.format == "ordering":
        for part, following in pairwise(item.parts[place] for place in item.key):
            found = reader.option(item.kind, item.stem, part.text, [following.text])
            yield found, {reading_of(part.claims[0])}
    elif item.format == "statements":
        for part in item.parts:
            if part.label:  # without one it speaks of the others: there is nothing to read
                found = reader.numbered(item.kind, item.stem, part.text)
                yield found, {reading_of(part.claims[0])}
    else:
        yield from _one_by_one(reader, item)


def _one_by_one(reader: Reader, item: Item) -> Iterator[tuple[set[Reading], set[Reading]]]:
    for option in item.options:
        if option.claims:
            others = [other.text for other in item.options if other is not option]
            found = reader.option(item.kind, item.stem, option.text, others)
            yield found, set(map(reading_of, option.claims))
    for part in item.parts:
        yield reader.typed(item.kind, item.stem, part.text), {reading_of(part.claims[0])}


def _matched(reader: Reader, item: Item) -> Iterator[tuple[set[Reading], set[Reading]]]:
    """Each row with its own target; any other target makes it what that one's row would be."""
    own = {part.label: reading_of(part.claims[0]) for part in item.parts}
    places = FORMS[item.format](item)
    for part, place in zip(item.parts, places, strict=True):
        for at, target in enumerate(item.targets):
            found = reader.pair(item.kind, item.stem, part.text, target.text)
            if at == place:
                yield found, {own[part.label]}
            else:
                (told,) = found
                assert told != own[part.label]


#: Where the own target of each row stands.
FORMS = {
    "matching": lambda item: [target for _, target in item.key],
    "choice": lambda item: _arrangement(item),
}


def _arrangement(item: Item) -> list[int]:
    labels = [target.label.strip("().") for target in item.targets]
    (right,) = (option for option in item.options if option.right)
    return [labels.index(pair.rpartition("-")[2]) for pair in right.text.split(", ")]
