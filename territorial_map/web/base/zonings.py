"""Zonings that the map can draw, and their words for its script."""

from typing import Any

from territorial_map.domain.zoning_terms import CUT_BY_DEPARTMENT, Density, ZoningDrawn, ZoningKind
from territorial_map.services.portrait.place import PORTRAITS, ZONE_LEVELS
from territorial_map.web.base.texts import Texts

NO_ZONING = "none"
MAP_ZONINGS: tuple[ZoningKind, ...] = (
    ZoningKind.DENSITY,
    ZoningKind.EMPLOYMENT_ZONE,
    ZoningKind.LIVING_AREA,
    ZoningKind.QPV,
    ZoningKind.SMALL_TOWNS,
    ZoningKind.VILLAGES,
    ZoningKind.CITY_HEARTS,
    ZoningKind.INDUSTRY,
)
_PORTRAITS = {level.value: f"{PORTRAITS}/{word}/" for word, level in ZONE_LEVELS.items()}
_BY_INSEE = frozenset({ZoningKind.DENSITY, ZoningKind.EMPLOYMENT_ZONE, ZoningKind.LIVING_AREA})
_INSEE, _ANCT = "Insee", "ANCT"


def zoning_words(t: Texts) -> dict[str, Any]:
    """What the script says of zonings: of each what it is, then sentences."""
    return {
        "kinds": {kind.value: _kind(kind, t) for kind in MAP_ZONINGS},
        "told": t("Zonage : {zoning} ({source}, {vintage})"),
        "none": t("Zonage : {zoning} ({source}, {vintage}). Aucune zone dans cette vue."),
        "unable": t("Zonage : {zoning}, {why}"),
        "why": {one.value: t(one.label) for one in ZoningDrawn},
        "closer": t("Rapprochez-vous pour voir le zonage."),
        "failed": t("Le zonage n’a pas pu être lu. Déplacez la carte pour réessayer."),
        "noVintage": t("millésime inconnu"),
        "more": [_more(1, t), _more(2, t)],
    }


def _kind(kind: ZoningKind, t: Texts) -> dict[str, Any]:
    graded = kind is ZoningKind.DENSITY
    zones = {one.value: t(one.label) for one in Density} if graded else {}
    if kind in CUT_BY_DEPARTMENT and not graded:
        zones = {kind.value: t("Communes du programme")}
    return {
        "label": t.label(kind.label),
        "source": _INSEE if kind in _BY_INSEE else _ANCT,
        "graded": graded,
        "cut": kind in CUT_BY_DEPARTMENT,
        "zones": zones,
        "portraits": _PORTRAITS.get(kind.value, ""),
    }


def _more(n: int, t: Texts) -> str:
    return t.plural("et {n} autre", "et {n} autres", n).replace(str(n), "{n}")
