"""The examiner's rules about an item as a whole, judged on the printed item (sections 1.5 and 2).

Each rule is a function that yields what it objects to; truth is judged elsewhere.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from typing import Any

from tests.oracle.claims import Claim, Verdict
from tests.oracle.knowledge import Knowledge, Statement
from tests.oracle.lexicon import Lexicon
from tests.oracle.measures import BLANK, blank_of, fold
from tests.oracle.own_rules import nothing_to_itself, slots_tested, wider_terms
from tests.oracle.reading import Stem
from tests.oracle.shown import Shown, named, names_of, same_class

#: The field of a name that gives a slot away, by the relation of the slot (R17).
REVEALED = {
    "party": ("parties",),
    "took_part": ("participants",),
    "place": ("place",),
    "date": ("date",),
    "began": ("began",),
    "ended": ("ended",),
    "before": ("order",),
    "holder": ("holder", "office"),
}
UPWARD = ("about", "covered", "place")


def breaches(
    item: Mapping[str, Any],
    stem: Stem,
    claims: list[Claim],
    known: Mapping[Claim, Verdict],
    lexicon: Lexicon,
) -> Iterator[str]:
    """Yield every breach of a rule by one item."""
    shown = Shown(item, stem, claims, known, lexicon.knowledge)
    for rule in RULES:
        yield from (f"{rule.__name__}: {breach}" for breach in rule(shown))


def meetings(item: Mapping[str, Any], claims: list[Claim]) -> Iterator[Claim]:
    """Yield what must be decided of the right options of one item: do any two meet?"""
    if item["format"] != "choices":
        return
    entries = zip(claims, item["options"], strict=True)
    right = [claim.object for claim, entry in entries if entry["right"]]
    for one, other in combinations(right, 2):
        yield Claim("touch", one, other)


def derived_truth(shown: Shown) -> Iterator[str]:
    """R6: what is true only because a part of it is, is never right."""
    for claim in shown.right():
        if claim.relation not in UPWARD:
            continue
        stated = {
            a.object
            for a in shown.knowledge.atoms
            if a.holds
            and a.relation == claim.relation
            and a.subject in same_class(shown.knowledge, claim.subject)
        }
        if not stated & same_class(shown.knowledge, claim.object):
            yield f"{claim} is not stated"


def right_ones_apart(shown: Shown) -> Iterator[str]:
    """Right options of one item have nothing in common (hard cases; count, multi, NOT)."""
    for meeting in meetings(shown.item, shown.claims):
        if shown.known[meeting] != "false":
            yield f"{meeting.subject} and {meeting.object} may meet"


def nobody_speaks(shown: Shown) -> Iterator[str]:
    """R9, R11: words of the narrator or of nobody are never asked as who said them."""
    for claim in shown.right():
        if claim.relation == "said":
            for statement in shown.asked():
                if set(statement.says) & {"report", "unattributed"}:
                    yield f"{statement.id} has no speaker"


def bare_quotation(shown: Shown) -> Iterator[str]:
    """R9: a short or unplaced quotation is asked only together with what it says."""
    if not any(claim.relation == "said" for claim in shown.claims):
        return
    if shown.item["kind"] == "what_said":
        asked = {claim.subject for claim in shown.claims}
    else:
        asked = {shown.stem.filled["quote"]} if "quote" in shown.stem.filled else set()
    for slug in asked:
        statement = shown.knowledge.statements[slug]
        quote = statement.quote or ""
        placed = {"medium", "said_at", "said_on"} & {field for field, _ in statement.frame}
        bare = len(quote.split()) < 6 or not placed or quote[:1].islower()
        if bare and "gist" not in shown.stem.filled:
            yield f"“{quote}” stands alone"


def reported_act(shown: Shown) -> Iterator[str]:
    """R11: whose act is reported, and whoever may belong to them, is no option."""
    if shown.item["kind"] == "what_said":
        return  # its options are quotations, not speakers
    for statement in shown.asked():
        actor = shown.knowledge.entities.get(statement.of or "")
        said = [c for c in shown.claims if c.relation == "said" and c.subject == statement.id]
        for claim in said if actor is not None else ():
            if shown.known[claim] != "false":
                continue
            thing = shown.knowledge.entities[claim.object]
            assert actor is not None
            outside = thing.id in actor.members.denied or (
                actor.members.complete and thing.id not in actor.members.listed
            )
            member = actor.section == "group" and thing.section == "person" and not outside
            if thing.id == actor.id or member:
                yield f"{thing.id} may have acted with {actor.id}"


def echoed(shown: Shown) -> Iterator[str]:
    """Words that others said too are asked of one utterance only, with occasion and medium."""
    for claim in shown.claims:
        if claim.relation != "said" or claim.subject not in shown.knowledge.statements:
            continue
        for other in _echoes(shown.knowledge, claim.subject):
            printed = {"medium", "at"} <= set(shown.stem.filled)
            if shown.known[claim] == "false" and claim.object in other.says and not printed:
                yield f"{claim.object} said the same in {other.id}"


def _echoes(knowledge: Knowledge, slug: str) -> list[Statement]:
    linked, open_ = {slug}, [slug]
    while open_:
        one = knowledge.statements[open_.pop()]
        for other in knowledge.statements.values():
            same = {fold(t) for t in (one.quote, one.gist) if t} & {
                fold(t) for t in (other.quote, other.gist) if t
            }
            if other.id not in linked and (
                same or other.id in one.echoes or one.id in other.echoes
            ):
                linked.add(other.id)
                open_.append(other.id)
    return [knowledge.statements[other] for other in sorted(linked - {slug})]


def completion(shown: Shown) -> Iterator[str]:
    """R10: what is offered for a blank stands nowhere else in the quotation and is no alias."""
    if shown.item["kind"] != "quote_completion":
        return
    subject = shown.claims[0].subject
    match = BLANK.fullmatch(subject)
    assert match is not None
    quote = shown.knowledge.statements[match[1]].quote or ""
    rest = fold(f"{quote[: int(match[2])]} … {quote[int(match[3]) :]}")
    meant = named(shown.knowledge, blank_of(shown.knowledge, subject))
    for option in shown.item["options"]:
        if option["right"]:
            continue
        if fold(option["text"]) in rest:
            yield f"{option['text']!r} stands in the rest of the quotation"
        other = named(shown.knowledge, option["text"])
        if meant & other:
            yield f"{option['text']!r} is the same thing"
        sorts = [{shown.knowledge.entities[e].section for e in es} for es in (meant, other)]
        if all(sorts) and not sorts[0] & sorts[1]:
            yield f"{option['text']!r} is another sort of thing"


def revealing_name(shown: Shown) -> Iterator[str]:
    """R17: a printed name does not answer what is asked."""
    text = " ".join([shown.item["stem"], *(o["text"] for o in shown.item["options"])])
    for claim in shown.claims:
        for slug in (claim.subject, claim.object):
            entity = shown.knowledge.entities.get(slug)
            for name in entity.names if entity is not None else ():
                fields = set(REVEALED.get(claim.relation, ())) & set(name.reveals)
                if fields and name.text in text:
                    yield f"{name.text!r} reveals {fields}"


def one_kind(shown: Shown) -> Iterator[str]:
    """R18: all options are of one section and one kind."""
    things = shown.things()
    if shown.item["format"] == "true_false" or len(things) < 2:
        return
    kinds = {(thing.kind, None if _may_mix(shown) else thing.section) for thing in things}
    if len(kinds) > 1:
        yield f"the options are of {kinds}"


def _may_mix(shown: Shown) -> bool:
    """Return whether the options are speakers, who may be of several sections."""
    return shown.claims[0].relation in ("said", "party")


def shared_names(shown: Shown) -> Iterator[str]:
    """No two options share a name, and no stem prints a name of the key."""
    if shown.item["format"] == "true_false":
        return
    for one, other in combinations(shown.things(), 2):
        if one.id != other.id and names_of(one) & names_of(other):
            yield f"{one.id} and {other.id} share a name"
    if shown.item["format"] == "choice":
        words = f" {fold(shown.item['stem'])} "
        for claim in shown.right():
            entity = shown.knowledge.entities.get(shown.varying(claim))
            for name in names_of(entity) if entity is not None else ():
                if f" {name} " in words:
                    yield f"the stem prints {name!r}"


def accepted(shown: Shown) -> Iterator[str]:
    """A typed answer is a name of the answer, and of nothing else of its sort."""
    things = shown.things()
    if shown.item["format"] != "typed" or not things:
        return
    for text in shown.item["key"]:
        own = same_class(shown.knowledge, things[0].id)
        if not any(fold(text) in names_of(shown.knowledge.entities[one]) for one in own):
            yield f"{text!r} is no name of {things[0].id}"
        for other in shown.knowledge.of(things[0].section):
            entity = shown.knowledge.entities[other]
            if other not in own and fold(text) in names_of(entity):
                yield f"{text!r} names {other} too"


def named_in_the_quotation(shown: Shown) -> Iterator[str]:
    """At most one person named inside the quotation is a wrong option."""
    for statement in shown.asked():
        if shown.item["kind"] != "who_said" or statement.quote is None:
            continue
        words = fold(statement.quote)
        right = {claim.object for claim in shown.right()}
        inside = [t for t in shown.things() if any(n in words for n in names_of(t))]
        if len([t for t in inside if t.id not in right]) > 1:
            yield f"{[t.id for t in inside]} are named in the quotation"


RULES: tuple[Callable[[Shown], Iterator[str]], ...] = (
    derived_truth,
    right_ones_apart,
    nobody_speaks,
    bare_quotation,
    reported_act,
    echoed,
    completion,
    revealing_name,
    one_kind,
    shared_names,
    accepted,
    named_in_the_quotation,
    nothing_to_itself,
    wider_terms,
    slots_tested,
)
