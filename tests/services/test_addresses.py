"""Addresses come from the national base when it answers, and are simply absent when not."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from territorial_map.domain.geo import Point
from territorial_map.services.explore.addresses import Address, BanGeocoder, NoGeocoder

FEATURE = {
    "type": "Feature",
    "geometry": {"type": "Point", "coordinates": [5.05, 45.04]},
    "properties": {"label": "1 Rue Fictive 26100 Romans-sur-Isère", "citycode": "26281"},
}


class Base(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if "busy" in self.path:
            self.send_response(429)
            self.send_header("Retry-After", "5")
            self.end_headers()
            return
        broken = "broken" in self.path
        body = b"not json" if broken else json.dumps({"features": [FEATURE]}).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


@pytest.fixture(scope="module")
def base_url() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Base)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/search"
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_address_becomes_a_point(base_url: str) -> None:
    found = BanGeocoder(base_url).find("1 rue fictive", 5)

    assert found == (Address("1 Rue Fictive 26100 Romans-sur-Isère", "26281", Point(5.05, 45.04)),)


def test_a_broken_answer_is_no_suggestion(base_url: str) -> None:
    assert BanGeocoder(base_url).find("broken", 5) == ()


def test_a_base_that_is_busy_is_no_suggestion(base_url: str) -> None:
    assert BanGeocoder(base_url).find("busy", 5) == ()


def test_a_base_that_is_away_is_no_suggestion() -> None:
    assert BanGeocoder("http://127.0.0.1:9/search").find("1 rue fictive", 5) == ()


def test_offline_there_are_no_addresses() -> None:
    assert NoGeocoder().find("1 rue fictive", 5) == ()
