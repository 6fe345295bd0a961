"""Domain values to stored rows and back."""

from typing import Any

import orjson
from pydantic import TypeAdapter

from territorial_map.domain.dimensions import DIMENSIONS, UNKNOWN
from territorial_map.domain.geo import Point, mercator_key
from territorial_map.domain.listing import Listed
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.quality import Criterion, quality_of
from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import (
    Device,
    EssStatus,
    Kind,
    LegalFamily,
    LegalForm,
    Located,
    PartnerType,
    PlaceType,
    Sector,
    SizeBand,
)
from territorial_map.queries.schema import AnyRow

_ORGANISATION = TypeAdapter(Organisation)


def record_of(organisation: Organisation) -> str:
    """The whole organisation as JSON, keys in declared order: equal values, equal text."""
    return orjson.dumps(organisation).decode()


def organisation_of(record: str) -> Organisation:
    """The organisation of a stored record, rebuilt through its own checks."""
    return _ORGANISATION.validate_json(record)


def organisation_row(organisation: Organisation, built_on: str) -> dict[str, Any]:
    """The stored columns of an organisation, by name, in an edition built on an ISO date."""
    quality = quality_of(organisation, built_on)
    place, source = organisation.place, organisation.source
    tile = mercator_key(place.point) if place.point else (None, None)
    row: dict[str, Any] = {}
    for dimension in DIMENSIONS:
        if dimension.dated is not None:
            continue  # read off the quality above, once
        values = dimension.values(organisation)
        row[dimension.name] = list(values) if dimension.many else next(iter(values), None)
    return row | {
        "id": organisation.id,
        "name": organisation.name,
        "sort_name": fold(organisation.name),
        "acronym": organisation.acronym,
        "size": organisation.size.value,
        "finess": organisation.finess,
        "address": place.address,
        "postcode": place.postcode,
        "commune_name": place.commune,
        "epci_name": place.epci,
        "department_name": place.department,
        "region_name": place.region,
        "lon": place.point.lon if place.point else None,
        "lat": place.point.lat if place.point else None,
        "tile_x": tile[0],
        "tile_y": tile[1],
        "website": organisation.website,
        "phone": organisation.phone,
        "source": source.source,
        "vintage": source.vintage,
        "licence": source.licence,
        "quality": quality.level.value,
        "missing": [criterion.value for criterion in quality.missing],
        "criteria_met": quality.met,
        "criteria_applied": quality.applied,
        "person_key": organisation.person_key,
        "words": sorted(organisation.search_words),
        "record": record_of(organisation),
    }


def listed_of(row: AnyRow) -> Listed:
    """A list line from a row of ``queries.lists``."""
    return Listed(
        id=row.id,
        kind=Kind(row.kind),
        name=row.name,
        acronym=row.acronym,
        ess_status=EssStatus(row.ess_status),
        legal_form=LegalForm(row.legal_form),
        legal_family=LegalFamily(row.legal_family),
        devices=tuple(Device(v) for v in row.device),
        place_types=tuple(PlaceType(v) for v in row.place_type),
        partner_type=PartnerType(row.partner_type) if row.partner_type else None,
        sectors=tuple(Sector(v) for v in row.sector if v != UNKNOWN),
        size=SizeBand(row.size),
        siren=row.siren,
        siret=row.siret,
        finess=row.finess,
        address=row.address,
        postcode=row.postcode,
        commune_code=row.commune,
        commune=row.commune_name,
        epci_code=row.epci,
        epci=row.epci_name,
        department_code=row.department,
        department=row.department_name,
        region_code=row.region,
        region=row.region_name,
        point=Point(row.lon, row.lat) if row.lon is not None else None,
        located=Located(row.located),
        website=row.website,
        phone=row.phone,
        manager_id=row.manager,
        source=row.source,
        vintage=row.vintage,
        licence=row.licence,
        criteria_met=row.criteria_met,
        criteria_applied=row.criteria_applied,
        missing=tuple(Criterion(v) for v in row.missing),
        distance_km=row.distance_km,
    )
