"""Partner lists, browser lists, chosen columns, and what the dialog asks."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from territorial_map.api.application import create_server
from territorial_map.api.gate import Gate
from territorial_map.api.operators import Operators
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.services.export_formats.format import Format
from tests.sites import site_of

PARTNERS = "/api/v1/export/partners"
LIST = "/api/v1/export/list"
SITE = "https://annuaire.example"


@pytest.fixture(scope="module")
def client(small_editions: Path, operators: Operators) -> Iterator[TestClient]:
    gate = Gate(per_minute=1_000)
    server = create_server(site_of(small_editions, operators.ledger, SITE), operators, gate=gate)
    with TestClient(server) as client:
        yield client


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


@pytest.mark.parametrize("chosen", FORMATS.values(), ids=FORMATS.keys())
def test_a_partner_list_comes_in_every_format(client: TestClient, chosen: Format) -> None:
    answer = client.get(f"{PARTNERS}.{chosen.code}?commune=26281&pooling=local_supply")

    assert answer.status_code == 200
    assert answer.headers["content-type"] == chosen.media_type
    assert "noindex" in answer.headers["x-robots-tag"]
    assert int(answer.headers["x-rows"]) > 0


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("", 422, "un seul centre"),
        ("?commune=26281&near=5,45", 422, "un seul centre"),
        ("?for=synthetic:nobody", 404, "synthetic:nobody"),
        ("?commune=26281&colour=red", 422, "colour"),
        ("?commune=26281&columns=name,colour", 422, "colour"),
    ],
)
def test_a_partner_list_that_cannot_be_is_told(
    client: TestClient, query: str, status: int, words: str
) -> None:
    answer = client.get(f"{PARTNERS}.csv{query}")

    assert answer.status_code == status
    assert words in answer.json()["detail"]


def test_columns_come_in_the_order_asked_for_with_what_a_check_needs(client: TestClient) -> None:
    answer = client.get("/api/v1/export.csv?device=esat&columns=commune,phone,name")
    heading = list(rows_of(answer.content)[0])

    assert heading[:4] == ["Commune", "Téléphone", "Nom", "Identifiant"]


def test_an_unknown_column_lists_the_known_ones(client: TestClient) -> None:
    answer = client.get("/api/v1/export.csv?columns=colour")

    assert answer.status_code == 422
    assert "commune" in answer.json()["allowed"]


def test_a_browser_list_keeps_its_order_its_follow_up_and_tells_the_unknown(
    client: TestClient,
) -> None:
    lines = [
        {"id": "synthetic:scop", "status": "contacted", "checked_on": "2026-11-20"},
        {"id": "synthetic:gone", "status": None, "checked_on": None},
        {"id": "synthetic:lieu", "status": None, "checked_on": None},
    ]
    body = {"title": "Réunion =1+1", "lines": lines}
    rows = rows_of(client.post(f"{LIST}.csv", json=body).content)
    about = json.loads(client.post(f"{LIST}.geojson", json=body).content)["about"]

    assert [row["Identifiant"] for row in rows] == ["synthetic:scop", "synthetic:lieu"]
    assert (rows[0]["Suivi"], rows[0]["Vérifié le"]) == ("Contacté", "2026-11-20")
    assert (rows[1]["Suivi"], rows[1]["Vérifié le"]) == ("", "")
    assert any("synthetic:gone" in note for note in about["notes"])
    assert about["query"] == "Liste «\u00a0Réunion =1+1\u00a0» (2 organisations)"


@pytest.mark.parametrize(
    ("lines", "parameter"),
    [
        ([{"id": "synthetic:lieu", "note": "voir Mme X"}], "lines"),
        ([{"id": "synthetic:lieu", "status": "perhaps"}], "status"),
        ([{"id": "synthetic:lieu", "checked_on": "hier"}], "checked_on"),
        ([{"id": ""}], "id"),
        (["synthetic:lieu"], "lines"),
        ("synthetic:lieu", "lines"),
        ([{"id": "x"}] * 5_001, "lines"),
    ],
)
def test_a_list_of_another_shape_and_above_all_a_note_is_refused(
    client: TestClient, lines: object, parameter: str
) -> None:
    answer = client.post(f"{LIST}.csv", json={"lines": lines})

    assert answer.status_code == 422
    assert answer.json()["parameter"] == parameter
    assert "Mme X" not in answer.text


@pytest.mark.parametrize(
    ("kind", "query", "per"),
    [("selection", "?kind=ptce", {"site", "person"}), ("partners", "?commune=26281", {"person"})],
)
def test_the_dialog_knows_counts_columns_and_limits_before_asking(
    client: TestClient, kind: str, query: str, per: set[str]
) -> None:
    answer: dict[str, Any] = client.get(f"/api/v1/export/about/{kind}{query}").json()

    assert set(answer["per"]) == per
    assert answer["most_rows"]["pdf"] == 2_000
    assert answer["most_rows"]["xlsx"] is None
    for told in answer["per"].values():
        assert {"name", "id"} <= {column["key"] for column in told["columns"]}
        assert told["rows"] > 0


def test_the_dialog_knows_a_list_too(client: TestClient) -> None:
    body = {"title": "Ma liste", "lines": [{"id": "synthetic:lieu"}]}
    answer = client.post("/api/v1/export/about/list", json=body).json()

    assert answer["per"]["site"]["rows"] == 1


def test_a_file_speaks_the_language_asked_for(client: TestClient) -> None:
    address = "/api/v1/export/partners.csv?for=synthetic:scop"
    french, english = client.get(address).text, client.get(f"{address}&lang=en").text
    about = client.get("/api/v1/export/about/selection?device=esat&lang=en").json()
    refused = client.get("/api/v1/export.csv?lang=xx")

    assert french.startswith('\ufeff"Nom";"Sigle"')
    assert english.startswith('\ufeff"Name";"Acronym"')
    assert "lang=en" in english
    assert about["per"]["site"]["columns"][0] == {"key": "name", "heading": "Name", "always": True}
    assert refused.status_code == 422
    assert refused.json()["parameter"] == "lang"
