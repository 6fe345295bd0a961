"""How much of exports one client may ask, and that who leaves is no longer worked for."""

import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from starlette.requests import Request
from starlette.testclient import TestClient

from territorial_map.api.application import create_server
from territorial_map.api.gate import Admission, Gate
from territorial_map.api.operators import Operators
from territorial_map.api.sent_files import ExportResponse
from territorial_map.domain.errors import TooMany
from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Selection
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.export.table import ExportLine, ExportTable
from territorial_map.services.export.tables import export_table
from territorial_map.services.export_formats.catalogue import FORMATS
from tests.sites import site_of

SITE = "https://annuaire.example"


def test_one_client_asks_so_many_exports_in_a_minute() -> None:
    now = [0.0]
    gate = Gate(per_minute=2, at_once=5, clock=lambda: now[0])
    for _ in range(2):
        gate.admit("1.2.3.4").leave()

    with pytest.raises(TooMany) as refused:
        gate.admit("1.2.3.4")
    gate.admit("5.6.7.8").leave()
    now[0] = 61.0
    gate.admit("1.2.3.4").leave()

    assert refused.value.retry_after_s == 60


@pytest.mark.parametrize(("later", "let_in"), [(59.9, False), (60.0, True)])
def test_a_minute_of_the_gate_is_a_minute(later: float, *, let_in: bool) -> None:
    now = [100.0]
    gate = Gate(per_minute=1, at_once=5, clock=lambda: now[0])
    gate.admit("1.2.3.4").leave()
    now[0] += later

    if let_in:
        gate.admit("1.2.3.4").leave()
    else:
        with pytest.raises(TooMany) as refused:
            gate.admit("1.2.3.4")
        assert refused.value.retry_after_s == 1


def test_however_many_clients_come_one_with_an_export_under_way_is_remembered() -> None:
    now = [0.0]
    gate = Gate(per_minute=1_000, at_once=1, clock=lambda: now[0])
    place = gate.admit("under way")
    gate.admit("ended").leave()
    now[0] = 120.0
    for n in range(10_001):
        gate.admit(f"synthetic {n}").leave()

    with pytest.raises(TooMany, match="en cours"):
        gate.admit("under way")
    gate.admit("ended").leave()
    place.leave()
    gate.admit("under way").leave()


def test_a_place_is_freed_when_an_export_ends() -> None:
    gate = Gate(per_minute=100, at_once=1)
    place = gate.admit("1.2.3.4")

    with pytest.raises(TooMany, match="en cours"):
        gate.admit("1.2.3.4")
    place.leave()
    gate.admit("1.2.3.4").leave()


def test_too_many_exports_say_when_to_come_back(small_editions: Path, operators: Operators) -> None:
    gate = Gate(per_minute=1)
    server = create_server(site_of(small_editions, operators.ledger, SITE), operators, gate=gate)
    with TestClient(server) as client:
        refused_format = client.get("/api/v1/export.doc")
        first = client.get("/api/v1/export.csv")
        second = client.get("/api/v1/export.csv")

    assert (refused_format.status_code, first.status_code, second.status_code) == (404, 200, 429)
    assert 0 < int(second.headers["retry-after"]) <= 60
    assert "réessayez" in second.json()["detail"]


@pytest.mark.parametrize(
    ("header", "told", "client"),
    [
        ("", "6.6.6.6", "10.0.0.1"),
        ("x-forwarded-for", "6.6.6.6, 1.2.3.4", "1.2.3.4"),
        ("x-forwarded-for", "", "10.0.0.1"),
    ],
)
def test_only_a_trusted_header_names_the_client(header: str, told: str, client: str) -> None:
    scope = {
        "type": "http",
        "client": ("10.0.0.1", 5),
        "headers": [(b"x-forwarded-for", told.encode())],
    }

    assert Gate(header=header).client_of(Request(scope)) == client


class Endless:
    """The first line of a table, without end; tells when its reading was closed."""

    def __init__(self, table: ExportTable) -> None:
        self.line = next(table.lines())
        self.closed = threading.Event()

    def __call__(self) -> Iterator[ExportLine]:
        try:
            while True:
                yield self.line
        finally:
            self.closed.set()


def test_the_server_stops_working_when_the_client_leaves(small_edition: OpenEdition) -> None:
    table = export_table(small_edition, Selection.of({}), Order.NAME, RowsPer.SITE, SITE)
    endless, left = Endless(table), threading.Event()
    long = replace(table, read=endless)

    class Watched(Admission):
        def leave(self) -> None:
            super().leave()
            left.set()

    async def application(scope: Any, receive: Any, send: Any) -> None:
        place = Watched(Gate(), "1.2.3.4")
        await ExportResponse(long, FORMATS["csv"], place)(scope, receive, send)

    config = uvicorn.Config(application, port=0, log_level="critical", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    with socket.create_connection(server.servers[0].sockets[0].getsockname()) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        received = b""
        while len(received) < 300_000:  # rows are being read
            received += connection.recv(100_000)

    assert b"200 OK" in received[:50]
    assert endless.closed.wait(90)
    assert left.wait(90)
    server.should_exit = True
    thread.join(20)
