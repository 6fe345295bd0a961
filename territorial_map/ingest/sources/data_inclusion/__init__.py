"""Structures of data·inclusion."""

from territorial_map.ingest.sources.data_inclusion.mapping import DATA_INCLUSION

__all__ = ["DATA_INCLUSION"]
