"""What a learner wants of a quiz: the sort of questions, and how hard."""

from dataclasses import replace

import pytest

from quizapp.core.items.wanted import MIXED, Level, Sort, Wanted
from quizapp.core.responses import FORMATS
from tests import make


def pool(*difficulties: float, **changes: object):
    return [
        replace(one, difficulty=difficulty, **changes)
        for one, difficulty in zip(make.items(len(difficulties)), difficulties, strict=True)
    ]


@pytest.mark.parametrize(
    ("sort", "formats"),
    [
        (Sort.CARDS, {"card"}),
        (Sort.TYPED, {"typed", "number", "date"}),
        (Sort.MIXED, FORMATS.keys() - {"card"}),
    ],
)
def test_a_sort_is_a_matter_of_how_one_answers(sort, formats):
    wanted = Wanted(sort)

    assert {name for name in FORMATS if wanted.has_format(name)} == formats


def test_cards_come_only_to_those_who_want_them():
    every = [*pool(0.2, 0.3), *pool(0.2, format="card")]

    assert MIXED.of(every) == tuple(every[:2])
    assert Wanted(Sort.CARDS).of(every) == tuple(every[2:])


def test_the_easier_half_and_the_harder_half_meet_in_the_middle():
    every = pool(0.1, 0.5, 0.3)

    easier = Wanted(level=Level.EASIER).of(every)
    harder = Wanted(level=Level.HARDER).of(every)

    assert [one.difficulty for one in easier] == [0.1, 0.3]
    assert [one.difficulty for one in harder] == [0.5, 0.3]


def test_however_hard_every_kind_and_format_stays():
    every = [*pool(0.1, 0.2), *pool(0.6, 0.7, format="typed"), *pool(0.8, 0.9, kind="term")]

    for level in Level:
        found = Wanted(level=level).of(every)
        assert {(one.kind, one.format) for one in found} == {
            ("office", "choice"), ("office", "typed"), ("term", "choice"),
        }  # fmt: skip


def test_where_all_are_as_hard_none_is_left_out():
    every = pool(0.4, 0.4, 0.4)

    assert Wanted(level=Level.EASIER).of(every) == Wanted(level=Level.HARDER).of(every)
    assert len(Wanted(level=Level.EASIER).of(every)) == 3
