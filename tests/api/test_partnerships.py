"""Partnerships over HTTP: explained, never a rank of organisations, dismissed by operators only."""

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from territorial_map.api.application import create_server
from territorial_map.api.operators import Operators
from territorial_map.ledger.dismissals import Dismissal, Ledger
from tests.sites import site_of

PARTNERS = "/api/v1/organisations/synthetic:lieu/partners"
DISMISSALS = "/api/v1/partnerships/dismissals"
OPERATOR = {"Authorization": "Bearer synthetic secret of tests"}


@pytest.fixture
def client(small_editions: Path, operators: Operators) -> Iterator[TestClient]:
    server = create_server(
        site_of(small_editions, operators.ledger, "https://x.example"), operators
    )
    with TestClient(server, raise_server_exceptions=False) as client:
        yield client
    for dismissal in operators.ledger.dismissals():
        operators.ledger.restore(dismissal)


def found(client: TestClient, query: str = "") -> list[dict[str, Any]]:
    partners: list[dict[str, Any]] = client.get(PARTNERS + query).json()["partners"]
    return partners


def test_every_partner_comes_with_its_word_its_parts_and_its_reasons(client: TestClient) -> None:
    partners = found(client)

    assert partners
    for partner in partners:
        assert partner["low"] <= (partner["score"] or partner["low"]) <= partner["high"]
        assert set(partner["parts"]) == {"fit", "proximity", "feasibility"}
        assert all(reason["fr"] and reason["en"] for reason in partner["reasons"])
        assert partner["tier"] in {"strong", "explore", "insufficient"}
        told = {"id", "name", "pooling", "mode", "score", "distance_km", "would_change"}
        assert told <= set(partner)


def test_ten_leads_weigh_little_and_the_rest_comes_by_page(client: TestClient) -> None:
    address, ids = PARTNERS + "?limit=3", []
    while address:
        answer = client.get(address)
        body = answer.json()
        ids += [partner["id"] for partner in body["partners"]]
        assert len(body["partners"]) <= 3
        address = answer.links.get("next", {}).get("url", "")

    whole = client.get(PARTNERS + "?limit=100").json()
    assert ids == [partner["id"] for partner in whole["partners"]]
    assert len(ids) == len(set(ids)) == whole["listed"] == whole["total"]
    assert len(client.get(PARTNERS).content) <= 40_000


def test_the_law_of_a_category_is_told_once_and_numbers_have_two_decimals(
    client: TestClient,
) -> None:
    body = client.get(PARTNERS).json()

    shown = {p["pooling"] for p in body["partners"]}
    shown |= {also["pooling"] for p in body["partners"] for also in p["also"]}
    frames = [frame["pooling"] for frame in body["frames"]]
    assert sorted(frames) == sorted(shown)
    for partner in body["partners"]:
        assert "legal" not in {reason["part"] for reason in partner["reasons"]}
        assert partner["low"] == round(partner["low"], 2)
        assert len(partner["also"]) <= 1


@pytest.mark.parametrize(
    ("query", "keeps"),
    [
        ("&kind=ptce", lambda p: p["kind"] == "ptce"),
        ("&phone=known", lambda p: p["phone"] is not None),
        ("&phone=unknown", lambda p: p["phone"] is None),
    ],
)
def test_leads_are_filtered(
    client: TestClient, query: str, keeps: Callable[[dict[str, Any]], bool]
) -> None:
    every = found(client, "?limit=100&radius_km=200")
    kept = found(client, f"?limit=100&radius_km=200{query}")

    assert [p["id"] for p in kept] == [p["id"] for p in every if keeps(p)] or not kept
    assert all(map(keeps, kept))
    assert {p["id"] for p in every if keeps(p)} <= {p["id"] for p in kept}


