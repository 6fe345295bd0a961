"""« Même groupe » over HTTP: said by operators only, heard by every list, taken back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from territorial_map.api.application import create_server
from territorial_map.api.operators import Operators
from tests.sites import site_of

OPERATOR = {"Authorization": "Bearer synthetic secret of tests"}
WORDS = "/api/v1/partnerships/group-words"
PARTNERS = "/api/v1/organisations/synthetic:lieu/partners?radius_km=100"


@pytest.fixture
def client(small_editions: Path, operators: Operators) -> Iterator[TestClient]:
    forget_all(operators)  # the ledger is that of the run: other tests say things too
    with TestClient(
        create_server(site_of(small_editions, operators.ledger, "https://x.example"), operators)
    ) as client:
        yield client
    forget_all(operators)


def forget_all(operators: Operators) -> None:
    for decision in operators.ledger.group_decisions():
        operators.ledger.unsay_group(decision.word)


def ask(client: TestClient, method: str, body: dict[str, str]) -> Any:
    return client.request(method, WORDS, json=body, headers=OPERATOR)


def test_a_word_of_operators_makes_a_tie_of_a_lead_for_all(client: TestClient) -> None:
    other = client.get(PARTNERS).json()["partners"][0]["id"]
    pair = {"a_id": "synthetic:lieu", "b_id": other, "said": "same_group"}

    kept = ask(client, "POST", pair | {"reason": "une seule direction"}).json()
    told = client.get(PARTNERS).json()
    (line,) = client.get(WORDS, headers=OPERATOR).json()["group_words"]
    taken = ask(client, "DELETE", pair).json()
    again = client.get(PARTNERS).json()

    assert (kept["kept"], taken["taken_back"]) == (True, True)
    assert other not in {partner["id"] for partner in told["partners"]}
    (tied,) = [one for one in told["existing"] if one["id"] == other]
    assert "une personne l’a dit" in str(tied["ties"])
    assert {line["a_id"], line["b_id"]} == {"synthetic:lieu", other}
    assert (line["said"], line["reason"]) == ("same_group", "une seule direction")
    assert line["a_name"]
    assert line["b_name"]
    assert again["partners"][0]["id"] == other


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"a_id": "synthetic:lieu", "b_id": "synthetic:nobody", "said": "same_group"}, 404),
        ({"a_id": "synthetic:lieu", "b_id": "synthetic:lieu", "said": "same_group"}, 422),
        ({"a_id": "synthetic:lieu", "b_id": "synthetic:scop", "said": "perhaps"}, 422),
    ],
)
def test_what_cannot_be_said_is_refused(
    client: TestClient, body: dict[str, str], status: int
) -> None:
    assert ask(client, "POST", body).status_code == status
    assert client.get(WORDS, headers=OPERATOR).json()["group_words"] == []


@pytest.mark.parametrize(
    ("headers", "status"), [({}, 401), ({"Authorization": "Bearer wrong"}, 403)]
)
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_only_operators_say_for_all(
    client: TestClient, method: str, headers: dict[str, str], status: int
) -> None:
    assert client.request(method, WORDS, headers=headers).status_code == status
