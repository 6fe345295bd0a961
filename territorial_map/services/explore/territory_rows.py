"""Territories of an edition, read from their rows."""

from sys import intern

from territorial_map.domain.geo import Point, Window
from territorial_map.domain.territory import Territory, TerritoryLevel, TerritoryShape
from territorial_map.queries.schema import AnyRow


def territory_of(row: AnyRow) -> Territory:
    """A territory without its outline, from a row of the table."""
    return Territory(
        TerritoryLevel(row.level),
        row.code,
        row.name,
        Point(row.lon, row.lat) if row.lon is not None else None,
        row.population,
        _told_often(row.region_code),
        _told_often(row.department_code),
        _told_often(row.epci_code),
        tuple(map(intern, row.postcodes)),
        tuple(row.former_codes),
    )


def _told_often(code: str | None) -> str | None:
    """A code that many territories share: one string for all of them."""
    return None if code is None else intern(code)


def shape_of(row: AnyRow) -> TerritoryShape:
    """A territory with its outline, from a whole row."""
    window = Window(row.west, row.south, row.east, row.north) if row.west is not None else None
    return TerritoryShape(territory_of(row), window, row.outline)