def test_an_empty_list_says_why(client: TestClient) -> None:
    body = client.get("/api/v1/organisations/synthetic:ended/partners?radius_km=150").json()

    assert body["partners"] == []
    assert body["why_empty"]["code"] == "ended"
    assert body["why_empty"]["fr"]
    assert client.get(PARTNERS).json()["why_empty"] is None


def test_a_pair_of_a_selection_is_there_once_and_pages_follow(client: TestClient) -> None:
    address, pairs = "/api/v1/partnerships?department=26&limit=2", []
    while address:
        answer = client.get(address)
        body = answer.json()
        pairs += [(one["a"]["id"], one["b"]["id"]) for one in body["partnerships"]]
        address = answer.links.get("next", {}).get("url", "")

    assert len(pairs) == len({frozenset(pair) for pair in pairs}) == body["total"] > 2
    assert len(client.get("/api/v1/partnerships?department=26").content) <= 40_000


def test_a_category_can_be_asked_for(client: TestClient) -> None:
    partners = found(client, "?pooling=premises_and_land&radius_km=50&limit=2")

    assert {partner["pooling"] for partner in partners} <= {"premises_and_land"}
    assert len(partners) <= 2


def test_pairs_of_a_selection_say_how_many_sites_were_compared(client: TestClient) -> None:
    answer = client.get("/api/v1/partnerships?department=26&limit=5").json()

    assert len(answer["partnerships"]) <= 5
    assert 0 < answer["sites"] <= answer["total_sites"]


@pytest.mark.parametrize(
    ("address", "parameter"),
    [
        (PARTNERS + "?pooling=horses", "pooling"),
        (PARTNERS + "?limit=1000", "limit"),
        (PARTNERS + "?radius_km=-3", "radius_km"),
        (PARTNERS + "?tie=love", "tie"),
        (PARTNERS + "?trade=maybe", "trade"),
        (PARTNERS + "?page=0", "page"),
        ("/api/v1/organisations/synthetic:lieu/groups", "pooling"),
        ("/api/v1/partnerships?colour=red", "colour"),
        ("/api/v1/partnerships/groups?department=26", "pooling"),
    ],
)
def test_a_wrong_question_is_refused_by_name(
    client: TestClient, address: str, parameter: str
) -> None:
    answer = client.get(address)

    assert (answer.status_code, answer.json()["parameter"]) == (422, parameter)


def test_a_dismissed_pair_is_no_longer_proposed_to_anyone(client: TestClient) -> None:
    first = found(client)[0]
    pair = {"a_id": "synthetic:lieu", "b_id": first["id"], "pooling": first["pooling"]}

    kept = client.post(DISMISSALS, json=pair, headers=OPERATOR).json()["kept"]
    left = {(p["id"], p["pooling"]) for p in found(client)}
    client.request("DELETE", DISMISSALS, json=pair, headers=OPERATOR)
    again = {(p["id"], p["pooling"]) for p in found(client)}

    assert kept
    assert (first["id"], first["pooling"]) not in left
    assert (first["id"], first["pooling"]) in again


@pytest.mark.parametrize(
    "address",
    [
        "/api/v1/organisations/synthetic:paris0/groups?",
        "/api/v1/partnerships/groups?department=75&",
    ],
)
def test_groups_say_why_each_member_is_in_them(client: TestClient, address: str) -> None:
    groups = client.get(f"{address}pooling=insertion_pathways").json()["groups"]

    assert len(groups) == 1
    for group in groups:
        ids = {member["id"] for member in group["members"]}
        assert 3 <= len(ids) == len(group["members"]) <= 12
        assert ids <= {f"synthetic:paris{n}" for n in range(4)}
        assert group["members"][0]["distance_km"] == 0
        assert all(member["brings"] and member["holds"]["fr"] for member in group["members"])
        assert {end for link in group["links"] for end in (link["a"], link["b"])} == ids


