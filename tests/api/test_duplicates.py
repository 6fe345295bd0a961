"""Operators review duplicates over HTTP; nobody else can."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from territorial_map.api.application import create_server
from territorial_map.api.operators import Operators
from territorial_map.domain.edition import EditionReport, SourceCount
from territorial_map.store.duplicate_verdicts import VerdictFile
from territorial_map.store.writer import write_edition
from tests.sites import site_of
from tests.synthetic import PLACES, organisation

KEY = {"Authorization": "Bearer synthetic secret of tests"}
PAIR = {"a_id": "ess:1", "b_id": "siae:1"}


@pytest.fixture
def client(tmp_path: Path, operators: Operators) -> Iterator[TestClient]:
    rows = [
        organisation("ess:1", name="Baluchon", perhaps_same=("siae:1",), phone="04 75 00 00 00"),
        organisation("ess:2", name="Calade", perhaps_same=("siae:2",)),
        organisation("siae:1", name="Baluchon à table", perhaps_same=("ess:1",)),
        organisation("siae:2", name="Association Calade", perhaps_same=("ess:2",)),
    ]
    report = EditionReport(
        (SourceCount("synthetic.csv", "Table synthétique", "2026-01", "CC0", 4, 4, 0, 0),)
    )
    write_edition(rows, PLACES, report, tmp_path, built_on="2026-11-22")
    reviewing = replace(operators, verdicts=VerdictFile(tmp_path / "verdicts.csv"))
    server = create_server(site_of(tmp_path, reviewing.ledger, "https://x.example"), reviewing)
    with TestClient(server, headers=KEY) as client:
        yield client


def test_pairs_come_side_by_side_with_their_differences(client: TestClient) -> None:
    answer = client.get("/api/v1/duplicates").json()

    assert (answer["left"], answer["decided"]) == (2, 0)
    first = answer["pairs"][0]
    assert (first["a"]["name"], first["b"]["name"]) == ("Baluchon", "Baluchon à table")
    lines = {line["field"]: line for line in first["fields"]}
    assert lines["phone"]["agreement"] == "one_only"
    assert lines["commune"]["agreement"] == "same"
    assert lines["name"]["agreement"] == "different"


def test_a_verdict_is_kept_and_can_be_taken_back(client: TestClient) -> None:
    kept = client.post("/api/v1/duplicates/verdicts", json=PAIR | {"verdict": "same"})
    after = client.get("/api/v1/duplicates").json()
    undone = client.request("DELETE", "/api/v1/duplicates/verdicts", json=PAIR).json()

    assert kept.json()["verdict"] == "same"
    assert (after["left"], after["decided"]) == (1, 1)
    assert after["pairs"][-1]["verdict"] == "same"
    assert undone == {"taken_back": True}
    assert client.get("/api/v1/duplicates").json()["left"] == 2


def test_the_order_of_the_two_ids_does_not_matter(client: TestClient) -> None:
    swapped = {"a_id": "siae:1", "b_id": "ess:1", "verdict": "different"}

    assert client.post("/api/v1/duplicates/verdicts", json=swapped).status_code == 200
    assert client.get("/api/v1/duplicates").json()["left"] == 1


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (PAIR | {"verdict": "maybe"}, 422),
        (PAIR, 422),
        ({"a_id": "ess:1", "b_id": "ess:1", "verdict": "same"}, 422),
        ({"a_id": "ess:1", "b_id": "siae:2", "verdict": "same"}, 404),
    ],
)
def test_what_cannot_be_decided_is_told(
    client: TestClient, body: dict[str, str], status: int
) -> None:
    answer = client.post("/api/v1/duplicates/verdicts", json=body)

    assert answer.status_code == status
    assert client.get("/api/v1/duplicates").json()["left"] == 2


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_without_the_secret_nothing_is_shown_or_changed(client: TestClient, method: str) -> None:
    path = "/api/v1/duplicates" + ("" if method == "GET" else "/verdicts")
    body = None if method == "GET" else PAIR | {"verdict": "same"}

    answer = client.request(method, path, json=body, headers={"Authorization": "Bearer no"})

    assert answer.status_code == 403
    assert "mode opérateur" in answer.json()["detail"]
