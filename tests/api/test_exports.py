"""Every export format has its address: an attachment, never cached, closed to robots."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from territorial_map.api.application import create_server
from territorial_map.api.operators import Operators
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.services.export_formats.format import Format
from tests.sites import site_of

BEGINNINGS = {
    "csv": b"\xef\xbb\xbf",
    "xlsx": b"PK",
    "ods": b"PK",
    "pdf": b"%PDF",
    "docx": b"PK",
    "html": b"<!DOCTYPE html>",
    "geojson": b'{"type":"FeatureCollection"',
    "gpkg": b"SQLite format 3",
    "kml": b"<?xml",
    "vcf": b"BEGIN:VCARD",
}


@pytest.fixture(scope="module")
def client(small_editions: Path, operators: Operators) -> Iterator[TestClient]:
    server = create_server(
        site_of(small_editions, operators.ledger, "https://annuaire.example"), operators
    )
    with TestClient(server) as client:
        yield client


@pytest.mark.parametrize("chosen", FORMATS.values(), ids=FORMATS.keys())
def test_a_format_comes_as_a_named_attachment(client: TestClient, chosen: Format) -> None:
    answer = client.get(f"/api/v1/export.{chosen.code}?device=esat")

    assert answer.status_code == 200
    assert answer.headers["content-type"] == chosen.media_type
    assert answer.headers["content-disposition"].endswith(f'.{chosen.code}"')
    assert "noindex" in answer.headers["x-robots-tag"]
    assert answer.headers["cache-control"] == "no-store"
    assert answer.content.startswith(BEGINNINGS[chosen.code])


def test_an_unknown_format_lists_the_known_ones(client: TestClient) -> None:
    answer = client.get("/api/v1/export.doc")

    assert answer.status_code == 404
    assert ".docx" in answer.json()["detail"]
