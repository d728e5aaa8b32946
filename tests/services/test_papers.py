"""Papers and the catalogue, on the bundled set."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from quizapp import paths
from quizapp.core.items.wanted import Level, Sort, Wanted
from quizapp.core.responses import FORMATS
from quizapp.errors import NothingToAsk
from quizapp.library.files import load_set
from quizapp.library.loader import Library
from quizapp.library.profiles import load_profiles
from quizapp.library.shelf import Shelf
from quizapp.library.wording import load_wording
from quizapp.services.catalog import set_cards, set_view
from quizapp.services.papers import bundle_of, compose_paper
from quizapp.store.attempts import AttemptRecord
from quizapp.store.audit import first_fault
from quizapp.store.bundles import load_bundle, save_bundle
from tests import make
from tests.row_set import write_row_set
from tests.services.acting import finished, see, send

TODAY = date(2024, 5, 1)


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(paths.QUESTIONS, paths.WORDING / "en")


@pytest.fixture(scope="module")
def shelf(library) -> Shelf:
    shelf = library.shelf("india-us-2plus2-2023")
    shelf.count()
    return shelf


@pytest.fixture(scope="module")
def paper(shelf):
    return compose_paper(shelf, size=10, feedback_each=False, seed=3, today=TODAY)


def test_the_same_seed_gives_the_same_paper(shelf, paper):
    assert compose_paper(shelf, size=10, feedback_each=False, seed=3, today=TODAY) == paper


def test_another_seed_gives_another_paper(shelf, paper):
    assert compose_paper(shelf, size=10, feedback_each=False, seed=4, today=TODAY) != paper


def test_a_paper_says_how_each_item_is_answered_and_marked(shelf, paper):
    for entry in paper.entries:
        assert shelf.wording.how(entry.item.format) in entry.how
        assert shelf.wording.marked(entry.item.format) in entry.how
        assert entry.themes
        assert entry.kind_label


def test_a_set_that_yields_nothing_is_no_quiz(shelf):
    empty = Shelf(shelf.bank, shelf.wording)
    empty.__dict__["items"] = ()

    with pytest.raises(NothingToAsk):
        compose_paper(empty, size=5, feedback_each=True, seed=1, today=TODAY)


def test_nothing_rests_on_facts_that_should_have_been_looked_at_again(shelf):
    drawn = compose_paper(shelf, size=None, feedback_each=False, seed=0, today=TODAY)
    slug = drawn.entries[0].item.tests[0].split("/")[1]
    bank = replace(shelf.bank, review_after={slug: "2024-04"})
    dated = Shelf(bank, shelf.wording)

    def asked(today):
        drawn = [
            compose_paper(dated, size=None, feedback_each=False, seed=seed, today=today)
            for seed in range(5)
        ]
        return [entry.item for paper in drawn for entry in paper.entries]

    assert any(item.rests_on(frozenset({slug})) for item in asked(date(2024, 4, 30)))
    assert not any(item.rests_on(frozenset({slug})) for item in asked(date(2024, 5, 1)))


def test_every_citation_of_the_set_is_kept_for_history(session, shelf, now):
    bundle = bundle_of(shelf.bank)

    save_bundle(session, bundle, now=now)
    save_bundle(session, bundle, now=now)

    assert load_bundle(session, bundle.digest) == bundle
    assert set(bundle.citations) == {*shelf.bank.facts, *shelf.bank.questions}
    assert all(bundle.citations.values())


def test_a_quiz_on_the_bundled_set_has_a_source_for_every_option(session, ana, paper, now):
    attempt = make.attempt(session, ana, now, *paper.entries, bundle=paper.bundle)

    for item in finished(session, ana, attempt, now).items:
        shown = {passage.id for passage in item.feedback.passages}
        assert shown
        assert item.feedback.why
        assert all(set(one.passages) <= shown for one in item.feedback.options)
        parts = item.feedback.parts  # where there are any, options only say which are right
        for one in parts or item.feedback.options:
            assert one.passages
            assert one.why or (not one.right and not item.feedback.proved)


def test_the_key_of_every_item_of_a_quiz_earns_all(session, ana, paper, now):
    attempt = make.attempt(session, ana, now, *paper.entries, bundle=paper.bundle)

    for position, entry in enumerate(paper.entries, start=1):
        item, format_ = entry.item, FORMATS[entry.item.format]
        key = format_.sent(format_.key_response(item), item)
        parts = key[len(key) - format_.fields(item) :]
        chosen = key[: len(key) - len(parts)]
        texts = [item.options[int(one)].text for one in chosen] if item.options else chosen
        send(session, ana, see(session, ana, attempt, position), *texts, now=now, parts=parts)

    assert finished(session, ana, attempt, now).earned == len(paper.entries)


def test_a_card_counts_what_the_set_holds(library, shelf):
    (card,) = [one for one in set_cards(library) if one.id == shelf.bank.set_id]

    assert card.items == len(shelf.items)
    assert card.facts == len(shelf.bank.facts) + 3 + 1  # one has four rows, one has two
    assert [source.label for source in card.sources] == ["the report", "the syllabus note"]


def test_the_page_of_a_set_names_the_kinds_it_yields(shelf):
    view = set_view(shelf)

    assert sum(kind.items for kind in view.kinds) == view.items == len(shelf.items)
    assert [kind.label for kind in view.kinds] == sorted(kind.label for kind in view.kinds)
    assert {kind.kind for kind in view.kinds} == {item.kind for item in shelf.items}


def test_the_page_of_a_set_lists_names_in_alphabetical_order(shelf):
    view = set_view(shelf)

    for names in (view.events, view.people, view.topics):
        assert list(names) == sorted(names, key=str.casefold)
    assert "S. Jaishankar" in view.people


def test_the_page_of_a_large_set_names_the_first_of_very_many(tmp_path):
    view = set_view(Shelf(load_set(write_row_set(tmp_path, 900)), load_wording()))

    assert len(view.people) == 200
    assert view.more == 100


def test_most_items_is_what_a_quiz_of_all_gives(shelf):
    paper = compose_paper(shelf, size=None, feedback_each=False, seed=1, today=TODAY)

    assert len(paper.entries) == set_view(shelf).most
    assert paper.size is None


def test_a_paper_brings_the_bundle_of_its_set(shelf, paper):
    assert paper.bundle == bundle_of(shelf.bank)
    assert paper.bundle.digest == shelf.bank.digest


def test_what_is_said_of_a_set_is_counted_once_for_each_content(library, shelf):
    assert set_view(shelf) is set_view(shelf)
    assert set_cards(library)[0] is set_cards(library)[0]


def test_another_content_is_counted_anew(shelf):
    set_view(shelf)
    empty = Shelf(shelf.bank, shelf.wording)
    empty.__dict__["items"] = ()

    empty.count()

    assert set_view(empty).items == 0


# --- exam profiles ---


def test_an_attempt_keeps_the_profile_with_its_marks_and_what_was_wanted(session, ana, shelf, now):
    upsc = shelf.under(load_profiles()["upsc"])
    wanted = Wanted(Sort.MIXED, Level.HARDER)
    paper = compose_paper(upsc, size=3, feedback_each=False, seed=1, today=TODAY, wanted=wanted)

    attempt = make.attempt(
        session, ana, now, *paper.entries, bundle=paper.bundle, settings=paper.settings
    )

    query = select(AttemptRecord.settings).where(AttemptRecord.public_id == attempt)
    assert session.scalars(query).one() == {
        "profile": "upsc",
        "name": "UPSC Civil Services (GS I)",
        "right": "2",
        "wrong": "-2/3",
        "blank": "0",
        "multi_marked": "wrong",
        "sort": "mixed",
        "level": "harder",
    }
    assert first_fault(session, attempt) is None


def test_a_paper_is_of_the_sort_that_was_wanted(shelf):
    typed = compose_paper(
        shelf, size=3, feedback_each=False, seed=1, today=TODAY, wanted=Wanted(Sort.TYPED)
    )

    assert {entry.item.format for entry in typed.entries} <= {"typed", "number", "date"}


def test_what_an_exam_does_not_have_is_no_quiz(shelf):
    upsc = shelf.under(load_profiles()["upsc"])

    with pytest.raises(NothingToAsk):
        compose_paper(
            upsc, size=3, feedback_each=False, seed=1, today=TODAY, wanted=Wanted(Sort.CARDS)
        )
