"""What the features API answers: landing page, collections, features, queryables."""

from typing import Annotated, Any, Literal, NotRequired

from pydantic import Field, WithJsonSchema
from typing_extensions import TypedDict

from territorial_map.api.models.base import Bounds, Count
from territorial_map.api.models.drawn import PointGeometry
from territorial_map.api.models.territories import Outline
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.open_data.columns import COLUMNS, DataType, OpenColumn

Json = dict[str, Any]
_TYPES = {DataType.STRING: "string", DataType.NUMBER: "number", DataType.DATE: "string"}


def _property(column: OpenColumn) -> Json:
    text: Json = {"type": "string"}
    if column.codes:
        text["enum"] = list(column.codes)
    if column.holds is DataType.LIST:
        told: Json = {"anyOf": [{"type": "array", "items": text}, {"type": "null"}]}
    elif column.codes:
        told = {"anyOf": [text, {"type": "null"}]}
    else:
        told = {"anyOf": [{"type": _TYPES[column.holds]}, {"type": "null"}]}
    return told | {"title": column.title.fr, "description": column.description.fr}


_PROPERTIES: Json = {
    "type": "object",
    "title": "OrganisationProperties",
    "description": "Les colonnes des données ouvertes ; ce qu’aucune source ne dit est `null`.",
    "required": [column.key for column in COLUMNS],
    "properties": {column.key: _property(column) for column in COLUMNS},
}
OrganisationProperties = Annotated[dict[str, Any], WithJsonSchema(_PROPERTIES)]


class OgcLink(TypedDict):
    """A link of a resource (RFC 8288)."""

    href: Annotated[str, Field(json_schema_extra={"format": "uri"})]
    rel: str
    type: str
    title: str


class LandingPage(TypedDict):
    """Where the features API begins."""

    title: str
    description: str
    attribution: str
    links: list[OgcLink]


class Conformance(TypedDict):
    """The conformance classes that the API meets."""

    conformsTo: list[str]


class SpatialExtent(TypedDict):
    """A window in degrees."""

    bbox: list[Bounds]
    crs: Literal["http://www.opengis.net/def/crs/OGC/1.3/CRS84"]


class Extent(TypedDict):
    """Where the features of a collection are."""

    spatial: SpatialExtent


class OgcCollection(TypedDict):
    """A collection of features."""

    id: str
    title: str
    description: str
    itemType: Literal["feature"]
    extent: NotRequired[Extent]
    links: list[OgcLink]


class OgcCollections(TypedDict):
    """Every collection."""

    links: list[OgcLink]
    collections: list[OgcCollection]


class OrganisationFeature(TypedDict):
    """An organisation; its point is its commune's where ``located`` says so.

    ``links`` are there where it is asked for alone.
    """

    type: Literal["Feature"]
    id: str
    geometry: PointGeometry | None
    properties: OrganisationProperties
    links: NotRequired[list[OgcLink]]


class OrganisationFeatures(TypedDict):
    """A page of organisations."""

    type: Literal["FeatureCollection"]
    numberMatched: Count
    numberReturned: Count
    features: list[OrganisationFeature]
    links: list[OgcLink]


class TerritoryProperties(TypedDict):
    """A territory (COG of the edition); ``region``, ``department``, ``epci``: what it lies in."""

    code: str
    name: str
    level: TerritoryLevel
    population: Count | None
    region: str | None
    department: str | None
    epci: str | None
    postcodes: tuple[str, ...]
    longitude: float | None
    latitude: float | None


class TerritoryFeature(TypedDict):
    """A territory with its outline, generalised for the screen; some collectivities have none.

    ``links`` are there where it is asked for alone.
    """

    type: Literal["Feature"]
    id: str
    geometry: Outline | None
    properties: TerritoryProperties
    links: NotRequired[list[OgcLink]]


class TerritoryFeatures(TypedDict):
    """A page of territories."""

    type: Literal["FeatureCollection"]
    numberMatched: Count
    numberReturned: Count
    features: list[TerritoryFeature]
    links: list[OgcLink]


_SCHEMA = {"type": "object", "title": "Queryables", "description": "Un schéma JSON (2020-12)."}
Queryables = Annotated[dict[str, Any], WithJsonSchema(_SCHEMA)]
_DOCUMENT = {"type": "object", "title": "ApiDefinition", "description": "Un document OpenAPI 3.0."}
ApiDefinition = Annotated[dict[str, Any], WithJsonSchema(_DOCUMENT)]
