"""Organisation tables in the documented schema: one row, one site."""

from territorial_map.ingest.facts_tables.rows import already_read, organisation_of

__all__ = ["already_read", "organisation_of"]
