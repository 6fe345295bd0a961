"""The practices over HTTP, on the synthetic edition."""

from typing import Any

import pytest
from starlette.testclient import TestClient

BASE = "/api/v1"


def get(client: TestClient, path: str, status: int = 200) -> Any:
    response = client.get(f"{BASE}{path}")
    assert response.status_code == status, response.text
    return response.json()


def post(client: TestClient, body: object, status: int = 200) -> Any:
    response = client.post(f"{BASE}/practices/for-profile", json=body)
    assert response.status_code == status, response.text
    return response.json()


def test_the_catalogue_has_its_themes_practices_and_resources(client: TestClient) -> None:
    catalogue = get(client, "/practices")

    assert [theme["number"] for theme in catalogue["themes"]] == list(range(1, 9))
    assert catalogue["themes"][7]["practices"] == 0
    assert catalogue["themes"][7]["note"]["fr"]
    assert [each["id"] for each in catalogue["practices"]] == [f"p{n:02d}" for n in range(1, 51)]
    assert [each["id"] for each in catalogue["resources"]] == ["p51", "p52"]


def test_filters_of_the_catalogue_narrow_it(client: TestClient) -> None:
    found = get(client, "/practices?theme=3&pooling=local_supply&q=ressources")

    assert [each["id"] for each in found["practices"]] == ["p27"]


@pytest.mark.parametrize(
    ("query", "parameter"),
    [("theme=9", "theme"), ("family=coop", "family"), ("pooling=x", "pooling"), ("kind=x", "kind")],
)
def test_a_wrong_filter_of_the_catalogue_is_named(
    client: TestClient, query: str, parameter: str
) -> None:
    problem = get(client, f"/practices?{query}", 422)

    assert problem["parameter"] == parameter
    assert problem["allowed"]


def test_a_practice_tells_what_was_done_and_who_stands_for_it(client: TestClient) -> None:
    practice = get(client, "/practices/p27")

    assert practice["examples"][0]["done"]["fr"]
    assert practice["advice"]["first_step"]["en"]
    assert practice["organisations"]["partner_for"] == 8


def test_a_resource_is_not_a_practice(client: TestClient) -> None:
    resource = get(client, "/practices/p52")

    assert resource["record"] == "resource"
    assert "examples" not in resource


@pytest.mark.parametrize("path", ["/practices/p53", "/organisations/absent/practices"])
def test_an_unknown_practice_or_organisation_is_a_404(client: TestClient, path: str) -> None:
    assert get(client, path, 404)["detail"]


def test_an_organisation_has_its_practices_with_reasons(client: TestClient) -> None:
    answer = get(client, "/organisations/synthetic:site1/practices")
    by_id = {each["id"]: each for each in answer["practices"]}
    advised = [by_id[one]["relevance"] for one in answer["advised"]]

    assert by_id["p27"]["role"] == "partner_for"
    assert {"p27", "p25"} <= set(answer["roles"])
    assert {by_id[one]["role"] for one in answer["advised"]} == {"could_adopt"}
    assert all(reason["fr"] and reason["en"] for reason in by_id["p27"]["reasons"])
    assert advised == sorted(advised, reverse=True)
    assert answer["profile"]["devices"] == ["esat"]
    assert {each["value"] for each in answer["inferred"]} >= {"disabled", "multi_site"}


def test_the_practices_of_an_organisation_are_cached_with_the_edition(client: TestClient) -> None:
    path = f"{BASE}/organisations/synthetic:scop/practices"
    etag = client.get(path).headers["etag"]

    again = client.get(path, headers={"If-None-Match": etag})

    assert (again.status_code, again.content) == (304, b"")


def test_a_profile_is_answered_and_never_cached(client: TestClient) -> None:
    response = client.post(f"{BASE}/practices/for-profile", json={"legal_form": "scop"})
    ids = [each["id"] for each in response.json()["practices"]]

    assert "p09" in ids[:5]
    assert response.headers["cache-control"] == "no-store"
    assert "etag" not in response.headers


def test_several_profiles_are_answered_in_their_order(client: TestClient) -> None:
    one, other = post(client, [{"legal_form": "scop"}, {"legal_form": "mutual"}])

    assert one == post(client, {"legal_form": "scop"})
    assert other == post(client, {"legal_form": "mutual"})


@pytest.mark.parametrize(
    ("body", "parameter", "allowed"),
    [
        ({"legal_form": "sarl"}, "legal_form", "scop"),
        ({"form": "scop"}, "profile", "legal_form"),
        ({"traits": "members"}, "traits", "members"),
        ([{}, {"size_band": "tiny"}], "[1].size_band", "micro"),
        ([3], "[0].profile", "legal_form"),
    ],
)
def test_a_wrong_profile_lists_what_is_allowed(
    client: TestClient, body: object, parameter: str, allowed: str
) -> None:
    problem = post(client, body, 422)

    assert problem["parameter"] == parameter
    assert allowed in problem["allowed"]


def test_an_unknown_commune_is_refused(client: TestClient) -> None:
    assert post(client, {"commune": "Nulle-Part"}, 422)["parameter"] == "commune"


def test_what_is_not_json_is_refused_in_our_shape(client: TestClient) -> None:
    headers = {"Content-Type": "application/json"}

    response = client.post(f"{BASE}/practices/for-profile", content="{", headers=headers)

    assert response.status_code == 422
    assert response.json()["problem"]


def test_too_many_profiles_are_refused(client: TestClient) -> None:
    assert post(client, [{}] * 201, 413)["detail"]


def test_the_directory_is_filtered_by_practice_and_role(client: TestClient) -> None:
    page = get(client, "/organisations?practice=p27:partner_for")
    ids = {item["id"] for item in page["items"]}

    in_drome = {"synthetic:site1", "synthetic:site2", "synthetic:site3", "synthetic:town"}
    assert ids == in_drome | {f"synthetic:paris{n}" for n in range(4)}


@pytest.mark.parametrize("value", ["p51", "p99", "p27:buyer", "27", "p27:"])
def test_a_wrong_practice_lists_practices_and_roles(client: TestClient, value: str) -> None:
    problem = get(client, f"/organisations?practice={value}", 422)

    assert problem["parameter"] == "practice"
    assert {"p27", ":partner_for"} <= set(problem["allowed"])


def test_an_export_says_the_practice_in_words(client: TestClient) -> None:
    text = client.get(f"{BASE}/export.csv?practice=p27:partner_for").content.decode("utf-8-sig")

    assert "Avoir recours aux ressources locales (partenaire possible)" in text
