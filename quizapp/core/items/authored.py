"""Items that an author wrote by hand: taken at the author's word, so nothing in them is judged."""

from dataclasses import replace
from fractions import Fraction

from quizapp.core.items.bodies.authored import Authored, AuthorsOption
from quizapp.core.items.bodies.chosen import blind_guess
from quizapp.core.items.codec import item_id
from quizapp.core.items.context import Context
from quizapp.core.items.difficulty import predicted_difficulty
from quizapp.core.items.item import Item, Option, Part
from quizapp.core.items.kind import Draft
from quizapp.core.items.made import at_a_moment, references, shuffled
from quizapp.core.items.values import written_numbers

#: What stands as the rule that decided: nobody but the author did.
_RULE = "author"


def authored(context: Context, kind: str, draft: Draft, body: Authored, *, seed: int) -> Item:
    """Return a question as its author wrote it; ``proof`` says that it is not proved."""
    question = body.question
    options = _in_place(body, draft.stem, seed)
    printed = [draft.stem, *sorted(option.text for option in options)]
    why, facts = question.why or "", (question.slug,)
    entry = Part(question.right[0], (), None, why, facts, _RULE)
    item = Item(
        id="",
        set_id=context.bank.set_id,
        kind=kind,
        format=draft.format,
        proof="author",
        stem=draft.stem,
        options=tuple(
            Option(one.text, (), None, one.right, why if one.right else "", facts, _RULE)
            for one in options
        ),
        parts=() if options else (entry,),
        key=tuple(index for index, one in enumerate(options) if one.right) or question.right,
        tests=tuple(map(context.bank.slot_key, question.tests)),
        asserts=tuple(dict.fromkeys(at_a_moment(context.revelations.of_names(printed)))),
        passages=references(question.cites),
        difficulty=predicted_difficulty(draft.format, draft.nearness),
        guess=_guess(draft.format, len(options)),
        seed=seed,
        lettering=context.profile.lettering,
    )
    return replace(item, id=item_id(item))


def _in_place(body: Authored, stem: str, seed: int) -> tuple[AuthorsOption, ...]:
    """Return the options as they are printed: numbers in their order, others by chance."""
    if body.ordered:
        return body.options
    numbers = written_numbers([option.text for option in body.options])
    if numbers is None:
        return shuffled(body.options, stem, seed)
    places = sorted(range(len(numbers)), key=numbers.__getitem__)
    return tuple(body.options[place] for place in places)


def _guess(format_: str, options: int) -> Fraction:
    return blind_guess(options, several=format_ == "choices") if options else Fraction(0)
