"""Where a row says it is, and how a candidate's place agrees with it."""

from dataclasses import dataclass

from territorial_map.domain.matching.list_row import Given
from territorial_map.domain.matching.terms import PlaceLevel
from territorial_map.places import PlaceCells, PlaceReader
from territorial_map.places.coordinates import read_point


@dataclass(frozen=True, slots=True)
class RowPlace:
    """The communes a row may mean and their départements; all empty when it tells no place.

    A row abroad has its country's code for département: every candidate here is elsewhere.
    """

    communes: frozenset[str] = frozenset()
    departments: frozenset[str] = frozenset()
    postcode: str = ""

    def level(self, commune: str | None, department: str | None) -> PlaceLevel:
        """How a candidate's place agrees."""
        if not self.departments or department is None:
            return PlaceLevel.UNTOLD
        if commune is not None and commune in self.communes:
            return PlaceLevel.COMMUNE if len(self.communes) == 1 else PlaceLevel.AMONG
        if department not in self.departments:
            return PlaceLevel.ELSEWHERE
        return PlaceLevel.DEPARTMENT if self.communes else PlaceLevel.WITHIN


def row_place(given: Given, reader: PlaceReader) -> RowPlace:
    """What the place cells of a row mean together, read as an import reads them."""
    settled = reader.settle(place_cells(given))
    if settled.country:
        return RowPlace(departments=frozenset({settled.country}))
    communes = frozenset({settled.commune} if settled.commune else settled.candidates)
    departments = frozenset(map(reader.index.department_of, communes)) or settled.departments
    return RowPlace(communes, departments, settled.postcode)


def place_cells(given: Given) -> PlaceCells:
    """The cells of a row of somebody's list that tell where."""
    point = read_point(given.lon, given.lat)
    return PlaceCells(
        address=given.address,
        postcode=given.postcode,
        city=given.city,
        commune_code=given.commune_code,
        department=given.department,
        region=given.region,
        country=given.country,
        lon=point.lon,
        lat=point.lat,
    )
