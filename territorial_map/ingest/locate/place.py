"""From a source's place to the directory's: territory codes, point, and what is missing."""

from territorial_map.domain.geo import Point
from territorial_map.domain.organisation import Place
from territorial_map.domain.territory import COLLECTIVITIES, Territory
from territorial_map.domain.vocabulary import Located
from territorial_map.ingest.locate.commune import FoundCommune, find_commune
from territorial_map.ingest.locate.flags import PlaceFlag
from territorial_map.ingest.locate.lookup_cache import Known
from territorial_map.ingest.locate.source_place import RawPlace
from territorial_map.ingest.territories import TerritoryReference

NEAR_ENOUGH_KM = 2.0  # boundaries are simplified, and addresses lie along them

_KNOWN: Known[RawPlace, Place] = Known()


def locate(raw: RawPlace, reference: TerritoryReference) -> Place:
    """The place of a source row, with every code and name that its commune gives.

    Without a commune the place is the département, else the région, else nothing, and
    ``missing_reason`` says why in French. A point is kept when it lies within
    ``NEAR_ENOUGH_KM`` of the commune; otherwise the commune's inner point stands for it. Rows that
    tell neither address nor point share the place of their labels, looked up once.
    """
    if raw.address or raw.lon is not None or raw.lat is not None:
        return _located(raw, reference)
    known = _KNOWN.of(reference)
    place = known.get(raw)
    if place is None:
        place = known[raw] = _located(raw, reference)
    return place


def _located(raw: RawPlace, reference: TerritoryReference) -> Place:
    collectivity = raw.collectivity
    if collectivity is not None:
        return _in_collectivity(raw, collectivity)
    found = find_commune(raw, reference)
    if found is not None:
        return _in_commune(raw, found, reference)
    return _above_commune(raw, reference)


def _in_commune(raw: RawPlace, found: FoundCommune, reference: TerritoryReference) -> Place:
    commune = found.commune
    point, misplaced = _trusted_point(raw, commune, reference)
    flags = (*((PlaceFlag.MISPLACED_SOURCE_POINT,) if misplaced else ()), *found.flags)
    department = reference.departments[commune.department_code or ""]
    region = reference.regions[commune.region_code or ""]
    epci = reference.epci.get(commune.epci_code or "")
    return Place(
        located=Located.ADDRESS if point is not None else Located.COMMUNE,
        address=_tidy(raw.address),
        postcode=raw.clean_postcode,
        commune_code=commune.code,
        commune=commune.name,
        epci_code=epci.code if epci else None,
        epci=epci.name if epci else None,
        department_code=department.code,
        department=department.name,
        region_code=region.code,
        region=region.name,
        point=point or commune.point,
        flags=tuple(flag.value for flag in flags),
    )


def _trusted_point(
    raw: RawPlace, commune: Territory, reference: TerritoryReference
) -> tuple[Point | None, bool]:
    """The source's point if it can be trusted, and whether it was told but is misplaced."""
    if raw.geo_precision == "commune" or raw.lon is None or raw.lat is None:
        return None, False
    point = raw.point
    if point is not None and reference.distance_km(commune.code, point) <= NEAR_ENOUGH_KM:
        return point, False
    return None, True


def _in_collectivity(raw: RawPlace, code: str) -> Place:
    name = COLLECTIVITIES[code]
    return Place(
        located=Located.DEPARTMENT,
        address=_tidy(raw.address),
        postcode=raw.clean_postcode,
        department_code=code,
        department=name,
        missing_reason=f"{name} ({code}) n’a pas de contour ni de commune dans le référentiel.",
    )


def _above_commune(raw: RawPlace, reference: TerritoryReference) -> Place:
    """The département or the région of a place without a commune."""
    department = reference.departments.get(raw.department or "")
    region_code = department.region_code if department else None
    region = reference.regions.get(region_code or "") or reference.region_named(raw.region or "")
    located = Located.DEPARTMENT if department else Located.REGION if region else Located.NONE
    return Place(
        located=located,
        address=_tidy(raw.address),
        postcode=raw.clean_postcode,
        department_code=department.code if department else None,
        department=department.name if department else None,
        region_code=region.code if region else None,
        region=region.name if region else None,
        missing_reason=_missing_reason(raw, located, reference),
    )


def _missing_reason(raw: RawPlace, located: Located, reference: TerritoryReference) -> str:
    """Why there is no commune, in one sentence."""
    city = _tidy(raw.city)
    postcode = raw.clean_postcode
    if city and postcode and reference.communes_labelled(city):
        return f"La ville «\u00a0{city}\u00a0» ne va pas avec le code postal {postcode}."
    if city:
        return f"La ville «\u00a0{city}\u00a0» ne désigne aucune commune sans ambiguïté."
    if postcode:
        return f"Le code postal {postcode} ne suffit pas à désigner une commune."
    return {
        Located.DEPARTMENT: "La source ne donne que le département.",
        Located.REGION: "La source ne donne que la région.",
    }.get(located, "La source ne donne aucun lieu.")


def _tidy(text: str | None) -> str | None:
    """Text without stray spaces, or nothing."""
    return " ".join((text or "").split()) or None
