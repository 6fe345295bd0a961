"""The cells of a row that tell where."""

from territorial_map.places import PlaceCells
from territorial_map.places.coordinates import degrees_of
from territorial_map.readers import Row


def place_cells(row: Row) -> PlaceCells:
    """Where a row says the organisation is, unchecked."""
    cells = row.values
    return PlaceCells(
        address=cells.get("address"),
        postcode=cells.get("postcode"),
        city=cells.get("commune"),
        commune_code=cells.get("commune_code"),
        department=cells.get("department_code"),
        region=cells.get("region"),
        country=cells.get("country"),
        lon=degrees_of(cells.get("lon", "")),
        lat=degrees_of(cells.get("lat", "")),
        geo_precision=cells.get("geo_precision"),
    )
