"""One line of a list, a page of them, the map and the counts beside the filters."""

from typing import NotRequired

from typing_extensions import TypedDict

from territorial_map.api.models.base import (
    Count,
    EditionId,
    Kilometres,
    Latitude,
    Longitude,
)
from territorial_map.api.models.understanding import UnderstoodPart
from territorial_map.domain.edition import Edition
from territorial_map.domain.listing import Listed, Page
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
    Sector,
    SizeBand,
)
from territorial_map.domain.zoning_terms import PriorityPlace


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
