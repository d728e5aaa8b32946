"""Terms, examples, numbers and explanations: drawn in secret, and told in part."""

from random import Random
from typing import TYPE_CHECKING, Any

from tests.oracle.hidden import Hidden
from tests.oracle.naming import Names

if TYPE_CHECKING:
    from tests.oracle.revealing import Telling

UNITS = ("m", "km", "kg", "g", "rupees", "people", "")
EXAMPLES = ("person", "place", "work", "event", "term", "topic")


def draw_meanings(rng: Random, hidden: Hidden, names: Names) -> None:
    """Give each term a meaning of its own, and decide what is an example of it."""
    terms = sorted(e.id for e in hidden.things.values() if e.section == "term")
    for term in terms:
        if hidden.real(term) == term:
            words = " ".join(names.word(2) for _ in range(rng.randint(3, 6)))
            hidden.holding.add(("means", term, f"a {words}"))
    things = [e.id for e in hidden.things.values() if e.section in EXAMPLES]
    for thing in things if terms else ():
        if rng.random() < 0.15:
            hidden.add("example_of", thing, rng.choice(terms))


def define(telling: "Telling") -> None:
    """Tell meanings and examples, in the entries of the things themselves."""
    rng, hidden, tree = telling.rng, telling.hidden, telling.tree
    terms = telling.ids("term")
    told: set[str] = set()
    for term in terms:
        fields = tree["terms"][term]
        if hidden.real(term) not in told and rng.random() < 0.75:
            told.add(hidden.real(term))
            fields["means"] = next(
                o for r, s, o in hidden.holding if r == "means" and s == hidden.real(term)
            )
        others = [other for other in terms if other < term]
        if others and rng.random() < 0.2:
            fields["kind_of"] = [rng.choice(others)]
    for slug in telling.ids(*EXAMPLES):
        entity = hidden.things[slug]
        fields = tree[telling.section(entity)][slug]
        true = telling.true("example_of", slug, terms)
        false = [term for term in terms if term not in true]
        if true and rng.random() < 0.7:
            fields["example_of"] = [rng.choice(true)]
        if false and rng.random() < 0.1:
            fields["not_example_of"] = [rng.choice(false)]
        if fields.keys() & {"means", "example_of", "not_example_of"}:
            fields.setdefault("cite", telling.cite())


def measure(telling: "Telling") -> None:
    """Tell how much quantities are: exactly, about, or on one side of a bound."""
    rng, facts = telling.rng, telling.tree["facts"]
    for quantity in telling.ids("quantity"):
        for at in rng.choice((("",), ("2022",), ("", "2023-05"))):
            digits = rng.randint(0, 2)
            value = f"{rng.uniform(10, 5000):.{digits}f}"
            fields: dict[str, Any] = {"quantity": quantity}
            if rng.random() < 0.85:
                fields["value"] = value
            else:
                fields[rng.choice(("min", "max"))] = value
            unit = rng.choice(UNITS)
            if unit:
                fields["unit"] = unit
            if rng.random() < 0.5 and "value" in fields:
                fields["tolerance"] = rng.choice(("0", "0.5", "2", "10"))
            if at:
                fields["as_of"] = at
            cite = telling.cite()
            slug = f"nu{len(facts)}"
            facts[slug] = {**fields, "cite": cite}
            if "value" in fields and "teacher" not in cite and rng.random() < 0.15:
                wrong = {**fields, "value": f"{float(value) * 3 + 100:.{digits}f}"}
                facts[f"{slug}x"] = {**wrong, "cite": {"teacher": "measured anew"}}


def explain(telling: "Telling") -> None:
    """Tell which fact explains which, or does not."""
    rng, facts = telling.rng, telling.tree["facts"]
    slugs = sorted(facts)
    for number in range(rng.choice((0, 0, 1, 2)) if len(slugs) > 3 else 0):
        explained, by, other = rng.sample(slugs, 3)
        telling.hidden.add("explains", by, explained)
        if ("explains", other, explained) in telling.hidden.holding:
            continue
        facts[f"ex{number}"] = {"explains": explained, "by": by, "cite": telling.cite()}
        if rng.random() < 0.5 and not number:
            telling.tree["facts"]["nx0"] = {
                "explains": explained,
                "not_by": other,
                "cite": telling.cite(),
            }
            return


def ask_by_hand(telling: "Telling") -> None:
    """Write a question whose answer nothing proves."""
    rng, names = telling.rng, telling.names
    answers = [" ".join(names.word() for _ in range(3)) for _ in range(4)]
    form = rng.choice(("choice", "choice", "choices", "typed", "true_false", ""))
    right: Any = {"choices": answers[:2], "true_false": "yes"}.get(form, answers[0])
    if form:
        fields = {"format": form, "stem": f"Which {names.word()} did {names.proper()} pick?"}
        if form != "typed" and form != "true_false":
            fields["wrong"] = answers[2:]
        telling.tree["questions"] = {"qu-own": {**fields, "right": right, "cite": telling.cite()}}
