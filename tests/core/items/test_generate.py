"""All items of a bank: proved, fair, the same for a seed, and read back to their claims."""

from collections import Counter
from fnmatch import fnmatchcase as fnmatch
from fractions import Fraction

import pytest

from quizapp import paths
from quizapp.core.facts.claim import Status
from quizapp.core.items.generate import items, offers
from quizapp.core.items.item import Item, Part
from quizapp.core.items.kinds import KINDS
from quizapp.core.items.lints.register import first_complaint
from quizapp.core.proof.kernel import Kernel
from quizapp.core.proof.verdict import Rule
from quizapp.core.responses import FORMATS
from tests.core.items import bundled
from tests.core.items.readback import Reader
from tests.core.items.told import read

PAGES = pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
#: What authors write by hand is their word: nothing of it is judged.
PROVED = pytest.mark.parametrize("kind", [kind.name for kind in KINDS if kind.name != "written"])


@pytest.fixture(scope="module")
def reader():
    return Reader(bundled.context().bank, paths.WORDING / "en")


def test_the_bundled_set_yields_many_items_of_every_kind():
    counts = Counter(item.kind for item in bundled.pool())

    assert counts.keys() == {kind.name for kind in KINDS}
    assert counts.total() >= 150
    assert len({item.id for item in bundled.pool()}) == counts.total()


@PROVED
def test_every_option_is_decided_and_a_right_one_is_stated(kind):
    kernel = Kernel.of_bank(bundled.context().bank)

    for item in bundled.of_kind(kind):
        for option in item.options:
            if not option.claims:
                continue  # a code or a number: what it says is said of the parts
            (claim,) = option.claims
            verdict = kernel.decide(claim)
            assert verdict.status is (Status.TRUE if option.right else Status.FALSE)
            assert verdict.rule is not Rule.WHOLE
            assert option.holds is option.right
        for part in item.parts:
            for claim in part.claims:
                verdict = kernel.decide(claim)
                assert verdict.status is (Status.TRUE if part.holds else Status.FALSE)


def test_what_an_author_wrote_is_published_as_it_is_and_never_as_proved():
    (item,) = bundled.of_kind("written")
    question = bundled.context().bank.questions["canada-answer"]

    assert item.proof == "author"
    assert item.stem == question.stem
    assert {(one.text, one.right) for one in item.options} == {
        *((text, True) for text in question.right),
        *((text, False) for text in question.wrong),
    }
    assert all(not one.claims and one.holds is None for one in item.options)


@PAGES
def test_the_key_is_what_is_right(kind):
    for item in bundled.of_kind(kind):
        if item.options:
            assert item.key == tuple(i for i, one in enumerate(item.options) if one.right)
            assert 0 < len(item.key) < len(item.options)
        else:
            assert item.parts
            assert all(part.holds for part in item.parts)


@PAGES
def test_the_key_of_codes_is_the_only_one_that_fits_the_parts(kind):
    for item in bundled.of_kind(kind):
        if item.format == "statements":
            truths = "".join("t" if part.holds else "f" for part in item.parts)
            fitting = [
                place
                for place, option in enumerate(item.options)
                if any(fnmatch(truths, pattern) for pattern in option.patterns)
            ]
            assert tuple(fitting) == item.key


@PAGES
def test_what_is_typed_or_counted_is_what_the_parts_tell(kind):
    for item in bundled.of_kind(kind):
        if item.format in {"typed", "date"}:
            assert item.parts[0].text == item.accepted[0]
        if kind == "count":
            assert item.options[item.key[0]].text == str(len(item.parts))


@PAGES
def test_the_key_earns_the_whole_mark_and_no_other_single_option_does(kind):
    for item in bundled.of_kind(kind):
        format_ = FORMATS[item.format]
        assert format_.fraction(format_.key_response(item), item) == 1
        for index in range(len(item.options)):
            if (index,) != item.key:
                assert format_.fraction((str(index),), item) < 1


@PROVED
def test_every_text_reads_back_to_its_claim_and_to_no_other(kind, reader):
    for item in bundled.of_kind(kind):
        for found, wanted in read(reader, item):
            assert found == wanted


