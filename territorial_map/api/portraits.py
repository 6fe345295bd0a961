"""Portraits of territories: coverage, figures, reach and leads."""

from fastapi import APIRouter, Request, Response

from territorial_map.api.answers import answer
from territorial_map.api.models.leads import PageAsked, Partnerships
from territorial_map.api.models.portraits import (
    PortraitAnswer,
    ReachAnswer,
    portrait_answer,
    reach_answer,
)
from territorial_map.api.parameters import EDITION, KEPT, PINNED, PageNumber, Pooling, documented
from territorial_map.api.partnerships import PairsLimit, categories_of, leads_answer
from territorial_map.api.route import kept_answers, refusals, router
from territorial_map.api.routes import Code, Level
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.ledger.dismissals import Ledger
from territorial_map.services.costly_work import apart
from territorial_map.services.directory import Directory
from territorial_map.services.partner_lists.partner_query import PER_PAGE
from territorial_map.services.portrait import portrait_of
from territorial_map.services.portrait.place import selection_of
from territorial_map.services.portrait.reach import reach_of


def portrait_router(directory: Directory, ledger: Ledger) -> APIRouter:
    """What the edition served knows of one territory."""
    routes = router("territories")

    @routes.get(
        "/territories/{level}/{code}/portrait",
        response_model=PortraitAnswer,
        responses=kept_answers(404),
        openapi_extra=PINNED,
        summary="Portrait d’un territoire : couverture, puis chiffres comparés",
    )
    def get_portrait(request: Request, level: Level, code: Code) -> Response:
        edition = directory.current()
        territory = edition.territory(TerritoryLevel(level), code).territory
        return answer(request, edition.edition.id, portrait_answer(portrait_of(edition, territory)))

    @routes.get(
        "/territories/{level}/{code}/reach",
        response_model=ReachAnswer,
        responses=kept_answers(404),
        openapi_extra=PINNED,
        summary="Ce qui est à portée des habitants d’un territoire, à vol d’oiseau",
    )
    def get_reach(request: Request, level: Level, code: Code) -> Response:
        edition = directory.current()
        territory = edition.territory(TerritoryLevel(level), code).territory
        body = reach_answer(territory, reach_of(edition, territory), edition.edition)
        return answer(request, edition.edition.id, body)

    @routes.get(
        "/territories/{level}/{code}/leads",
        response_model=Partnerships,
        responses=refusals(404, 429),
        openapi_extra=documented(*KEPT[1:], EDITION),
        summary="Pistes de coopération d’un territoire",
    )
    async def get_territory_leads(
        request: Request,
        level: Level,
        code: Code,
        pooling: Pooling = (),
        limit: PairsLimit = PER_PAGE,
        page: PageNumber = 1,
    ) -> Response:
        def made() -> Response:
            territory = directory.current().territory(TerritoryLevel(level), code).territory
            selection, at = selection_of(territory), PageAsked(page, limit)
            return leads_answer(request, directory, ledger, selection, categories_of(pooling), at)

        return await apart(made)

    return routes
