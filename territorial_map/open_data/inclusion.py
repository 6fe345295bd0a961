"""Structures of insertion in the schema of data·inclusion, version 1.

https://data.inclusion.gouv.fr. Only organisations whose scheme, or type of partner, is one of its
networks (``reseaux_porteurs``): it is no list of every association.
"""

from collections.abc import Iterable
from typing import Any

from territorial_map.domain.cells.phones import international
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.vocabulary import Device, Located, PartnerType
from territorial_map.open_data.dates import first_day_of

Json = dict[str, Any]
SOURCE = "cooperation-territoriale"
_NETWORKS: dict[Device, str] = {
    Device.ACI: "aci",
    Device.EI: "ei",
    Device.AI: "ai",
    Device.ETTI: "etti",
    Device.EITI: "eiti",
    Device.GEIQ: "geiq",
    Device.ESAT: "esat",
    Device.EA: "ea",
    Device.EATT: "eatt",
}
_SHORTEST, _LONGEST = 3, 150


def structures_of(rows: Iterable[Organisation]) -> list[Json]:
    """The organisations that are structures of insertion; facts that nobody tells are left out."""
    return [told for one in rows if (told := _structure(one)) is not None]


def networks_of(one: Organisation) -> list[str]:
    """The networks of data·inclusion that an organisation belongs to by its schemes."""
    found = [_NETWORKS[device] for device in one.devices if device in _NETWORKS]
    if one.partner_type is PartnerType.CCAS:
        found.append("ccas-cias")
    return found


def _structure(one: Organisation) -> Json | None:
    networks, name = networks_of(one), one.name.rstrip(".").strip()
    day = first_day_of(one.source.vintage)
    if not networks or day is None or not _SHORTEST <= len(name) <= _LONGEST:
        return None
    place = one.place
    point = place.point if place.located is Located.ADDRESS else None
    told = {
        "source": SOURCE,
        "id": f"{SOURCE}--{one.id}",
        "nom": name,
        "date_maj": day.isoformat(),
        "siret": one.siret,
        "commune": place.commune,
        "code_postal": place.postcode,
        "code_insee": place.commune_code,
        "adresse": place.address,
        "longitude": point.lon if point else None,
        "latitude": point.lat if point else None,
        "telephone": international(one.phone),
        "site_web": one.website,
        "reseaux_porteurs": networks,
    }
    return {key: value for key, value in told.items() if value is not None}
