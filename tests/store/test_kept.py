"""What is kept in memory is what was stored under that hash, and no more than is allowed."""

from dataclasses import replace

import pytest

from quizapp.store.bundles import load_bundle, save_bundle
from quizapp.store.items import StoredItem, load_item, save_item
from quizapp.store.kept import Kept
from tests import make


def test_a_value_is_loaded_once():
    kept, loaded = Kept[str](most=2), []

    values = [kept.get("a", lambda: loaded.append("a") or "A") for _ in range(3)]

    assert values == ["A", "A", "A"]
    assert loaded == ["a"]


def test_what_was_not_used_for_longest_goes_first():
    kept, loaded = Kept[str](most=2), []

    for name in "abacab":
        kept.get(name, lambda name=name: loaded.append(name) or name)

    assert loaded == ["a", "b", "c", "b"]
    assert kept.missing("abc") == ["c"]


def test_what_cannot_be_loaded_is_not_kept():
    kept = Kept[int](most=2)

    with pytest.raises(ZeroDivisionError):
        kept.get("a", lambda: 1 // 0)

    assert kept.get("a", lambda: 1) == 1


def test_two_revisions_of_a_set_are_told_apart(session, now):
    old = make.bundle(digest="1" * 64)
    report = replace(old.sources["report"], paragraphs=((1, "Another text."),))
    new = make.bundle(digest="2" * 64, sources={**old.sources, "report": report})
    for bundle in (old, new):
        save_bundle(session, bundle, now=now)

    found = [load_bundle(session, bundle.digest) for _ in range(2) for bundle in (old, new)]

    assert found == [old, new, old, new]


def test_items_that_differ_in_a_letter_are_told_apart(session):
    digests = [
        save_item(session, StoredItem.of(make.item(stem=f"Who was {word}?")))
        for word in ("mayor", "Mayor")
    ]

    stems = [load_item(session, digest).stem for digest in digests * 2]

    assert stems == ["Who was mayor?", "Who was Mayor?"] * 2
