"""What is doubtful in the cells of a row that tell a place, each looked at by itself."""

from collections.abc import Iterator, Mapping

from territorial_map.domain.cells import Doubt, Doubted, cell_text, doubted
from territorial_map.places.claims import read_code
from territorial_map.places.coordinates import PointDoubt, read_point
from territorial_map.places.countries import read_country
from territorial_map.places.postcodes import read_postcode, take_postcode

_POINTS = {
    PointDoubt.SWAPPED: Doubt.POINT_SWAPPED,
    PointDoubt.ON_SHAPE: Doubt.POINT_ON_SHAPE,
    PointDoubt.ABROAD: Doubt.POINT_ABROAD,
    PointDoubt.IN_METRES: Doubt.POINT_IN_METRES,
    PointDoubt.UNREADABLE: Doubt.POINT_UNREADABLE,
}
_OF_A_DEPARTMENT = 3  # digits at most: a number of département in the postcode's cell
_CORSICAN = ("2A", "2B")


def place_doubts(cells: Mapping[str, str]) -> Iterator[Doubted]:
    """The cells of place that say nothing that can be read; ``cells`` by field, as written."""
    postcode, code = cell_text(cells.get("postcode")), cell_text(cells.get("commune_code"))
    if postcode and not _says_a_place(postcode):
        yield doubted("postcode", Doubt.POSTCODE_UNREAD, postcode)
    if code and not read_code(code):
        yield doubted("commune_code", Doubt.COMMUNE_CODE_UNREAD, code)
    country = cell_text(cells.get("country"))
    if country and not read_country(country):
        yield doubted("country", Doubt.COUNTRY_UNREAD, country)
    lon, lat = cells.get("lon"), cells.get("lat")
    point = read_point(lon, lat).doubt
    if point is not None:
        told = " ; ".join(filter(None, (cell_text(lat), cell_text(lon))))
        yield doubted("lat", _POINTS[point], told)


def _says_a_place(cell: str) -> bool:
    """True for a postcode, a number of département, or words: a town is read there too."""
    if read_postcode(cell) is not None or take_postcode(cell)[0] is not None:
        return True
    if cell.upper().startswith(_CORSICAN):
        return True
    digits = sum(map(str.isdigit, cell))
    return digits <= _OF_A_DEPARTMENT and any(map(str.isalnum, cell))
