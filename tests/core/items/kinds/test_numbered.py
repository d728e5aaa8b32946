"""Numbered statements with codes, and assertion and reason."""

from itertools import pairwise

import pytest

from quizapp.core.items.independence import independent
from tests.core.items.kinds.test_pairings import ALL, NAMED, RULER
from tests.core.items.posing import context, key, posed, refused
from tests.sets import claim

KINDS = ("statements", "how_many")
WHY = """
relations:
  rules:
    ask: "Which place does {{s}} rule?"
    say: "{{s}} rules {{o}}."
    deny: "{{s}} does not rule {{o}}."
    subject: person
    object: place
    one_object: yes
facts:
  ana-rules: {{rules: [[ana, south]], cite: {{teacher: known}}}}
  ben-rules: {{rules: [[ben, {ben}]], cite: {{teacher: known}}}}
  why: {{explains: ana-rules, {by}: ben-rules, cite: {{teacher: known}}}}
"""
AR = ("assertion_reason", "statement_one_two")


@pytest.mark.parametrize("kind", KINDS)
def test_each_statement_is_true_or_false_as_the_facts_have_it(kind):
    found = posed(kind, ALL, entities=NAMED)

    assert found
    for item in found:
        for part in item.parts:
            ruler, _, land = part.text.rstrip(".").partition(" rules ")
            assert part.holds is (RULER[ruler] == land)
            assert part.why
        assert [part.label for part in item.parts] == ["1.", "2.", "3.", "4."][: len(item.parts)]


def test_the_code_names_the_true_statements_and_no_others():
    for item in posed("statements", ALL, entities=NAMED):
        true = [str(n) for n, part in enumerate(item.parts, 1) if part.holds]
        said = [word for word in key(item).replace(",", " ").split() if word.isdigit()]
        assert (said if "Neither" not in key(item) else []) == true


def test_there_are_two_three_and_four_statements():
    found = posed("statements", ALL, entities=NAMED)

    assert {len(item.parts) for item in found} == {2, 3, 4}


def test_how_many_counts_the_true_statements():
    numbers = ("None", "one", "two", "three", "four")
    for item in posed("how_many", ALL, entities=NAMED):
        true = [part.holds for part in item.parts].count(True)
        assert numbers[true] in key(item)


@pytest.mark.parametrize("kind", KINDS)
def test_statements_of_one_item_are_independent(kind):
    made = context(ALL, entities=NAMED)

    for item in posed(kind, ALL, entities=NAMED):
        claims = [part.claims[0] for part in item.parts]
        assert independent(made.kernel, claims)
        assert len({one.subject for one in claims}) == len(claims)


def test_two_values_of_a_single_valued_slot_are_not_independent():
    made = context(ALL, entities=NAMED)

    assert not independent(
        made.kernel, [claim("rules", "ana", "north"), claim("rules", "ana", "south")]
    )
    assert independent(
        made.kernel, [claim("rules", "ana", "north"), claim("rules", "ben", "south")]
    )


def test_a_chain_of_orders_is_not_independent():
    made = context("")
    chain = [claim("before", one, other) for one, other in pairwise(("fair", "summit", "feast"))]

    assert independent(made.kernel, chain)
    assert not independent(made.kernel, [*chain, claim("before", "fair", "feast")])


def test_one_statement_alone_makes_no_item():
    body = ALL.replace(ALL[ALL.index("[ana") : ALL.index("], cite")], "[ana, north]")

    assert posed("statements", body, entities=NAMED) == []
    assert any("R15" in reason for reason in refused("statements", body, entities=NAMED).values())


@pytest.mark.parametrize("kind", AR)
@pytest.mark.parametrize(("by", "place"), [("by", 0), ("not_by", 1)])
def test_an_explanation_is_right_only_as_declared(kind, by, place):
    found = posed(kind, WHY.format(by=by, ben="mid"), entities=NAMED)

    truths = {tuple(part.holds for part in item.parts): item.key for item in found}
    assert truths == {
        (True, True, by == "by"): (place,),
        (True, False): (2,),
        (False, True): (3,),
    }


@pytest.mark.parametrize("kind", AR)
def test_two_false_statements_are_never_asked(kind):
    for item in posed(kind, WHY.format(by="by", ben="mid"), entities=NAMED):
        assert any(part.holds for part in item.parts[:2])


@pytest.mark.parametrize("kind", AR)
def test_without_a_declared_explanation_nothing_is_asked(kind):
    assert posed(kind, ALL, entities=NAMED) == []


@pytest.mark.parametrize("kind", AR)
def test_statements_that_exclude_each_other_are_no_assertion_and_reason(kind):
    body = WHY.format(by="by", ben="mid").replace("one_object: yes", "one_subject: yes")

    for item in posed(kind, body, entities=NAMED):
        objects = [part.claims[0].object for part in item.parts[:2]]
        assert len(set(objects)) == 2
