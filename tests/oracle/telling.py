"""The facts of a random set: statements, coverage, offices, orders, and what is apart."""

from random import Random
from typing import Any

from tests.oracle.declaring import declare
from tests.oracle.defining import ask_by_hand, define, explain, measure
from tests.oracle.hidden import Hidden, Term, rounded
from tests.oracle.revealing import PRECISIONS, Telling


def tell(telling: Telling, statements: int) -> None:
    """Add facts to the tree of a telling."""
    facts = telling.tree["facts"]
    for number in range(statements):
        facts[f"st{number}"] = _statement(telling, f"st{number}")
    _echo(telling.rng, facts, statements)
    for number in range(telling.rng.randint(0, 3)):
        event = telling.rng.choice(telling.ids("event"))
        listing = telling.listing("covered", event, telling.ids("topic"))
        if listing:
            facts[f"co{number}"] = {"event": event, "covered": listing, "cite": telling.cite()}
    for number, (fields, text) in enumerate(_terms(telling.rng, telling.hidden)):
        facts[f"ho{number}"] = {**fields, "cite": telling.cite(text=text)}
    _mislead(telling)
    declare(telling)
    define(telling)
    measure(telling)
    explain(telling)
    ask_by_hand(telling)
    _sequence(telling)
    _apart(telling)


def _statement(telling: Telling, slug: str) -> dict[str, Any]:
    rng, hidden = telling.rng, telling.hidden
    pool = telling.ids("person") * 4 + telling.ids("place", "org", "group")
    speakers = list(dict.fromkeys(rng.choices(pool, k=rng.choice((1, 1, 1, 2)))))
    topics = telling.some(telling.ids("topic"), 4)
    for speaker in speakers:
        hidden.add("said", slug, speaker)
    for topic in topics:
        hidden.add("about", slug, topic)
    hidden.spoken[slug] = hidden.written["report"] - 100 * rng.random()
    fields: dict[str, Any] = {"says": speakers if len(speakers) > 1 else speakers[0]}
    named = [_printed(hidden, topic) for topic in topics]
    quoted, repeated = rng.random() < 0.7, False
    if quoted:
        fields["quote"] = telling.names.sentence(named)
        if rng.random() < 0.06:
            # Somebody else said the very same words, perhaps elsewhere.
            told = [f["quote"] for f in telling.tree["facts"].values() if "quote" in f]
            repeated = bool(told)
            fields["quote"] = rng.choice(told or [fields["quote"]])
        if rng.random() < 0.2:
            fields["blank"] = [fields["quote"].split(", ")[0].split(" ", 2)[2]]
    elif rng.random() < 0.3:
        # Others said so too, and nobody tells of them.
        hidden.add("said", slug, rng.choice(telling.ids("person")))
    if not quoted or rng.random() < 0.3:
        fields["gist"] = f"that {telling.names.sentence(named)}"
    if rng.random() < 0.05:
        fields["says"] = rng.choice(("report", "unattributed"))
    elif len(speakers) > 1 and rng.random() < 0.2:
        fields["issued_by"] = fields.pop("says")
    fields["in"] = _frame(telling, slug, quoted=quoted)
    if not fields["in"]:
        del fields["in"]
    if rng.random() < 0.1:
        fields["of"] = rng.choice([s for s in pool if s not in speakers])
        hidden.add("reported", slug, fields["of"])
    said = {hidden.real(s) for s in speakers}
    alone = {o for r, s, o in hidden.holding if r == "said" and s == slug} == said
    if "at" in fields.get("in", {}) and not quoted and alone and rng.random() < 0.4:
        fields["only"] = "yes"
    # Words of somebody else's topics: a complete list of one's own would not be theirs.
    _about(telling, slug, fields, closable=quoted and not repeated)
    fields["cite"] = telling.cite(fields.get("quote"))
    return fields


def _printed(hidden: Hidden, topic: str) -> str:
    entity = hidden.things[topic]
    return f"the {entity.name}" if entity.the else entity.name


def _frame(telling: Telling, slug: str, *, quoted: bool) -> dict[str, str]:
    rng, hidden = telling.rng, telling.hidden
    frame: dict[str, str] = {}
    for field, relation, sort in (
        ("medium", "medium", "medium"),
        ("at", "said_at", "event"),
        ("on", "said_on", "event"),
    ):
        thing = rng.choice(telling.ids(sort))
        hidden.add(relation, slug, thing)
        if field == "on" or not quoted:
            hidden.add(relation, slug, rng.choice(telling.ids(sort)))
        if rng.random() < 0.6:
            frame[field] = thing
    if rng.random() < 0.3:
        frame["date"] = rounded(hidden.spoken[slug], rng.choice(PRECISIONS))
    return frame


