"""The Data Package descriptor of the files of an edition."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from territorial_map.domain.edition import Edition
from territorial_map.domain.licences import Licence
from territorial_map.services.export.about import PRODUCT
from territorial_map.services.open_data.columns import COLUMNS, DataType, OpenColumn
from territorial_map.services.open_data.leaving import Leaving
from territorial_map.services.open_data.licence_names import NAMES

Json = dict[str, Any]
SEPARATOR = "|"
_LISTED = " Plusieurs valeurs sont séparées par une barre verticale « | »."
_LISTED_EN = " Several values are separated by a vertical bar “|”."


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it was written: its own bytes and digest; ``rows`` under each licence."""

    name: str
    path: str
    title: str
    description: str
    media_type: str
    bytes: int
    sha256: str
    rows: int
    by_licence: Mapping[Licence, int]
    schema: Json | None = None


def table_schema() -> Json:
    """The columns of the organisations as a Table Schema, in French, with English beside."""
    return {
        "fields": list(map(_field, COLUMNS)),
        "primaryKey": ["id"],
        "missingValues": [""],
    }


def _field(column: OpenColumn) -> Json:
    listed = column.holds is DataType.LIST
    told: Json = {
        "name": column.key,
        "type": DataType.STRING.value if listed else column.holds.value,
        "title": column.title.fr,
        "title_en": column.title.en,
        "description": column.description.fr + (_LISTED if listed else ""),
        "description_en": column.description.en + (_LISTED_EN if listed else ""),
    }
    constraints: Json = {}
    if column.key in {"id", "name", "kind"}:
        constraints["required"] = True
    if column.key == "id":
        constraints["unique"] = True
    if column.codes and not listed:
        constraints["enum"] = list(column.codes)
    if constraints:
        told["constraints"] = constraints
    if column.terms is not None:
        labels = column.terms.labels()
        told["labels"] = {code: labels[code] for code in column.codes}
    return told


def descriptor_of(edition: Edition, files: Iterable[Written], leaving: Leaving) -> Json:
    """The descriptor; paths are beside it, so that the folder can be moved whole."""
    resources = [_resource(one) for one in files]
    licences = {one["title"]: one for resource in resources for one in resource.get("licenses", ())}
    told: Json = {
        "name": f"cooperation-territoriale-{edition.id}",
        "title": PRODUCT,
        "description": (
            "Organisations de l’économie sociale et solidaire, PTCE, travail protégé et adapté, "
            "lieux de coopération et partenaires territoriaux, par territoire. Une cellule vide "
            "dit qu’aucune source ne renseigne, jamais zéro."
        ),
        "version": edition.id,
        "created": f"{edition.built_on}T00:00:00Z",
        "keywords": ["ESS", "PTCE", "ESAT", "insertion", "tiers-lieux", "coopération territoriale"],
        "everything": leaving.everything,
        "keptBack": leaving.kept_back,
        "factsTakenOut": leaving.facts_taken_out,
        "contentHash": edition.content_hash,
        "cog": edition.report.cog or None,
        "sources": [
            {"title": f"{one.name} — millésime {one.vintage} — {one.licence}"}
            for one in edition.report.sources
        ],
        "resources": resources,
    }
    return told | ({"licenses": list(licences.values())} if licences else {})


def _resource(one: Written) -> Json:
    told: Json = {
        "name": one.name,
        "path": one.path,
        "title": one.title,
        "description": one.description,
        "mediatype": one.media_type,
        "format": one.path.rpartition(".")[2],
        "encoding": "utf-8",
        "bytes": one.bytes,
        "hash": f"sha256:{one.sha256}",
        "organisations": one.rows,
    }
    licences = [_licence(each, one.by_licence[each]) for each in Licence if each in one.by_licence]
    if licences:  # a descriptor has no empty list
        told["licenses"] = licences
    if one.schema is None:
        return told | {"type": "file"}
    return told | {"type": "table", "profile": "tabular-data-resource", "schema": one.schema}


def _licence(licence: Licence, rows: int) -> Json:
    names = NAMES[licence]
    told: Json = {
        "name": names.name,
        "title": licence.label,
        "code": licence.value,
        "organisations": rows,
    }
    return told | ({"path": names.path} if names.path else {})
