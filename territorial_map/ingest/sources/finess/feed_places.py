"""Where an establishment of the feed is: the right address of several, in either system."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from territorial_map.ingest.sources.cell_cleaning import shown, text
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.problems import Noted
from territorial_map.ingest.sources.projections import OF_DEPARTMENT, degrees
from territorial_map.places.coordinates import in_france

# The address of the establishment itself; others are those of letters or of the legal entity.
_OWN = "03"
_POSTCODE = re.compile(r"^\d{5}\s+")
_DEGREES = 180.0  # beyond, metres


@dataclass(frozen=True, slots=True)
class PlaceOfFeed:
    """The cells of a place, blank where the feed is silent."""

    address: str = ""
    postcode: str = ""
    commune: str = ""
    commune_code: str = ""
    department_code: str = ""
    lat: str = ""
    lon: str = ""
    geo_precision: str = ""


def place_of_feed(addresses: Sequence[Mapping[str, Any]], intake: Intake, rank: int) -> PlaceOfFeed:
    """The place of an establishment: its own address, else the first, its point in degrees."""
    own = next((one for one in addresses if one.get("usageAdresse") == _OWN), None)
    address = own or next(iter(addresses), None)
    if address is None:
        intake.note(Noted.WITHOUT_POINT, rank)
        return PlaceOfFeed()
    if own is None:
        intake.note(Noted.ADDRESS_OF_ANOTHER_USE, rank)
    code = text(address.get("cogCommune"))
    department = code[:3] if code.startswith(("97", "98")) else code[:2]
    lon, lat, precision = _point(address, department, intake, rank)
    words = ("numeroVoie", "typeVoie", "libelleVoie", "complementVoie", "lieuDit")
    return PlaceOfFeed(
        address=" ".join(filter(None, (text(address.get(word)) for word in words))),
        postcode=text(address.get("codePostal")),
        commune=_POSTCODE.sub("", text(address.get("ligneAcheminement"))),
        commune_code=code,
        department_code=department,
        lat=lat,
        lon=lon,
        geo_precision=precision,
    )


def _point(
    address: Mapping[str, Any], department: str, intake: Intake, rank: int
) -> tuple[str, str, str]:
    """Longitude, latitude and precision; a commune's centre is told as such, without its point."""
    told = address.get("coordonneesGeographique") or {}
    pairs = list(_pairs(told))
    if not pairs:
        intake.note(Noted.WITHOUT_POINT, rank)
        return "", "", ""
    key = text(told.get("cleInInteropBAN"))
    if key and "_" not in key:
        return "", "", "commune"
    for x, y in pairs:
        for lon, lat in _readings(x, y, department):
            if in_france(lon, lat):
                return shown(lon), shown(lat), "address"
    intake.note(Noted.POINT_ABROAD, rank, " ; ".join(f"{x} {y}" for x, y in pairs))
    return "", "", ""


def _pairs(told: Mapping[str, Any]) -> Iterator[tuple[float, float]]:
    """The two pairs of the feed; which system each is in differs from row to row."""
    for names in (("directionLongitude", "directionLatitude"), ("coordonneeX", "coordonneeY")):
        try:
            x, y = (float(str(told.get(name)).replace(",", ".")) for name in names)
        except ValueError:
            continue
        if math.isfinite(x) and math.isfinite(y) and (x or y):
            yield x, y


def _readings(x: float, y: float, department: str) -> Iterator[tuple[float, float]]:
    """What a pair can mean, by its size: degrees in either order, or metres of the département."""
    if abs(x) <= _DEGREES and abs(y) <= _DEGREES:
        yield x, y
        yield y, x
    else:
        yield degrees(OF_DEPARTMENT.get(department, "LAMBERT_93"), x, y)