@PROVED
def test_every_reason_is_a_sentence_that_stands_alone(kind):
    for item in bundled.of_kind(kind):
        # Of codes and of numbers the parts give the reason.
        told = [one for one in (*item.options, *item.parts) if one.rule != "code"]
        for reason in (one.why for one in told):
            assert reason[0].isupper()
            assert reason.endswith(".")
            assert "{" not in reason
            assert "  " not in reason
        for one in told:
            is_right = one.holds if isinstance(one, Part) else one.right
            assert one.why.startswith("No: ") is not is_right


@PROVED
def test_no_rule_of_fairness_is_broken(kind):
    bank = bundled.context().bank

    assert [first_complaint(item, bank) for item in bundled.of_kind(kind)] == [
        None for _ in bundled.of_kind(kind)
    ]


@PAGES
def test_every_item_leads_to_a_passage_or_to_a_teacher(kind):
    bank = bundled.context().bank
    documents = bank.sources

    for item in bundled.of_kind(kind):
        slugs = {slot.split("/")[1] for slot in item.tests}
        assert item.passages or all(cite.note for slug in slugs for cite in bank.facts[slug].cites)
        for ref in item.passages:
            assert 0 <= ref.start < ref.end <= len(documents[ref.source].paragraph(ref.paragraph))


@PAGES
def test_no_item_gives_away_what_it_tests(kind):
    for item in bundled.of_kind(kind):
        right = {claim for option in item.options if option.right for claim in option.claims}
        right |= {claim for part in item.parts for claim in part.claims}
        assert not right & set(item.asserts)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_has_items_of_the_formats_that_it_names(kind):
    made = {item.format for item in bundled.of_kind(kind.name)}

    assert made <= kind.formats <= FORMATS.keys()


@PAGES
def test_chances_are_chances(kind):
    for item in bundled.of_kind(kind):
        assert 0 < item.difficulty < 1
        assert 0 <= item.guess <= Fraction(1, 2)


def test_what_items_give_away_is_true():
    kernel = Kernel.of_bank(bundled.context().bank)

    for item in bundled.pool():
        for claim in item.asserts:
            assert kernel.status(claim) is Status.TRUE, claim


def test_each_slot_of_a_true_or_false_item_has_both_answers():
    answers: dict[str, set[object]] = {}
    for item in bundled.of_kind("true_false"):
        for slot in item.tests:
            answers.setdefault(slot, set()).add(item.key)

    assert set(map(len, answers.values())) == {2}


def test_the_same_seed_makes_the_same_items():
    again = tuple(items(bundled.context()))

    assert again == bundled.pool()


def test_another_seed_changes_no_truth_and_some_orders():
    others = {item.id: item for item in items(bundled.context(), seed=7)}
    common = [item for item in bundled.pool() if item.id in others]

    assert common
    assert any(item.options != others[item.id].options for item in common)


def test_each_slot_is_asked_or_refused_with_a_reason():
    made = bundled.context()
    for kind in KINDS:
        offered = list(offers(made, kinds=[kind]))
        asked = {slot for one in offered if isinstance(one, Item) for slot in one.tests}
        refused = {
            made.bank.slot_key(one.slot): one.reason for one in offered if not isinstance(one, Item)
        }
        assert all(refused.values())
        for slot in kind.slots(made):
            assert made.bank.slot_key(slot) in asked | refused.keys(), (kind.name, slot)


@pytest.mark.parametrize(
    ("kind", "slot", "reason"),
    [
        ("who_said", "open-productive/said", "names no speaker"),
        ("who_said", "voice/said", "the source itself"),
        ("true_false", "dialogue/party:india", "R17"),
        ("multi_select", "two-state-said/about:two-state", "paraphrase"),
    ],
)
def test_traps_of_the_set_are_refused_for_their_own_reason(kind, slot, reason):
    found = {(one.kind, one.slot): one.reason for one in bundled.refused()}

    assert reason in found[kind, slot]
