"""The sheet of one organisation: its whole record, and what stands around it."""

from typing_extensions import TypedDict

from territorial_map.api.models.base import Count, EditionId, Latitude, Longitude
from territorial_map.api.models.listing import OrganisationLine, organisation_line
from territorial_map.domain.declared import Declared
from territorial_map.domain.edition import Edition
from territorial_map.domain.naf import NafNomenclature, naf_parts
from territorial_map.domain.organisation import (
    FieldFact,
    Membership,
    NetworkTie,
    Place,
    PoleFacts,
    SectorClaim,
    SourceMention,
    Status,
    Zoning,
)
from territorial_map.domain.practices.tags import PracticeTag
from territorial_map.domain.quality import Quality, QualityCriterion, QualityLevel, quality_of
from territorial_map.domain.sheet import Sheet, SheetTie
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


class RecordQuality(TypedDict):
    """Criteria met of those that apply, then each (``null``: it does not apply)."""

    met: Count
    applied: Count
    level: QualityLevel
    criteria: dict[QualityCriterion, bool | None]


class PoleMember(TypedDict):
    """An organisation tied to a PTCE, and the page that says so."""

    organisation: OrganisationLine
    role: str
    confidence: str
    source_url: str


class OrganisationSheet(TypedDict):
    """The whole record; list fields also by their list keys, so that both are read alike.

    ``n_sites`` and ``n_same_manager`` count all, beyond those shown.
    """

    id: str
    kind: Kind
    name: str
    source_name: str
    sources: tuple[SourceMention, ...]
    status: Status
    place: Place
    acronym: str | None
    devices: tuple[Device, ...]
    place_types: tuple[PlaceType, ...]
    partner_type: PartnerType | None
    sectors: list[Sector]
    sector_claims: tuple[SectorClaim, ...]
    size: SizeBand
    headcount_band: str | None
    siren: str | None
    siret: str | None
    finess: str | None
    naf: str | None
    naf_nomenclature: NafNomenclature | None
    manager_id: str | None
    website: str | None
    phone: str | None
    opened_on: str | None
    notes: tuple[str, ...]
    memberships: tuple[Membership, ...]
    networks: tuple[NetworkTie, ...]
    needs: tuple[Declared, ...]
    offers: tuple[Declared, ...]
    zonings: tuple[Zoning, ...]
    qpv: PriorityPlace
    perhaps_same: tuple[str, ...]
    field_facts: tuple[FieldFact, ...]
    pole: PoleFacts | None
    practices: tuple[PracticeTag, ...]
    service_area: str | None
    verified_on: str | None
    verified_by_role: str | None
    ess_status: EssStatus
    legal_form: LegalForm
    legal_family: LegalFamily
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
    lon: Longitude | None
    lat: Latitude | None
    quality: RecordQuality
    edition: EditionId
    sites: list[OrganisationLine]
    n_sites: Count
    same_manager: list[OrganisationLine]
    n_same_manager: Count
    nearest: list[OrganisationLine]
    members: list[PoleMember]


def organisation_sheet(sheet: Sheet, edition: Edition) -> OrganisationSheet:
    """The whole record and what stands around it."""
    record = sheet.organisation
    place, status = record.place, record.status
    naf, nomenclature = naf_parts(record.naf)
    return {
        "id": record.id,
        "kind": record.kind,
        "name": record.name,
        "source_name": record.source_name,
        "sources": record.sources,
        "status": status,
        "place": place,
        "acronym": record.acronym,
        "devices": record.devices,
        "place_types": record.place_types,
        "partner_type": record.partner_type,
        "sectors": list(dict.fromkeys(claim.sector for claim in record.sectors)),
        "sector_claims": record.sectors,
        "size": record.size,
        "headcount_band": record.headcount_band,
        "siren": record.siren,
        "siret": record.siret,
        "finess": record.finess,
        "naf": naf,
        "naf_nomenclature": nomenclature,
        "manager_id": record.manager_id,
        "website": record.website,
        "phone": record.phone,
        "opened_on": record.opened_on,
        "notes": record.notes,
        "memberships": record.memberships,
        "networks": record.networks,
        "needs": record.needs,
        "offers": record.offers,
        "zonings": record.zonings,
        "qpv": record.qpv,
        "perhaps_same": record.perhaps_same,
        "field_facts": record.field_facts,
        "pole": record.pole,
        "practices": record.practices,
        "service_area": record.service_area,
        "verified_on": record.verified_on,
        "verified_by_role": record.verified_by_role,
        "ess_status": status.ess,
        "legal_form": status.legal_form,
        "legal_family": status.legal_family,
        "address": place.address,
        "postcode": place.postcode,
        "commune_code": place.commune_code,
        "commune": place.commune,
        "epci_code": place.epci_code,
        "epci": place.epci,
        "department_code": place.department_code,
        "department": place.department,
        "region_code": place.region_code,
        "region": place.region,
        "located": place.located,
        "lon": place.point.lon if place.point else None,
        "lat": place.point.lat if place.point else None,
        "quality": record_quality(quality_of(record, edition.built_on)),
        "edition": edition.id,
        "sites": list(map(organisation_line, sheet.sites)),
        "n_sites": sheet.n_sites,
        "same_manager": list(map(organisation_line, sheet.same_manager)),
        "n_same_manager": sheet.n_same_manager,
        "nearest": list(map(organisation_line, sheet.nearest)),
        "members": list(map(_member, sheet.members)),
    }


def record_quality(quality: Quality) -> RecordQuality:
    """The quality of a record, criterion by criterion."""
    return {
        "met": quality.met,
        "applied": quality.applied,
        "level": quality.level,
        "criteria": dict(quality.parts),
    }


def _member(tie: SheetTie) -> PoleMember:
    return {
        "organisation": organisation_line(tie.organisation),
        "role": tie.role,
        "confidence": tie.confidence,
        "source_url": tie.source_url,
    }
