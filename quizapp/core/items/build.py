"""From a proposal to an item, or the reason why not: here every option is proved.

A proposal becomes an item only if the kernel decides each option as the kind expects, no right
option rests on a part alone (R6), and nothing printed answers what is asked (R17).
"""

from collections.abc import Iterable
from dataclasses import replace

from quizapp.core.facts.claim import Claim
from quizapp.core.facts.fact import StatementFact
from quizapp.core.facts.source import Citation
from quizapp.core.items.authored import authored
from quizapp.core.items.bodies.authored import Authored
from quizapp.core.items.bodies.body import Body, Made
from quizapp.core.items.codec import item_id
from quizapp.core.items.context import Context
from quizapp.core.items.difficulty import predicted_difficulty
from quizapp.core.items.item import Item, PassageRef
from quizapp.core.items.judging import slots_of
from quizapp.core.items.kind import Draft
from quizapp.core.items.made import at_a_moment, references
from quizapp.core.items.refusal import Unaskable
from quizapp.core.proof.verdict import Verdict


def build(context: Context, kind: str, draft: Draft, *, seed: int) -> Item:
    """Return the item that a draft proposes.

    Raises:
        Unaskable: an option is not decided as proposed, or the printed text answers the question.
    """
    if isinstance(draft.body, Authored):
        return authored(context, kind, draft, draft.body, seed=seed)
    made = draft.body.made(context, draft.stem, seed=seed)
    slots = slots_of(made.rests_on)
    item = Item(
        id="",
        set_id=context.bank.set_id,
        kind=kind,
        format=draft.format,
        proof="kernel",
        stem=draft.stem,
        options=made.options,
        parts=made.parts,
        key=made.key,
        tests=tuple(map(context.bank.slot_key, slots)),
        asserts=_given_away(context, draft, draft.body, made, frozenset(slots)),
        passages=_passages(context, (*made.rests_on, *made.beside)),
        difficulty=predicted_difficulty(draft.format, draft.nearness, kind),
        guess=made.guess,
        seed=seed,
        ambiguous=made.ambiguous,
        key_is_person=made.key_is_person,
        targets=made.targets,
        lettering=context.profile.lettering,
    )
    return replace(item, id=item_id(item))


def _given_away(
    context: Context, draft: Draft, body: Body, made: Made, tested: frozenset[str]
) -> tuple[Claim, ...]:
    atoms = list(context.revelations.of_names([draft.stem, *sorted(body.printed)]))
    for slug, printed in sorted(draft.quotes):
        fact = context.bank.facts[slug]
        if isinstance(fact, StatementFact):
            atoms += context.revelations.of_quotation(fact, printed)
    for atom in atoms:
        # All blanks of a quotation share a slot: there only the very words count.
        if atom.slot in tested and (atom.claim.relation != "words" or atom.claim in made.right):
            raise Unaskable(f"the printed text answers {atom.slot} (R17)")
    return tuple(dict.fromkeys((*draft.states, *at_a_moment(atoms))))


def _passages(context: Context, verdicts: Iterable[Verdict]) -> tuple[PassageRef, ...]:
    return references(cite for verdict in verdicts for cite in _cites(context, verdict))


def _cites(context: Context, verdict: Verdict) -> Iterable[Citation]:
    """Yield where a verdict's reasons stand: its claims, and the lists that it rests on."""
    for slot in verdict.slots:
        yield from context.cites(slot)
    told = {slot.partition("/")[0] for slot in verdict.slots}
    for slug in verdict.facts:
        fact = context.bank.facts.get(slug)
        if fact is not None and slug not in told:
            yield from fact.cites
