"""GEIQ: the list of labelled employers' groups of the French federation."""

from territorial_map.ingest.sources.geiq.mapping import GEIQ

__all__ = ["GEIQ"]
