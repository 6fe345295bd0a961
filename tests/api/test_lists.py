"""What lists kept in a browser ask of the API: facts by ids across editions, ids of a selection."""

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from territorial_map.api.application import create_server
from territorial_map.api.models.lists import MOST_ID
from territorial_map.api.operators import Operators
from territorial_map.domain.edition import EditionReport, SourceCount
from territorial_map.domain.organisation import PoleFacts
from territorial_map.domain.vocabulary import Kind
from territorial_map.services.explore.kept_organisations import MOST_LINES
from territorial_map.store.writer import write_edition
from tests.sites import site_of
from tests.synthetic import PLACES, organisation, source

LINES = "/api/v1/lists/lines"
SELECTION = "/api/v1/lists/selection"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory, operators: Operators) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("list-editions")
    merged = organisation(
        "synthetic:new", sources=(source("synthetic:new"), source("synthetic:old"))
    )
    ended = organisation("synthetic:ptce", kind=Kind.PTCE, pole=PoleFacts(ended="dissous en 2020"))
    everyone = [merged, organisation("synthetic:other"), ended]
    count = SourceCount("synthetic.csv", "Table synthétique", "2026-01", "CC0", 4, 3, 1, 0)
    write_edition(everyone, PLACES, EditionReport((count,)), folder, built_on="2026-11-22")
    server = create_server(site_of(folder, operators.ledger, "https://annuaire.example"), operators)
    with TestClient(server, raise_server_exceptions=False) as client:
        yield client


def lines(client: TestClient, ids: list[str]) -> list[dict[str, Any]]:
    response = client.post(LINES, json={"ids": ids})
    assert response.status_code == 200, response.text
    found: list[dict[str, Any]] = response.json()["lines"]
    return found


def test_a_list_is_found_again_in_its_order(client: TestClient) -> None:
    found = lines(client, ["synthetic:other", "synthetic:new", "synthetic:other"])

    assert [line["asked"] for line in found] == ["synthetic:other", "synthetic:new"]
    assert found[0]["commune"] == "Romans-sur-Isère"
    assert (found[0]["lon"], found[0]["lat"]) == (5.05, 45.04)


def test_a_merged_organisation_follows_and_both_ids_are_told(client: TestClient) -> None:
    (line,) = lines(client, ["synthetic:old"])

    assert (line["asked"], line["id"]) == ("synthetic:old", "synthetic:new")
    assert line["name"] == "Organisation synthétique synthetic:new"


def test_an_organisation_that_is_gone_is_absent_and_an_ended_one_says_so(
    client: TestClient,
) -> None:
    found = lines(client, ["synthetic:gone", "synthetic:ptce", "synthetic:new"])

    assert {line["asked"]: line["ended"] for line in found} == {
        "synthetic:ptce": "dissous en 2020",
        "synthetic:new": None,
    }


def test_facts_of_a_list_are_kept_by_no_cache_and_tell_their_edition(client: TestClient) -> None:
    response = client.post(LINES, json={"ids": []})

    assert response.headers["cache-control"] == "no-store"
    assert response.json()["built_on"] == "2026-11-22"
    assert response.json()["lines"] == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({"ids": "synthetic:1"}, "une liste d’identifiants"),
        ({"ids": [1]}, "une liste d’identifiants"),
        ({"ids": [""]}, f"de 1 à {MOST_ID} caractères"),
        ({"ids": ["x" * (MOST_ID + 1)]}, f"de 1 à {MOST_ID} caractères"),
        ({"ids": ["x"] * (MOST_LINES + 1)}, f"{MOST_LINES} identifiants au plus"),
        ({"ids": [], "notes": ["secret"]}, "clé inconnue"),
        ({}, "une liste d’identifiants"),
    ],
)
def test_a_wrong_demand_is_refused_with_a_sentence(
    client: TestClient, body: dict[str, Any], told: str
) -> None:
    response = client.post(LINES, json=body)

    assert response.status_code == 422
    assert told in response.json()["detail"]


def test_a_selection_gives_its_first_ids_and_how_many_there_are(client: TestClient) -> None:
    answer = client.get(SELECTION, params={"department": "26", "limit": "2"}).json()

    assert answer["total"] == 3
    assert [line["id"] for line in answer["lines"]] == ["synthetic:new", "synthetic:other"]
    assert set(answer["lines"][0]) == {"id", "name"}


@pytest.mark.parametrize(
    "query", [{"limit": str(MOST_LINES + 1)}, {"order": "beauty"}, {"colour": "blue"}]
)
def test_a_selection_asked_wrongly_is_refused(client: TestClient, query: dict[str, str]) -> None:
    assert client.get(SELECTION, params=query).status_code == 422
