"""The practices over HTTP: the catalogue, those of an organisation, those of a profile."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Path, Request, Response
from pydantic import BeforeValidator, WithJsonSchema

from territorial_map.api.answers import answer, fresh_answer, parameters_of
from territorial_map.api.models.practice_profile import MOST_PROFILES, PROFILES_SCHEMA
from territorial_map.api.models.practices import (
    OrganisationPractices,
    PracticeAnswer,
    PracticeCatalogueAnswer,
    PracticeLinks,
    ResourceAnswer,
    heading_answer,
    organisation_practices,
    practice_catalogue,
    practice_links,
)
from territorial_map.api.parameters import EDITION, PINNED, OrganisationPath, documented, short
from territorial_map.api.route import kept_answers, refusals, router
from territorial_map.domain.errors import TooLarge
from territorial_map.domain.practices.library import PracticeLibrary
from territorial_map.domain.selection import MAX_TEXT
from territorial_map.domain.vocabulary import LegalFamily, PoolingCategory
from territorial_map.services.directory import Directory
from territorial_map.services.practices.browsing import browse, browsing_from_query, heading_of
from territorial_map.services.practices.concerned_practices import practices_of
from territorial_map.services.practices.profiles import answer_profiles

Json = dict[str, Any]


def _repeated(name: str, description: str, codes: tuple[str, ...]) -> Json:
    items = {"type": "string", "enum": list(codes)}
    return {
        "name": name,
        "in": "query",
        "description": description,
        "schema": {"type": "array", "items": items, "maxItems": 100},
    }


_BROWSED = documented(
    _repeated("theme", "Numéro d’un thème du guide ; se répète.", tuple(map(str, range(1, 9)))),
    _repeated("family", "Famille juridique des exemples ; se répète.", LegalFamily.codes()),
    _repeated("pooling", "Catégorie de mutualisation ; se répète.", PoolingCategory.codes()),
    {
        "name": "q",
        "in": "query",
        "description": "Mots du titre, des mots-clés et de ce qui a été fait.",
        "schema": {"type": "string", "maxLength": MAX_TEXT},
    },
    EDITION,
)
_PracticePath = Annotated[
    str,
    Path(
        description="Identifiant d’une pratique ou d’une ressource du guide.",
        max_length=20,
    ),
    BeforeValidator(short("practice_id", 20)),
]
_Profiles = Annotated[
    Any,
    WithJsonSchema(PROFILES_SCHEMA),
    Body(
        description="Un profil, ou une liste de profils ; toutes les clés sont facultatives.",
        examples=[
            {
                "kind": "ess_actor",
                "legal_form": "scop",
                "size_band": "small",
                "sectors": ["digital"],
            },
            [{"devices": ["aci"], "commune": "26281"}],
        ],
    ),
]


def practice_router(directory: Directory, library: PracticeLibrary) -> APIRouter:
    """The catalogue, and the practices of an organisation or a profile with their reasons."""
    routes = router("practices")

    @routes.get(
        "/practices",
        response_model=PracticeCatalogueAnswer,
        responses=kept_answers(),
        openapi_extra=_BROWSED,
        summary="Bonnes pratiques du guide, par thème",
    )
    def list_practices(request: Request) -> Response:
        edition = directory.current()
        wanted = browsing_from_query(parameters_of(request), library)
        body = practice_catalogue(browse(library, wanted), library.catalogue, edition)
        return answer(request, edition.edition.id, body)

    @routes.get(
        "/practices/{practice_id}",
        response_model=PracticeAnswer | ResourceAnswer,
        responses=kept_answers(404),
        openapi_extra=PINNED,
        summary="Une bonne pratique, entière",
    )
    def get_practice(request: Request, practice_id: _PracticePath) -> Response:
        edition = directory.current()
        body = heading_answer(heading_of(library, practice_id), edition)
        return answer(request, edition.edition.id, body)

    @routes.get(
        "/organisations/{organisation_id}/practices",
        response_model=OrganisationPractices,
        responses=kept_answers(404),
        openapi_extra=PINNED,
        summary="Bonnes pratiques d’une organisation, avec leurs raisons",
    )
    def get_organisation_practices(request: Request, organisation_id: OrganisationPath) -> Response:
        edition = directory.current()
        concerned = practices_of(edition, library, organisation_id)
        return answer(request, edition.edition.id, organisation_practices(concerned, edition))

    @routes.post(
        "/practices/for-profile",
        response_model=PracticeLinks | list[PracticeLinks],
        responses=refusals(413, 415),
        summary="Bonnes pratiques d’un ou de plusieurs profils",
    )
    def get_profile_practices(body: _Profiles) -> Response:
        if isinstance(body, list) and len(body) > MOST_PROFILES:
            raise TooLarge(f"{len(body)} profils : {MOST_PROFILES} au plus par demande.")
        found = answer_profiles(body, library, directory.current())
        if isinstance(found, list):
            return fresh_answer([practice_links(each.links) for each in found])
        return fresh_answer(practice_links(found.links))

    return routes
