"""Zonings of the year: INSEE's compositions by commune (zones d'emploi, bassins de vie…)."""

from territorial_map.ingest.sources.insee_zonings.reading import INSEE_ZONINGS

__all__ = ["INSEE_ZONINGS"]
