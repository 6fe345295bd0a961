"""Portraits of territories: coverage, figures, reach and leads."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from pydantic import BeforeValidator

from territorial_map.api.answers import answer
from territorial_map.api.models.beside import (
    AlikeAnswer,
    GapsAnswer,
    alike_answer,
    gaps_answer,
)
from territorial_map.api.models.closed import one_of
from territorial_map.api.models.leads import PageAsked, Partnerships
from territorial_map.api.models.portraits import (
    PortraitAnswer,
    ReachAnswer,
    portrait_answer,
    reach_answer,
)
from territorial_map.api.parameters import (
    EDITION,
    KEPT,
    Json,
    PageNumber,
    Pooling,
    documented,
)
from territorial_map.api.partnerships import PairsLimit, categories_of, leads_answer
from territorial_map.api.route import kept_answers, refusals, router
from territorial_map.domain.alike import MOST_CHOSEN
from territorial_map.domain.commune_groups import MOST_GROUPED, AnyTerritory
from territorial_map.ledger.dismissals import Ledger
from territorial_map.services.costly_work import apart
from territorial_map.services.directory import Directory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partner_lists.partner_query import PER_PAGE
from territorial_map.services.portrait import alike_of, chosen_codes, portrait_of
from territorial_map.services.portrait.alike import CHOSEN
from territorial_map.services.portrait.gaps import gaps_of
from territorial_map.services.portrait.place import selection_of
from territorial_map.services.portrait.reach import reach_of
from territorial_map.services.portrait.zones import PORTRAIT_LEVELS, portrayed

ALIKE_ASKED: Json = {
    "name": CHOSEN,
    "in": "query",
    "description": "Codes des territoires à comparer, du même niveau, séparés par des virgules ; "
    "sans eux, les dix les plus semblables.",
    "schema": {
        "type": "string",
        "pattern": rf"^[0-9AB]{{2,9}}(,[0-9AB]{{2,9}}){{0,{MOST_CHOSEN - 1}}}$",
    },
}

MOST_NAME = 120
NAMED: Json = {
    "name": "name",
    "in": "query",
    "description": "Nom d’un groupe de communes (niveau « group »), que garde l’adresse.",
    "schema": {"type": "string", "maxLength": MOST_NAME},
}
PortraitLevel = Annotated[
    str,
    Path(
        description="Niveau du territoire ; « group » : des communes au choix.",
        json_schema_extra={"enum": list(PORTRAIT_LEVELS)},
    ),
    BeforeValidator(one_of("level", PORTRAIT_LEVELS)),
]
PortraitCode = Annotated[
    str,
    Path(
        description="Code du territoire ; d’un groupe, ceux de ses communes, séparés par des "
        f"virgules, {MOST_GROUPED} au plus.",
        min_length=1,
        max_length=MOST_GROUPED * len("26362,") - 1,
    ),
]


def portrait_router(directory: Directory, ledger: Ledger) -> APIRouter:
    """What the edition served knows of one territory."""
    routes = router("territories")

    @routes.get(
        "/territories/{level}/{code}/portrait",
        response_model=PortraitAnswer,
        responses=kept_answers(404),
        openapi_extra=documented(ALIKE_ASKED, NAMED, EDITION),
        summary="Portrait d’un territoire : couverture, puis chiffres comparés",
    )
    def get_portrait(request: Request, level: PortraitLevel, code: PortraitCode) -> Response:
        edition = directory.current()
        territory = asked_place(request, edition, level, code)
        portrait = portrait_of(edition, territory, chosen_of(request, territory, edition))
        return answer(request, edition.edition.id, portrait_answer(portrait))

    @routes.get(
        "/territories/{level}/{code}/alike",
        response_model=AlikeAnswer,
        responses=kept_answers(404),
        openapi_extra=documented(ALIKE_ASKED, NAMED, EDITION),
        summary="Les dix territoires les plus semblables, et en quoi",
    )
    def get_alike(request: Request, level: PortraitLevel, code: PortraitCode) -> Response:
        edition = directory.current()
        territory = asked_place(request, edition, level, code)
        alike = alike_of(edition, territory, chosen_of(request, territory, edition))
        body = alike_answer(territory, alike, edition.edition)
        return answer(request, edition.edition.id, body)

    @routes.get(
        "/territories/{level}/{code}/gaps",
        response_model=GapsAnswer,
        responses=kept_answers(404),
        openapi_extra=documented(NAMED, EDITION),
        summary="Ce qui semble manquer, à côté des territoires les plus semblables",
    )
    def get_gaps(request: Request, level: PortraitLevel, code: PortraitCode) -> Response:
        edition = directory.current()
        territory = asked_place(request, edition, level, code)
        body = gaps_answer(territory, gaps_of(edition, territory), edition.edition)
        return answer(request, edition.edition.id, body)

    @routes.get(
        "/territories/{level}/{code}/reach",
        response_model=ReachAnswer,
        responses=kept_answers(404),
        openapi_extra=documented(NAMED, EDITION),
        summary="Ce qui est à portée des habitants d’un territoire, à vol d’oiseau",
    )
    def get_reach(request: Request, level: PortraitLevel, code: PortraitCode) -> Response:
        edition = directory.current()
        territory = asked_place(request, edition, level, code)
        body = reach_answer(territory, reach_of(edition, territory), edition.edition)
        return answer(request, edition.edition.id, body)

    @routes.get(
        "/territories/{level}/{code}/leads",
        response_model=Partnerships,
        responses=refusals(404, 429),
        openapi_extra=documented(*KEPT[1:], NAMED, EDITION),
        summary="Pistes de coopération d’un territoire",
    )
    async def get_territory_leads(
        request: Request,
        level: PortraitLevel,
        code: PortraitCode,
        pooling: Pooling = (),
        limit: PairsLimit = PER_PAGE,
        page: PageNumber = 1,
    ) -> Response:
        def made() -> Response:
            territory = asked_place(request, directory.current(), level, code)
            selection, at = selection_of(territory), PageAsked(page, limit)
            return leads_answer(request, directory, ledger, selection, categories_of(pooling), at)

        return await apart(made)

    return routes


def asked_place(request: Request, edition: OpenEdition, level: str, code: str) -> AnyTerritory:
    """The territory, zone or group that a path names; ``name`` is how a group is called.

    Raises:
        NotFound: the code is none of this level's in the edition.
    """
    return portrayed(edition, level, code, request.query_params.get("name", "")[:MOST_NAME])


def chosen_of(request: Request, territory: AnyTerritory, edition: OpenEdition) -> tuple[str, ...]:
    """The codes of the territories that a request compares with.

    Raises:
        BadParameter: one is the territory itself, or there are too many.
        NotFound: one is none of the level.
    """
    return chosen_codes(request.query_params.get(CHOSEN, ""), territory, edition)
