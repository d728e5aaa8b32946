"""Items with parts that an examiner refused, by their number in his list: none can be made.

Otherwise as ``test_refused_items``. A row of a kind that is not in the register is skipped, and
says so.
"""

from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache
from itertools import combinations, islice

import pytest

from quizapp import paths
from quizapp.core.facts.claim import Claim, Status
from quizapp.core.items.context import Context
from quizapp.core.items.generate import items
from quizapp.core.items.item import Item
from quizapp.core.items.kinds import KINDS
from quizapp.core.items.lints.code_leak import code_leak
from quizapp.core.items.lints.independence import independence
from quizapp.core.items.lints.one_kind import one_kind
from quizapp.core.items.lints.overlap import overlap
from quizapp.core.items.lints.revealing_name import revealing_name
from quizapp.core.items.lints.row_words import row_words
from quizapp.core.items.names import folded_words, words_within
from quizapp.core.profiles.profile import CLASSROOM
from quizapp.library.files import load_set
from quizapp.library.wording import load_wording
from tests.core.items import bundled
from tests.core.items.posing import kind, posed, refused

#: Items of one kind that are looked at, of each set.
_LOOKED_AT = 80
_SEEDS = range(3)


@cache
def contexts() -> tuple[Context, ...]:
    """Return the bundled sets."""
    wording = load_wording()
    others = (path for path in sorted(paths.QUESTIONS.glob("*.yaml")) if path.stem != bundled.SET)
    return (bundled.context(), *(Context(load_set(path), wording) for path in others))


def needed(name: str) -> None:
    """Skip where there is no such kind yet."""
    if name not in {one.name for one in KINDS}:
        pytest.skip(f'there is no kind "{name}" in the register yet')


@cache
def asked(name: str) -> tuple[tuple[Context, Item], ...]:
    """Return items of a kind of the bundled sets; there must be some."""
    needed(name)
    found = tuple(
        (one, item)
        for one in contexts()
        for seed in _SEEDS
        for item in islice(items(one, seed=seed, kinds=[kind(name)]), _LOOKED_AT)
    )
    assert found
    return found


def truths(item: Item) -> str:
    return "".join("t" if part.holds else "f" for part in item.parts)


def labelled(item: Item) -> list[Claim]:
    """Return what the statements say, an explanation left out."""
    return [claim for part in item.parts if part.label for claim in part.claims]


def test_10_and_11_a_blank_has_no_option_that_stands_in_the_stem_or_holds_another():
    for one, item in asked("cloze"):
        for option in item.options:
            assert not words_within(folded_words(option.text), folded_words(item.stem))
        assert overlap(item, one.bank) is None
        assert one_kind(item, one.bank) is None


def test_17_what_is_not_asked_for_does_not_stand_in_the_stem():
    for _, item in asked("not"):
        assert "NOT" in item.stem
        for option in item.options:
            assert not words_within(folded_words(option.text), folded_words(item.stem))


def test_18_the_one_that_is_not_is_of_the_kind_of_the_others():
    for one, item in asked("not"):
        named = [
            entity
            for option in item.options
            for claim in option.claims
            for id_ in (claim.subject, claim.object)
            if isinstance(id_, str) and (entity := one.bank.entities.get(id_)) is not None
            if option.text in (*entity.names, entity.printed())
        ]
        assert len({(entity.section, entity.kind) for entity in named}) <= 1


def test_19_rows_are_three_and_share_no_word_with_their_own_target_only():
    for one, item in asked("matching"):
        assert len(item.parts) >= 3
        assert row_words(item, one.bank) is None
        assert revealing_name(item, one.bank) is None
        assert len({claim.relation for part in item.parts for claim in part.claims}) == 1


