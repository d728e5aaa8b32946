"""From a proposal to an item, or the reason why not: here every option is proved.

A proposal becomes an item only if the kernel decides each option as the kind expects, no right
option rests on a part alone (R6), and nothing printed answers what is asked (R17).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from quizapp.core.facts.claim import Claim, Status
from quizapp.core.facts.fact import StatementFact
from quizapp.core.facts.source import Citation
from quizapp.core.items.authored import authored
from quizapp.core.items.codec import item_id
from quizapp.core.items.context import Context
from quizapp.core.items.difficulty import blind_guess, predicted_difficulty
from quizapp.core.items.item import Item, Option, Part, PassageRef
from quizapp.core.items.kind import Choice, Draft, Entry
from quizapp.core.items.made import at_a_moment, references, shuffled
from quizapp.core.items.refusal import Unaskable
from quizapp.core.proof.explain import why
from quizapp.core.proof.verdict import Rule, Verdict

_T = TypeVar("_T")


def build(context: Context, kind: str, draft: Draft, *, seed: int) -> Item:
    """Return the item that a draft proposes.

    Raises:
        Unaskable: an option is not decided as proposed, or the printed text answers the question.
    """
    if draft.author is not None:
        return authored(context, kind, draft, draft.author, seed=seed)
    choices = draft.choices if draft.ordered else shuffled(draft.choices, draft.stem, seed)
    judged = {choice: _judge(context, choice.claim, choice.right) for choice in choices}
    # What an item tests and cites does not depend on the order in which its options stand.
    in_order = sorted(judged, key=lambda choice: (not choice.right, choice.text))
    rests_on = [judged[choice] for choice in in_order if choice.right]
    key: tuple[int, ...] | tuple[str, ...]
    if draft.entry is not None:
        rests_on = [_judge(context, draft.entry.claim, True)]
        key = draft.entry.accepted
    else:
        key = tuple(index for index, choice in enumerate(choices) if choice.right)
    slots = _unique(slot for verdict in rests_on for slot in verdict.slots)
    if not slots:
        raise Unaskable("nothing that is remembered of the facts decides it")
    item = Item(
        id="",
        set_id=context.bank.set_id,
        kind=kind,
        format=draft.format,
        proof="kernel",
        stem=draft.stem,
        options=tuple(_option(context, choice, judged[choice]) for choice in choices),
        parts=_parts(context, draft.entry, rests_on),
        key=key,
        tests=tuple(map(context.bank.slot_key, slots)),
        asserts=_given_away(context, draft, frozenset(slots)),
        passages=_passages(context, [*rests_on, *(judged[choice] for choice in in_order)]),
        difficulty=predicted_difficulty(draft.format, draft.nearness),
        guess=blind_guess(draft.format, len(choices)),
        seed=seed,
        ambiguous=draft.entry.ambiguous if draft.entry else (),
        key_is_person=draft.entry.person if draft.entry else False,
    )
    return replace(item, id=item_id(item))


def _judge(context: Context, claim: Claim, right: bool) -> Verdict:
    verdict = context.kernel.decide(claim)
    if verdict.status is Status.UNKNOWN:
        raise Unaskable(f"not decided: {_spoken(claim)}")
    if verdict.rule is Rule.WHOLE:
        raise Unaskable(f"true only because a part of it is (R6): {_spoken(claim)}")
    if (verdict.status is Status.TRUE) is not right:
        raise Unaskable(f"{verdict.status}, against what was proposed: {_spoken(claim)}")
    return verdict


def _spoken(claim: Claim) -> str:
    object_ = claim.object if isinstance(claim.object, str) else claim.object.text
    return f"{'' if claim.holds else 'not '}{claim.relation}({claim.subject}, {object_})"


def _option(context: Context, choice: Choice, verdict: Verdict) -> Option:
    return Option(
        text=choice.text,
        claims=(choice.claim,),
        holds=verdict.status is Status.TRUE,
        right=choice.right,
        why=_why(context, choice.claim, verdict, right=choice.right),
        facts=verdict.facts,
        rule=verdict.rule.value,
    )


def _why(context: Context, claim: Claim, verdict: Verdict, *, right: bool) -> str:
    # The reason why a denial holds is the reason why what it denies does not.
    atoms = verdict if claim.holds else context.kernel.decide(claim.atom)
    return why(context.printer, claim.atom, atoms, right=right)


def _parts(context: Context, entry: Entry | None, rests_on: Sequence[Verdict]) -> tuple[Part, ...]:
    if entry is None:
        return ()
    verdict = rests_on[0]
    return (
        Part(
            text=entry.accepted[0],
            claims=(entry.claim,),
            holds=True,
            why=why(context.printer, entry.claim, verdict, right=True),
            facts=verdict.facts,
            rule=verdict.rule.value,
        ),
    )


def _given_away(context: Context, draft: Draft, tested: frozenset[str]) -> tuple[Claim, ...]:
    atoms = list(
        context.revelations.of_names([draft.stem, *sorted(choice.text for choice in draft.choices)])
    )
    for slug, printed in sorted(draft.quotes):
        fact = context.bank.facts[slug]
        if isinstance(fact, StatementFact):
            atoms += context.revelations.of_quotation(fact, printed)
    keys = {choice.claim for choice in draft.choices if choice.right}
    for atom in atoms:
        # All blanks of a quotation share a slot: there only the very words count.
        if atom.slot in tested and (atom.claim.relation != "words" or atom.claim in keys):
            raise Unaskable(f"the printed text answers {atom.slot} (R17)")
    return _unique((*draft.states, *at_a_moment(atoms)))


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


def _unique(values: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(values))
