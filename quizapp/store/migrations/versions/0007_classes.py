"""Classes: codes, members, assignments and the attempts at them, and notices."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _classes()
    _members()
    _assignments()
    _notices()


def _classes() -> None:
    op.create_table(
        "classes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("approval", sa.Boolean(), nullable=False),
        sa.Column("pseudonyms", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "length(name) >= 1 AND length(name) <= 80", name=op.f("ck_classes_name")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["learners.id"], name=op.f("fk_classes_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_classes")),
        sa.UniqueConstraint("public_id", name=op.f("uq_classes_public_id")),
    )
    op.create_index(op.f("ix_classes_owner_id"), "classes", ["owner_id"])
    op.create_table(
        "join_codes",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name=op.f("fk_join_codes_class_id")),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_join_codes")),
    )
    op.create_index(op.f("ix_join_codes_class_id"), "join_codes", ["class_id"])
    op.create_index(
        "ix_join_codes_in_force",
        "join_codes",
        ["class_id"],
        unique=True,
        sqlite_where=sa.text("revoked_at IS NULL"),
        postgresql_where=sa.text("revoked_at IS NULL"),
    )


def _members() -> None:
    op.create_table(
        "members",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("time", sa.String(), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("state IN ('asked', 'in', 'removed')", name=op.f("ck_members_state")),
        sa.CheckConstraint("number >= 1", name=op.f("ck_members_number")),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name=op.f("fk_members_class_id")),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_members_learner_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_members")),
        sa.UniqueConstraint("public_id", name=op.f("uq_members_public_id")),
        sa.UniqueConstraint("class_id", "learner_id", name=op.f("uq_members_class_id_learner_id")),
        sa.UniqueConstraint("class_id", "number", name=op.f("uq_members_class_id_number")),
    )
    op.create_index(op.f("ix_members_learner_id"), "members", ["learner_id"])


def _assignments() -> None:
    op.create_table(
        "assignments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("set_id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("profile", sa.String(), nullable=False),
        sa.Column("sort", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("policy", sa.String(), nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("most", sa.Integer(), nullable=True),
        sa.Column("paper", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "policy IN ('each', 'end', 'closed')", name=op.f("ck_assignments_policy")
        ),
        sa.CheckConstraint(
            "policy <> 'closed' OR closes_at IS NOT NULL",
            name=op.f("ck_assignments_closed_closes"),
        ),
        sa.CheckConstraint("minutes >= 1 AND minutes <= 600", name=op.f("ck_assignments_minutes")),
        sa.CheckConstraint("most >= 1", name=op.f("ck_assignments_most")),
        sa.CheckConstraint("size >= 1", name=op.f("ck_assignments_size")),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name=op.f("fk_assignments_class_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignments")),
        sa.UniqueConstraint("public_id", name=op.f("uq_assignments_public_id")),
    )
    op.create_index(op.f("ix_assignments_class_id"), "assignments", ["class_id"])
    op.create_table(
        "assigned_attempts",
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("shown_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("number >= 1", name=op.f("ck_assigned_attempts_number")),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempts.id"], name=op.f("fk_assigned_attempts_attempt_id")
        ),
        sa.ForeignKeyConstraint(
            ["assignment_id"], ["assignments.id"], name=op.f("fk_assigned_attempts_assignment_id")
        ),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_assigned_attempts_learner_id")
        ),
        sa.PrimaryKeyConstraint("attempt_id", name=op.f("pk_assigned_attempts")),
        sa.UniqueConstraint(
            "assignment_id",
            "learner_id",
            "number",
            name=op.f("uq_assigned_attempts_assignment_id_learner_id_number"),
        ),
    )
    op.create_index(op.f("ix_assigned_attempts_learner_id"), "assigned_attempts", ["learner_id"])


def _notices() -> None:
    op.create_table(
        "notices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("about", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_notices_learner_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
    )
    op.create_index(
        op.f("ix_notices_learner_id_created_at"), "notices", ["learner_id", "created_at"]
    )
