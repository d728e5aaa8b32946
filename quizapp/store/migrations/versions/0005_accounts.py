"""Accounts: names, secrets, roles; sessions that end; codes that are good for one use."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "accounts",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("password", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("disabled_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "role IN ('learner', 'teacher', 'admin')", name=op.f("ck_accounts_role")
        ),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_accounts_learner_id")
        ),
        sa.PrimaryKeyConstraint("learner_id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("name_key", name=op.f("uq_accounts_name_key")),
    )
    op.create_table(
        "one_time_codes",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("learner_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("what IN ('first_admin', 'reset')", name=op.f("ck_one_time_codes_what")),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_one_time_codes_learner_id")
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_one_time_codes")),
    )
    op.create_index(op.f("ix_one_time_codes_learner_id"), "one_time_codes", ["learner_id"])
    op.add_column("sessions", sa.Column("public_id", sa.String(), nullable=True))
    op.add_column("sessions", sa.Column("label", sa.String(), nullable=True))
    op.add_column("sessions", sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True))
    # An index, for SQLite adds no constraint to a table that there is.
    op.create_index(op.f("ix_sessions_public_id"), "sessions", ["public_id"], unique=True)
