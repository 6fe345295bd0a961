"""The census of tiers-lieux of 2023 by France Tiers-Lieux."""

from territorial_map.ingest.sources.tiers_lieux.mapping import TIERS_LIEUX

__all__ = ["TIERS_LIEUX"]
