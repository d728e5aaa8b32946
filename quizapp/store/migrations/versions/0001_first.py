"""First: learners, bundles, items, attempts, showings, responses, buckets."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPEND_ONLY = ("bundles", "items", "showings", "responses")


def upgrade() -> None:
    _people()
    _content()
    _attempts()
    _buckets()
    _refuse_changes()


def _people() -> None:
    op.create_table(
        "learners",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind IN ('guest')", name=op.f("ck_learners_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_learners")),
    )
    op.create_table(
        "sessions",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_sessions_learner_id")
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_sessions")),
    )
    op.create_index(op.f("ix_sessions_learner_id"), "sessions", ["learner_id"], unique=False)


def _content() -> None:
    op.create_table(
        "bundles",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("set_id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("sources", sa.JSON(), nullable=False),
        sa.Column("citations", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_bundles")),
    )
    op.create_table(
        "items",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_items")),
    )
    op.create_index(op.f("ix_items_item_id"), "items", ["item_id"], unique=False)


def _attempts() -> None:
    op.create_table(
        "attempts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("bundle", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("feedback_each", sa.Boolean(), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("start_key", sa.String(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("earned", sa.String(), nullable=True),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("seal", sa.String(), nullable=True),
        sa.CheckConstraint(
            "(finished_at IS NULL) = (earned IS NULL)", name=op.f("ck_attempts_finished_is_scored")
        ),
        sa.CheckConstraint(
            "(finished_at IS NULL) = (seal IS NULL)", name=op.f("ck_attempts_finished_is_sealed")
        ),
        sa.CheckConstraint("size >= 1", name=op.f("ck_attempts_size")),
        sa.ForeignKeyConstraint(["bundle"], ["bundles.digest"], name=op.f("fk_attempts_bundle")),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_attempts_learner_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempts")),
        sa.UniqueConstraint("public_id", name=op.f("uq_attempts_public_id")),
        sa.UniqueConstraint("start_key", name=op.f("uq_attempts_start_key")),
    )
    op.create_index(op.f("ix_attempts_bundle"), "attempts", ["bundle"], unique=False)
    op.create_index(
        op.f("ix_attempts_learner_id_started_at"),
        "attempts",
        ["learner_id", "started_at"],
        unique=False,
    )
    op.create_table(
        "showings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("item_digest", sa.String(), nullable=False),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("themes", sa.JSON(), nullable=False),
        sa.Column("kind_label", sa.String(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.CheckConstraint("position >= 1", name=op.f("ck_showings_position")),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempts.id"], name=op.f("fk_showings_attempt_id")
        ),
        sa.ForeignKeyConstraint(
            ["item_digest"], ["items.digest"], name=op.f("fk_showings_item_digest")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_showings")),
        sa.UniqueConstraint("attempt_id", "position", name=op.f("uq_showings_attempt_id_position")),
        sa.UniqueConstraint("public_id", name=op.f("uq_showings_public_id")),
    )
    op.create_index(op.f("ix_showings_item_digest"), "showings", ["item_digest"], unique=False)
    op.create_table(
        "responses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("showing_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("submission_key", sa.String(), nullable=False),
        sa.Column("response", sa.JSON(), nullable=False),
        sa.Column("fraction", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.CheckConstraint(
            "outcome IN ('right', 'partly', 'wrong', 'blank')", name=op.f("ck_responses_outcome")
        ),
        sa.CheckConstraint("seq >= 1", name=op.f("ck_responses_seq")),
        sa.ForeignKeyConstraint(
            ["showing_id"], ["showings.id"], name=op.f("fk_responses_showing_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_responses")),
        sa.UniqueConstraint("link", name=op.f("uq_responses_link")),
        sa.UniqueConstraint("showing_id", "seq", name=op.f("uq_responses_showing_id_seq")),
        sa.UniqueConstraint("submission_key", name=op.f("uq_responses_submission_key")),
    )


def _buckets() -> None:
    op.create_table(
        "rate_buckets",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("level", sa.Double(), nullable=False),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("full_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("level >= 0", name=op.f("ck_rate_buckets_level")),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_rate_buckets")),
    )
    op.create_index(op.f("ix_rate_buckets_full_at"), "rate_buckets", ["full_at"], unique=False)


def _refuse_changes() -> None:
    refuse = {"sqlite": _refuse_on_sqlite, "postgresql": _refuse_on_postgresql}
    for table in APPEND_ONLY:
        refuse[op.get_bind().dialect.name](table)


def _refuse_on_sqlite(table: str) -> None:
    for verb in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER tr_{table}_no_{verb} BEFORE {verb.upper()} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def _refuse_on_postgresql(table: str) -> None:
    op.execute(
        f"CREATE FUNCTION fn_{table}_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ "
        f"BEGIN RAISE EXCEPTION '{table} is append-only' "
        "USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    for verb in ("update", "delete", "truncate"):
        op.execute(
            f"CREATE TRIGGER tr_{table}_no_{verb} BEFORE {verb.upper()} ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION fn_{table}_append_only()"
        )
