"""One line of a list, a page of them, the map and the counts beside the filters."""

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from territorial_map.api.models.base import (
    Bounds,
    Count,
    EditionId,
    Kilometres,
    Latitude,
    Longitude,
)
from territorial_map.api.models.understanding import UnderstoodPart
from territorial_map.domain.edition import Edition
from territorial_map.domain.geo import Point, Window
from territorial_map.domain.listing import Cluster, Listed, MapView, Page, Pin
from territorial_map.domain.naf import NafNomenclature, naf_parts
from territorial_map.domain.quality import QualityCriterion
from territorial_map.domain.trade_question import TradeCounts
from territorial_map.domain.vocabulary import (
    Device,
    EssStatus,
    Kind,
    LegalFamily,
    LegalForm,
    Located,
    PartnerType,
    PlaceType,
    PriorityPlace,
    Sector,
    SizeBand,
)


class OrganisationLine(TypedDict):
    """One organisation of a list; ``distance_km`` only where a place was chosen.

    ``sectors`` empty means unknown, never none. ``criteria_met`` of ``criteria_applied`` tell the
    quality of the record, ``missing`` the others.
    """

    id: str
    kind: Kind
    name: str
    acronym: str | None
    ess_status: EssStatus
    legal_form: LegalForm
    legal_family: LegalFamily
    devices: tuple[Device, ...]
    place_types: tuple[PlaceType, ...]
    partner_type: PartnerType | None
    sectors: tuple[Sector, ...]
    size: SizeBand
    siren: str | None
    siret: str | None
    finess: str | None
    naf: str | None
    naf_nomenclature: NafNomenclature | None
    address: str | None
    postcode: str | None
    commune_code: str | None
    commune: str | None
    epci_code: str | None
    epci: str | None
    department_code: str | None
    department: str | None
    region_code: str | None
    region: str | None
    located: Located
    qpv: PriorityPlace
    website: str | None
    phone: str | None
    manager_id: str | None
    source: str
    vintage: str
    licence: str
    criteria_met: Count
    criteria_applied: Count
    missing: tuple[QualityCriterion, ...]
    lon: Longitude | None
    lat: Latitude | None
    distance_km: NotRequired[Kilometres]


class CountedTrades(TypedDict):
    """A question that asks for a trade, in three; null where it asks for none."""

    known: Count | None
    unknown: Count | None
    other: Count | None


class OrganisationPage(CountedTrades):
    """A slice of a list; ``unlocated`` of the ``total`` have no point.

    ``understood`` says what the free text was read as. Where a trade is asked for, ``unknown`` and
    ``other`` count the same question of those whose trade is not recorded, or another.
    """

    edition: EditionId
    understood: list[UnderstoodPart]
    total: Count
    unlocated: Count
    limit: Count
    offset: Count
    items: list[OrganisationLine]


class PointGeometry(TypedDict):
    """A GeoJSON point: longitude, latitude."""

    type: Literal["Point"]
    coordinates: Annotated[list[float], Field(min_length=2, max_length=2)]


class ClusterProperties(TypedDict):
    """``kinds`` counts per kind; at ``same_point`` no zoom parts them."""

    cluster: Literal[True]
    count: Annotated[int, Field(ge=1)]
    bounds: Bounds
    kinds: dict[Kind, Count]
    same_point: bool


class ClusterFeature(TypedDict):
    """Several organisations drawn as one."""

    type: Literal["Feature"]
    geometry: PointGeometry
    properties: ClusterProperties


class PinProperties(TypedDict):
    """``precise`` is false where the point is that of the commune."""

    cluster: Literal[False]
    id: str
    kind: Kind
    name: str
    precise: bool


class PinFeature(TypedDict):
    """One organisation on the map."""

    type: Literal["Feature"]
    id: str
    geometry: PointGeometry
    properties: PinProperties


class MapFeatures(TypedDict):
    """A GeoJSON feature collection; ``total`` is everything in the window, never capped."""

    type: Literal["FeatureCollection"]
    edition: EditionId
    understood: list[UnderstoodPart]
    total: Count
    features: list[ClusterFeature | PinFeature]


def organisation_line(item: Listed) -> OrganisationLine:
    """One line of a list."""
    point, (naf, nomenclature) = item.point, naf_parts(item.naf)
    line: OrganisationLine = {
        "id": item.id,
        "kind": item.kind,
        "name": item.name,
        "acronym": item.acronym,
        "ess_status": item.ess_status,
        "legal_form": item.legal_form,
        "legal_family": item.legal_family,
        "devices": item.devices,
        "place_types": item.place_types,
        "partner_type": item.partner_type,
        "sectors": item.sectors,
        "size": item.size,
        "siren": item.siren,
        "siret": item.siret,
        "finess": item.finess,
        "naf": naf,
        "naf_nomenclature": nomenclature,
        "address": item.address,
        "postcode": item.postcode,
        "commune_code": item.commune_code,
        "commune": item.commune,
        "epci_code": item.epci_code,
        "epci": item.epci,
        "department_code": item.department_code,
        "department": item.department,
        "region_code": item.region_code,
        "region": item.region,
        "located": item.located,
        "qpv": item.qpv,
        "website": item.website,
        "phone": item.phone,
        "manager_id": item.manager_id,
        "source": item.source,
        "vintage": item.vintage,
        "licence": item.licence,
        "criteria_met": item.criteria_met,
        "criteria_applied": item.criteria_applied,
        "missing": item.missing,
        "lon": point.lon if point else None,
        "lat": point.lat if point else None,
    }
    if item.distance_km is not None:
        line["distance_km"] = round(item.distance_km, 3)
    return line


def counted_trades(counts: TradeCounts | None) -> CountedTrades:
    """The three counts, or none."""
    if counts is None:
        return {"known": None, "unknown": None, "other": None}
    return {"known": counts.known, "unknown": counts.unknown, "other": counts.other}


def organisation_page(
    page: Page, trades: TradeCounts | None, edition: Edition, understood: list[UnderstoodPart]
) -> OrganisationPage:
    """A page of a list; ``trades`` where it asks for one."""
    return {
        "edition": edition.id,
        "understood": understood,
        "total": page.total,
        **counted_trades(trades),
        "unlocated": page.unlocated,
        "limit": page.limit,
        "offset": page.offset,
        "items": list(map(organisation_line, page.items)),
    }


def bounds(window: Window) -> list[float]:
    """West, south, east, north, in degrees."""
    return [window.west, window.south, window.east, window.north]


def map_features(view: MapView, edition: Edition, understood: list[UnderstoodPart]) -> MapFeatures:
    """A GeoJSON feature collection."""
    return {
        "type": "FeatureCollection",
        "edition": edition.id,
        "understood": understood,
        "total": view.total,
        "features": [*map(_cluster, view.clusters), *map(_pin, view.pins)],
    }


def _cluster(cluster: Cluster) -> ClusterFeature:
    return {
        "type": "Feature",
        "geometry": _point(cluster.point),
        "properties": {
            "cluster": True,
            "count": cluster.count,
            "bounds": bounds(cluster.window),
            "kinds": dict(cluster.kinds),
            "same_point": cluster.same_point,
        },
    }


def _pin(pin: Pin) -> PinFeature:
    return {
        "type": "Feature",
        "id": pin.id,
        "geometry": _point(pin.point),
        "properties": {
            "cluster": False,
            "id": pin.id,
            "kind": pin.kind,
            "name": pin.name,
            "precise": pin.precise,
        },
    }


def _point(point: Point) -> PointGeometry:
    return {"type": "Point", "coordinates": [point.lon, point.lat]}
