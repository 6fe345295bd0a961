"""A place as a source tells it, before anything is checked."""

import math
import re
from functools import lru_cache
from typing import NamedTuple

from territorial_map.domain.geo import Point
from territorial_map.domain.territory import COLLECTIVITIES, commune_of_arrondissement

_COLLECTIVITY_OF_POSTCODE = {"97133": "977", "97150": "978"}
_CORSICA = {"200": "2A", "201": "2A", "202": "2B", "206": "2B"}


class RawPlace(NamedTuple):
    """The cells of a source row that tell where; blank text is the same as ``None``.

    ``lon`` and ``lat`` in degrees, whatever their worth; ``geo_precision`` is ``address``,
    ``commune``, ``department``, ``region`` or blank.
    """

    address: str | None = None
    postcode: str | None = None
    city: str | None = None
    commune_code: str | None = None
    department_code: str | None = None
    region: str | None = None
    lon: float | None = None
    lat: float | None = None
    geo_precision: str | None = None

    @property
    def clean_postcode(self) -> str | None:
        """Five digits, the leading zero that a spreadsheet ate put back, else ``None``."""
        return _clean(self.postcode or "")

    @property
    def department(self) -> str | None:
        """The département: told, else that of the commune code, else that of the postcode.

        The postcode of some communes begins like that of the département next door.
        """
        told = (self.department_code or "").strip().upper()
        code = commune_of_arrondissement((self.commune_code or "").strip().upper())
        if told:
            return told.zfill(2)
        if code:
            return code[:3] if code.startswith("97") else code[:2]
        return _department_of_postcode(self.clean_postcode)

    @property
    def collectivity(self) -> str | None:
        """975, 977 or 978 when the place lies there: they have no commune in the COG layers."""
        by_postcode = _COLLECTIVITY_OF_POSTCODE.get(self.clean_postcode or "")
        found = by_postcode or self.department
        return found if found in COLLECTIVITIES else None

    @property
    def point(self) -> Point | None:
        """The point told, if it is one on Earth."""
        if self.lon is None or self.lat is None:
            return None
        if not (math.isfinite(self.lon) and math.isfinite(self.lat)):
            return None
        on_earth = abs(self.lon) <= 180 and abs(self.lat) <= 90
        return Point(self.lon, self.lat) if on_earth else None


@lru_cache(maxsize=16_384)  # more than there are postcodes
def _clean(postcode: str) -> str | None:
    digits = re.sub(r"[\s\u00a0-]", "", postcode).upper().removeprefix("F")
    return digits.zfill(5) if digits.isascii() and re.fullmatch(r"\d{4,5}", digits) else None


def _department_of_postcode(postcode: str | None) -> str | None:
    if postcode is None or postcode.startswith("98"):
        return None
    if postcode.startswith("97"):
        return postcode[:3]
    if postcode.startswith("20"):
        return _CORSICA.get(postcode[:3], "2A")
    return postcode[:2]
