"""Facts of organisations from the stored columns that scoring reads."""

from collections.abc import Iterable
from dataclasses import replace

from territorial_map.domain.declared import still_counting
from territorial_map.domain.geo import Point, distance_km
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.pooling.facts import Facts, facts_of
from territorial_map.domain.pooling.same_group import ToldIdentity
from territorial_map.domain.vocabulary import Kind, Located
from territorial_map.queries.schema import AnyRow
from territorial_map.services.partnerships.profiles import ProfileIndex
from territorial_map.store.records import declared_of


def facts_of_rows(rows: Iterable[AnyRow], index: ProfileIndex) -> list[Facts]:
    """The facts of rows of ``queries.partners``."""
    return [_facts(row, index) for row in rows]


def facts_of_record(organisation: Organisation, index: ProfileIndex) -> Facts:
    """The facts of a whole record, records that may be the same body included."""
    place = organisation.place
    blur = _blur(place.point, place.commune_code, index)
    facts = facts_of(organisation, blur_km=blur, on=index.built_on)
    told = ToldIdentity(
        organisation.name,
        organisation.phone,
        organisation.website,
        place.address,
        place.commune_code,
        place.commune,
        place.department_code,
        place.department,
    )
    return replace(facts, signs=index.signs(told))


def _blur(point: Point | None, commune: str | None, index: ProfileIndex) -> float | None:
    """How far the true place may be: the farthest corner of the commune's window."""
    window = index.windows.get(commune or "")
    if point is None or window is None:
        return None
    west, south, east, north = window
    corners = (Point(x, y) for x in (west, east) for y in (south, north))
    return max(distance_km(point, corner) for corner in corners)


def _told(row: AnyRow) -> ToldIdentity:
    return ToldIdentity(
        row.name,
        row.phone,
        row.website,
        row.address,
        row.commune,
        row.commune_name,
        row.department,
        row.department_name,
    )


def _facts(row: AnyRow, index: ProfileIndex) -> Facts:
    profile = index.by_number[row.profile]
    point = Point(row.lon, row.lat) if row.lon is not None else None
    exact = row.located == Located.ADDRESS
    poles = frozenset(row.member_of)
    return Facts(
        id=row.id,
        name=row.name,
        person_key=row.person_key,
        profile=profile,
        point=point,
        blur_km=0.0 if exact else _blur(point, row.commune, index),
        commune_code=row.commune,
        epci_code=row.epci,
        epci=row.epci_name,
        department_code=row.department,
        manager_id=row.manager,
        ptce_ids=poles | {row.id} if profile.kind is Kind.PTCE else poles,
        other_ids=index.doubts.get(row.id, frozenset()),
        signs=index.signs(_told(row)),
        needs=still_counting(declared_of(row.needs), index.built_on),
        offers=still_counting(declared_of(row.offers), index.built_on),
    )
