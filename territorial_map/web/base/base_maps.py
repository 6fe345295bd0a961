"""Base maps by choice, each with the attribution its licence asks for."""

from dataclasses import dataclass

from territorial_map.web.base.texts import Texts


@dataclass(frozen=True, slots=True)
class BaseMap:
    """A layer of tiles; an empty ``url`` draws nothing: our outlines are enough to read by."""

    name: str
    label: str
    url: str = ""
    credit: str = ""


_IGN = (
    "https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0"
    "&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&FORMAT=image/png"
    "&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}"
)

BASE_MAPS: tuple[BaseMap, ...] = (
    BaseMap("ign", "Plan IGN", _IGN, "© IGN, Géoplateforme"),
    BaseMap(
        "osm",
        "OpenStreetMap France",
        "https://{s}.tile.openstreetmap.fr/osmfr/{z}/{x}/{y}.png",
        "© contributeurs OpenStreetMap (ODbL), tuiles OpenStreetMap France",
    ),
    BaseMap("none", "Sans fond"),
)

TILE_HOSTS = ("https://data.geopf.fr", "https://*.tile.openstreetmap.fr")
"""Where the tiles come from, as sources of a content security policy."""

OUTLINES = "Contours : IGN, INSEE (COG 2026)"


def attribution(base: BaseMap, t: Texts) -> str:
    """The credits of a base map and of the outlines drawn over it."""
    return " | ".join(t(credit) for credit in (base.credit, OUTLINES) if credit)
