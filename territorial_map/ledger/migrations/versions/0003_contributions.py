"""What visitors say of the directory, and what reviewers decide of it: rows are only added."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "proposals",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("organisation", sa.String, nullable=False, index=True),
        sa.Column("teller", sa.String, nullable=False),
        sa.Column("field", sa.String, nullable=False),
        sa.Column("value", sa.String, nullable=False),
        sa.Column("pooling", sa.String, nullable=False),
        sa.Column("until", sa.String, nullable=False),
        sa.Column("other", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("value_before", sa.String, nullable=False),
        sa.Column("edition", sa.String, nullable=False),
    )
    op.create_table(
        "proposal_decisions",
        sa.Column("proposal", sa.String, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("outcome", sa.String, nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("value", sa.String, nullable=False),
        sa.Column("sentence", sa.String, nullable=False),
        sa.Column("edition", sa.String, nullable=False),
    )
