"""Figures for a monitor, by setting: requests by route and status, durations, age of the edition.

Several workers write their figures to one folder, which ``running`` makes, and any of them answers
for all. Nothing tells who asked, or what.
"""

import time
from collections.abc import Callable
from pathlib import Path

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from territorial_map.hosting.logs import route_of

PATH = "/metrics"
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Figures:
    """What is counted; ``shared`` is the folder where several workers put it, ``None`` for one."""

    def __init__(self, shared: Path | None = None) -> None:
        self._shared = shared
        self._own = CollectorRegistry()
        labels = ("method", "route", "status")
        self.requests = Counter(
            "territorial_map_requests", "Requests answered", labels, registry=self._own
        )
        self.seconds = Histogram(
            "territorial_map_request_seconds",
            "Seconds until the last byte of an answer",
            ("route",),
            buckets=_SECONDS,
            registry=self._own,
        )
        self.edition_days = Gauge(
            "territorial_map_edition_age_days",
            "Days since the edition served was built",
            registry=self._own,
            multiprocess_mode="mostrecent",
        )
        self.degraded = Gauge(
            "territorial_map_degraded",
            "1 while something is away: see /api/v1/health",
            registry=self._own,
            multiprocess_mode="mostrecent",
        )

    def written(self) -> bytes:
        """The figures of every worker, in Prometheus' text format."""
        if self._shared is None:
            return generate_latest(self._own)
        together = CollectorRegistry()
        MultiProcessCollector(together, str(self._shared))  # type: ignore[no-untyped-call]  # untyped there
        return generate_latest(together)


class Counted:
    """Layer that counts each request by its route, as declared, and its status."""

    def __init__(
        self, app: ASGIApp, figures: Figures, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        self._app, self._figures, self._clock = app, figures, clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        since, status = self._clock(), 500

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, noted)
        finally:
            route = route_of(scope)
            self._figures.requests.labels(scope["method"], route, str(status)).inc()
            self._figures.seconds.labels(route).observe(self._clock() - since)


def metrics_page(figures: Figures, refresh: Callable[[], None]) -> Callable[[Request], Response]:
    """The route's function; ``refresh`` brings what is measured rather than counted up to date."""

    def metrics(_: Request) -> Response:
        refresh()
        headers = {"Cache-Control": "no-store"}
        return Response(figures.written(), media_type=CONTENT_TYPE_LATEST, headers=headers)

    return metrics
