"""Domain answers to JSON values; the one place that names the API's keys."""

from dataclasses import asdict, fields
from typing import Any

import orjson

from territorial_map.domain.edition import Edition
from territorial_map.domain.geo import Window
from territorial_map.domain.listing import Cluster, FacetValue, Listed, MapView, Page, Pin
from territorial_map.domain.quality import Quality, quality_of
from territorial_map.domain.sheet import Sheet
from territorial_map.domain.territory import TerritoryShape
from territorial_map.services.explore.addresses import Address
from territorial_map.services.explore.gazetteer import PlaceName

Json = dict[str, Any]
_ITEM_KEYS = tuple(f.name for f in fields(Listed) if f.name not in {"point", "distance_km"})


def item_json(item: Listed) -> Json:
    """One line of a list; ``distance_km`` only where a place was chosen."""
    shape = {name: getattr(item, name) for name in _ITEM_KEYS}
    point = item.point
    shape["lon"], shape["lat"] = (point.lon, point.lat) if point else (None, None)
    if item.distance_km is not None:
        shape["distance_km"] = round(item.distance_km, 3)
    return shape


def page_json(page: Page, edition: Edition) -> Json:
    """A page of a list."""
    return {
        "edition": edition.id,
        "total": page.total,
        "unlocated": page.unlocated,
        "limit": page.limit,
        "offset": page.offset,
        "items": [item_json(item) for item in page.items],
    }


def _bounds(window: Window) -> list[float]:
    return [window.west, window.south, window.east, window.north]


def _cluster(cluster: Cluster) -> Json:
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [cluster.point.lon, cluster.point.lat]},
        "properties": {
            "cluster": True,
            "count": cluster.count,
            "bounds": _bounds(cluster.window),
            "kinds": {kind.value: n for kind, n in cluster.kinds},
            "same_point": cluster.same_point,
        },
    }


def _pin(pin: Pin) -> Json:
    return {
        "type": "Feature",
        "id": pin.id,
        "geometry": {"type": "Point", "coordinates": [pin.point.lon, pin.point.lat]},
        "properties": {
            "cluster": False,
            "id": pin.id,
            "kind": pin.kind.value,
            "name": pin.name,
            "precise": pin.precise,
        },
    }


def map_json(view: MapView, edition: Edition) -> Json:
    """A GeoJSON feature collection; ``total`` is everything in the window."""
    return {
        "type": "FeatureCollection",
        "edition": edition.id,
        "total": view.total,
        "features": [*map(_cluster, view.clusters), *map(_pin, view.pins)],
    }


def facets_json(total: int, facets: dict[str, tuple[FacetValue, ...]], edition: Edition) -> Json:
    """Counts per value of each filter."""
    return {
        "edition": edition.id,
        "total": total,
        "facets": {
            name: [{"value": v.value, "name": v.name, "count": v.count} for v in values]
            for name, values in facets.items()
        },
    }


def sheet_json(sheet: Sheet, edition: Edition) -> Json:
    """The whole record and what stands around it; list fields also by their list keys."""
    record = asdict(sheet.organisation)
    place = record["place"]
    point = place["point"] or {"lon": None, "lat": None}
    flat = {key: place[key] for key in _PLACE_KEYS}
    status = record["status"]
    return {
        **record,
        **flat,
        "ess_status": status["ess"],
        "legal_form": status["legal_form"],
        "legal_family": status["legal_family"],
        "sectors": list(dict.fromkeys(claim["sector"] for claim in record["sectors"])),
        "sector_claims": record["sectors"],
        "lon": point["lon"],
        "lat": point["lat"],
        "located": place["located"],
        "quality": quality_json(quality_of(sheet.organisation, edition.built_on)),
        "edition": edition.id,
        "sites": [item_json(item) for item in sheet.sites],
        "n_sites": sheet.n_sites,
        "same_manager": [item_json(item) for item in sheet.same_manager],
        "n_same_manager": sheet.n_same_manager,
        "nearest": [item_json(item) for item in sheet.nearest],
        "members": [
            {
                "organisation": item_json(tie.organisation),
                "role": tie.role,
                "confidence": tie.confidence,
                "source_url": tie.source_url,
            }
            for tie in sheet.members
        ],
    }


def quality_json(quality: Quality) -> Json:
    """The quality of a record: criteria met of those that apply, then each (``null``: moot)."""
    return {
        "met": quality.met,
        "applied": quality.applied,
        "level": quality.level.value,
        "criteria": {criterion.value: value for criterion, value in quality.parts},
    }


_PLACE_KEYS = (
    "address",
    "postcode",
    "commune_code",
    "commune",
    "epci_code",
    "epci",
    "department_code",
    "department",
    "region_code",
    "region",
)


def place_name_json(place: PlaceName) -> Json:
    """A suggestion of the place box."""
    territory = place.territory
    point = territory.point
    return {
        "level": territory.level.value,
        "code": territory.code,
        "name": place.name,
        "context": place.context,
        "lon": point.lon if point else None,
        "lat": point.lat if point else None,
        "population": territory.population,
    }


def address_json(address: Address) -> Json:
    """An address as a suggestion of the place box; ``code`` is its commune's."""
    return {
        "level": "address",
        "code": address.commune_code,
        "name": address.label,
        "context": "Adresse · Base adresse nationale",
        "lon": address.point.lon,
        "lat": address.point.lat,
        "population": None,
    }


def territory_json(shape: TerritoryShape) -> Json:
    """A territory, its codes and, where there is one, its outline (GeoJSON geometry)."""
    territory = shape.territory
    return {
        "level": territory.level.value,
        "code": territory.code,
        "name": territory.name,
        "population": territory.population,
        "region_code": territory.region_code,
        "department_code": territory.department_code,
        "epci_code": territory.epci_code,
        "postcodes": territory.postcodes,
        "lon": territory.point.lon if territory.point else None,
        "lat": territory.point.lat if territory.point else None,
        "bounds": _bounds(shape.window) if shape.window else None,
        "outline": orjson.Fragment(shape.outline) if shape.outline else None,
    }


def outlines_json(shapes: tuple[TerritoryShape, ...]) -> Json:
    """Outlines of one level as GeoJSON."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": shape.territory.code,
                "properties": {"code": shape.territory.code, "name": shape.territory.name},
                "geometry": orjson.Fragment(shape.outline or "null"),
            }
            for shape in shapes
        ],
    }


def edition_json(edition: Edition) -> Json:
    """An edition and its report, totals first."""
    report = edition.report
    return {
        "id": edition.id,
        "built_on": edition.built_on,
        "content_hash": edition.content_hash,
        "report": {
            "read": report.read,
            "kept": report.kept,
            "merged": report.merged,
            "rejected": report.rejected,
        },
        "sources": [asdict(source) for source in report.sources],
        "remarks": [asdict(remark) for remark in report.remarks],
    }
