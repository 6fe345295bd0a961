"""Pairs set aside for all; ledgers of version 0.1 have the table and no version."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, unless a ledger of version 0.1 has it."""
    if sa.inspect(op.get_bind()).has_table("dismissals"):
        return
    op.create_table(
        "dismissals",
        sa.Column("a_id", sa.String, primary_key=True),
        sa.Column("b_id", sa.String, primary_key=True),
        sa.Column("pooling", sa.String, primary_key=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
    )
