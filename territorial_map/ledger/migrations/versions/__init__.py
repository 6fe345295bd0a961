"""Migrations of the ledger, oldest first; Alembic runs them."""
