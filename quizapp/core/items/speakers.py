"""Who may stand beside the speaker of a statement (R9, R11)."""

from collections.abc import Callable, Iterable

from quizapp.core.facts.claim import Claim
from quizapp.core.facts.entity import Section
from quizapp.core.facts.fact import StatementFact
from quizapp.core.items.context import Context
from quizapp.core.items.refusal import Unaskable
from quizapp.core.items.statements import refuse_echoes


def check_attributed(context: Context, fact: StatementFact) -> None:
    """Refuse statements of whom nobody can be asked to name the speaker.

    Raises:
        Unaskable: the narrator's words, words of nobody named, one text of several, words that
            others said too, words of a group and of others beside it.
    """
    if fact.narrator:
        raise Unaskable("the source itself says this (R11)")
    if not fact.speakers:
        raise Unaskable("the source names no speaker (R9)")
    if fact.jointly:
        raise Unaskable("one text of several: nobody said it alone (R11a)")
    groups = [id_ for id_ in fact.speakers if context.bank.entities[id_].section is Section.GROUPS]
    if 0 < len(groups) < len(fact.speakers):
        raise Unaskable("a group said it too, and who belongs to it is not known (R11)")
    refuse_echoes(context, fact)


def is_attributed(context: Context, fact: StatementFact) -> bool:
    """Return whether it is clear who said it and who did not: see ``check_attributed``."""
    try:
        check_attributed(context, fact)
    except Unaskable:
        return False
    return True


def wrong_speakers(
    context: Context,
    fact: StatementFact,
    key: str,
    claim: Callable[[str], Claim],
    *,
    printed: str,
) -> tuple[str, ...]:
    """Return who provably did not say it and may be shown beside the key, by name.

    Nobody named beside the words is shown: they may thank, praise or answer him. Nobody whose
    act is reported either, nor who may belong to a group that did it (R11).

    Args:
        claim: the claim that somebody, by his id, said it.
        printed: what stands beside the speaker: the words and what frames them.

    Raises:
        Unaskable: the words name who said them, or nobody is provably wrong.
    """
    named = context.names.named_in(printed)
    if key in named:
        raise Unaskable("what is printed names who said it")
    barred = {*fact.speakers, *named}
    found = context.same_sort(
        key,
        lambda id_: (
            id_ not in barred
            and is_certainly_none_of(context, id_, fact.reported)
            and context.is_false(claim(id_))
        ),
    )
    if not found and any(_of_several(context, id_) for id_ in fact.reported):
        raise Unaskable("it reports the act of several, and who they are is not known (R11)")
    if not found:
        raise Unaskable("nobody of the same sort provably did not say it")
    return found


def is_certainly_none_of(context: Context, id_: str, others: Iterable[str]) -> bool:
    """Return whether somebody is certainly none of these and belongs to none of them (R11).

    Who belongs to a group is known where its list is complete, or says that somebody does not; of
    organisations and places it is never known who acts for them.
    """
    waiting, seen = list(others), set[str]()
    while waiting:
        other = waiting.pop()
        if other in seen:
            continue
        seen.add(other)
        if context.structure.possibly_same(id_, other):
            return False
        entity = context.bank.entities[other]
        if entity.section is Section.PEOPLE or id_ in entity.not_members:
            continue
        if not entity.all_members:
            return False
        waiting += entity.members
    return True


def _of_several(context: Context, id_: str) -> bool:
    return context.bank.entities[id_].section is not Section.PEOPLE
