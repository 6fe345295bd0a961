"""Sirene: the stock files of legal units and establishments, filtered to the ESS."""

from territorial_map.ingest.sources.sirene.mapping import SIRENE

__all__ = ["SIRENE"]
