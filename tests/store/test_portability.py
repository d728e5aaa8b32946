"""Where SQLite and PostgreSQL differ: what we use works alike on both, what would not is banned."""

import ast
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from fractions import Fraction

import pytest
from sqlalchemy import JSON, Integer, String, func, insert, select
from sqlalchemy.exc import IntegrityError

from quizapp import paths
from quizapp.services.history import attempts
from quizapp.store.bundles import load_bundle, save_bundle
from quizapp.store.learners import LearnerId, LearnerRecord, add_guest, add_session
from quizapp.store.tables import METADATA, TABLES
from tests import make
from tests.services.acting import finished, see, send

RECORDS = {record.__name__: record.__table__ for record in TABLES}
#: A name of PostgreSQL that is longer is cut, and then another than the migration's.
LONGEST_NAME = 63
WORDS = "É é ß ſ 東京 👩‍🎓 % _ \\ ' \" $1 :name %s ?"

#: What only one of them has, or what each does in its own way.
BANNED_FUNCTIONS = {
    *("strftime", "date", "datetime", "julianday", "now", "to_char"),  # only one has it
    *("lower", "upper", "coalesce_nocase"),  # SQLite knows ASCII only
    *("sum", "total", "group_concat", "string_agg"),  # a sum of booleans is an error in one
}
BANNED_METHODS = {
    *("like", "ilike", "icontains", "match", "regexp_match", "collate"),  # letter case differs
    "group_by",  # SQLite accepts columns that it does not group by
    "with_for_update",  # SQLite drops it without a word
    *("on_conflict_do_nothing", "on_conflict_do_update"),
}


def sources() -> Iterator[tuple[str, ast.Module]]:
    """Yield what makes queries, except the place that knows one database from the other."""
    for folder in ("store", "services"):
        for path in sorted((paths.PACKAGE / folder).rglob("*.py")):
            if not {"databases", "migrations"} & set(path.parts):
                yield path.name, ast.parse(path.read_text("utf-8"))


def nodes(tree: ast.AST, kind: type) -> list:
    return [node for node in ast.walk(tree) if isinstance(node, kind)]


def columns(tree: ast.AST) -> Iterator[tuple[str, object]]:
    """Yield the columns of ours that an expression names, and each with its name."""
    for node in nodes(tree, ast.Attribute):
        table = RECORDS.get(node.value.id) if isinstance(node.value, ast.Name) else None
        if table is not None and node.attr in table.columns:
            yield f"{table}.{node.attr}", table.columns[node.attr]


def test_there_are_queries_to_look_at():
    found = {name for _, tree in sources() for name, _ in columns(tree)}

    assert {"attempts.public_id", "responses.seq", "showings.position"} <= found


def test_no_function_is_asked_for_that_one_of_them_lacks_or_understands_otherwise():
    used = {
        (name, node.attr)
        for name, tree in sources()
        for node in nodes(tree, ast.Attribute)
        if isinstance(node.value, ast.Name) and node.value.id == "func"
    }

    assert {(name, function) for name, function in used if function in BANNED_FUNCTIONS} == set()
    assert used  # there is one, so that this looks at the right place


def test_no_clause_is_used_that_one_of_them_takes_otherwise():
    used = {
        (name, node.func.attr)
        for name, tree in sources()
        for node in nodes(tree, ast.Call)
        if isinstance(node.func, ast.Attribute)
    }

    assert {(name, method) for name, method in used if method in BANNED_METHODS} == set()


def test_nothing_but_its_own_place_knows_a_dialect():
    imported = {
        (name, module)
        for name, tree in sources()
        for node in nodes(tree, ast.ImportFrom)
        for module in [f"{node.module}.{alias.name}" for alias in node.names]
    }

    assert not {one for one in imported if "sqlalchemy.dialects" in one[1] or "psycopg" in one[1]}


def test_rows_are_ordered_by_what_is_never_null_and_no_text():
    """NULL comes first on one of them and last on the other; texts as the collation has it."""
    ordered = [
        (name, column)
        for _, tree in sources()
        for call in nodes(tree, ast.Call)
        if isinstance(call.func, ast.Attribute) and call.func.attr == "order_by"
        for argument in call.args
        for name, column in columns(argument)
    ]

    assert [name for name, column in ordered if column.nullable] == []
    assert [name for name, column in ordered if isinstance(column.type, String)] == []
    assert ordered


def test_no_json_is_compared_or_ordered_by_the_database():
    compared = [
        name
        for _, tree in sources()
        for node in nodes(tree, ast.Compare)
        for name, column in columns(node)
        if isinstance(column.type, JSON)
    ]

    assert compared == []


def test_no_failure_of_the_database_is_caught_inside_a_transaction():
    """One of them goes on after it, the other has broken the transaction off."""
    outside = {"failures.py", "writer.py", "run.py"}
    caught = {
        (name, part.id)
        for name, tree in sources()
        if name not in outside
        for handler in nodes(tree, ast.ExceptHandler)
        if handler.type is not None
        for part in nodes(handler.type, ast.Name)
        if part.id.endswith(("IntegrityError", "DBAPIError", "SQLAlchemyError"))
    }

    assert caught == set()


