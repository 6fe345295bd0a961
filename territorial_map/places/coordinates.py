"""Latitude and longitude cells, as sheets and maps write them."""

import math
import re
from typing import NamedTuple

import shapely

from territorial_map.domain.cells import cell_text
from territorial_map.domain.term import Term

_DMS = re.compile(
    r"(?P<d>\d{1,3}(?:[.,]\d+)?)\s*°\s*(?:(?P<m>\d{1,2}(?:[.,]\d+)?)\s*['’′]\s*)?"
    r"(?:(?P<s>\d{1,2}(?:[.,]\d+)?)\s*(?:[\"”″]|''|’’)\s*)?(?P<side>[NSEWO])?",
    re.IGNORECASE,
)

# « POINT (5.105 46.487) », as GIS software writes a point in a table: x before y.
_WKT = re.compile(
    r"\s*(?:SRID=4326;)?\s*POINT\s*Z?\s*\(\s*(-?\d+(?:\.\d+)?)\s+(-?\d+(?:\.\d+)?)[\s\d.-]*\)",
    re.IGNORECASE,
)
_SHAPE = re.compile(
    r"\s*(?:SRID=4326;)?\s*(?P<wkt>(?:MULTI(?:POINT|LINESTRING|POLYGON)|LINESTRING|POLYGON"
    r"|GEOMETRYCOLLECTION)\s*(?:Z|M|ZM)?\s*\(.*)",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_SHAPE = 1_000_000  # characters of a cell
_SIDES = re.compile(r"\s*°?\s*([NSEWO])\s*$", re.IGNORECASE)
_BEFORE_ZERO = frozenset("SWO")


# West, south, east, north of the French territories that a point may lie in.
_WINDOWS = (
    (-5.6, 41.2, 9.8, 51.3),
    (-63.3, 14.2, -60.6, 18.3),
    (-54.8, 2.0, -51.4, 6.0),
    (55.0, -21.6, 56.0, -20.7),
    (44.9, -13.2, 45.5, -12.4),
    (-56.6, 46.6, -56.0, 47.3),
)


class PointDoubt(Term):
    """What is doubtful in the coordinates of a row; the label is for the reader."""

    ON_SHAPE = "on_shape", "Ligne ou surface : un point pris dessus la place."

    SWAPPED = "swapped", "Longitude et latitude inversées : remises dans l’ordre."
    ABROAD = "abroad", "Point hors de France : écarté."
    IN_METRES = "in_metres", "Coordonnées qui ne sont pas en degrés : point écarté."
    UNREADABLE = "unreadable", "Coordonnées illisibles : point écarté."


class PointRead(NamedTuple):
    """Coordinates as read, in degrees; both ``None`` where there is no point to keep."""

    lon: float | None = None
    lat: float | None = None
    doubt: PointDoubt | None = None


def read_point(lon: str | None, lat: str | None) -> PointRead:
    """The point of a row from its cells; swapped ones are put right, both may be in one cell.

    >>> read_point("5,105", "46.487N")
    PointRead(lon=5.105, lat=46.487, doubt=None)
    >>> read_point("", "46.487, 5.105").lon, read_point("46.487", "5.105").doubt
    (5.105, <PointDoubt.SWAPPED: 'swapped'>)
    """
    written = cell_text(lon), cell_text(lat)
    if not any(written):
        return PointRead()
    shape = next(filter(None, map(on_shape, written)), None)
    pair = shape or next(filter(None, map(pair_of, written)), None)
    if pair is None and not all(written):
        return PointRead()
    x, y = (pair[1], pair[0]) if pair else (degrees_of(written[0]), degrees_of(written[1]))
    if x is None or y is None:
        return PointRead(doubt=PointDoubt.UNREADABLE)
    if in_france(x, y):
        return PointRead(x, y, PointDoubt.ON_SHAPE if shape else None)
    if in_france(y, x):
        return PointRead(y, x, None if pair else PointDoubt.SWAPPED)
    on_earth = abs(x) <= 180 and abs(y) <= 90
    return PointRead(doubt=PointDoubt.ABROAD if on_earth else PointDoubt.IN_METRES)


def in_france(lon: float, lat: float) -> bool:
    """True inside the window of one of the French territories."""
    return any(w <= lon <= e and s <= lat <= n for w, s, e, n in _WINDOWS)


def degrees_of(cell: str) -> float | None:
    r"""Degrees of one coordinate: « 46,487 », « 46.487°N », « 46°29'13"N »; ``None`` otherwise.

    >>> degrees_of("46,487"), degrees_of("5°W"), degrees_of("quelque part")
    (46.487, -5.0, None)
    >>> round(degrees_of("46°29'13\"N"), 3)
    46.487
    """
    text = cell.strip().replace("−", "-").replace("\u00a0", " ")
    if not text:
        return None
    dms = _DMS.fullmatch(text.lstrip("+-"))
    if dms is not None:
        return _of_dms(dms, negative=text.startswith("-"))
    side = _SIDES.search(text)
    bare = text[: side.start()] if side else text
    try:
        value = float(bare.replace(",", ".").replace(" ", ""))
    except ValueError:
        return None
    if not math.isfinite(value):
        return None
    return -value if side and side[1].upper() in _BEFORE_ZERO else value


def pair_of(cell: str) -> tuple[float, float] | None:
    """Both coordinates of one cell, in the order written: « 46.487, 5.105 », « 46,487 ; 5,105 ».

    >>> pair_of("46.487, 5.105"), pair_of("46,487 ; 5,105"), pair_of("46,487")
    ((46.487, 5.105), (46.487, 5.105), None)
    """
    wkt = _WKT.match(cell)
    if wkt is not None:
        return float(wkt[2]), float(wkt[1])
    for separator in (";", "|", ", ", " / ", "\t", " "):
        parts = [part for part in cell.strip(" ()[]").split(separator) if part.strip()]
        if len(parts) == 2:
            read = degrees_of(parts[0].rstrip(",")), degrees_of(parts[1])
            if read[0] is not None and read[1] is not None:
                return read[0], read[1]
    plain = re.fullmatch(r"\s*([+-]?\d+\.\d+),([+-]?\d+\.\d+)\s*", cell)
    return (float(plain[1]), float(plain[2])) if plain else None


def on_shape(cell: str) -> tuple[float, float] | None:
    """A point on the line or surface that a cell writes as WKT; ``None`` where it writes none.

    >>> on_shape("POLYGON ((4 45, 6 45, 6 47, 4 47, 4 45))"), on_shape("POINT (4 45)")
    ((46.0, 5.0), None)
    """
    written = _SHAPE.fullmatch(cell)
    if written is None or len(cell) > _LONGEST_SHAPE:
        return None
    shape = shapely.from_wkt(written["wkt"], on_invalid="ignore")
    if shape is None or shape.is_empty:
        return None
    point = shape.representative_point()
    return point.y, point.x


def _of_dms(found: re.Match[str], *, negative: bool) -> float:
    parts = [float((found[name] or "0").replace(",", ".")) for name in ("d", "m", "s")]
    value = parts[0] + parts[1] / 60 + parts[2] / 3600
    west_or_south = (found["side"] or "").upper() in _BEFORE_ZERO
    return -value if negative or west_or_south else value
