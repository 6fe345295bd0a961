"""The commune nearest to a point, by its reference point."""

from sqlalchemy import select

from territorial_map.domain.geo import KM_PER_DEGREE_LAT, Point
from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.queries.schema import territories as t
from territorial_map.services.explore.open_edition import OpenEdition

_NEAR_KM = 30


def nearest_commune(edition: OpenEdition, point: Point) -> Territory | None:
    """The commune whose reference point is nearest, within about 30 km."""
    near = _NEAR_KM / KM_PER_DEGREE_LAT
    statement = (
        select(t.c.code)
        .where(
            t.c.level == TerritoryLevel.COMMUNE.value,
            t.c.lon.between(point.lon - near, point.lon + near),
            t.c.lat.between(point.lat - near, point.lat + near),
        )
        .order_by(
            (t.c.lon - point.lon) * (t.c.lon - point.lon) * 0.5
            + (t.c.lat - point.lat) * (t.c.lat - point.lat)
        )
        .limit(1)
    )
    with edition.file.connect() as connection:
        code = connection.scalar(statement)
    return edition.gazetteer.get(TerritoryLevel.COMMUNE, code) if code else None
