"""For monitors and load balancers: how the service is, and whether to send it visitors."""

from datetime import UTC, datetime

from fastapi import APIRouter, Response

from territorial_map.api.answers import fresh_answer
from territorial_map.api.models.health import HealthAnswer, ReadyAnswer, health_answer
from territorial_map.api.route import refusals, router
from territorial_map.services.health import health_of
from territorial_map.services.site import Site


def health_router(site: Site) -> APIRouter:
    """The state of the service, asked now: no cache keeps it."""
    routes = router("editions-and-exports")

    @routes.get(
        "/health",
        response_model=HealthAnswer,
        responses=refusals(503),
        summary="État du service : édition, ancienneté, registre, disque",
    )
    def get_health() -> Response:
        site.directory.current()
        today = datetime.now(tz=UTC).date()
        return fresh_answer(health_answer(health_of(site.directory, site.ledger, today)))

    @routes.get(
        "/ready",
        response_model=ReadyAnswer,
        responses=refusals(503),
        summary="Prêt à servir : une édition est ouverte",
    )
    def get_readiness() -> Response:
        edition = site.directory.current().edition.id
        return fresh_answer(ReadyAnswer(ready=True, edition=edition))

    return routes
