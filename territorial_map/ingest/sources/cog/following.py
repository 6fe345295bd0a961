"""From the communes in place to those of another year: joined, renamed, split, moved."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import shapely

from territorial_map.domain.errors import SourceError
from territorial_map.ingest.sources.cog.files import CogTables, CommuneOfTheYear
from territorial_map.places.former import FormerCommunes, event_of

Cells = dict[str, Any]
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Pieces:
    """Which communes in place make each one of the year; ``lost`` are of nobody knows where."""

    of: Mapping[str, tuple[str, ...]]
    lost: tuple[str, ...]
    born: tuple[str, ...]


@dataclass(slots=True)
class CommunesFollowed:
    """Communes of the year, and codes by what became of them."""

    rows: dict[str, Cells] = field(default_factory=dict)
    joined: list[str] = field(default_factory=list)
    renamed: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    reborn: list[str] = field(default_factory=list)
    without_epci: list[str] = field(default_factory=list)


def pieces_of(told: CogTables, present: Iterable[str], events: Sequence[tuple[str, ...]]) -> Pieces:
    """Follow every commune in place to today's by INSEE's events."""
    former = FormerCommunes(map(event_of, events), told.communes)
    made: defaultdict[str, list[str]] = defaultdict(list)
    lost: list[str] = []
    for code in present:
        now = former.now(code)
        if len(now) == 1:
            made[now[0]].append(code)
        elif not now:
            lost.append(code)
    re_established = {event.after for event in map(event_of, events) if event.is_re_establishment}
    orphans = sorted(told.communes.keys() - made.keys())
    born = tuple(code for code in orphans if code in re_established)
    lost += [code for code in orphans if code not in re_established]
    return Pieces({code: tuple(sorted(made[code])) for code in made}, tuple(lost), born)


def follow(told: CogTables, present: Mapping[str, Cells], pieces: Pieces) -> CommunesFollowed:
    """The communes of the year, made of those in place (``geometry`` as WKB).

    A commune that is established again has no boundary here: it comes by its name, and is
    told apart.

    Raises:
        SourceError: communes that no event explains.
    """
    if pieces.lost:
        shown = ", ".join(pieces.lost[:_SHOWN])
        raise SourceError(
            f"{len(pieces.lost)} communes que les événements n’expliquent pas ({shown}) : donnez "
            "aussi « v_mvt_commune » de la même année, ou l’archive entière."
        )
    followed = CommunesFollowed()
    for code, named in told.communes.items():
        parts = [present[each] for each in pieces.of.get(code, ())]
        followed.rows[code] = _made(code, named, parts, followed)
    return followed


def joined_shape(packed: Sequence[bytes | None]) -> bytes | None:
    """One boundary of several, as WKB."""
    shapes = [shapely.from_wkb(each) for each in packed if each is not None]
    if not shapes:
        return None
    return bytes(shapely.to_wkb(shapely.union_all(shapes)))


def _made(
    code: str, named: CommuneOfTheYear, parts: Sequence[Cells], followed: CommunesFollowed
) -> Cells:
    if not parts:
        followed.reborn.append(code)
        return _by_name(code, named)
    own = next((part for part in parts if part["code"] == code), None)
    first = own or parts[0]
    made = dict(first) | {
        "code": code,
        "name": _kept_name(first["name"], named.name),
        "department_code": named.department,
        "region_code": named.region,
    }
    if made["name"] != first["name"] and len(parts) == 1:
        followed.renamed.append(code)
    if any(part["department_code"] != named.department for part in parts):
        followed.moved.append(code)
    if len(parts) > 1:
        followed.joined.append(code)
        made |= _together(code, parts)
        if made["epci_code"] is None:
            followed.without_epci.append(code)
    elif own is None:
        made |= {"former_codes": _former(code, parts), "siren": None}
    return made


def _kept_name(present: str, told: str) -> str:
    """The name in place where only its apostrophe is written otherwise."""
    return present if present.replace("’", "'") == told.replace("’", "'") else told


def _together(code: str, parts: Sequence[Cells]) -> Cells:
    epci = {part["epci_code"] for part in parts}
    packed = joined_shape([part["geometry"] for part in parts])
    own = next((part for part in parts if part["code"] == code), None)
    told = {
        "epci_code": epci.pop() if len(epci) == 1 else None,
        "population": _sum(parts, "population"),
        "area_km2": _sum(parts, "area_km2"),
        "postcodes": sorted({each for part in parts for each in part["postcodes"] or ()}),
        "former_codes": _former(code, parts),
        "siren": own["siren"] if own else None,
        "geometry": packed,
    }
    return told | _inside(packed)


def _inside(packed: bytes | None) -> Cells:
    """A point inside the largest part."""
    if packed is None:
        return {"lon": None, "lat": None}
    parts = shapely.get_parts(shapely.from_wkb(packed))
    spot = max(parts, key=lambda part: float(shapely.area(part))).representative_point()
    return {"lon": round(spot.x, 5), "lat": round(spot.y, 5)}


def _sum(parts: Sequence[Cells], name: str) -> Any:  # noqa: ANN401 - whole or not, as stored
    told = [part[name] for part in parts]
    return None if None in told else sum(told)


def _former(code: str, parts: Sequence[Cells]) -> list[str]:
    known = {part["code"] for part in parts}
    known |= {each for part in parts for each in part["former_codes"] or ()}
    return sorted(known - {code})


def _by_name(code: str, named: CommuneOfTheYear) -> Cells:
    return {
        "code": code,
        "name": named.name,
        "department_code": named.department,
        "region_code": named.region,
        **dict.fromkeys(("epci_code", "population", "area_km2", "lon", "lat", "siren")),
        "postcodes": [],
        "former_codes": [],
        "geometry": None,
    }
