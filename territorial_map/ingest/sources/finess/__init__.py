"""FINESS: health and social establishments, geolocated extract (cs1100507)."""

from territorial_map.ingest.sources.finess.mapping import FINESS

__all__ = ["FINESS"]
