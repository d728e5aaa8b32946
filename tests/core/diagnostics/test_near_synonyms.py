"""Near-synonyms: found by stems, aliases and letters, with work that is bounded."""

import pytest

from quizapp.core.diagnostics import near_synonyms as module
from quizapp.core.diagnostics.register import DIAGNOSES
from quizapp.core.items.context import Context
from quizapp.library.wording import load_wording
from tests.core.diagnostics.examining import TODAY, Examined, findings
from tests.sets import ENTITIES, read

PLAIN = ENTITIES.split("topics:")[0]


def pairs(topics: str, body: str = "", section: str = "topics") -> list[str]:
    entities = f"{PLAIN}{section}:\n{topics}"
    return [
        f"{one.hint.partition('[[')[2].rstrip(']')}"
        for one in findings("near-synonyms", body, entities=entities)
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("name: defence ties", "name: trade tie"),  # a stem
        ("name: Israel war", "name: Gaza, aliases: [war in Gaza]"),  # a word of an alias
        ("name: defence", "name: defense"),  # letters
        ("name: colour", "name: pcolour"),  # letters, but for the first
        ("name: humour", "name: humor"),
    ],
)
def test_names_that_read_alike_are_told(one: str, other: str) -> None:
    assert pairs(f"  a: {{{one}}}\n  b: {{{other}}}\n") == ["a, b"]


@pytest.mark.parametrize(
    ("one", "other", "body"),
    [
        ("name: defence ties, part_of: [b]", "name: ties", ""),
        ("name: defence ties", "name: ties, overlaps: [a]", ""),
        ("name: defence ties, same_as: b", "name: ties", ""),
        ("name: defence ties, maybe_same: b", "name: ties", ""),
        ("name: defence ties, apart: b", "name: ties", ""),
        ("name: defence ties", "name: ties", "apart: [[b, a]]"),
        ("name: defence ties", "name: trade", ""),
    ],
)
def test_what_is_related_apart_or_unlike_is_not_told(one: str, other: str, body: str) -> None:
    assert pairs(f"  a: {{{one}}}\n  b: {{{other}}}\n", body) == []


def test_two_parts_of_what_is_declared_apart_are_apart() -> None:
    topics = (
        "  old: {name: old}\n  new: {name: recent, apart: old}\n"
        "  a: {name: tie, part_of: [old]}\n  b: {name: ties, part_of: [new]}\n"
    )

    assert pairs(topics) == []


def test_wider_terms_are_related_to_narrower_ones() -> None:
    terms = (
        "  a: {term: free trade area, kind_of: [m]}\n"
        "  m: {term: arrangement, kind_of: [b]}\n"
        "  b: {term: trade}\n  c: {term: trade wind}\n"
    )

    assert sorted(pairs(terms, section="terms")) == ["a, c", "b, c"]


def test_a_pair_is_told_once_however_many_words_it_shares() -> None:
    assert pairs("  a: {name: old stone bridge}\n  b: {name: old stone bridges}\n") == ["a, b"]


def test_work_grows_with_the_number_of_names_and_not_with_its_square(monkeypatch) -> None:
    compared, looked = [], []
    real = module.ratio
    monkeypatch.setattr(module, "ratio", lambda *a, **k: compared.append(1) or real(*a, **k))
    many = 3000
    topics = [f"  t{n}: {{name: common word{n % 30} matter{n}}}\n" for n in range(many)]
    bank = read(entities=f"{PLAIN}topics:\n{''.join(topics)}")
    set_ = Examined(Context(bank, load_wording()), TODAY)
    apart = set_.structure.apart
    monkeypatch.setattr(set_.structure, "apart", lambda a, b: looked.append(1) or apart(a, b))

    told = list(DIAGNOSES["near-synonyms"](set_))

    # Every name compares its letters with eight neighbours in two orders; a stem costs at most as
    # many looks as the square root of half its limit, for each name that has it.
    assert len(compared) <= 2 * 8 * many
    assert len(looked) <= 3 * 16 * many + len(compared)
    assert len(told) <= 20 * 31 + 2 * 8 * many
