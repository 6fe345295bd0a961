"""The one place that knows every floor: settings to a running application."""

import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import partial

import pandas  # noqa: F401, ICN001 - DuckDB looks for it on first use; imported twice at once it fails
from fastapi import FastAPI

from territorial_map.api.application import create_server
from territorial_map.api.gate import Gate
from territorial_map.api.operators import Attempts, Operators
from territorial_map.domain.errors import EditionError
from territorial_map.domain.publisher import Publisher
from territorial_map.hosting.logs import RequestLog, configure_logs
from territorial_map.hosting.safe_headers import SafeHeaders
from territorial_map.ledger.dismissals import Ledger
from territorial_map.services.directory import Directory
from territorial_map.services.explore.addresses import geocoder_of
from territorial_map.services.explore.older_editions import Archive
from territorial_map.services.health import Health, health_of
from territorial_map.services.knowledge.loading import load_knowledge
from territorial_map.services.open_data.shelf import OpenDataShelf
from territorial_map.services.script_modules import read_modules
from territorial_map.services.site import Site
from territorial_map.settings import (
    Settings,
    data_folder,
    figures_are_shared,
    make_home,
    told_to_programs,
)
from territorial_map.settings import settings as read_settings
from territorial_map.store.duplicate_verdicts import VerdictFile
from territorial_map.web import add_pages
from territorial_map.web.base.policy import page_policy

_TURN_S = 0.001
"""How long one thread computes before another has its turn: Python's 5 ms make a list wait."""


def create_application(settings: Settings, *, ahead: bool = False) -> FastAPI:
    """The API and the pages on one server, over the settings' folder of editions.

    ``ahead`` has what visitors would wait for made before they come, as in service.
    """
    sys.setswitchinterval(_TURN_S)
    assets = data_folder("assets")
    knowledge = load_knowledge(data_folder("data"), assets)
    reread = partial(load_knowledge, data_folder("data"), assets)
    directory = Directory(settings.editions, knowledge, reread, ahead=ahead)
    with suppress(EditionError):  # told to each visitor until there is one
        directory.warm()
    ledger = Ledger(settings.ledger)
    site = Site(
        directory,
        Archive(settings.editions),
        ledger,
        settings.public_url,
        read_modules(assets),
        OpenDataShelf(settings.editions, told_to_programs(settings)),
        _publisher(settings),
        operating=bool(settings.operator_secret),
        contributing=settings.contributions == "on",
    )
    geocoder = geocoder_of(settings.geocoder)
    verdicts = VerdictFile(settings.verdicts)
    attempts = Attempts(settings.client_header, store=settings.gate_store)
    operators = Operators(ledger, settings.operator_secret, verdicts, attempts)
    gate = Gate(
        settings.exports_per_minute,
        settings.exports_at_once,
        settings.client_header,
        store=settings.gate_store,
    )
    server = create_server(site, operators, geocoder, gate)
    if settings.metrics is not None:
        _add_metrics(server, settings, lambda: health_of(directory, ledger, _today()))
    add_pages(server, site, assets, settings.embed_hosts)
    server.add_middleware(RequestLog)
    server.add_middleware(
        SafeHeaders, policy=page_policy(site.script), hsts_seconds=settings.hsts_seconds
    )
    return server


def _publisher(settings: Settings) -> Publisher:
    return Publisher(
        settings.publisher,
        settings.publisher_address,
        settings.publication_director,
        settings.hosting,
        settings.contact,
        settings.security_contact,
    )


def _add_metrics(server: FastAPI, settings: Settings, health: Callable[[], Health]) -> None:
    from territorial_map.hosting import metrics  # noqa: PLC0415 - by setting only

    figures = metrics.Figures(settings.metrics if figures_are_shared() else None)

    def refresh() -> None:
        now = health()
        figures.edition_days.set(now.edition_age_days or 0)
        figures.degraded.set(now.status != "ok")

    page = metrics.metrics_page(figures, refresh)
    server.add_api_route(metrics.PATH, page, methods=["GET"], include_in_schema=False)
    server.add_middleware(metrics.Counted, figures=figures)


def _today() -> date:
    return datetime.now(tz=UTC).date()


def application() -> FastAPI:
    """The application of this process's settings, with its logs: what a server is told to run."""
    chosen = read_settings()
    configure_logs(chosen.log_level)
    make_home(chosen)
    return create_application(chosen, ahead=True)
