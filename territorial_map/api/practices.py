"""The practices over HTTP: the catalogue, those of an organisation, those of a profile."""

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Body, Request, Response

from territorial_map.api.answers import answer, fresh_answer, parameters_of
from territorial_map.domain.errors import BadParameter, TooLarge
from territorial_map.domain.practices.catalogue import (
    Practice,
    PracticeCatalogue,
    ResourceRecord,
    Theme,
)
from territorial_map.domain.practices.library import PracticeLibrary
from territorial_map.domain.practices.profile import PROFILE_KEYS, PracticeProfile
from territorial_map.domain.practices.terms import Role
from territorial_map.domain.vocabulary import LegalFamily, PoolingCategory
from territorial_map.services.directory import Directory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.practices.answers import links_answer
from territorial_map.services.practices.browsing import (
    BROWSED_BY,
    Heading,
    browse,
    browsing_from_query,
    families_of,
    heading_of,
    standing_counts,
)
from territorial_map.services.practices.concerned_practices import (
    ConcernedOrganisation,
    practices_of,
)
from territorial_map.services.practices.profiles import answer_profiles

MAX_PROFILES = 200
_DESCRIPTIONS = {
    "theme": ("Numéro d’un thème du guide ; se répète.", [str(number) for number in range(1, 9)]),
    "family": ("Famille juridique des exemples ; se répète.", list(LegalFamily.codes())),
    "pooling": ("Catégorie de mutualisation ; se répète.", list(PoolingCategory.codes())),
    "q": ("Mots du titre, des mots-clés et de ce qui a été fait.", []),
}
_BROWSED: dict[str, Any] = {
    "parameters": [
        {
            "name": name,
            "in": "query",
            "description": description,
            "schema": {"type": "array", "items": {"type": "string", "enum": codes}}
            if codes
            else {"type": "string"},
        }
        for name, (description, codes) in _DESCRIPTIONS.items()
    ]
}
_BODY = Body(
    description="Un profil, ou une liste de profils ; toutes les clés sont facultatives.",
    examples=[
        {"kind": "ess_actor", "legal_form": "scop", "size_band": "small", "sectors": ["digital"]},
        [{"devices": ["aci"], "commune": "26281"}],
    ],
)
Json = dict[str, Any]


def practice_router(directory: Directory, library: PracticeLibrary) -> APIRouter:
    """The catalogue, and the practices of an organisation or a profile with their reasons."""
    router = APIRouter(tags=["Bonnes pratiques"])

    @router.get(
        "/practices", openapi_extra=_BROWSED, summary="Bonnes pratiques du guide, par thème"
    )
    def practices(request: Request) -> Response:
        edition = directory.current()
        _refuse_others(request)
        wanted = browsing_from_query(parameters_of(request), library)
        found = browse(library, wanted)
        body = {
            "edition": edition.edition.id,
            "total": len(found.practices),
            "themes": [_theme(each, library.catalogue) for each in library.catalogue.themes],
            "practices": _listed(found.practices, edition),
            "resources": [asdict(resource) for resource in found.resources],
            "pointers": [asdict(pointer) for pointer in library.catalogue.pointers],
        }
        return answer(request, edition.edition.id, body)

    @router.get("/practices/{practice_id}", summary="Une bonne pratique, entière")
    def practice(request: Request, practice_id: str) -> Response:
        edition = directory.current()
        body = heading_json(heading_of(library, practice_id), edition)
        return answer(request, edition.edition.id, body)

    @router.get(
        "/organisations/{organisation_id}/practices",
        summary="Bonnes pratiques d’une organisation, avec leurs raisons",
    )
    def of_organisation(request: Request, organisation_id: str) -> Response:
        edition = directory.current()
        concerned = practices_of(edition, library, organisation_id)
        return answer(request, edition.edition.id, concerned_json(concerned, edition))

    @router.post("/practices/for-profile", summary="Bonnes pratiques d’un ou de plusieurs profils")
    def for_profile(body: Annotated[dict[str, Any] | list[Any], _BODY]) -> Response:
        if isinstance(body, list) and len(body) > MAX_PROFILES:
            raise TooLarge(f"{len(body)} profils : {MAX_PROFILES} au plus par demande.")
        return fresh_answer(answer_profiles(body, library, directory.current()))

    return router


def heading_json(heading: Heading, edition: OpenEdition) -> Json:
    """A practice or a resource, whole; ``record`` tells which."""
    if isinstance(heading, ResourceRecord):
        return {"edition": edition.edition.id, "record": "resource"} | asdict(heading)
    counts = standing_counts(edition).get(heading.id, {})
    return {
        "edition": edition.edition.id,
        "record": "practice",
        **asdict(heading),
        "families": families_of(heading),
        "organisations": _by_role(counts),
    }


def concerned_json(concerned: ConcernedOrganisation, edition: OpenEdition) -> Json:
    """The practices of an organisation, what was read of it, and what was inferred."""
    organisation = concerned.organisation
    return {
        "edition": edition.edition.id,
        "organisation": {"id": organisation.id, "name": organisation.name},
        "profile": profile_json(concerned.profile),
        "inferred": [
            {"key": each.criterion, "value": each.value, "fr": each.rule.fr, "en": each.rule.en}
            for each in concerned.inferred
        ],
        **links_answer(concerned.links),
    }


def profile_json(profile: PracticeProfile) -> Json:
    """What a profile says, as one would type it; what it does not say is left out."""
    values = asdict(profile)
    return {key: values[key] for key in PROFILE_KEYS if values[key] is not None}


def _listed(practices: tuple[Practice, ...], edition: OpenEdition) -> list[Json]:
    counts = standing_counts(edition)
    return [
        {
            "id": practice.id,
            "title": practice.title,
            "title_en": practice.title_en,
            "themes": practice.themes,
            "families": families_of(practice),
            "pooling": practice.pooling,
            "keywords": practice.keywords,
            "point": asdict(practice.point),
            "examples": len(practice.examples),
            "organisations": _by_role(counts.get(practice.id, {})),
        }
        for practice in practices
    ]


def _by_role(counts: dict[Role, int]) -> dict[str, int]:
    return {role.value: counts.get(role, 0) for role in Role}


def _theme(theme: Theme, catalogue: PracticeCatalogue) -> Json:
    count = sum(theme.number in practice.themes for practice in catalogue.practices)
    return {
        "number": theme.number,
        "fr": theme.label.fr,
        "en": theme.label.en,
        "origin": theme.origin,
        "note": asdict(theme.note) if theme.note else None,
        "practices": count,
    }


def _refuse_others(request: Request) -> None:
    known = (*BROWSED_BY, "edition")
    for name, value in request.query_params.multi_items():
        if name not in known:
            raise BadParameter(name, value, "paramètre inconnu.", known)
