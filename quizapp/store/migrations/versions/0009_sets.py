"""Sets that live in the database: revisions, publications, who sees them, links to quizzes."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0007"
branch_labels = None
depends_on = None

_APPEND_ONLY = ("set_texts", "set_revisions", "set_publications")


def upgrade() -> None:
    _sets()
    _revisions()
    _audiences()
    _links()
    for table in _APPEND_ONLY:
        _protect(table)


def _sets() -> None:
    op.create_table(
        "sets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("set_id", sa.String(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("forked", sa.JSON(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "audience IN ('own', 'classes', 'teachers', 'public')", name=op.f("ck_sets_audience")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["learners.id"], name=op.f("fk_sets_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sets")),
        sa.UniqueConstraint("public_id", name=op.f("uq_sets_public_id")),
        sa.UniqueConstraint("set_id", name=op.f("uq_sets_set_id")),
    )
    op.create_index(op.f("ix_sets_owner_id"), "sets", ["owner_id"])


def _revisions() -> None:
    op.create_table(
        "set_texts",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_set_texts")),
    )
    op.create_table(
        "set_revisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("set_row", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("facts", sa.Integer(), nullable=True),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("yaml", sa.String(), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_set_revisions_number")),
        sa.ForeignKeyConstraint(["set_row"], ["sets.id"], name=op.f("fk_set_revisions_set_row")),
        sa.ForeignKeyConstraint(
            ["author_id"], ["learners.id"], name=op.f("fk_set_revisions_author_id")
        ),
        sa.ForeignKeyConstraint(["yaml"], ["set_texts.digest"], name=op.f("fk_set_revisions_yaml")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_set_revisions")),
        sa.UniqueConstraint("set_row", "number", name=op.f("uq_set_revisions_set_row_number")),
    )
    op.create_table(
        "set_publications",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("set_row", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["set_row"], ["sets.id"], name=op.f("fk_set_publications_set_row")),
        sa.ForeignKeyConstraint(
            ["revision"], ["set_revisions.id"], name=op.f("fk_set_publications_revision")
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["learners.id"], name=op.f("fk_set_publications_author_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_set_publications")),
    )
    op.create_index(op.f("ix_set_publications_set_row"), "set_publications", ["set_row"])


def _audiences() -> None:
    op.create_table(
        "set_editors",
        sa.Column("set_row", sa.Integer(), nullable=False),
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["set_row"], ["sets.id"], name=op.f("fk_set_editors_set_row")),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_set_editors_learner_id")
        ),
        sa.PrimaryKeyConstraint("set_row", "learner_id", name=op.f("pk_set_editors")),
    )
    op.create_index(op.f("ix_set_editors_learner_id"), "set_editors", ["learner_id"])
    op.create_table(
        "set_classes",
        sa.Column("set_row", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["set_row"], ["sets.id"], name=op.f("fk_set_classes_set_row")),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name=op.f("fk_set_classes_class_id")),
        sa.PrimaryKeyConstraint("set_row", "class_id", name=op.f("pk_set_classes")),
    )
    op.create_index(op.f("ix_set_classes_class_id"), "set_classes", ["class_id"])


def _links() -> None:
    op.create_table(
        "quiz_links",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("set_id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("profile", sa.String(), nullable=False),
        sa.Column("sort", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("feedback_each", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("size >= 1", name=op.f("ck_quiz_links_size")),
        sa.ForeignKeyConstraint(["owner_id"], ["learners.id"], name=op.f("fk_quiz_links_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quiz_links")),
        sa.UniqueConstraint("token", name=op.f("uq_quiz_links_token")),
    )
    op.create_index(op.f("ix_quiz_links_owner_id"), "quiz_links", ["owner_id"])


def _protect(table: str) -> None:
    """Make a table append-only, as 0001 does."""
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER tr_{table}_no_{verb} BEFORE {verb.upper()} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        return
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
