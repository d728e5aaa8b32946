"""Bundles are read once; what is kept belongs to one database, and stays bounded."""

from sqlalchemy import event

from quizapp.services.bundles import _MOST, bundle_of
from quizapp.services.run import open_store
from quizapp.store.bundles import save_bundle
from tests import make


def saved(store, now, **changes):
    bundle = make.bundle(**changes)
    store.write(lambda session: save_bundle(session, bundle, now=now))
    return bundle


def found(store, digest):
    return store.read(lambda session: bundle_of(session, digest))


def statements_of(store, read):
    sent = []

    def note(_connection, _cursor, statement, *_):
        sent.append(statement)

    event.listen(store.engine, "before_cursor_execute", note)
    read()
    event.remove(store.engine, "before_cursor_execute", note)
    return [statement for statement in sent if "bundles" in statement]


def test_a_bundle_is_what_was_stored(store, now):
    bundle = saved(store, now)

    assert found(store, bundle.digest) == found(store, bundle.digest) == bundle


def test_a_bundle_in_use_is_read_once(store, now):
    digest = saved(store, now).digest
    found(store, digest)

    assert statements_of(store, lambda: found(store, digest)) == []


def test_a_bundle_of_one_database_is_not_anothers(store, now, tmp_path):
    here = saved(store, now, title="Here")
    other = open_store(make.config(tmp_path / "other"), now=now)
    there = saved(other, now, title="There")

    assert here.digest == there.digest
    assert found(store, here.digest).title == "Here"
    assert found(other, there.digest).title == "There"
    other.close()


def test_only_the_bundles_that_were_used_last_are_kept(store, now):
    digests = [saved(store, now, digest=f"{place:064}").digest for place in range(_MOST + 1)]
    for digest in digests:
        found(store, digest)

    assert statements_of(store, lambda: found(store, digests[-1])) == []
    assert statements_of(store, lambda: found(store, digests[1])) == []
    assert len(statements_of(store, lambda: found(store, digests[0]))) == 1
