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


def outlines_credit(cog: str, t: Texts) -> str:
    """Whose the outlines of territories are; ``cog`` names their COG, « COG 2026 »."""
    return t("Contours : IGN, INSEE ({cog})", cog=cog)


def attribution(base: BaseMap, cog: str, t: Texts) -> str:
    """The credits of a base map and of the outlines drawn over it."""
    told = t(base.credit) if base.credit else ""
    return " | ".join(credit for credit in (told, outlines_credit(cog, t)) if credit)
