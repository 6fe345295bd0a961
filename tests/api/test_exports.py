"""Every export format has its address: an attachment, never cached, closed to robots."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from starlette.testclient import TestClient

from territorial_map.api.application import create_server
from territorial_map.api.operators import Operators
from territorial_map.services.export.cells import Column
from territorial_map.services.export.columns import COLUMNS
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.services.export_formats.format import Format
from territorial_map.services.partner_lists.columns import PARTNER_COLUMNS
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


def test_a_csv_tells_its_licences_on_every_row_and_in_a_header(client: TestClient) -> None:
    answer = client.get("/api/v1/export.csv?columns=name,licence")
    heading, *rows = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";")
    notice = unquote(answer.headers["x-notice"])

    assert heading[:2] == ["Nom", "Licence"]
    assert len(rows) > 3
    assert {len(row) for row in rows} == {len(heading)}
    told = {row[heading.index("À savoir")] for row in rows}
    assert len(told) == 1
    assert "Licences des données" in told.pop()
    assert "Licences des données" in notice


def test_what_was_put_right_is_told_beside_the_licences(client: TestClient) -> None:
    answer = client.get("/api/v1/export.csv?department=1")
    notice = unquote(answer.headers["x-notice"])

    assert "Département : « 1 » est lu comme" in notice.replace("\u00a0", " ")
    assert notice.isascii() is False


@pytest.mark.parametrize(
    ("path", "columns"),
    [("/export.csv?", COLUMNS), ("/export/partners.csv?commune=26281&", PARTNER_COLUMNS)],
)
def test_every_column_may_be_asked_for_at_once(
    client: TestClient, path: str, columns: tuple[Column, ...]
) -> None:
    keys = [column.key for column in columns if column.key != "n_sites"]

    answer = client.get(f"/api/v1{path}columns={','.join(reversed(keys))}")

    assert answer.status_code == 200, answer.text
    heading = answer.content.decode("utf-8-sig").splitlines()[0]
    assert heading.count(";") >= len(keys) - 1
