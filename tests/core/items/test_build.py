"""A proposal becomes an item only if the kernel agrees with every option of it."""

import pytest

from quizapp.core.facts.claim import Claim
from quizapp.core.items.bodies.chosen import Choice, Chosen
from quizapp.core.items.bodies.typed import Typed
from quizapp.core.items.build import build
from quizapp.core.items.item import PassageRef
from quizapp.core.items.kind import Draft
from quizapp.core.items.refusal import Unaskable
from tests.core.items.posing import context
from tests.sets import with_data

FACTS = """
facts:
  road:
    says: ana
    in: {on: summit}
    quote: "We will build the long northern road together."
    about: {list: [roads], complete: yes}
    cite: {report: "We will build the long northern road together."}
  open: {event: summit, covered: {list: [roads]}, cite: {teacher: x}}
"""


def draft(*choices, ordered=False, **fields):
    """Return a proposal of options ``(claim, right)``, each printing its object."""
    options = tuple(Choice(str(claim.object), claim, right) for claim, right in choices)
    return Draft(format="choice", frame="f", stem="Which?", body=Chosen(options, ordered), **fields)


def said(speaker):
    return Claim("said", "road", speaker)


def covered(topic):
    return Claim("covered", "summit", topic)


def test_a_proposal_that_the_kernel_agrees_with_is_an_item():
    item = build(context(FACTS), "k", draft((said("ana"), True), (said("ben"), False)), seed=0)

    assert {(one.text, one.right, one.holds, one.rule) for one in item.options} == {
        ("ana", True, True, "stated"),
        ("ben", False, False, "closed-list"),
    }
    assert item.tests == ("small/road/said",)
    assert item.passages == (PassageRef("report", 1, 42, 88),)


@pytest.mark.parametrize(
    ("choices", "reason"),
    [
        (((covered("roads"), True), (covered("music"), False)), "not decided"),
        (((covered("music"), True),), "not decided"),
        (((said("ben"), True), (said("cy"), False)), "against what was proposed"),
        (((said("ana"), True), (said("ana"), False)), "against what was proposed"),
        (((covered("works"), True),), "only because a part of it"),
    ],
)
def test_a_proposal_that_the_kernel_does_not_bear_out_is_refused(choices, reason):
    with pytest.raises(Unaskable, match=reason):
        build(context(FACTS), "k", draft(*choices), seed=0)


def test_a_typed_key_must_be_true():
    typed = Draft(format="typed", frame="f", stem="Who?", body=Typed(said("ben"), ("Ben Lal",)))

    with pytest.raises(Unaskable, match="against what was proposed"):
        build(context(FACTS), "k", typed, seed=0)


def test_a_printed_text_that_answers_is_refused():
    asked = Claim("place", "summit", "port")
    entities = with_data("summit", "place: port").replace(
        "{name: summit,", "{name: summit, reveals: [place],"
    )
    telling = Draft(
        format="choice",
        frame="f",
        stem="The summit?",
        body=Chosen((Choice("Port City", asked, True),)),
    )

    with pytest.raises(Unaskable, match="R17"):
        build(context("", entities=entities), "k", telling, seed=0)


def test_a_quotation_that_answers_is_refused():
    asked = Claim("about", "road", "roads")
    telling = Draft(
        format="choice",
        frame="f",
        stem="Which?",
        body=Chosen((Choice("roads", asked, True),)),
        quotes=(("road", "We will build the long northern road together."),),
    )

    with pytest.raises(Unaskable, match="R17"):
        build(context(FACTS), "k", telling, seed=0)


def test_what_an_item_is_does_not_depend_on_its_seed():
    proposal = draft(*((said(one), one == "ana") for one in ("ana", "ben", "cy", "dee")))
    made = [build(context(FACTS), "k", proposal, seed=seed) for seed in range(12)]

    assert len({item.id for item in made}) == 1
    assert len({item.passages for item in made}) == 1
    assert len({tuple(one.text for one in item.options) for item in made}) > 1


def test_options_in_order_stay_in_it():
    choices = [(said(one), one == "ana") for one in ("dee", "ana", "cy", "ben")]

    for seed in range(5):
        item = build(context(FACTS), "k", draft(*choices, ordered=True), seed=seed)
        assert [one.text for one in item.options] == ["dee", "ana", "cy", "ben"]
        assert item.key == (1,)


def test_the_reason_of_a_denial_is_that_of_what_it_denies():
    denied = said("ben").negated()
    item = build(context(FACTS), "k", draft((denied, True), (said("ben"), False)), seed=0)

    assert {one.why for one in item.options} == {
        "The report attributes these words to Ana Roy.",
        "No: the report attributes these words to Ana Roy.",
    }
