"""Pages of the API of Le Marché de l'inclusion."""

from territorial_map.ingest.sources.marche.mapping import MARCHE

__all__ = ["MARCHE"]
