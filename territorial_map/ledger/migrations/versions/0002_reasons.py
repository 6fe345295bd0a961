"""Each decision carries why it was taken; older ones told no reason."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column, empty for what was decided before."""
    column = sa.Column("reason", sa.String, nullable=False, server_default="")
    op.add_column("dismissals", column)