def test_no_text_is_cut_to_a_length_and_no_name_either():
    lengths = [
        column.name
        for table in METADATA.sorted_tables
        for column in table.columns
        if isinstance(column.type, String) and column.type.length is not None
    ]
    names = [
        str(one.name)
        for table in METADATA.sorted_tables
        for one in (*table.constraints, *table.indexes)
    ]

    assert lengths == []
    assert [name for name in names if len(name) > LONGEST_NAME] == []


def test_a_moment_is_found_again_by_itself_from_whatever_zone(session):
    india = timezone(timedelta(hours=5, minutes=30))
    moment = datetime(2026, 3, 1, 12, 0, 0, 123456, tzinfo=india)
    session.execute(insert(LearnerRecord).values(kind="guest", created_at=moment))
    same = moment.astimezone(timezone(timedelta(hours=-7)))

    found = session.scalars(select(LearnerRecord).where(LearnerRecord.created_at == same)).one()

    assert found.created_at == moment
    assert found.created_at.utcoffset() == timedelta(0)


def test_moments_are_in_order_across_zones_and_within_a_second(session):
    utc = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
    moments = [utc + timedelta(microseconds=n) for n in (0, 1, 10, 100_000, 999_999)]
    zones = [timezone(timedelta(hours=hours)) for hours in (9, -9, 0, 5, -3)]
    shuffled = [moments[n].astimezone(zones[n]) for n in (3, 0, 4, 2, 1)]
    for moment in shuffled:
        session.execute(insert(LearnerRecord).values(kind="guest", created_at=moment))

    found = session.scalars(select(LearnerRecord.created_at).order_by(LearnerRecord.created_at))

    assert found.all() == moments


def test_every_text_comes_back_as_it_was_and_as_long(session, now):
    title = WORDS * 500
    save_bundle(session, make.bundle(title=title, set_id=WORDS), now=now)

    found = load_bundle(session, make.bundle().digest)

    assert (found.title, found.set_id) == (title, WORDS)


def test_texts_differ_by_case_and_accent(session, now):
    for digest in ("abc", "Abc", "ábc", "a\u0301bc"):
        save_bundle(session, make.bundle(digest=digest, title=digest), now=now)

    found = [load_bundle(session, digest).title for digest in ("abc", "Abc", "ábc", "a\u0301bc")]

    assert found == ["abc", "Abc", "ábc", "a\u0301bc"]


def test_what_refers_to_nothing_is_refused(session, now):
    with pytest.raises(IntegrityError):
        add_session(session, LearnerId(987_654_321), "cookie", now=now)


def test_the_largest_seed_is_kept(session, ana, now):
    attempt = make.attempt(session, ana, now, seed=2**63 - 1)

    table = RECORDS["AttemptRecord"]
    found = session.scalar(select(table.c.seed).where(table.c.public_id == attempt))
    assert found == 2**63 - 1


@pytest.mark.parametrize("table", METADATA.sorted_tables, ids=str)
def test_every_value_has_the_type_of_its_column(session, ana, now, table):
    """SQLite would take a text into a column of numbers."""
    attempt = make.attempt(session, ana, now, make.item(), make.typed_item())
    send(session, ana, see(session, ana, attempt), "Ana", now=now)
    finished(session, ana, attempt, now)

    rows = session.execute(select(table)).mappings().all()

    wrong = [
        (column.name, value)
        for row in rows
        for column in table.columns
        if (value := row[column.name]) is not None
        and not isinstance(value, column_type(column.type))
    ]
    assert wrong == []


def column_type(declared) -> type:
    if isinstance(declared, JSON):
        return (dict, list)
    return getattr(declared, "python_type", None) or Fraction


def test_counts_are_numbers_and_flags_are_flags(session, ana, now):
    attempt = make.attempt(session, ana, now, *make.items(3))
    send(session, ana, see(session, ana, attempt, 2), "Ana", now=now)

    (row,) = attempts(session, learner_id=ana.id)

    assert (row.count, row.answered) == (3, 1)
    assert type(row.answered) is int


def test_a_failure_in_a_savepoint_leaves_the_rest_of_the_transaction(session, now):
    learner = add_guest(session, now=now)
    with pytest.raises(IntegrityError), session.begin_nested():
        session.execute(insert(LearnerRecord).values(kind="emperor", created_at=now))

    count = session.scalar(select(func.count()).where(LearnerRecord.id == learner))

    assert count == 1


def test_keys_are_integers_made_by_the_database_in_the_order_of_the_rows(session, now):
    made = [add_guest(session, now=now) for _ in range(5)]

    assert made == sorted(set(made))
    assert isinstance(RECORDS["LearnerRecord"].c.id.type, Integer)
