"""Practice: memories and the reviews that made them, derived from the responses; settings."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _memories()
    _reviews()
    _settings()
    _reports()


def _memories() -> None:
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
    op.create_index(op.f("ix_memories_learner_id_due"), "memories", ["learner_id", "due"])


def _reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("slot", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("set_id", sa.String(), nullable=False),
        sa.Column("showing_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("recall", sa.Double(), nullable=True),
        sa.Column("failed", sa.Boolean(), nullable=False),
        sa.Column("stability", sa.Double(), nullable=False),
        sa.Column("difficulty", sa.Double(), nullable=False),
        sa.Column("lapses", sa.Integer(), nullable=False),
        sa.CheckConstraint("recall > 0 AND recall <= 1", name=op.f("ck_reviews_recall")),
        sa.CheckConstraint("number >= 1", name=op.f("ck_reviews_number")),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_reviews_learner_id")
        ),
        sa.ForeignKeyConstraint(
            ["showing_id"], ["showings.id"], name=op.f("fk_reviews_showing_id")
        ),
        sa.PrimaryKeyConstraint("learner_id", "slot", "number", name=op.f("pk_reviews")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_reviews_learner_id_set_id_day"), "reviews", ["learner_id", "set_id", "day"]
    )


def _settings() -> None:
    op.create_table(
        "settings",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("retention", sa.Double(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("keys", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "retention >= 0.8 AND retention <= 0.95", name=op.f("ck_settings_retention")
        ),
        sa.CheckConstraint("minutes >= 1 AND minutes <= 600", name=op.f("ck_settings_minutes")),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_settings_learner_id")
        ),
        sa.PrimaryKeyConstraint("learner_id", "since", name=op.f("pk_settings")),
    )
    op.create_table(
        "exams",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("set_id", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["learner_id"], ["learners.id"], name=op.f("fk_exams_learner_id")),
        sa.PrimaryKeyConstraint("learner_id", "set_id", name=op.f("pk_exams")),
    )


def _reports() -> None:
    op.create_table(
        "reports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("showing_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "length(text) >= 1 AND length(text) <= 2000", name=op.f("ck_reports_text")
        ),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_reports_learner_id")
        ),
        sa.ForeignKeyConstraint(
            ["showing_id"], ["showings.id"], name=op.f("fk_reports_showing_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
    )
    op.create_index(op.f("ix_reports_learner_id"), "reports", ["learner_id"])
