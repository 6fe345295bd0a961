"""What becomes of what people say, over HTTP: figures of a selection, and a feed."""

from datetime import UTC, datetime

from fastapi import APIRouter, Request, Response

from territorial_map.api.answers import fresh_answer
from territorial_map.api.changes import AtomResponse, tagged_feed
from territorial_map.api.contributions import CLOSED
from territorial_map.api.models.contribution_figures import FiguresAnswer, figures_answer
from territorial_map.api.parameters import FILTERED, selection_of
from territorial_map.api.route import UNCHANGED, refusals, router
from territorial_map.domain.errors import Forbidden
from territorial_map.services.contributions.accepted_feed import accepted_feed
from territorial_map.services.contributions.figures import contribution_figures, said_of
from territorial_map.services.explore.query_string import query_of
from territorial_map.services.export.selection_words import selection_in_words
from territorial_map.services.site import Site


def contribution_figures_router(site: Site) -> APIRouter:
    """Figures and the feed of what was said of a selection; closed where nothing can be said."""
    routes = router("contributions")

    @routes.get(
        "/contributions/figures",
        response_model=FiguresAnswer,
        responses=refusals(403),
        openapi_extra=FILTERED,
        summary="Ce que deviennent les contributions d’une sélection, en chiffres",
    )
    def get_contribution_figures(request: Request) -> Response:
        _open(site)
        edition, asked = site.directory.current(), selection_of(request)
        now = datetime.now(tz=UTC)
        figures = contribution_figures(site.ledger.contributions, edition, asked, now)
        return fresh_answer(figures_answer(figures, edition.edition.id))

    @routes.get(
        "/contributions.atom",
        response_class=AtomResponse,
        responses=UNCHANGED | refusals(403),
        openapi_extra=FILTERED,
        summary="Les contributions acceptées d’une sélection, en flux Atom",
    )
    def get_contribution_feed(request: Request) -> Response:
        _open(site)
        edition, asked = site.directory.current(), selection_of(request)
        said = said_of(site.ledger.contributions, edition, asked)
        words = selection_in_words(asked, edition.names)
        built_on = edition.edition.built_on
        feed = accepted_feed(said, words, query_of(asked), site.public_url, built_on)
        return tagged_feed(request, feed)

    return routes


def _open(site: Site) -> None:
    if not site.contributing:
        raise Forbidden(CLOSED)
