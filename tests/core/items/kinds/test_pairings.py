"""Matching, lists with codes, and pairs: rows of one relation that belong apart (R14)."""

from collections import Counter

import pytest

from tests.core.items.posing import key, posed, refused
from tests.sets import ENTITIES

YEARS = (2023, 2019, 2021, 2020)
LANDS = ("Northland", "Southland", "Eastland", "Westland", "Midland", "Farland", "Highland")
PEOPLE = ("Ana Roy", "Ben Lal", "Cy Rao", "Dee Sen", "Eve Das", "Fay Nag", "Gus Pal")
#: Two lists of seven; the port is a part of the first land.
NAMED = ENTITIES.replace(
    "  dee: {name: Dee Sen}",
    "  dee: {name: Dee Sen}\n  eve: {name: Eve Das}\n"
    "  fay: {name: Fay Nag}\n  gus: {name: Gus Pal}",
).replace(
    "  south: {name: Southland}",
    "  south: {name: Southland}\n  east: {name: Eastland}\n  west: {name: Westland}\n"
    "  mid: {name: Midland}\n  far: {name: Farland}\n  high: {name: Highland}",
)
RULES = """
relations:
  rules:
    ask: "Which place does {{s}} rule?"
    ask_back: "Who rules {{o}}?"
    say: "{{s}} rules {{o}}."
    deny: "{{s}} does not rule {{o}}."
    subject: person
    object: place
    {flags}
facts:
  rulers: {{rules: [{rows}], cite: {{teacher: known}}}}
"""
IDS = ("ana", "ben", "cy", "dee", "eve", "fay", "gus")
PLACES = ("north", "south", "east", "west", "mid", "far", "high")


def rules(*rows, flags="one_object: yes"):
    return RULES.format(flags=flags, rows=", ".join(f"[{s}, {o}]" for s, o in rows))


ALL = rules(*zip(IDS, PLACES, strict=True))
RULER = dict(zip(PEOPLE, LANDS, strict=True))


def test_each_row_has_one_entry_and_at_most_one_entry_is_spare():
    found = posed("matching", ALL, entities=NAMED)

    assert found
    for item in found:
        assert item.stem == "Match each X with its Y, so that this is true: X rules Y."
        assert len(item.parts) == 4
        assert len(item.targets) in {4, 5}
        for row, target in item.key:
            assert item.targets[target].text == RULER[item.parts[row].text]
        assert [part.label for part in item.parts] == ["A.", "B.", "C.", "D."]


def test_every_row_says_of_every_entry_why_it_is_or_is_not_its_own():
    for item in posed("matching", ALL, entities=NAMED):
        for part, (_, own) in zip(item.parts, item.key, strict=True):
            assert len(part.against) == len(item.targets)
            for place, why in enumerate(part.against):
                assert why.startswith("No: ") is (place != own)


@pytest.mark.parametrize("kind", ["matching", "lists", "pairs"])
def test_where_more_may_be_right_nothing_is_matched(kind):
    many = rules(*zip(IDS, PLACES, strict=True), flags="symmetric: no")

    assert posed(kind, many, entities=NAMED) == []
    assert any("belong apart" in reason for reason in refused(kind, many, entities=NAMED).values())


@pytest.mark.parametrize("kind", ["matching", "lists"])
def test_two_rows_with_one_entry_never_stand_together(kind):
    rows = [(id_, PLACES[place % 4]) for place, id_ in enumerate(IDS)]

    for item in posed(kind, rules(*rows), entities=NAMED):
        assert len({part.claims[0].object for part in item.parts}) == len(item.parts)


def test_a_part_and_its_whole_are_no_two_entries():
    rows = [("ana", "north"), ("ben", "port"), ("cy", "south"), ("dee", "east")]

    for item in posed("matching", rules(*rows), entities=NAMED):
        assert not {"Northland", "Port City"} <= {target.text for target in item.targets}


def test_a_row_that_shares_a_word_with_its_own_entry_is_not_matched():
    entities = NAMED.replace("{name: Ana Roy, aliases: [Roy]}", "{name: Ana of Northland}")

    for item in posed("matching", ALL, entities=entities):
        assert "Ana of Northland" not in {part.text for part in item.parts}


def test_every_entry_stands_in_two_of_four_codes():
    found = posed("lists", ALL, entities=NAMED)

    assert found
    for item in found:
        columns = zip(*(option.text.split(", ") for option in item.options), strict=True)
        assert all(set(Counter(column).values()) == {2} for column in columns)
        places = [item.targets[int(one[-1]) - 1].text for one in key(item).split(", ")]
        assert places == [RULER[part.text] for part in item.parts]


def test_pairs_tell_how_many_are_right():
    found = [one for seed in range(4) for one in posed("pairs", ALL, entities=NAMED, seed=seed)]

    words = {0: "None", 1: "Only one pair", 2: "Only two pairs", 3: "All three pairs"}
    words_of_four = {**words, 3: "Only three pairs", 4: "All four pairs"}
    for item in found:
        right = [part.holds for part in item.parts].count(True)
        assert key(item) == (words if len(item.parts) == 3 else words_of_four)[right]
        for part in item.parts:
            row, _, target = part.text.partition(" – ")
            assert part.holds is (RULER[row] == target)
    assert len({key(item) for item in found}) >= 3


def test_dates_are_entries_in_their_order():
    entities = ENTITIES
    for name, date in zip(("summit", "briefing", "fair", "feast"), YEARS, strict=True):
        plain = f"{name}: {{name: {name}, the: yes}}"
        data = f"{plain[:-1]}, date: {date}, cite: {{teacher: x}}}}"
        entities = entities.replace(plain, data)

    found = posed("matching", "", entities=entities)

    assert found
    for item in found:
        years = [int(target.text) for target in item.targets]
        assert years == sorted(years)
        assert item.stem == "Match each X with its Y, so that this is true: X took place in Y."
