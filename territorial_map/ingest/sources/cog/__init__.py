"""Code officiel géographique of the year: communes, their events, départements, régions (INSEE)."""

from territorial_map.ingest.sources.cog.reading import COG, is_cog_file

__all__ = ["COG", "is_cog_file"]
