"""For monitors and load balancers: how the service is, and whether to send it visitors."""

from datetime import UTC, datetime
from functools import cache

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Response

from territorial_map.api.answers import fresh_answer
from territorial_map.api.models.health import HealthAnswer, ReadyAnswer, health_answer
from territorial_map.api.route import refusals, router
from territorial_map.services.health import health_of
from territorial_map.services.site import Site

_THREADS = 2


def health_router(site: Site) -> APIRouter:
    """The state of the service, asked now: no cache keeps it."""
    routes = router("editions-and-exports")

    @cache
    def own_threads() -> CapacityLimiter:
        """Monitors are answered whatever holds the others; made where the event loop runs."""
        return CapacityLimiter(_THREADS)

    @routes.get(
        "/health",
        response_model=HealthAnswer,
        responses=refusals(503),
        summary="État du service : édition, ancienneté, registre, disque",
    )
    async def get_health() -> Response:
        def made() -> Response:
            site.directory.current()
            today = datetime.now(tz=UTC).date()
            return fresh_answer(health_answer(health_of(site.directory, site.ledger, today)))

        return await to_thread.run_sync(made, limiter=own_threads())

    @routes.get(
        "/ready",
        response_model=ReadyAnswer,
        responses=refusals(503),
        summary="Prêt à servir : une édition est ouverte",
    )
    async def get_readiness() -> Response:
        edition = site.directory.current().edition.id
        return fresh_answer(ReadyAnswer(ready=True, edition=edition))

    return routes