def _about(telling: Telling, slug: str, fields: dict[str, Any], *, closable: bool) -> None:
    listing = telling.listing("about", slug, telling.ids("topic"))
    if not closable:
        listing.pop("complete", None)
    if listing:
        fields["about"] = listing


def _echo(rng: Random, facts: dict[str, Any], statements: int) -> None:
    for number in range(1, statements):
        if rng.random() < 0.06:
            facts[f"st{number}"]["echoes"] = [f"st{number - 1}"]


def _terms(rng: Random, hidden: Hidden) -> list[tuple[dict[str, str], str | None]]:
    """Return what is told of the terms of office, and by which text if it matters."""
    told: list[tuple[dict[str, str], str | None]] = []
    for term in hidden.terms:
        fields = {"office": term.office, "holder": _a_name(rng, hidden, term)}
        way = rng.random()
        during = [t for t, written in hidden.written.items() if term.begins <= written < term.ends]
        if during and way < 0.5:
            told.append(({**fields, "on": "report"}, rng.choice(during)))
        elif way < 0.35:
            moment = term.begins + rng.random() * (term.ends - term.begins)
            on = rounded(moment, rng.choice(("day", "day", "month")))
            told.append(({**fields, "on": on}, None))
        elif way < 0.75:
            told.append(({**fields, **_bounds(rng, term)}, None))
    return [(fields, text) for fields, text in told if len(fields) > 2]


def _mislead(telling: Telling) -> None:
    """Let a teacher name another holder than a text does: that slot must be blocked."""
    rng, facts = telling.rng, telling.tree["facts"]
    for slug, fields in list(facts.items()):
        if not {"holder", "from", "until"} <= fields.keys() or "teacher" in fields["cite"]:
            continue
        others = [p for p in telling.ids("person") if not telling.joined(p, fields["holder"])]
        if others and rng.random() < 0.1:
            told = {**fields, "holder": rng.choice(others), "cite": {"teacher": "not so"}}
            facts[f"{slug}x"] = told


def _a_name(rng: Random, hidden: Hidden, term: Term) -> str:
    names = [e.id for e in hidden.things.values() if hidden.same(e.id, term.person)]
    return rng.choice(sorted(names))


def _bounds(rng: Random, term: Term) -> dict[str, str]:
    """Return bounds; one during a day is told coarsely, as the whole day was not his."""
    bounds = {}
    for field, moment in (("from", term.begins), ("until", term.ends - 1e-6)):
        whole = abs(moment - round(moment)) < 1e-5
        precision = rng.choice(PRECISIONS) if whole else rng.choice(("month", "year"))
        if rng.random() < 0.9:
            bounds[field] = rounded(moment, precision)
    return bounds


def _sequence(telling: Telling) -> None:
    rng, hidden = telling.rng, telling.hidden
    events = telling.ids("event")
    pairs = [
        (one, other)
        for one in events
        for other in events
        if hidden.lasted[hidden.real(one)][1] < hidden.lasted[hidden.real(other)][0]
    ]
    chosen = rng.sample(pairs, rng.randint(0, min(4, len(pairs))))
    telling.tree["sequence"] = [
        {"id": f"se{number}", "order": list(pair), "cite": telling.cite()}
        for number, pair in enumerate(chosen)
    ]


def _apart(telling: Telling) -> None:
    """Declare pairs apart that have nothing in common, whatever else is perhaps the same."""
    rng, hidden = telling.rng, telling.hidden
    pairs = []
    for sort in ("topic", "person"):
        ids = telling.ids(sort)
        for _ in range(rng.randint(0, 2)):
            one, other = rng.sample(ids, 2)
            declared = hidden.things[one].maybe_same + hidden.things[other].maybe_same
            if hidden.same(one, other) or one in declared or other in declared:
                continue
            if sort == "topic" and (hidden.share(one, other) or _needed(telling, one, other)):
                continue
            pairs.append([one, other])
    if pairs:
        telling.tree["apart"] = pairs


def _needed(telling: Telling, one: str, other: str) -> bool:
    """Return whether some subject is about both: a complete list may then need the two near."""
    hidden = telling.hidden

    def subjects(thing: str) -> set[tuple[str, str]]:
        below = {t for t in telling.ids("topic") if hidden.real(thing) in hidden.wholes(t)}
        reals = {hidden.real(t) for t in below}
        return {(r, s) for r, s, o in hidden.holding if o in reals and r in ("about", "covered")}

    return bool(subjects(one) & subjects(other))