def test_no_group_and_no_partner_rests_on_a_pair_that_operators_set_aside(
    client: TestClient, dismissed: Dismissal
) -> None:
    asked = f"/api/v1/organisations/{dismissed.a_id}"
    partners = client.get(f"{asked}/partners?pooling={dismissed.pooling.value}").json()["partners"]
    groups = client.get(f"{asked}/groups?pooling={dismissed.pooling.value}").json()["groups"]

    links = [{link["a"], link["b"]} for group in groups for link in group["links"]]
    assert "synthetic:paris2" in {partner["id"] for partner in partners}
    assert dismissed.b_id not in {partner["id"] for partner in partners}
    assert links
    assert {dismissed.a_id, dismissed.b_id} not in links


def test_a_ptce_that_has_ended_has_no_partner(client: TestClient) -> None:
    own = client.get("/api/v1/organisations/synthetic:ended/partners?radius_km=150").json()

    assert own["partners"] == []


@pytest.mark.parametrize(
    ("headers", "status"), [({}, 401), ({"Authorization": "Bearer wrong"}, 403)]
)
def test_only_operators_dismiss(client: TestClient, headers: dict[str, str], status: int) -> None:
    pair = {"a_id": "synthetic:lieu", "b_id": "synthetic:scop", "pooling": "equipment"}

    answer = client.post(DISMISSALS, json=pair, headers=headers)

    assert answer.status_code == status


def test_without_a_secret_operator_mode_is_off(small_editions: Path, operators: Operators) -> None:
    shut = Operators(operators.ledger)
    server = create_server(site_of(small_editions, shut.ledger, "https://x.example"), shut)

    with TestClient(server) as client:
        answer = client.get(DISMISSALS, headers={"Authorization": "Bearer "})

    assert answer.status_code == 403


def test_dismissals_leave_as_labels_for_operators_only(client: TestClient) -> None:
    pair = {"a_id": "synthetic:scop", "b_id": "synthetic:lieu", "pooling": "equipment"}
    client.post(DISMISSALS, json=pair, headers=OPERATOR)

    refused = client.get(DISMISSALS + ".csv")
    answer = client.get(DISMISSALS + ".csv", headers=OPERATOR)
    (label,) = csv.DictReader(io.StringIO(answer.text))
    (told,) = client.get(DISMISSALS, headers=OPERATOR).json()["dismissals"]

    assert refused.status_code == 401
    assert refused.headers["www-authenticate"] == "Bearer"
    assert (label["focal_id"], label["other_id"]) == ("synthetic:lieu", "synthetic:scop")
    assert (label["pooling"], label["grade"]) == ("equipment", "0")
    assert label["focal_name"] == told["a_name"] == "Tiers-lieu L’Œuvre synthétique"


def test_a_pair_that_nobody_knows_cannot_be_dismissed(client: TestClient) -> None:
    pair = {"a_id": "synthetic:nobody", "b_id": "synthetic:lieu", "pooling": "equipment"}

    answer = client.post(DISMISSALS, json=pair, headers=OPERATOR)

    assert answer.status_code == 404
    assert client.get(DISMISSALS, headers=OPERATOR).json()["dismissals"] == []


def test_a_ledger_that_is_away_stops_no_reader_and_no_path_is_shown(
    small_editions: Path, tmp_path: Path
) -> None:
    spoiled = tmp_path / "ledger.sqlite"
    spoiled.write_bytes(b"not a database, " * 99)
    operating = Operators(Ledger(f"sqlite:///{spoiled}"), "synthetic secret of tests")
    client = TestClient(create_server(site_of(small_editions, operating.ledger, "x"), operating))

    read = client.get("/api/v1/partnerships?limit=3")
    one = read.json()["partnerships"][0]
    body = {"a_id": one["a"]["id"], "b_id": one["b"]["id"], "pooling": one["pooling"]}
    written = client.post(DISMISSALS, json=body, headers=OPERATOR)

    assert read.status_code == 200
    assert written.status_code == 503
    assert int(written.headers["retry-after"]) > 0
    assert str(tmp_path) not in written.text
    assert "SELECT" not in written.text
