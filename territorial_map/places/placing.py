"""From the cells of a row to a place of the directory: codes, names, point, what is missing."""

from territorial_map.domain.cells import cell_text
from territorial_map.domain.geo import Point
from territorial_map.domain.organisation import Place
from territorial_map.domain.territory import COLLECTIVITIES
from territorial_map.domain.vocabulary import Located
from territorial_map.places.boundaries import NEAR_ENOUGH_KM
from territorial_map.places.cells import PlaceCells
from territorial_map.places.flags import PlaceFlag
from territorial_map.places.reader import PlaceReader
from territorial_map.places.settled_place import SettledPlace


def place_of(cells: PlaceCells, reader: PlaceReader) -> Place:
    """The place of a row, with every code and name that its commune gives.

    Without a commune the place is the département, else the région, else abroad or nothing, and
    ``missing_reason`` says why in French. A point is kept when it lies within ``NEAR_ENOUGH_KM`` of
    the commune; otherwise the commune's inner point stands for it.
    """
    settled = reader.settle(cells)
    if settled.commune is not None:
        return _in_commune(cells, settled.commune, settled, reader)
    return _without_commune(cells, settled, reader)


def _in_commune(cells: PlaceCells, code: str, settled: SettledPlace, reader: PlaceReader) -> Place:
    index = reader.index
    commune = index.communes[code]
    point, misplaced = _trusted_point(cells, code, reader)
    flags = (*((PlaceFlag.MISPLACED_SOURCE_POINT,) if misplaced else ()), *settled.flags)
    department = index.departments[commune.department_code or ""]
    region = index.regions[commune.region_code or ""]
    epci = index.epci.get(commune.epci_code or "")
    return Place(
        located=Located.ADDRESS if point is not None else Located.COMMUNE,
        address=_tidy(cells.address),
        postcode=settled.postcode or None,
        commune_code=commune.code,
        commune=commune.name,
        epci_code=epci.code if epci else None,
        epci=epci.name if epci else None,
        department_code=department.code,
        department=department.name,
        region_code=region.code,
        region=region.name,
        point=point or commune.point,
        flags=tuple(flag.value for flag in flags),
    )


def _trusted_point(
    cells: PlaceCells, commune: str, reader: PlaceReader
) -> tuple[Point | None, bool]:
    """The source's point if it can be trusted, and whether it was told but is misplaced."""
    if cells.geo_precision == "commune" or cells.lon is None or cells.lat is None:
        return None, False
    point = reader.point_of(cells)
    near = point is not None and _is_near(point, commune, reader)
    return (point, False) if near else (None, True)


def _is_near(point: Point, commune: str, reader: PlaceReader) -> bool:
    """Whether a point is in or by a commune; one without a boundary speaks against nothing."""
    if not reader.boundaries.has(commune):
        return True
    return reader.boundaries.distance_km(commune, point) <= NEAR_ENOUGH_KM


def _without_commune(cells: PlaceCells, settled: SettledPlace, reader: PlaceReader) -> Place:
    """The département or the région of a place without a commune, or its country."""
    index = reader.index
    only = next(iter(settled.departments)) if len(settled.departments) == 1 else ""
    department = index.departments.get(only)
    name = department.name if department else COLLECTIVITIES.get(only)
    region = index.regions.get(_region_code(settled, reader))
    located = (
        Located.ABROAD
        if settled.country
        else Located.DEPARTMENT
        if name
        else Located.REGION
        if region
        else Located.NONE
    )
    return Place(
        located=located,
        address=_tidy(cells.address),
        postcode=settled.postcode or (_tidy(cells.postcode) if settled.country else None),
        department_code=only if name else None,
        department=name,
        region_code=region.code if region else None,
        region=region.name if region else None,
        flags=tuple(flag.value for flag in settled.flags),
        missing_reason=settled.reason,
    )


def _region_code(settled: SettledPlace, reader: PlaceReader) -> str:
    """The région told, else that of every département that the place may be in."""
    departments = reader.index.departments
    found = {departments[d].region_code for d in settled.departments if d in departments}
    return settled.region or (found.pop() if len(found) == 1 else None) or ""


def _tidy(text: str | None) -> str | None:
    return cell_text(text) or None
