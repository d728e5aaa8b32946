"""Weights of memory by learner, each with the moment from which they hold."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "weights",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("again", sa.Double(), nullable=False),
        sa.Column("good", sa.Double(), nullable=False),
        sa.Column("growth", sa.Double(), nullable=False),
        sa.Column("lapse", sa.Double(), nullable=False),
        sa.Column("reviews", sa.Integer(), nullable=False),
        sa.Column("scored", sa.Integer(), nullable=True),
        sa.Column("held", sa.Integer(), nullable=True),
        sa.Column("loss_before", sa.Double(), nullable=True),
        sa.Column("loss_after", sa.Double(), nullable=True),
        sa.Column("loss_error", sa.Double(), nullable=True),
        sa.CheckConstraint(
            "verdict IN ('kept', 'not_better', 'too_few', 'usual', 'off', 'on')",
            name=op.f("ck_weights_verdict"),
        ),
        sa.CheckConstraint(
            "(verdict IN ('kept', 'not_better')) = (scored IS NOT NULL AND held IS NOT NULL"
            " AND loss_before IS NOT NULL AND loss_after IS NOT NULL AND loss_error IS NOT NULL)",
            name=op.f("ck_weights_tried"),
        ),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_weights_learner_id")
        ),
        sa.PrimaryKeyConstraint("learner_id", "since", name=op.f("pk_weights")),
    )
    if op.get_bind().dialect.name == "sqlite":
        _refuse_changes_on_sqlite()
    else:
        _refuse_changes_on_postgresql()


def _refuse_changes_on_sqlite() -> None:
    for verb in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER tr_weights_no_{verb} BEFORE {verb.upper()} ON weights "
            "BEGIN SELECT RAISE(ABORT, 'weights is append-only'); END"
        )


def _refuse_changes_on_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION fn_weights_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ "
        "BEGIN RAISE EXCEPTION 'weights is append-only' "
        "USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    for verb in ("update", "delete", "truncate"):
        op.execute(
            f"CREATE TRIGGER tr_weights_no_{verb} BEFORE {verb.upper()} ON weights "
            "FOR EACH STATEMENT EXECUTE FUNCTION fn_weights_append_only()"
        )
