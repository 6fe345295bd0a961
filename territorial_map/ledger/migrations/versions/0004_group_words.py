"""What operators say of pairs: of one group, or not."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; no earlier ledger has it."""
    op.create_table(
        "group_words",
        sa.Column("a_id", sa.String, primary_key=True),
        sa.Column("b_id", sa.String, primary_key=True),
        sa.Column("said", sa.String, nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String, nullable=False),
    )
