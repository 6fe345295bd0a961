"""Pages through HTTP: first byte and whole answer, beside the app's document alone.

The baseline is what each page request cost before plain content was sent with it: Dash's own
index, made anew. Each organisation and each list is asked for once, so that none is remembered.
"""

import statistics
import time
from collections import deque
from itertools import islice
from pathlib import Path

import httpx2
from dash.backends._fastapi import set_current_request
from fastapi import FastAPI, Request

from benchmarks.known import KNOWLEDGE
from benchmarks.measure import Times, ratio, served, timed
from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Selection
from territorial_map.ledger.dismissals import Ledger
from territorial_map.services.directory import Directory
from territorial_map.services.explore.older_editions import Archive
from territorial_map.services.explore.sitemap import inhabited
from territorial_map.services.open_data.shelf import OpenDataShelf
from territorial_map.services.script_modules import read_modules
from territorial_map.services.site import Site
from territorial_map.settings import data_folder
from territorial_map.web import create_app
from territorial_map.web.base.addresses import organisation_path, territory_path

CALLS = 40
WARM = 3


def run(editions: Path) -> None:
    """Print the figures."""
    directory = Directory(editions, KNOWLEDGE)
    assets = data_folder("assets")
    ledger, script = Ledger("sqlite://"), read_modules(assets)
    site = Site(
        directory,
        Archive(editions),
        ledger,
        "http://127.0.0.1",
        script,
        OpenDataShelf(editions, {}),
    )
    app = create_app(FastAPI(), site, assets)
    # As on a first request: Dash lists its assets, and its index reads the request under way.
    app._setup_server()  # type: ignore[no-untyped-call]  # noqa: SLF001 - Dash offers no other way
    scope = {"type": "http", "method": "GET", "scheme": "http", "path": "/", "headers": []}
    set_current_request(Request(scope | {"query_string": b"", "server": ("127.0.0.1", 80)}))  # type: ignore[no-untyped-call]  # Dash leaves it untyped
    alone = timed(lambda _: app.index(), CALLS, WARM)  # type: ignore[no-untyped-call]  # the same
    print("\npages: the app's document, alone and with the same content in plain HTML")
    _told("Dash's index alone, no HTTP (baseline)", alone, alone)
    edition = directory.current()
    everything = islice(edition.stream(Selection.of({}), Order.NAME), CALLS + WARM)
    organisations = [organisation_path(item.id, item.name) for item in everything]
    territories = [territory_path(one) for one in islice(inhabited(edition), CALLS + WARM)]
    with served(editions) as address, httpx2.Client(base_url=address, timeout=60) as client:
        for name, paths in (("organisation, new", organisations), ("list, new", territories)):
            _told(f"{name}: first byte", alone, _first_bytes(client, paths))
        _told("home, again: whole", alone, timed(lambda _: client.get("/"), CALLS, WARM))
        _told(
            "organisation, again: whole",
            alone,
            timed(lambda i: client.get(organisations[i]), CALLS, WARM),
        )


def _first_bytes(client: httpx2.Client, paths: list[str]) -> Times:
    """Until the first byte; the rest is read before the next request, off the clock."""
    taken = []
    for path in paths:
        start = time.perf_counter()
        with client.stream("GET", path) as answer:
            pieces = answer.iter_raw()
            next(pieces)
            taken.append((time.perf_counter() - start) * 1000)
            deque(pieces, maxlen=0)
    kept = taken[WARM:]
    return Times(statistics.median(kept), statistics.quantiles(kept, n=20)[-1], len(kept))


def _told(name: str, baseline: Times, ours: Times) -> None:
    print(f"  {name:<42} {ours}   {ratio(baseline, ours)}")
