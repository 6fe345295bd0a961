"""Who is around a group: the nearest organisations of each role that a clause can lack."""

from collections.abc import Sequence
from math import fsum

from territorial_map.domain.geo import Point, distance_km
from territorial_map.domain.listing import Listed, Order
from territorial_map.domain.organisation import Place
from territorial_map.domain.ptce.gap_candidates import Neighbour
from territorial_map.domain.ptce.member import ESS_STATUSES, Member
from territorial_map.domain.selection import Around, Selection
from territorial_map.domain.vocabulary import EssStatus, LegalFamily, Located, PartnerType
from territorial_map.services.explore.open_edition import OpenEdition

RADIUS_KM = 30.0
LOOKED_AT = 60
_SELECTIONS: tuple[dict[str, list[str]], ...] = (
    {"ess_status": sorted(status.value for status in ESS_STATUSES)},
    {"partner_type": [PartnerType.ENTERPRISE.value]},
    {"legal_family": [LegalFamily.COMMERCIAL.value]},
    {"partner_type": sorted(t.value for t in PartnerType if t is not PartnerType.ENTERPRISE)},
    {"ess_status": [EssStatus.OUTSIDE_PUBLIC.value]},
)


def neighbours_of(edition: OpenEdition, members: Sequence[Member]) -> tuple[Neighbour, ...]:
    """The nearest sites of each role within ``RADIUS_KM`` of the group's middle member.

    Empty when no member has a point: nothing is near what is nowhere.
    """
    centre = middle_of([member.place.point for member in members if member.place.point])
    if centre is None:
        return ()
    around = Around(centre, RADIUS_KM)
    found: dict[str, Neighbour] = {}
    for choices in _SELECTIONS:
        selection = Selection.of(choices, around=around)
        for line in edition.page(selection, Order.DISTANCE, LOOKED_AT).items:
            found[line.id] = Neighbour(_member_of(line), line.distance_km)
    return tuple(found.values())


def middle_of(points: Sequence[Point]) -> Point | None:
    """The point with the shortest way to all others; the first of equals, by coordinates."""
    ordered = sorted(set(points), key=lambda p: (p.lon, p.lat))
    return min(ordered, key=lambda p: fsum(distance_km(p, other) for other in points), default=None)


def _member_of(line: Listed) -> Member:
    return Member(
        name=line.name,
        id=line.id,
        siren=line.siren,
        ess=line.ess_status,
        legal_form=line.legal_form,
        legal_family=line.legal_family,
        partner_type=line.partner_type,
        devices=line.devices,
        place=Place(
            located=line.located if line.commune_code else Located.NONE,
            commune_code=line.commune_code,
            commune=line.commune,
            epci_code=line.epci_code,
            epci=line.epci,
            department_code=line.department_code,
            department=line.department,
            region_code=line.region_code,
            region=line.region,
            point=line.point if line.commune_code else None,
        ),
    )
