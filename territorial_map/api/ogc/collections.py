"""The collections of the features API: what each holds, and by what it is queried."""

from dataclasses import dataclass
from typing import Any

from territorial_map.api.ogc.asked import HTML, JSON, FeaturesAsked, link
from territorial_map.api.ogc.models import Extent, OgcCollection, OgcLink
from territorial_map.api.ogc.parameters import QUERYABLE_FILTERS, TERRITORY_FILTERS
from territorial_map.domain.dimensions import BY_NAME
from territorial_map.domain.errors import NotFound
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.features.reading import extent_of

Json = dict[str, Any]
GEOJSON = "application/geo+json"
SCHEMA = "application/schema+json"
QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables"
ORGANISATIONS = "organisations"
_PLURALS = {
    TerritoryLevel.REGION: "Régions",
    TerritoryLevel.DEPARTMENT: "Départements",
    TerritoryLevel.EPCI: "EPCI à fiscalité propre",
    TerritoryLevel.COMMUNE: "Communes",
}


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection; ``level`` is that of its territories, ``None`` for the organisations."""

    id: str
    title: str
    description: str
    filters: tuple[Json, ...]
    level: TerritoryLevel | None = None

    @property
    def path(self) -> str:
        """Its path under ``/ogc``."""
        return f"/collections/{self.id}"


COLLECTIONS: dict[str, Collection] = {
    ORGANISATIONS: Collection(
        ORGANISATIONS,
        "Organisations",
        "Organisations de l’annuaire : acteurs de l’ESS, PTCE, travail protégé et adapté, lieux de "
        "coopération, partenaires territoriaux. « located » dit si le point est à l’adresse ou au "
        "centre de la commune. Les filtres sont ceux de l’annuaire.",
        QUERYABLE_FILTERS,
    ),
    **{
        level.value: Collection(
            level.value,
            _PLURALS[level],
            f"{_PLURALS[level]} au Code officiel géographique, contours simplifiés.",
            TERRITORY_FILTERS,
            level,
        )
        for level in TerritoryLevel
    },
}


def collection_of(identity: str) -> Collection:
    """A collection by its identifier.

    Raises:
        NotFound: there is none.
    """
    if identity not in COLLECTIONS:
        known = ", ".join(COLLECTIONS)
        raise NotFound(f"Aucune collection « {identity[:60]} ». Existent : {known}.")
    return COLLECTIONS[identity]


def collection_told(one: Collection, edition: OpenEdition, asked: FeaturesAsked) -> OgcCollection:
    """What the API says of a collection.

    No list of coordinate systems: that is Part 2, and clients that find one ask for it.
    """
    told: OgcCollection = {
        "id": one.id,
        "title": one.title,
        "description": f"{one.description} ({edition.cog}.)" if one.level else one.description,
        "itemType": "feature",
        "links": _links(one, asked),
    }
    window = extent_of(edition, one.level)
    if window is not None:
        sides = [window.west, window.south, window.east, window.north]
        extent: Extent = {
            "spatial": {"bbox": [sides], "crs": "http://www.opengis.net/def/crs/OGC/1.3/CRS84"}
        }
        told["extent"] = extent
    return told


def queryables_of(one: Collection, asked: FeaturesAsked) -> Json:
    """By what a collection is queried, as a JSON Schema (OGC 19-079r2)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": asked.address(f"{one.path}/queryables"),
        "type": "object",
        "title": one.title,
        "description": "Chacun s’emploie aussi comme paramètre de l’adresse des objets.",
        "properties": {parameter["name"]: _queryable(parameter) for parameter in one.filters},
        "additionalProperties": False,
    }


def _queryable(parameter: Json) -> Json:
    schema = parameter["schema"]
    each = schema.get("items", schema)
    kept = {key: value for key, value in each.items() if key != "format"}
    dimension = BY_NAME.get(parameter["name"])
    title = dimension.label if dimension is not None else parameter["name"]
    return {"title": title, "description": parameter["description"]} | kept


def _links(one: Collection, asked: FeaturesAsked) -> list[OgcLink]:
    def to(rel: str, path: str, type_: str, title: str, form: str) -> OgcLink:
        return link(rel, asked.address(one.path + path, f=form), type_, title)

    page = f"{one.title} (page)"
    return [
        to("self", "", JSON, one.title, "json"),
        to("alternate", "", HTML, page, "html"),
        to("items", "/items", GEOJSON, f"{one.title} (GeoJSON)", "json"),
        to("items", "/items", HTML, page, "html"),
        to(QUERYABLES, "/queryables", SCHEMA, "Filtres (schéma JSON)", "json"),
        to(QUERYABLES, "/queryables", HTML, "Filtres (page)", "html"),
    ]
