"""Organisation tables in the documented schema: one row, one site."""

from territorial_map.ingest.facts_tables.rows import organisation_of

__all__ = ["organisation_of"]
