"""Filters of an address put right: former, unpadded or lower-case codes, exchanged coordinates.

Everybody asks of territories through here (API, pages, command line), so that a code of an old link
means the same everywhere, and one that means nothing is told instead of answering zero.
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.territory import (
    COLLECTIVITIES,
    TerritoryLevel,
    commune_of_arrondissement,
)
from territorial_map.places.cells import PlaceCells
from territorial_map.places.commune_index import CommuneIndex
from territorial_map.places.postcodes import departments_of_postcode, read_postcode
from territorial_map.places.reader import PlaceReader
from territorial_map.services.explore.exchanged_coordinates import (
    exchanged_near,
    exchanged_window,
)
from territorial_map.services.explore.mends import MOST_SHOWN, Mend, MendedPairs, MendKind, Pair
from territorial_map.services.explore.typed_codes import as_code, grouping_key, regions_of

_LEVELS = {level.value: level for level in TerritoryLevel}
# Régions until 2015 by their codes (INSEE, COG 2015): today's région.
_FORMER_REGIONS = {
    "42": "44", "41": "44", "21": "44", "72": "75", "74": "75", "54": "75", "83": "84", "82": "84",
    "25": "28", "23": "28", "26": "27", "43": "27", "91": "76", "73": "76", "31": "32", "22": "32",
}  # fmt: skip
_MOST_PARTS = 40
_BETWEEN = re.compile(r"\s*[,;|+/]\s*")
_MOST_OTHERS = 6  # of the places that a name may designate
_SEVERAL_PLACES = "ce nom désigne plusieurs communes\u00a0: dites laquelle par son code INSEE."
# The parameters that may be put right.
MENDED = frozenset({*_LEVELS, "near", "bbox"})


_WRONG_ORDER = {
    MendKind.EDGES: "des bords opposés sont échangés",
    MendKind.EXCHANGED: "longitude et latitude sont échangées",
}


def mended(pairs: Iterable[Pair], places: PlaceReader) -> MendedPairs:
    """Parameters put right; a value that is left unknown stays where it is, and is told.

    Nothing but the territories and the coordinates is looked at.
    """
    kept: list[Pair] = []
    mends: list[Mend] = []
    for name, value in pairs:
        mend = mend_of(name, value, places)
        if mend is None or mend.taken_off:
            kept.append((name, value))
        else:
            kept.extend(mend.now)
        if mend is not None:
            mends.append(mend)
    return MendedPairs(tuple(dict.fromkeys(kept)), tuple(mends))


def mend_of(name: str, value: str, places: PlaceReader) -> Mend | None:
    """What is to be done with one value; ``None`` when it can be taken as it stands."""
    text = value.strip()
    if not text:
        return None
    if name in _LEVELS:
        return _of_territory(_LEVELS[name], unquote(text) if "%" in text else text, places)
    exchanged = {"near": exchanged_near, "bbox": exchanged_window}.get(name)
    now = exchanged(text) if exchanged is not None else None
    if not now:
        return None
    sides = {part.strip() for part in text.split(",")[::2]}
    edges = name == "bbox" and sides == set(now.split(",")[::2])
    return Mend(MendKind.EDGES if edges else MendKind.EXCHANGED, name, text, ((name, now),))


def strictly_mended(pairs: Iterable[Pair], places: PlaceReader) -> MendedPairs:
    """The same, for whoever must know: what means nothing is an error.

    Raises:
        BadParameter: a territory that is none, with what is accepted; exchanged coordinates.
    """
    found = mended(pairs, places)
    for mend in found.mends:
        if mend.kind is MendKind.SEVERAL:
            codes = tuple(code for _, code in mend.others)
            raise BadParameter(mend.name, mend.value[:MOST_SHOWN], _SEVERAL_PLACES, codes)
        if mend.kind is MendKind.UNKNOWN:
            level = _LEVELS[mend.name]
            raise BadParameter(
                mend.name,
                mend.value[:MOST_SHOWN],
                _expected(level, places.cog),
                _accepted(level, places.index),
            )
        if mend.kind in _WRONG_ORDER:
            right = mend.now[0][1]
            problem = f"{_WRONG_ORDER[mend.kind]}\u00a0: écrivez {mend.name}={right}."
            raise BadParameter(mend.name, mend.value, problem, (right,))
    return found


def _of_territory(level: TerritoryLevel, text: str, places: PlaceReader) -> Mend | None:
    index, name = places.index, level.value
    if _known(level, text, index):
        return None
    code = as_code(level, text)
    if _known(level, code, index):
        return Mend(MendKind.WRITTEN, name, text, ((name, code),))
    return (
        _former(level, text, code, places)
        or _of_collectivity(level, text, code, places)
        or _of_postcode(level, text, places)
        or _named(level, text, places)
        or _several(level, text, places)
        or Mend(MendKind.UNKNOWN, name, text)
    )


def _several(level: TerritoryLevel, text: str, places: PlaceReader) -> Mend | None:
    """Several codes or names in one value, as a hand-written address has them: « 38,26 »."""
    parts = [part for part in _BETWEEN.split(text) if part]
    if not 1 < len(parts) <= _MOST_PARTS:
        return None
    mends = [_of_territory(level, part, places) for part in parts]
    if any(mend is not None and mend.taken_off for mend in mends):
        return None
    now = [
        pair
        for part, mend in zip(parts, mends, strict=True)
        for pair in (mend.now if mend else ((level.value, part),))
    ]
    return Mend(MendKind.WRITTEN, level.value, text, tuple(dict.fromkeys(now)))


def _known(level: TerritoryLevel, code: str, index: CommuneIndex) -> bool:
    asked = commune_of_arrondissement(code) if level is TerritoryLevel.COMMUNE else code
    return index.is_code(level, asked)


def _former(level: TerritoryLevel, text: str, code: str, places: PlaceReader) -> Mend | None:
    now: tuple[str, ...] = ()
    if level is TerritoryLevel.COMMUNE:
        now = places.index.now(code)
    elif level is TerritoryLevel.REGION and code in _FORMER_REGIONS:
        now = (_FORMER_REGIONS[code],)
    pairs = tuple((level.value, each) for each in now)
    return Mend(MendKind.FORMER, level.value, text, pairs) if pairs else None


def _of_collectivity(
    level: TerritoryLevel, text: str, code: str, places: PlaceReader
) -> Mend | None:
    """A commune of a collectivity that has none here: the collectivity itself."""
    found = places.index.collectivity_of(code) if level is TerritoryLevel.COMMUNE else None
    if found is None or not re.fullmatch(r"\d{5}", code):
        return None
    pair = (TerritoryLevel.DEPARTMENT.value, found)
    return Mend(MendKind.ELSEWHERE, level.value, text, (pair,))


def _of_postcode(level: TerritoryLevel, text: str, places: PlaceReader) -> Mend | None:
    """A postcode: the communes that it serves, or the collectivity without communes here."""
    read = read_postcode(text)
    postcode = read.french if read is not None and not read.short else ""
    served = sorted(places.index.served_by(postcode)) if level is TerritoryLevel.COMMUNE else []
    if served:
        return Mend(MendKind.WRITTEN, level.value, text, tuple((level.value, c) for c in served))
    islands = departments_of_postcode(postcode) & COLLECTIVITIES.keys()
    if not islands or level not in {TerritoryLevel.COMMUNE, TerritoryLevel.DEPARTMENT}:
        return None
    pairs = tuple((TerritoryLevel.DEPARTMENT.value, code) for code in islands)
    kind = MendKind.ELSEWHERE if level is TerritoryLevel.COMMUNE else MendKind.WRITTEN
    return Mend(kind, level.value, text, pairs)


def _named(level: TerritoryLevel, text: str, places: PlaceReader) -> Mend | None:
    """A name, or a number that needs reading (« 20 » is both départements of Corsica)."""
    if level is TerritoryLevel.COMMUNE:
        return _named_commune(text, places)
    found = tuple(_codes_of_name(level, text, places))
    kind = MendKind.NAMED if re.search(r"[^\W\d_]{2}", text) else MendKind.WRITTEN
    pairs = tuple((level.value, each) for each in found)
    return Mend(kind, level.value, text, pairs) if pairs else None


def _named_commune(text: str, places: PlaceReader) -> Mend | None:
    """A commune by its name: the one that it designates, or those among which to choose."""
    if text.isdigit():
        return None
    name, settled = TerritoryLevel.COMMUNE.value, places.settle(PlaceCells(city=text))
    others = tuple((name, code) for code in settled.candidates if code != settled.commune)
    others = others[:_MOST_OTHERS]
    if settled.commune:
        kind = MendKind.LARGEST if others else MendKind.NAMED
        return Mend(kind, name, text, ((name, settled.commune),), others)
    return Mend(MendKind.SEVERAL, name, text, others=others) if others else None


def _codes_of_name(level: TerritoryLevel, text: str, places: PlaceReader) -> Iterator[str]:
    areas = places.index.areas
    if level is TerritoryLevel.REGION:
        area = areas.read_region(text)
        yield from regions_of(area, places.index) if area is not None else ()
    elif level is TerritoryLevel.DEPARTMENT:
        area = areas.read(text)
        yield from sorted(area.departments) if area is not None else ()
    else:
        wanted = grouping_key(text)
        found = [code for code, e in places.index.epci.items() if grouping_key(e.name) == wanted]
        yield from found if len(found) == 1 else ()


def _expected(level: TerritoryLevel, cog: str) -> str:
    return {
        TerritoryLevel.REGION: f"région inconnue au {cog}.",
        TerritoryLevel.DEPARTMENT: f"département inconnu au {cog}.",
        TerritoryLevel.EPCI: "EPCI inconnu\u00a0: son SIREN est attendu (neuf chiffres).",
        TerritoryLevel.COMMUNE: (
            f"commune inconnue au {cog}\u00a0: son code INSEE est attendu, par exemple 26281 "
            "(Romans-sur-Isère)\u00a0; cherchez-le par /api/v1/territories?q=."
        ),
    }[level]


def _accepted(level: TerritoryLevel, index: CommuneIndex) -> tuple[str, ...]:
    """The closed list of a level that is short enough to be told."""
    return index.codes(level) if level in _FEW else ()


_FEW = frozenset({TerritoryLevel.REGION, TerritoryLevel.DEPARTMENT})
