"""The cells of a row that tell where."""

from territorial_map.ingest.locate import RawPlace
from territorial_map.readers import Row


def raw_place(row: Row) -> RawPlace:
    """Where a row says the organisation is, unchecked."""
    cells = row.values
    return RawPlace(
        address=cells.get("address"),
        postcode=cells.get("postcode"),
        city=cells.get("commune"),
        commune_code=cells.get("commune_code"),
        department_code=cells.get("department_code"),
        region=cells.get("region"),
        lon=_degrees(cells.get("lon", "")),
        lat=_degrees(cells.get("lat", "")),
        geo_precision=cells.get("geo_precision"),
    )


def _degrees(text: str) -> float | None:
    if not text:
        return None
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return None
