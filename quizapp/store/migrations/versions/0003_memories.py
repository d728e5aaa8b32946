"""Memories: what is known of each learner's memory of each slot, derived from the responses."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "memories",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("slot", sa.String(), nullable=False),
        sa.Column("set_id", sa.String(), nullable=False),
        sa.Column("stability", sa.Double(), nullable=False),
        sa.Column("difficulty", sa.Double(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("reps", sa.Integer(), nullable=False),
        sa.Column("lapses", sa.Integer(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("last_item", sa.String(), nullable=False),
        sa.CheckConstraint("stability > 0", name=op.f("ck_memories_stability")),
        sa.CheckConstraint(
            "difficulty >= 1 AND difficulty <= 10", name=op.f("ck_memories_difficulty")
        ),
        sa.CheckConstraint(
            "lapses >= 0 AND lapses <= reps AND reps >= 1", name=op.f("ck_memories_reps")
        ),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_memories_learner_id")
        ),
        sa.PrimaryKeyConstraint("learner_id", "slot", name=op.f("pk_memories")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_memories_learner_id_set_id_due"), "memories", ["learner_id", "set_id", "due"]
    )
