"""The place that a name's cell tells behind the name: « ESAT Bel Air, Saint-Étienne »."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from territorial_map.domain.city_labels import city_key
from territorial_map.domain.text import fold
from territorial_map.places import PlaceCells, PlaceFlag, PlaceReader, SettledPlace
from territorial_map.services.matching.names import ReadName, read_name
from territorial_map.services.matching.places import RowPlace, place_of_settled

_PARTED = re.compile(r"\s*[,;|(\[]\s*|\s+[-–—/]+\s+|\s+à\s+")
_LONG = re.compile(r"[^\W\d_]{3}|\b\d{2,5}\b|\b2[AB]\b")  # what a place may be told by
_MOST_WORDS = 6  # of the name of a commune
_GUESSED = frozenset({PlaceFlag.COMMUNE_MISSPELT, PlaceFlag.COUNTRY_FROM_TOWN})


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """What is left of a name without the place behind it, the place, and its words.

    ``apart``: a sign or « à » parts them, so that the place is none of the name's own words.
    ``where`` is empty where no commune of that very name is in the département told.
    """

    name: ReadName
    where: RowPlace
    words: frozenset[str]
    apart: bool


def place_in_name(name: str, cells: RowPlace, reader: PlaceReader) -> NamedPlace | None:
    """The place that a name tells at its end, the longest, within that of the row's cells.

    None where nothing of the name would be left, or the cells tell another commune.
    """
    for rest, tail, apart in _tails(name):
        left = read_name(rest)
        where = _place(tail, reader, apart=apart) if left.words else None
        if where is None:
            continue
        told = replace(left, text=fold(name))  # how a whole name begins is another likeness
        words = frozenset(read_name(tail).words)
        within = _within(where, cells, reader)
        if within is not None:
            return NamedPlace(told, within, words, apart)
        return None if cells.communes else NamedPlace(told, RowPlace(), words, apart=False)
    return None


def _within(where: RowPlace, cells: RowPlace, reader: PlaceReader) -> RowPlace | None:
    """A place within what the cells tell, if they tell any; theirs where they tell a commune."""
    if cells.communes:
        return cells if where.communes & cells.communes else None
    departments = where.departments & cells.departments if cells.departments else where.departments
    communes = {c for c in where.communes if reader.index.department_of(c) in departments}
    held = departments and (communes or not where.communes)
    return RowPlace(frozenset(communes), departments) if held else None


def _tails(name: str) -> Iterator[tuple[str, str, bool]]:
    """What may be a place behind a name: what a sign parts, else its last words."""
    for sign in _PARTED.finditer(name):
        yield name[: sign.start()], name[sign.end() :].strip(" )]."), True
    told = name.split()
    for n in range(min(_MOST_WORDS, len(told) - 1), 0, -1):
        yield " ".join(told[:-n]), " ".join(told[-n:]), False


def _place(tail: str, reader: PlaceReader, *, apart: bool) -> RowPlace | None:
    """The place that a text is, if it is one outright: no guess is made of somebody's name."""
    if not _LONG.search(tail) or not (apart or reader.index.named(city_key(tail))):
        return None
    cells = PlaceCells(city=tail)
    settled = reader.settle(cells)
    outright = not _GUESSED & set(settled.flags) and not settled.country
    named = outright and _is_named(cells, settled, reader)
    where = place_of_settled(settled, reader) if named else RowPlace()
    area = reader.index.areas.read(tail)
    if area is None or where.departments & area.departments:
        return where if named else None
    return RowPlace(departments=where.departments | area.departments)  # « Loire », or Loiré


def _is_named(cells: PlaceCells, settled: SettledPlace, reader: PlaceReader) -> bool:
    """Whether a commune of that name, a postcode or an area is what is told."""
    claims, index = reader.claims(cells), reader.index
    keys = [city_key(name) for name in claims.names]
    named = any(index.named(key) or index.formerly_named(key) for key in keys)
    return named or bool(settled.departments and not keys) or bool(settled.postcode and not keys)
