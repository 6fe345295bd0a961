"""The addresses of the features API (OGC 17-069r4), under ``/ogc``."""

from collections.abc import Callable

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from territorial_map.api.docs_page import docs_page
from territorial_map.api.ogc import pages
from territorial_map.api.ogc.asked import HTML, JSON, ROOT, FeaturesAsked, link
from territorial_map.api.ogc.collections import (
    COLLECTIONS,
    GEOJSON,
    ORGANISATIONS,
    SCHEMA,
    Collection,
    collection_of,
    collection_told,
    queryables_of,
)
from territorial_map.api.ogc.definition import OPENAPI, definition_of
from territorial_map.api.ogc.features import organisation_feature, territory_feature
from territorial_map.api.ogc.items import FeaturesPage, feature_answer, features_answer
from territorial_map.api.ogc.models import (
    ApiDefinition,
    Conformance,
    LandingPage,
    OgcCollection,
    OgcCollections,
    OrganisationFeature,
    OrganisationFeatures,
    Queryables,
    TerritoryFeature,
    TerritoryFeatures,
)
from territorial_map.api.ogc.parameters import (
    ORGANISATIONS_ASKED,
    PAGE,
    TERRITORIES_ASKED,
    CollectionPath,
    LevelPath,
    PageSize,
    Passed,
    RepresentationAsked,
    TerritoryPath,
    selection_asked,
    territories_asked,
    windows_asked,
)
from territorial_map.api.ogc.route import answers, ogc_router
from territorial_map.api.parameters import OrganisationPath
from territorial_map.domain.errors import NotFound
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.export.licences_held import attributions_held
from territorial_map.services.features.reading import (
    read_organisations,
    read_territories,
    read_territory,
)
from territorial_map.services.site import Site

_PART_1 = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf"
_PART_3 = "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf"
CLASSES = (
    *(f"{_PART_1}/{name}" for name in ("core", "oas30", "html", "geojson")),
    *(f"{_PART_3}/{name}" for name in ("queryables", "queryables-query-parameters")),
)
_TITLE = "Carte et annuaire de la coopération territoriale"
_DESCRIPTION = (
    "L’annuaire servi, lu en direct : organisations et territoires, en CRS84, avec les filtres de "
    "l’annuaire."
)


class GeoJson(JSONResponse):
    """Told as GeoJSON by the document."""

    media_type = GEOJSON


class JsonSchema(JSONResponse):
    """Told as a JSON Schema by the document."""

    media_type = SCHEMA


class OpenApi(JSONResponse):
    """Told as an OpenAPI document."""

    media_type = OPENAPI.partition(";")[0]


def features_router(site: Site, document: Callable[[], ApiDefinition]) -> APIRouter:
    """The whole of it; ``document`` gives that of the server."""
    routes = ogc_router()
    _add_description(routes, site, document)
    _add_collections(routes, site)
    _add_organisations(routes, site)
    _add_territories(routes, site)
    return routes


def add_ogc_strangers(server: FastAPI) -> None:
    """What else could be asked under ``/ogc``: a slash too many, an address that is none."""

    @server.get(f"{ROOT}/", include_in_schema=False)
    def without_slash() -> Response:
        return RedirectResponse(ROOT, 308)

    @server.get(f"{ROOT}/{{rest:path}}", include_in_schema=False)
    def nothing_here(rest: str) -> Response:
        raise NotFound(f"Aucune adresse « {ROOT}/{rest[:100]} ». Voir {ROOT}.")


def _add_description(routes: APIRouter, site: Site, document: Callable[[], ApiDefinition]) -> None:
    @routes.get(
        ROOT,
        response_model=LandingPage,
        responses=answers(),
        summary="OGC API – Features : page d’accueil",
    )
    def get_ogc_landing(request: Request, f: RepresentationAsked = "") -> Response:
        asked = FeaturesAsked.of(request, f, site.public_url)
        opened = site.directory.current()
        edition = opened.edition
        credits_due = attributions_held(opened, opened.resolve(Selection.of({})))
        told: LandingPage = {
            "title": _TITLE,
            "description": f"{_DESCRIPTION} Édition {edition.id}.",
            "attribution": " ".join(
                (*credits_due, f"Territoires\u00a0: IGN, INSEE ({opened.cog}).")
            ),
            "links": [
                *asked.own_links(),
                link("service-desc", asked.address("/api", f="json"), OPENAPI, "Définition"),
                link("service-doc", asked.address("/api", f="html"), HTML, "Documentation"),
                link("conformance", asked.address("/conformance"), JSON, "Conformité"),
                link("data", asked.address("/collections"), JSON, "Collections"),
            ],
        }
        return asked.answer(edition.id, told, lambda: pages.landing_page(told, asked))

    @routes.get(
        f"{ROOT}/conformance",
        response_model=Conformance,
        responses=answers(),
        summary="OGC API – Features : classes de conformité",
    )
    def get_ogc_conformance(request: Request, f: RepresentationAsked = "") -> Response:
        asked = FeaturesAsked.of(request, f, site.public_url)
        told: Conformance = {"conformsTo": list(CLASSES)}
        edition = site.directory.current().edition
        return asked.answer(edition.id, told, lambda: pages.conformance_page(told, asked))

    @routes.get(
        f"{ROOT}/api",
        response_model=ApiDefinition,
        response_class=OpenApi,
        responses=answers(),
        summary="OGC API – Features : définition (OpenAPI 3.0)",
    )
    def get_ogc_definition(request: Request, f: RepresentationAsked = "") -> Response:
        asked = FeaturesAsked.of(request, f, site.public_url)
        told = definition_of(document(), asked.address(), tuple(COLLECTIONS))
        machine = asked.address("/api", f="json")
        edition = site.directory.current().edition
        return asked.answer(edition.id, told, lambda: docs_page(told, machine), OPENAPI)


