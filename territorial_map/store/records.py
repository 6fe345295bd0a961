"""Domain values to stored rows and back."""

import orjson
from pydantic import TypeAdapter

from territorial_map.domain.declared import Declared
from territorial_map.domain.dimensions import UNKNOWN
from territorial_map.domain.geo import Point
from territorial_map.domain.listing import Listed
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.quality import QualityCriterion
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
from territorial_map.domain.zoning_terms import PriorityPlace
from territorial_map.queries.schema import AnyRow

_ORGANISATION = TypeAdapter(Organisation)
_DECLARED = TypeAdapter(tuple[Declared, ...])


def record_of(organisation: Organisation) -> bytes:
    """The whole organisation as JSON, keys in declared order: equal values, equal text."""
    return orjson.dumps(organisation)


def organisation_of(record: str | bytes) -> Organisation:
    """The organisation of a stored record, rebuilt through its own checks."""
    return _ORGANISATION.validate_json(record)


def declared_text(several: tuple[Declared, ...]) -> str | None:
    """What is declared as JSON; nothing where there is nothing."""
    return orjson.dumps(several).decode() if several else None


def declared_of(text: str | None) -> tuple[Declared, ...]:
    """What a stored column declares."""
    return _DECLARED.validate_json(text) if text else ()


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
        naf=row.naf,
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
        source=row.source_name,
        vintage=row.vintage,
        licence=row.licence_told,
        criteria_met=row.criteria_met,
        criteria_applied=row.criteria_applied,
        missing=tuple(QualityCriterion(v) for v in row.missing),
        qpv=PriorityPlace(row.qpv),
        needs=declared_of(row.needs),
        offers=declared_of(row.offers),
        distance_km=row.distance_km,
    )
