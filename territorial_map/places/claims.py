"""What the place cells of a row claim, cell by cell, before they are weighed together."""

import re
from dataclasses import dataclass

from territorial_map.domain.cells import cell_text
from territorial_map.domain.geo import Point
from territorial_map.places.areas import Area, AreaNames
from territorial_map.places.cells import PlaceCells
from territorial_map.places.countries import FRANCE, OVERSEAS, country_of_insee, read_country
from territorial_map.places.labels import Label, read_label
from territorial_map.places.postcodes import Postcode, is_monaco, read_postcode

_CODE = re.compile(r"(2[AB]\d{3}|\d{4,5})")
_DECIMALS = re.compile(r"[.,]0+$")
_IN_ADDRESS = re.compile(r"(?<!\d)(\d{2}\s?\d{3})(?:\s*[,;–-]\s*|\s+)([^\d,;\n]{2,})")
_AT_END = re.compile(r"[,;–\n-]\s*([^\d,;]{2,}?)\s*[(,]\s*(\d{5})\s*\)?\s*(?:,\s*France\s*)?$")
_WHOLE_AREAS = frozenset({"department", "region"})


@dataclass(frozen=True, slots=True)
class PlaceClaims:
    """What a row says of its place; blank is not told.

    ``code`` is five characters, a lost zero put back. ``area`` is what every cell tells of the
    département or région; ``country`` an ISO code, ``FR`` where France itself is told.
    """

    code: str = ""
    postcode: str = ""
    short: bool = False
    names: tuple[str, ...] = ()
    area: Area | None = None
    country: str = ""
    point: Point | None = None
    at_commune: bool = False

    @property
    def abroad(self) -> str:
        """The ISO code of another country that the row tells; blank without."""
        inside = self.country in {"", FRANCE} or self.country in OVERSEAS
        return "" if inside else self.country

    @property
    def town(self) -> str:
        """The town as the row writes it."""
        return self.names[0] if self.names else ""


def read_claims(cells: PlaceCells, areas: AreaNames) -> PlaceClaims:
    """What cells claim; a town in the postcode's cell, or the reverse, is read all the same."""
    beside, city = _postcode_cell(cells.postcode, areas), read_label(cell_text(cells.city), areas)
    if not (cells.postcode or cells.city or cells.commune_code):
        city = _of_address(cell_text(cells.address), areas) or city
    postcode = beside.postcode or city.postcode
    names = city.names or beside.names
    area = _area(cells, (city, beside), areas)
    code = read_code(cell_text(cells.commune_code))
    country = _country(cells, (beside, city), postcode, code)
    if country in OVERSEAS and area is None:
        area = areas.of_number(OVERSEAS[country])
    read = postcode or Postcode("")
    return PlaceClaims(
        code=code,
        postcode=read.french,
        short=read.short,
        names=names,
        area=area,
        country=country,
        point=None if cells.geo_precision in _WHOLE_AREAS else cells.point,
        at_commune=cells.geo_precision == "commune",
    )


def read_code(cell: str) -> str:
    """A commune code in five characters: « 1053 » and « 2a004 » put right, anything else blank.

    >>> read_code("1053"), read_code("2a004"), read_code("69383.0"), read_code("Lyon")
    ('01053', '2A004', '69383', '')
    """
    compact = re.sub(r"[\s.\-'’]", "", _DECIMALS.sub("", cell)).upper().removeprefix("COM")
    return compact.zfill(5) if _CODE.fullmatch(compact) else ""


def _postcode_cell(cell: str | None, areas: AreaNames) -> Label:
    """A postcode's cell: a postcode, the number of a département, or a town put there."""
    text = cell_text(cell)
    if not text:
        return Label()
    postcode = read_postcode(text)
    if postcode is not None:
        return Label(postcode=postcode)
    area = areas.read(text)
    return Label(area=area) if area is not None else read_label(text, areas)


def _of_address(address: str, areas: AreaNames) -> Label | None:
    found = _IN_ADDRESS.search(address)
    if found:
        return read_label(f"{found[1]} {found[2]}", areas)
    found = _AT_END.search(address)
    return read_label(f"{found[2]} {found[1]}", areas) if found else None


def _area(cells: PlaceCells, labels: tuple[Label, ...], areas: AreaNames) -> Area | None:
    """The area that the cells of département and région tell, narrowed by the town's cell."""
    region, department = cell_text(cells.region), cell_text(cells.department)
    told = [
        areas.read(department) if department else None,
        *(label.area for label in labels),
        areas.read_region(region) if region else None,
    ]
    read = [area for area in told if area is not None]
    if not read:
        return None
    area = read[0]
    for other in read[1:]:
        area = area & other
    return area


def _country(
    cells: PlaceCells, labels: tuple[Label, ...], postcode: Postcode | None, code: str
) -> str:
    told = cell_text(cells.country)
    if told:
        read = read_country(told)
        if read:
            return read
    by_letters = postcode.country if postcode else ""
    by_town = next((label.country for label in labels if label.country), "")
    by_code = country_of_insee(code) if code.startswith("99") else ""
    monaco = "MC" if postcode and not by_letters and is_monaco(postcode.french) else ""
    return by_code or by_letters or by_town or monaco
