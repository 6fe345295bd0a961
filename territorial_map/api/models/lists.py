"""What lists kept in a browser ask: facts by identifiers, the first ids of a selection."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypedDict

from territorial_map.api.models.base import Count, EditionId, IsoDate, Latitude, Longitude, Named
from territorial_map.domain.edition import Edition
from territorial_map.domain.listing import Listed
from territorial_map.domain.vocabulary import Device, Kind, Located, PartnerType, PlaceType, Sector
from territorial_map.services.explore.kept_organisations import MOST_LINES, Followed

MOST_ID = 300
OrganisationId = Annotated[str, Field(min_length=1, max_length=MOST_ID)]


class AskedBody(BaseModel):
    """A body: keys of its own only, values of their type only."""

    model_config = ConfigDict(extra="forbid", strict=True)


class LinesAsked(AskedBody):
    """Identifiers of organisations, those they have or had."""

    ids: Annotated[
        list[OrganisationId],
        Field(max_length=MOST_LINES),
    ]


class FollowedLine(TypedDict):
    """An organisation by an id it has or had; ``ended`` says in French why it is over.

    ``asked`` differs from ``id`` once the organisation was merged with another.
    """

    asked: str
    id: str
    name: str
    acronym: str | None
    kind: Kind
    devices: tuple[Device, ...]
    place_types: tuple[PlaceType, ...]
    partner_type: PartnerType | None
    sectors: tuple[Sector, ...]
    siren: str | None
    siret: str | None
    address: str | None
    postcode: str | None
    commune_code: str | None
    commune: str | None
    department_code: str | None
    department: str | None
    located: Located
    website: str | None
    phone: str | None
    source: str
    vintage: str
    lon: Longitude | None
    lat: Latitude | None
    ended: str | None


class FollowedLines(TypedDict):
    """The lines found, in the order asked; an id that nothing answers to is absent."""

    edition: EditionId
    built_on: IsoDate
    lines: list[FollowedLine]


class SelectionIds(TypedDict):
    """How many organisations a selection keeps, and the first of them."""

    edition: EditionId
    total: Count
    lines: list[Named]


def followed_lines(found: tuple[Followed, ...], edition: Edition) -> FollowedLines:
    """Facts of the organisations of a list."""
    return {
        "edition": edition.id,
        "built_on": edition.built_on,
        "lines": list(map(_line, found)),
    }


def selection_ids(total: int, items: tuple[Listed, ...], edition: Edition) -> SelectionIds:
    """The first organisations of a selection, by id and name."""
    named: list[Named] = [{"id": item.id, "name": item.name} for item in items]
    return {"edition": edition.id, "total": total, "lines": named}


def _line(one: Followed) -> FollowedLine:
    item = one.listed
    point = item.point
    return {
        "asked": one.asked,
        "id": item.id,
        "name": item.name,
        "acronym": item.acronym,
        "kind": item.kind,
        "devices": item.devices,
        "place_types": item.place_types,
        "partner_type": item.partner_type,
        "sectors": item.sectors,
        "siren": item.siren,
        "siret": item.siret,
        "address": item.address,
        "postcode": item.postcode,
        "commune_code": item.commune_code,
        "commune": item.commune,
        "department_code": item.department_code,
        "department": item.department,
        "located": item.located,
        "website": item.website,
        "phone": item.phone,
        "source": item.source,
        "vintage": item.vintage,
        "lon": point.lon if point else None,
        "lat": point.lat if point else None,
        "ended": one.ended,
    }
