"""The record of an edition's files for catalogues of data: DCAT-AP 3, as JSON-LD.

https://semiceu.github.io/DCAT-AP/releases/3.0.0/. The words that it uses stand in the record
itself, so that it is read without asking any server.
"""

from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]
_EU = "http://publications.europa.eu/resource/authority"
_TYPES = {
    "csv": f"{_EU}/file-type/CSV",
    "gpkg": f"{_EU}/file-type/GPKG",
    "json": f"{_EU}/file-type/JSON",
    "parquet": f"{_EU}/file-type/PARQUET",
}
_IRI = {"@type": "@id"}
_CONTEXT: Json = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    **{
        name: {"@id": f"{prefix}:{name.partition('_')[0]}"} | _IRI
        for prefix, names in {
            "dcat": ("accessURL", "downloadURL", "endpointURL", "landingPage", "mediaType"),
            "dct": ("conformsTo", "accessRights"),
        }.items()
        for name in names
    },
}


def catalogue_record(descriptor: Mapping[str, Any], publisher: str, public_url: str) -> Json:
    """The record of a descriptor's files, served under an address."""
    page = f"{public_url}/donnees-ouvertes"
    catalogue, agent = f"{page}#catalogue", f"{page}#editeur"
    data_set, service = f"{page}#jeu-de-donnees", f"{public_url}/ogc"
    shared = {
        "dct:publisher": {"@id": agent},
        "dct:language": {"@id": f"{_EU}/language/FRA"},
        "dct:modified": _date(descriptor["created"]),
    }
    return {
        "@context": _CONTEXT,
        "@graph": [
            {
                "@id": catalogue,
                "@type": "dcat:Catalog",
                "dct:title": _french(descriptor["title"]),
                "dct:description": _french(descriptor["description"]),
                "dcat:dataset": {"@id": data_set},
                "dcat:service": {"@id": service},
                **shared,
            },
            {"@id": agent, "@type": "foaf:Agent", "foaf:name": publisher},
            _data_set(descriptor, data_set, page, public_url) | shared,
            *_licences(descriptor, page),
            {
                "@id": service,
                "@type": "dcat:DataService",
                "dct:title": _french("L’annuaire en direct, par OGC API – Features"),
                "endpointURL": service,
                "dcat:endpointDescription": {"@id": f"{service}/api"},
                "conformsTo": "http://www.opengis.net/spec/ogcapi-features-1/1.0",
                "dcat:servesDataset": {"@id": data_set},
            },
        ],
    }


def _data_set(descriptor: Mapping[str, Any], own: str, page: str, public_url: str) -> Json:
    return {
        "@id": own,
        "@type": "dcat:Dataset",
        "dct:title": _french(descriptor["title"]),
        "dct:description": _french(descriptor["description"]),
        "dct:identifier": descriptor["version"],
        "dct:issued": _date(descriptor["created"]),
        "dcat:keyword": [_french(word) for word in descriptor["keywords"]],
        "dcat:theme": [{"@id": f"{_EU}/data-theme/{one}"} for one in ("SOCI", "ECON")],
        "dct:spatial": {"@id": f"{_EU}/country/FRA"},
        "dct:accrualPeriodicity": {"@id": f"{_EU}/frequency/IRREG"},
        "accessRights": f"{_EU}/access-right/PUBLIC",
        "landingPage": page,
        "dct:provenance": {
            "@type": "dct:ProvenanceStatement",
            "rdfs:label": [_french(one["title"]) for one in descriptor["sources"]],
        },
        "dcat:distribution": [
            _distribution(one, page, public_url) for one in descriptor["resources"]
        ],
    }


def _distribution(told: Mapping[str, Any], page: str, public_url: str) -> Json:
    format_ = _TYPES.get(told["format"])
    return {
        "@id": f"{page}#{told['name']}",
        "@type": "dcat:Distribution",
        "dct:title": _french(told["title"]),
        "dct:description": _french(told["description"]),
        "accessURL": page,
        "downloadURL": f"{public_url}/donnees-ouvertes/{told['path']}",
        "mediaType": f"https://www.iana.org/assignments/media-types/{told['mediatype']}",
        **({"dct:format": {"@id": format_}} if format_ else {}),
        "dcat:byteSize": {"@value": str(told["bytes"]), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {
                "@value": told["hash"].removeprefix("sha256:"),
                "@type": "xsd:hexBinary",
            },
        },
        "dct:license": {"@id": _licence_of(told.get("licenses", []), page)},
    }


def _licence_of(licences: list[Json], page: str) -> str:
    """The address of the one licence of a file, or of the statement that its rows have several."""
    if len(licences) == 1:
        return _address(licences[0], page)
    codes = "-".join(one["code"] for one in licences)
    return f"{page}#licences-{codes}" if codes else f"{page}#sans-ligne"


def _address(licence: Json, page: str) -> str:
    return licence.get("path") or f"{page}#licence-{licence['code']}"


def _licences(descriptor: Mapping[str, Any], page: str) -> list[Json]:
    """A document for each licence, and for each mixture: every row then says its own."""
    single = {_address(one, page): one for one in descriptor.get("licenses", ())}
    told = [
        {"@id": address, "@type": "dct:LicenseDocument", "dct:title": _french(one["title"])}
        for address, one in single.items()
    ]
    mixed = {
        _licence_of(one.get("licenses", []), page): one.get("licenses", [])
        for one in descriptor["resources"]
        if len(one.get("licenses", ())) != 1
    }
    return told + [
        {
            "@id": address,
            "@type": "dct:LicenseDocument",
            "dct:title": _french(
                "Plusieurs licences ; la colonne « licence » dit celles de la ligne"
            ),
            "dct:references": [{"@id": _address(one, page)} for one in licences],
        }
        for address, licences in mixed.items()
    ]


def _french(text: str) -> Json:
    return {"@value": text, "@language": "fr"}


def _date(iso: str) -> Json:
    return {"@value": iso[:10], "@type": "xsd:date"}
