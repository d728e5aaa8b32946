"""Settings: under which exam profile, and how, the items of an attempt were chosen."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("attempts", sa.Column("settings", sa.JSON(), nullable=True))
