"""Points in metres to degrees: Lambert 93 in mainland France, UTM overseas."""

from functools import cache

from pyproj import Transformer

# Register's name of the projection → EPSG code. Sources: FINESS notice (names), IGN (codes):
# RGF93, RGAF09, RGFG95, RGR92, RGM04 and RGSPM06.
EPSG: dict[str, int] = {
    "LAMBERT_93": 2154,
    "UTM_N20": 5490,
    "UTM_N21": 4467,
    "UTM_N22": 2972,
    "UTM_S40": 2975,
    "UTM_S38": 4471,
}
# The projection in which registers give the points of an overseas département.
OF_DEPARTMENT: dict[str, str] = {
    "971": "UTM_N20",
    "972": "UTM_N20",
    "973": "UTM_N22",
    "974": "UTM_S40",
    "975": "UTM_N21",
    "976": "UTM_S38",
    "977": "UTM_N20",
    "978": "UTM_N20",
}


@cache
def _transformer(epsg: int) -> Transformer:
    return Transformer.from_crs(epsg, 4326, always_xy=True)


def degrees(projection: str, x: float, y: float) -> tuple[float, float]:
    """Longitude and latitude (WGS 84, degrees) of a point in metres.

    Raises:
        KeyError: a projection that is not in ``EPSG``.

    >>> [round(value, 4) for value in degrees("LAMBERT_93", 861206.7, 6599267.3)]
    [5.1013, 46.4741]
    """
    lon, lat = _transformer(EPSG[projection]).transform(x, y)
    return lon, lat
