"""Offices: who held one, and which one somebody held, at a moment."""

import pytest

from quizapp.core.responses import FORMATS
from quizapp.errors import InvalidResponse
from tests.core.items.posing import key, posed, refused, shown, stems, wrongs
from tests.sets import ENTITIES

OFFICES = """\
offices:
  mayor: {name: Mayor of Port City, of: port}
  clerk: {name: Clerk of Port City, of: port}
  judge: {name: Judge of Port City, of: port}
"""
MANY = ENTITIES.replace("offices:\n  mayor: {name: Mayor of Port City, of: port}\n", OFFICES)
CITE = 'cite: {report: "The mayor, Ana Roy, met Ben Lal."}'
HELD = f"""
facts:
  m: {{office: mayor, holder: ana, on: report, {CITE}}}
  c: {{office: clerk, holder: ben, on: report, {CITE}}}
  j: {{office: judge, holder: cy, on: report, {CITE}}}
"""


def of(found, word, format_="choice"):
    return [item for item in found if word in item.stem and item.format == format_]


def test_the_holder_is_asked_for_at_the_moment_of_writing():
    found = of(posed("office", HELD, entities=MANY), "Mayor")

    assert stems(found) == {"When the report was written (May 2023), who was Mayor of Port City?"}
    for item in found:
        assert key(item) == "Ana Roy"
        assert wrongs(item) == {"Ben Lal", "Cy Rao", "Dee Sen"}


def test_another_office_is_wrong_only_because_its_holder_is_known():
    found = of(posed("office", HELD, entities=MANY), "did Ana Roy hold")

    assert found
    for item in found:
        assert key(item) == "Mayor of Port City"
        for option in item.options:
            if option.text == "Clerk of Port City":
                assert option.why == (
                    "No: when the report was written (May 2023), Ben Lal was Clerk of Port City."
                )


def test_an_office_without_a_known_holder_is_no_option():
    body = HELD.replace(f"  j: {{office: judge, holder: cy, on: report, {CITE}}}\n", "")

    assert "Judge of Port City" not in shown(posed("office", body, entities=MANY))


def test_which_office_somebody_held_is_never_typed():
    found = posed("office", HELD, entities=MANY)

    assert of(found, "who was", "typed")
    assert of(found, "did Ana Roy hold", "typed") == []


def test_a_typed_holder_may_be_given_by_any_of_his_names():
    (item,) = of(posed("office", HELD, entities=MANY), "Mayor", "typed")

    for name in ("Ana Roy", "roy", "Dr Ana Roy"):
        assert FORMATS["typed"].fraction((name,), item) == 1


def test_a_name_that_two_people_have_is_asked_again():
    entities = MANY.replace("{name: Dee Sen}", "{name: Dee Roy, aliases: [Roy]}")
    (item,) = of(posed("office", HELD, entities=entities), "Mayor", "typed")

    assert item.key == ("Ana Roy",)
    with pytest.raises(InvalidResponse):
        FORMATS["typed"].parse(["Roy"], item)


def test_who_may_be_the_holder_is_no_option_and_asked_again():
    entities = MANY.replace("{name: Dee Sen}", "{name: Dee Sen, maybe_same: [ana]}")
    found = of(posed("office", HELD, entities=entities), "Mayor")
    (typed,) = of(posed("office", HELD, entities=entities), "Mayor", "typed")

    assert "Dee Sen" not in shown(found)
    assert "Dee Sen" in typed.ambiguous


def test_a_holder_at_some_time_in_a_month_proves_nobody_wrong():
    body = HELD.replace("on: report", "on: 2023-05")

    assert posed("office", body, entities=MANY) == []
    assert refused("office", body, entities=MANY).keys() == {"m/holder", "c/holder", "j/holder"}


def test_a_holder_at_some_time_of_a_day_proves_nobody_wrong():
    assert posed("office", HELD.replace("on: report", "on: 2023-05-03"), entities=MANY) == []


def test_a_term_of_office_is_asked_of_a_day_inside_it():
    body = HELD.replace("on: report", "from: 2020-05-01, until: 2020-05-11")

    assert stems(of(posed("office", body, entities=MANY), "Mayor")) == {
        "On 6 May 2020, who was Mayor of Port City?"
    }


def test_a_term_too_coarse_for_any_day_is_not_asked():
    body = HELD.replace("on: report", "from: 2020, until: 2020")

    assert posed("office", body, entities=MANY) == []
