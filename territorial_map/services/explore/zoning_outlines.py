"""The zones of a zoning, drawn: those that reach a département."""

from dataclasses import dataclass

from territorial_map.domain.errors import NotFound
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.zoning_terms import ZoningDrawn, ZoningKind
from territorial_map.queries.portrait import table_names
from territorial_map.queries.schema import zoning_outlines
from territorial_map.queries.zonings import zones_reaching
from territorial_map.services.explore.open_edition import OpenEdition


@dataclass(frozen=True, slots=True)
class ZoneOutline:
    """A zone, or what of it lies in a département, with its outline as GeoJSON.

    ``style`` tells from 0 how it is drawn: the level of a grid, else another than its neighbours';
    ``lon``, ``lat`` lie inside.
    """

    code: str
    name: str
    departments: tuple[str, ...]
    style: int
    lon: float
    lat: float
    outline: str


@dataclass(frozen=True, slots=True)
class DrawnZoning:
    """The zones of a zoning that reach a département, by code, and whether they can be told."""

    kind: ZoningKind
    drawn: ZoningDrawn
    vintage: str | None
    zones: tuple[ZoneOutline, ...] = ()


def zoning_in(edition: OpenEdition, kind: ZoningKind, department: str) -> DrawnZoning:
    """The zones of a zoning in a département.

    Raises:
        NotFound: the edition has no such département.
    """
    if edition.gazetteer.get(TerritoryLevel.DEPARTMENT, department) is None:
        raise NotFound(f"Aucun département n’a le code «\u00a0{department[:60]}\u00a0».")
    layer = edition.edition.report.layer(kind)
    if layer is None:
        return DrawnZoning(kind, ZoningDrawn.NOT_LOADED, None)
    vintage = layer.vintage or None
    with edition.file.connect() as connection:
        if zoning_outlines.name not in connection.scalars(table_names()):
            return DrawnZoning(kind, ZoningDrawn.OLDER, vintage)
        rows = connection.execute(zones_reaching(kind, department)).fetchall()
    zones = tuple(
        ZoneOutline(
            row.code, row.name, tuple(row.departments), row.style, row.lon, row.lat, row.outline
        )
        for row in rows
    )
    return DrawnZoning(kind, ZoningDrawn.DRAWN, vintage, zones)