def _add_collections(routes: APIRouter, site: Site) -> None:
    @routes.get(
        f"{ROOT}/collections",
        response_model=OgcCollections,
        responses=answers(),
        summary="OGC API – Features : collections",
    )
    def list_ogc_collections(request: Request, f: RepresentationAsked = "") -> Response:
        asked, edition = FeaturesAsked.of(request, f, site.public_url), site.directory.current()
        every = [collection_told(one, edition, asked) for one in COLLECTIONS.values()]
        told: OgcCollections = {"links": asked.own_links(), "collections": every}
        return asked.answer(edition.edition.id, told, lambda: pages.collections_page(told, asked))

    @routes.get(
        f"{ROOT}/collections/{{collection_id}}",
        response_model=OgcCollection,
        responses=answers(404),
        summary="OGC API – Features : une collection",
    )
    def get_ogc_collection(
        request: Request, collection_id: CollectionPath, f: RepresentationAsked = ""
    ) -> Response:
        asked, edition = FeaturesAsked.of(request, f, site.public_url), site.directory.current()
        told = collection_told(collection_of(collection_id), edition, asked)
        return asked.answer(edition.edition.id, told, lambda: pages.collection_page(told, asked))

    @routes.get(
        f"{ROOT}/collections/{{collection_id}}/queryables",
        response_model=Queryables,
        response_class=JsonSchema,
        responses=answers(404),
        summary="OGC API – Features : filtres d’une collection",
    )
    def get_ogc_queryables(
        request: Request, collection_id: CollectionPath, f: RepresentationAsked = ""
    ) -> Response:
        asked, one = FeaturesAsked.of(request, f, site.public_url), collection_of(collection_id)
        told = queryables_of(one, asked)
        edition = site.directory.current().edition
        return asked.answer(
            edition.id, told, lambda: pages.queryables_page(one, told, asked), SCHEMA
        )


def _add_organisations(routes: APIRouter, site: Site) -> None:
    one = COLLECTIONS[ORGANISATIONS]

    @routes.get(
        f"{ROOT}/collections/organisations/items",
        response_model=OrganisationFeatures,
        response_class=GeoJson,
        responses=answers(),
        openapi_extra=ORGANISATIONS_ASKED,
        summary="OGC API – Features : organisations",
    )
    def list_ogc_organisations(
        request: Request, limit: PageSize = PAGE, offset: Passed = 0, f: RepresentationAsked = ""
    ) -> Response:
        asked, edition = FeaturesAsked.of(request, f, site.public_url), site.directory.current()
        selection, windows = selection_asked(request), windows_asked(request)
        read = read_organisations(edition, selection, windows, limit, offset)
        page = FeaturesPage(
            tuple(map(organisation_feature, read.found)), read.matched, limit, offset
        )
        return features_answer(one, asked, edition.edition.id, page)

    @routes.get(
        f"{ROOT}/collections/organisations/items/{{organisation_id}}",
        response_model=OrganisationFeature,
        response_class=GeoJson,
        responses=answers(404),
        summary="OGC API – Features : une organisation",
    )
    def get_ogc_organisation(
        request: Request, organisation_id: OrganisationPath, f: RepresentationAsked = ""
    ) -> Response:
        asked, edition = FeaturesAsked.of(request, f, site.public_url), site.directory.current()
        found = organisation_feature(edition.organisation(organisation_id))
        return feature_answer(one, asked, edition.edition.id, found)


def _add_territories(routes: APIRouter, site: Site) -> None:
    @routes.get(
        f"{ROOT}/collections/{{level}}/items",
        response_model=TerritoryFeatures,
        response_class=GeoJson,
        responses=answers(404),
        openapi_extra=TERRITORIES_ASKED,
        summary="OGC API – Features : territoires d’un niveau",
    )
    def list_ogc_territories(
        request: Request,
        level: LevelPath,
        limit: PageSize = PAGE,
        offset: Passed = 0,
        f: RepresentationAsked = "",
    ) -> Response:
        asked, edition = FeaturesAsked.of(request, f, site.public_url), site.directory.current()
        one, of_level = _territories(level)
        chosen, windows = territories_asked(request), windows_asked(request)
        read = read_territories(edition, of_level, chosen, windows, (limit, offset))
        page = FeaturesPage(tuple(map(territory_feature, read.found)), read.matched, limit, offset)
        return features_answer(one, asked, edition.edition.id, page)

    @routes.get(
        f"{ROOT}/collections/{{level}}/items/{{code}}",
        response_model=TerritoryFeature,
        response_class=GeoJson,
        responses=answers(404),
        summary="OGC API – Features : un territoire",
    )
    def get_ogc_territory(
        request: Request, level: LevelPath, code: TerritoryPath, f: RepresentationAsked = ""
    ) -> Response:
        asked, edition = FeaturesAsked.of(request, f, site.public_url), site.directory.current()
        one, of_level = _territories(level)
        found = territory_feature(read_territory(edition, of_level, code))
        return feature_answer(one, asked, edition.edition.id, found)


def _territories(level: str) -> tuple[Collection, TerritoryLevel]:
    """A collection of territories and its level.

    Raises:
        NotFound: there is none of this name.
    """
    one = collection_of(level)
    if one.level is None:
        raise NotFound(f"« {one.id} » n’est pas un niveau de territoires.")
    return one, one.level
