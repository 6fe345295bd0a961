"""Which commune a source means, by its code, else its postcode and city label."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from territorial_map.domain.city_labels import city_key
from territorial_map.domain.territory import Territory
from territorial_map.ingest.locate.flags import PlaceFlag
from territorial_map.ingest.locate.lookup_cache import Known
from territorial_map.ingest.locate.source_place import RawPlace
from territorial_map.ingest.territories import Codes, TerritoryReference

_ALIKE = 0.9  # ratio of difflib: about one letter wrong in a name of eight or more


@dataclass(frozen=True, slots=True)
class FoundCommune:
    """The commune, and the flags that say how it was found when not by its code."""

    commune: Territory
    flags: tuple[PlaceFlag, ...] = ()


def find_commune(raw: RawPlace, reference: TerritoryReference) -> FoundCommune | None:
    """The commune a source means: code, else label, else lone postcode, else point.

    The code wins over the label, unless postcode and label agree on another commune and neither
    the postcode nor a point speaks for the code; the postcode wins over a label that lies in
    another département. What does not depend on a point is looked up once for all the rows that
    tell the same code, label and postcode.
    """
    found = _known_without_point(raw, reference)
    depends = found is None or PlaceFlag.COMMUNE_CODE_DIFFERS in found.flags
    return _find(raw, reference) if depends and raw.point is not None else found


_Told = tuple[str | None, str | None, str | None, str | None]
_KNOWN: Known[_Told, FoundCommune | None] = Known()


def _known_without_point(raw: RawPlace, reference: TerritoryReference) -> FoundCommune | None:
    known = _KNOWN.of(reference)
    told = (raw.commune_code, raw.postcode, raw.city, raw.department_code)
    if told not in known:
        known[told] = _find(raw._replace(lon=None, lat=None), reference)
    return known[told]


def _find(raw: RawPlace, reference: TerritoryReference) -> FoundCommune | None:
    told = reference.commune((raw.commune_code or "").strip().upper())
    if told is not None:
        return _by_code(raw, told, reference)
    for find, flag in (
        (commune_by_label, PlaceFlag.COMMUNE_FROM_LABEL),
        (_by_lone_postcode, PlaceFlag.COMMUNE_FROM_POSTCODE),
        (_by_point, PlaceFlag.COMMUNE_FROM_POINT),
    ):
        code = find(raw, reference)
        if code is not None:
            commune = reference.communes[code]
            return FoundCommune(commune, (flag, *_label_flag(raw, commune, reference)))
    return None


def _by_code(raw: RawPlace, told: Territory, reference: TerritoryReference) -> FoundCommune:
    """The commune of the code, or the one of postcode and label when the code is surely wrong."""
    flags = _label_flag(raw, told, reference)
    served = reference.communes_of_postcode(raw.clean_postcode or "")
    meant = _only(code for code in reference.communes_labelled(raw.city or "") if code in served)
    if not flags or meant is None or told.code in served:
        return FoundCommune(told, flags)
    if raw.point is not None and reference.distance_km(told.code, raw.point) == 0:
        return FoundCommune(told, flags)
    return FoundCommune(reference.communes[meant], (PlaceFlag.COMMUNE_CODE_DIFFERS,))


def commune_by_label(raw: RawPlace, reference: TerritoryReference) -> str | None:
    """The code of the only commune that the postcode and the city label can mean.

    Tried in order: same name under the postcode; same name in the département (CEDEX postcodes
    and typing errors); under the postcode a name that begins like it, then one alike; in the
    département a name that begins like it (« ANCENIS CEDEX » is Ancenis-Saint-Géréon).
    """
    label = (raw.city or "").strip()
    if not city_key(label):
        return None
    served = reference.communes_of_postcode(raw.clean_postcode or "")
    exact = reference.communes_labelled(label)
    sure = _only(code for code in exact if code in served)
    if sure is not None:
        return sure
    around = _departments(raw, served, reference)
    loose = reference.communes_labelled(label, loosely=True)
    nearby = [code for code in exact if reference.communes[code].department_code in around]
    loosely = [code for code in loose if reference.communes[code].department_code in around]
    return (
        _only(code for code in loose if code in served)
        or _only(nearby)
        or _only(loosely)
        or _beginning_alike(label, served, reference)
        or _alike(label, served, reference)
        or _beginning_alike(
            label,
            (
                code
                for department in around
                for code in reference.communes_of_department(department)
            ),
            reference,
        )
    )


def _departments(raw: RawPlace, served: Codes, reference: TerritoryReference) -> set[str]:
    """The départements where a label may lie: those of its postcode, else that of the row."""
    around = {reference.communes[code].department_code or "" for code in served}
    if not around and raw.department:
        around = {"2A", "2B"} if raw.department in {"2A", "2B", "20"} else {raw.department}
    return around


def _beginning_alike(label: str, codes: Iterable[str], reference: TerritoryReference) -> str | None:
    """The only commune among ``codes`` whose name begins with the label, or the reverse."""
    key = city_key(label)
    return _only(code for code in codes if _begins(reference.key_of(code), key))


def _begins(name: str, key: str) -> bool:
    return f"{name} ".startswith(f"{key} ") or f"{key} ".startswith(f"{name} ")


def _alike(label: str, codes: Iterable[str], reference: TerritoryReference) -> str | None:
    """The only commune among ``codes`` whose name is the label but for a letter or so."""
    matcher = SequenceMatcher(None, "", city_key(label), autojunk=False)
    alike: set[str] = set()
    for code in codes:
        matcher.set_seq1(reference.key_of(code))
        if matcher.ratio() >= _ALIKE:
            alike.add(code)
    return _only(alike)


def _by_lone_postcode(raw: RawPlace, reference: TerritoryReference) -> str | None:
    return _only(reference.communes_of_postcode(raw.clean_postcode or ""))


def _by_point(raw: RawPlace, reference: TerritoryReference) -> str | None:
    """The commune that holds the point, among those of the postcode, else of the département."""
    point = raw.point
    if point is None or raw.geo_precision == "commune":
        return None
    served = reference.communes_of_postcode(raw.clean_postcode or "")
    candidates = served or reference.communes_of_department(raw.department or "")
    return _only(code for code in candidates if reference.distance_km(code, point) == 0)


def _label_flag(
    raw: RawPlace, commune: Territory, reference: TerritoryReference
) -> tuple[PlaceFlag, ...]:
    """``label_differs`` when the label is outright the name of other communes."""
    label = raw.city or ""
    named = reference.communes_labelled(label) or reference.communes_labelled(label, loosely=True)
    same = commune.code in named or _begins(reference.key_of(commune.code), city_key(label))
    return (PlaceFlag.LABEL_DIFFERS,) if named and not same else ()


def _only(codes: Iterable[str]) -> str | None:
    """The only code, or nothing: no choice is made between several."""
    distinct = set(codes)
    return distinct.pop() if len(distinct) == 1 else None
