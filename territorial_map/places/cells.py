"""A place as a table tells it, before anything is read."""

import math
from typing import NamedTuple

from territorial_map.domain.geo import Point


class PlaceCells(NamedTuple):
    """The cells of a row that tell where, as written; blank text is the same as ``None``.

    ``department``, ``region`` and ``country`` may be codes or names; ``lon`` and ``lat`` are in
    degrees, whatever their worth; ``geo_precision`` is ``address``, ``commune``, ``department``,
    ``region`` or blank.
    """

    address: str | None = None
    postcode: str | None = None
    city: str | None = None
    commune_code: str | None = None
    department: str | None = None
    region: str | None = None
    country: str | None = None
    lon: float | None = None
    lat: float | None = None
    geo_precision: str | None = None

    @property
    def point(self) -> Point | None:
        """The point told, if it is one on Earth; (0, 0) is a spreadsheet's blank."""
        if self.lon is None or self.lat is None:
            return None
        if not (math.isfinite(self.lon) and math.isfinite(self.lat)):
            return None
        on_earth = abs(self.lon) <= 180 and abs(self.lat) <= 90
        return Point(self.lon, self.lat) if on_earth and (self.lon or self.lat) else None

    @property
    def tells_nothing_but_a_point(self) -> bool:
        """True when the point is all that can tell the commune."""
        return self.point is not None and not (self.postcode or self.city or self.commune_code)
