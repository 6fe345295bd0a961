"""Sectors an organisation works in, each with where it comes from; unknown stays unknown."""

from territorial_map.ingest.sectors.claims import SectorClues, sectors_of, strongest

__all__ = ["SectorClues", "sectors_of", "strongest"]
