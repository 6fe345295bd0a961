"""Visitors say what they know where the host opens it; operators read and decide, nobody else."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from fastapi.testclient import TestClient

from territorial_map.api.application import create_server
from territorial_map.api.gate import Gate
from territorial_map.api.operators import Operators
from territorial_map.ledger.dismissals import Ledger
from tests.api.contract import operations, strict
from tests.sites import site_of

KEY = {"Authorization": "Bearer synthetic secret of tests"}
SEND, REVIEW = "/api/v1/contributions", "/api/v1/review"
PHONE = {
    "organisation": "synthetic:scop",
    "kind": "field",
    "field": "phone",
    "value": "04.75.00.00.09",
    "teller": "organisation",
    "reason": "le numéro du standard",
}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}")
    yield opened
    opened.close()


@pytest.fixture
def client(small_editions: Path, ledger: Ledger) -> Iterator[TestClient]:
    operators = Operators(ledger, "synthetic secret of tests")
    site = site_of(small_editions, ledger, contributing=True)
    unlimited = Gate(per_minute=1_000_000, at_once=100)
    with TestClient(create_server(site, operators, gate=unlimited)) as client:
        yield client


def queue(client: TestClient, state: str = "waiting") -> dict[str, Any]:
    answer: dict[str, Any] = client.get(f"{REVIEW}?state={state}", headers=KEY).json()
    return answer


def decide(client: TestClient, identity: str, **said: object) -> Any:
    return client.post(f"{REVIEW}/{identity}/decisions", headers=KEY, json=said)


def test_a_number_is_proposed_read_accepted_and_told_in_the_history(client: TestClient) -> None:
    sent = client.post(SEND, json=PHONE).json()
    identity = sent["contribution"]["id"]
    (waiting,) = queue(client)["proposals"]
    before = client.get("/api/v1/organisations/synthetic:scop/history").json()
    accepted = decide(client, identity, outcome="accepted", seen=0).json()
    after = client.get("/api/v1/organisations/synthetic:scop/history").json()

    assert "prochaine édition" in sent["follows"]
    assert waiting["contribution"]["value"] == "04 75 00 00 09"
    assert waiting["organisation"]["id"] == "synthetic:scop"
    assert (before["waiting"], before["contributions"]) == (1, [])
    assert accepted["contribution"]["state"] == "accepted"
    assert accepted["can_be_undone"]
    (line,) = after["contributions"]
    assert (line["value"], line["shown"]) == ("04 75 00 00 09", False)
    assert line["evidence"].startswith("déclaré au nom de l’organisation le ")


def test_answers_are_as_the_document_says(client: TestClient) -> None:
    document = client.get("/api/v1/openapi.json").json()
    by_id = {operation.id: operation for operation in operations(document)}
    components = strict(document["components"]["schemas"])
    sent = client.post(SEND, json=PHONE)
    identity = sent.json()["contribution"]["id"]
    answers = {
        "send_contribution": sent,
        "decide_contribution": decide(client, identity, outcome="asked", seen=0, sentence="Où ?"),
        "list_contributions": client.get(f"{REVIEW}?state=asked", headers=KEY),
        "get_organisation_history": client.get("/api/v1/organisations/synthetic:scop/history"),
    }

    assert [answer.status_code for answer in answers.values()] == [200] * 4
    for name, answer in answers.items():
        told = strict(by_id[name].answer()["application/json"]["schema"])
        whole = told | {"components": {"schemas": components}}
        errors = jsonschema_rs.validator_for(whole).iter_errors(answer.json())
        assert [error.message for error in errors] == []


def test_the_same_thing_said_twice_waits_once(client: TestClient) -> None:
    first, second = (client.post(SEND, json=PHONE).json() for _ in range(2))

    assert first["contribution"]["id"] == second["contribution"]["id"]
    assert queue(client)["counts"]["waiting"] == 1


def test_two_reviewers_of_one_proposal_never_overwrite_each_other(client: TestClient) -> None:
    identity = client.post(SEND, json=PHONE).json()["contribution"]["id"]
    decide(client, identity, outcome="refused", seen=0, sentence="C’est celui du siège.")

    late = decide(client, identity, outcome="accepted", seen=0)

    assert late.status_code == 409
    assert "Une autre personne a décidé" in late.json()["detail"]
    assert queue(client, "refused")["proposals"][0]["decisions"][0]["sentence"]


def test_a_decision_is_changed_by_undoing_it(client: TestClient) -> None:
    identity = client.post(SEND, json=PHONE).json()["contribution"]["id"]
    decide(client, identity, outcome="accepted", seen=0, value="04 75 00 00 08")
    undone = decide(client, identity, outcome="undone", seen=1)

    assert undone.json()["contribution"]["state"] == "waiting"
    assert client.get("/api/v1/organisations/synthetic:scop/history").json()["contributions"] == []


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (PHONE | {"value": "06 39 98 00 00"}, 422),
        (PHONE | {"reason": "voir ada@exemple.fr"}, 422),
        (PHONE | {"organisation": "synthetic:gone"}, 404),
        (PHONE | {"kind": "praise"}, 422),
        (PHONE | {"colour": "blue"}, 422),
        (PHONE | {"reason": "x" * 501}, 422),
        ({"organisation": "synthetic:scop", "kind": "same", "other": "synthetic:gone"}, 404),
        ({"organisation": "synthetic:scop", "kind": "same", "other": "synthetic:scop"}, 422),
    ],
)
def test_what_cannot_be_taken_is_told_and_not_kept(
    client: TestClient, said: dict[str, str], status: int
) -> None:
    refused = client.post(SEND, json=said)

    assert refused.status_code == status
    assert "exemple.fr" not in refused.text
    assert "06 39 98" not in refused.text
    assert queue(client)["counts"]["waiting"] == 0


def test_what_a_page_tells_already_is_no_correction(client: TestClient) -> None:
    sheet = client.get("/api/v1/organisations/synthetic:scop").json()
    told = PHONE | {"field": "size", "value": sheet["size"]}

    assert client.post(SEND, json=told).status_code == 422


def test_a_machine_that_fills_the_trap_is_answered_alike_and_nothing_is_kept(
    client: TestClient,
) -> None:
    trapped = client.post(SEND, json=PHONE | {"site_bis": "https://spam.example"})

    assert trapped.status_code == 200
    assert trapped.json().keys() == client.post(SEND, json=PHONE).json().keys()
    assert queue(client)["counts"]["waiting"] == 1


def test_nothing_is_read_or_decided_without_the_secret(client: TestClient) -> None:
    identity = client.post(SEND, json=PHONE).json()["contribution"]["id"]
    body = {"outcome": "accepted", "seen": 0}

    assert client.get(REVIEW).status_code == 401
    assert client.post(f"{REVIEW}/{identity}/decisions", json=body).status_code == 401
    assert queue(client)["counts"]["waiting"] == 1


def test_it_is_closed_by_default_and_says_how_to_reach_the_host(
    small_editions: Path, operators: Operators
) -> None:
    with TestClient(create_server(site_of(small_editions, operators.ledger), operators)) as client:
        refused = client.post(SEND, json=PHONE)
        history = client.get("/api/v1/organisations/synthetic:scop/history")
        a_list = brought(client)
        figures = client.get(f"{SEND}/figures")

    assert refused.status_code == 403
    assert "Mentions légales" in refused.json()["detail"]
    assert (a_list.status_code, figures.status_code) == (403, 403)
    assert history.json()["contributions"] == []


LIST = (
    "Identifiant;Nom;Téléphone;Activités\n"
    "synthetic:site1;Atelier;04 75 00 11 22;Blanchisserie\n"
    "synthetic:scop;Scop synthétique du vélo;06 12 34 56 78;\n"
    ";Personne;04 75 00 11 33;\n"
)


def brought(client: TestClient, text: str = LIST, query: str = "") -> Any:
    return client.post(f"{SEND}/list{query}", files={"file": ("appels.csv", text.encode())})


def test_a_list_brought_back_tells_the_fate_of_each_cell_and_waits_to_be_read(
    client: TestClient,
) -> None:
    document = client.get("/api/v1/openapi.json").json()
    by_id = {operation.id: operation for operation in operations(document)}
    seen = brought(client, query="?keep=no").json()
    nothing = queue(client)["counts"]["waiting"]
    answer = brought(client, query="?source=appels")
    again = brought(client).json()

    told = strict(by_id["send_contribution_list"].answer()["application/json"]["schema"])
    whole = told | {"components": {"schemas": strict(document["components"]["schemas"])}}
    errors = jsonschema_rs.validator_for(whole).iter_errors(answer.json())
    assert [error.message for error in errors] == []
    assert (seen["kept"], nothing) == (False, 0)
    fates = [(cell["line"], cell["column"], cell["fate"]) for cell in answer.json()["cells"]]
    assert fates == [
        (2, "Téléphone", "proposed"),
        (2, "Activités", "proposed"),
        (3, "Téléphone", "refused"),
        (4, "", "not_found"),
    ]
    assert "06 12 34" not in answer.text
    assert (again["counts"]["proposed"], again["counts"]["waiting"]) == (0, 2)
    waiting = queue(client)["proposals"]
    assert {one["contribution"]["source"] for one in waiting} == {"appels"}


def test_a_list_completes_so_many_pages_at_once_and_no_more(client: TestClient) -> None:
    lines = "".join(
        f"synthetic:site1;Atelier;04 75 00 {n // 100:02} {n % 100:02};\n" for n in range(201)
    )
    refused = brought(client, "Identifiant;Nom;Téléphone;Activités\n" + lines)

    assert refused.status_code == 413
    assert "200 fiches" in refused.json()["detail"]
    assert queue(client)["counts"]["waiting"] == 0


def test_a_table_to_fill_is_of_ids_or_of_those_to_call(client: TestClient) -> None:
    chosen = client.get(f"{SEND}/table.csv?ids=synthetic:scop")
    to_call = client.get(f"{SEND}/table.csv?department=26&lang=en")

    assert "synthetic:scop" in chosen.text
    assert "Toujours exact" in chosen.text
    assert "synthetic:site1" in to_call.text
    assert "Still right" in to_call.text
    assert client.get(f"{SEND}/table.pdf?ids=synthetic:scop").status_code == 404
    assert client.get(f"{SEND}/table.csv?colour=blue").status_code == 422


def test_figures_and_the_feed_tell_what_was_accepted_of_a_selection(client: TestClient) -> None:
    still = {"organisation": "synthetic:scop", "kind": "confirmation"}
    closed = {"organisation": "synthetic:lieu", "kind": "closed"}
    ids = [
        client.post(SEND, json=said).json()["contribution"]["id"] for said in (PHONE, still, closed)
    ]
    for identity in ids:
        decide(client, identity, outcome="accepted", seen=0)
    client.post(SEND, json=PHONE | {"organisation": "synthetic:site1"})
    figures = client.get(f"{SEND}/figures").json()
    nobody = client.get(f"{SEND}/figures?department=75").json()
    feed = client.get(f"{SEND}.atom")

    assert (figures["received"], figures["accepted"], figures["waiting"]) == (4, 3, 1)
    assert figures["median_days"] == 0
    assert figures["confirmed"] == 1
    assert figures["confirmed_share"] == round(1 / figures["total"], 4)
    assert (nobody["received"], nobody["median_days"]) == (0, None)
    assert feed.headers["content-type"].startswith("application/atom+xml")
    assert feed.text.count("<entry>") == 2
    assert "→ 04 75 00 00 09. Déclaré au nom de l’organisation le" in feed.text
    assert "Fermeture" not in feed.text
    assert "le numéro du standard" not in feed.text
    assert "<entry>" not in client.get(f"{SEND}.atom?department=75").text
    again = client.get(f"{SEND}.atom", headers={"If-None-Match": feed.headers["etag"]})
    assert again.status_code == 304


def test_a_client_that_sends_without_end_is_held_off(small_editions: Path, ledger: Ledger) -> None:
    operators = Operators(ledger, "synthetic secret of tests")
    site = site_of(small_editions, ledger, contributing=True)
    with TestClient(create_server(site, operators, gate=Gate())) as client:
        statuses = [client.post(SEND, json=PHONE).status_code for _ in range(14)]

    assert statuses == [200] * 12 + [429] * 2
