"""Territories of a small edition, by level and code."""

from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.services.explore.open_edition import OpenEdition


def territory(edition: OpenEdition, level: TerritoryLevel, code: str) -> Territory:
    """One that must be there."""
    found = edition.gazetteer.get(level, code)
    assert found is not None
    return found
