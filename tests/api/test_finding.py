"""Finding organisations and territories over the API, however they are typed."""

from urllib.parse import unquote

import pytest
from starlette.testclient import TestClient

from tests.api.asking import BASE, get


@pytest.mark.parametrize(
    "text",
    [
        "775 544 083 00477",
        "77554408300477",
        "atelier vercors 1",
        "VERCORS  atelier 1",
        "26 0000011",
    ],
)
def test_one_organisation_is_found_however_it_is_typed(client: TestClient, text: str) -> None:
    found = {item["id"] for item in get(client, f"/organisations?q={text}")["items"]}

    assert "synthetic:site1" in found


@pytest.mark.parametrize("text", ["st etienne", "SAINT-ÉTIENNE", "saint etiene", "etienne saint"])
def test_saints_accents_order_and_a_small_typo_do_not_matter(client: TestClient, text: str) -> None:
    found = {item["id"] for item in get(client, f"/organisations?q={text}")["items"]}

    assert found == {"synthetic:town"}


def test_every_word_must_match(client: TestClient) -> None:
    assert get(client, "/organisations?q=commune+introuvable")["total"] == 0


@pytest.mark.parametrize(
    ("arrondissements", "commune"),
    [(("75101", "75113", "75120"), "75056"), (("69381", "69385", "69389"), "69123")],
)
def test_an_arrondissement_code_asks_for_its_commune(
    client: TestClient, arrondissements: tuple[str, ...], commune: str
) -> None:
    whole = get(client, f"/organisations?commune={commune}")

    assert whole["total"] == {"75056": 4, "69123": 2}[commune]
    assert len(arrondissements) == 3
    for code in arrondissements:
        asked = get(client, f"/organisations?commune={code}")
        assert [item["id"] for item in asked["items"]] == [item["id"] for item in whole["items"]]
        assert get(client, f"/territories/commune/{code}")["code"] == commune
    assert get(client, "/organisations?commune=26281")["total"] == 4


@pytest.mark.parametrize(
    ("text", "first"),
    [("romans", "26281"), ("drome", "26"), ("26100", "26281"), ("st vallier", "26333")],
)
def test_territories_are_found_by_name_or_postcode(
    client: TestClient, text: str, first: str
) -> None:
    items = get(client, f"/territories?q={text}")["items"]

    assert items[0]["code"] == first


def test_a_typing_error_still_finds_the_commune(client: TestClient) -> None:
    assert get(client, "/territories?q=valense")["items"][0]["name"] == "Valence"


def test_a_territory_has_its_outline(client: TestClient) -> None:
    drome = get(client, "/territories/department/26")

    assert drome["outline"]["type"] == "Polygon"
    assert drome["bounds"] == [4.0, 44.0, 6.0, 46.0]


def test_a_former_or_half_written_territory_is_put_right_and_the_answer_says_so(
    client: TestClient,
) -> None:
    right = get(client, "/organisations?department=01&region=04")
    response = client.get(f"{BASE}/organisations?department=1&region=4")

    assert response.status_code == 200
    assert response.json()["total"] == right["total"]
    assert response.headers["Content-Location"] == f"{BASE}/organisations?department=01&region=04"
    words = unquote(response.headers["X-Notice"])
    assert words.startswith("Département\u00a0: «\u00a01\u00a0» est lu comme")


@pytest.mark.parametrize("query", ["commune=99999", "department=99", "region=ZZ", "epci=1"])
@pytest.mark.parametrize("path", ["/organisations", "/map", "/facets", "/export.csv"])
def test_an_unknown_territory_is_refused_wherever_filters_are_taken(
    path: str, query: str, client: TestClient
) -> None:
    problem = get(client, f"{path}?{query}", 422)

    assert problem["parameter"] == query.partition("=")[0]