def test_20_names_give_no_place_away_and_every_order_is_certain():
    for one, item in asked("ordering"):
        texts = [folded_words(part.text) for part in item.parts]
        assert not any(words_within(a, b) or words_within(b, a) for a, b in combinations(texts, 2))
        assert revealing_name(item, one.bank) is None
        ordered = [item.parts[int(place)] for place in item.key if isinstance(place, int)]
        events = [part.claims[0].subject for part in ordered[:-1]]
        events.append(str(ordered[-2].claims[0].object))
        for first, then in combinations(events, 2):
            assert one.kernel.status(Claim("before", first, then)) is Status.TRUE


LISTED = """
facts:
  plan:
    says: ana
    in: {on: summit}
    quote: "In the coming years we shall mend the old roads and build schools"
    about: {list: [roads, schools], complete: yes}
    cite: {teacher: x}
"""


def test_21_what_is_true_by_a_part_is_counted_too_or_nothing_is_counted():
    needed("count")

    # The roads are public works: of those too the words speak, so nobody can say how many.
    assert posed("count", LISTED) == []
    assert any(slot.startswith("plan/") for slot in refused("count", LISTED))


def test_21_a_count_is_that_of_all_that_is_true():
    for one, item in asked("count"):
        claims = [claim for part in item.parts for claim in part.claims]
        end = "object" if len({claim.subject for claim in claims}) == 1 else "subject"
        other = "subject" if end == "object" else "object"
        assert len({getattr(claim, other) for claim in claims}) == 1
        counted = {str(getattr(claim, end)) for claim in claims}
        (section,) = {one.bank.entities[id_].section for id_ in counted}
        for entity in one.bank.of(section):
            claim = replace(claims[0], **{end: entity.id})
            if getattr(claim, other) != entity.id and entity.id not in counted:
                assert one.kernel.status(claim) is not Status.TRUE
        assert item.options[item.chosen[0]].text == str(len(counted))


@pytest.mark.parametrize("name", ["statements", "how_many", "pairs", "statement_one_two"])
def test_22_no_statement_excludes_another(name):
    for one, item in asked(name):
        assert independence(item, one.bank) is None
        held = Counter((c.subject, c.at) for c in labelled(item) if c.relation == "holder")
        assert not held or max(held.values()) == 1


@pytest.mark.parametrize("name", ["statements", "how_many", "pairs", "statement_one_two"])
def test_23_exactly_one_code_says_how_it_is(name):
    for _, item in asked(name):
        fitting = [
            option.right
            for option in item.options
            for pattern in option.patterns
            if all(want in ("?", is_) for want, is_ in zip(pattern, truths(item), strict=True))
        ]
        assert fitting == [True]


def test_24_every_number_of_right_pairs_that_is_offered_comes_up():
    found: dict[int, list[int]] = defaultdict(list)
    for _, item in asked("pairs"):
        found[len(item.parts)].append(truths(item).count("t"))

    # So many that chance leaves one of the numbers out once in a million times.
    enough = {pairs: numbers for pairs, numbers in found.items() if len(numbers) >= 80}
    assert enough
    for pairs, numbers in enough.items():
        assert set(numbers) == set(CLASSROOM.pairs[pairs])


def test_25_no_frequency_spells_the_key():
    for one, item in asked("lists"):
        assert code_leak(item, one.bank) is None


def test_26_assertion_and_reason_do_not_refute_each_other_and_explanations_are_declared():
    for one, item in asked("assertion_reason"):
        assert independence(item, one.bank) is None
        if all(part.holds for part in item.parts if part.label):
            (explained,) = [part for part in item.parts if not part.label]
            assert explained.facts


OPEN = """
facts:
  open: {event: summit, covered: {list: [schools, music]}, cite: {teacher: x}}
"""


def test_28_the_back_of_a_card_tells_all_that_is_known_and_whether_there_may_be_others():
    needed("flashcard")
    front = [
        item
        for item in posed("flashcard", OPEN)
        if {claim.subject for part in item.parts for claim in part.claims} == {"summit"}
    ]

    backs = [item.accepted[0] for item in front if len(item.parts) > 1]
    assert backs
    for back in backs:
        assert "schools" in back
        assert "music" in back
        assert "others" in back
