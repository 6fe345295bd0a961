"""Open data over HTTP: files of the edition served, through the gate, and their page."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from starlette.testclient import TestClient

from territorial_map.api.application import create_server
from territorial_map.api.gate import Gate
from territorial_map.api.operators import Operators
from tests.sites import site_of

FOLDER = "/donnees-ouvertes"


@pytest.fixture(scope="module")
def gate() -> Gate:
    return Gate(per_minute=1_000, at_once=2)


@pytest.fixture(scope="module")
def client(
    small_editions: Path,
    operators: Operators,
    gate: Gate,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[TestClient]:
    editions = tmp_path_factory.mktemp("open-data-served")
    for path in small_editions.glob("*"):
        if path.is_file():
            shutil.copy(path, editions)
    server = create_server(site_of(editions, operators.ledger), operators, gate=gate)
    with TestClient(server, raise_server_exceptions=False) as client:
        for _ in range(10):  # a slow machine is still making them
            if client.get(f"{FOLDER}/datapackage.json").status_code == 200:
                break
        yield client


def test_every_file_is_sent_as_its_descriptor_says(client: TestClient) -> None:
    told = client.get(f"{FOLDER}/datapackage.json").json()

    assert len(told["resources"]) == 5
    for one in told["resources"]:
        answer = client.get(f"{FOLDER}/{one['path']}")
        assert answer.headers["content-type"].partition(";")[0] == one["mediatype"]
        assert f"sha256:{hashlib.sha256(answer.content).hexdigest()}" == one["hash"]
        assert one["path"] in answer.headers["content-disposition"]
        assert answer.headers["etag"]


@pytest.mark.parametrize("name", ["LISEZMOI.md", "ATTRIBUTION.txt", "SHA256SUMS"])
def test_texts_are_sent_too(client: TestClient, name: str) -> None:
    answer = client.get(f"{FOLDER}/{name}")

    assert (answer.status_code, answer.headers["content-type"].partition("/")[0]) == (200, "text")
    assert answer.content


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_the_catalogue_record_leads_to_the_public_address(client: TestClient) -> None:
    answer = client.get(f"{FOLDER}/dcat.jsonld")

    graph = rdflib.Graph().parse(data=answer.text, format="json-ld")
    addresses = {
        str(one)
        for one in graph.objects(None, rdflib.URIRef("http://www.w3.org/ns/dcat#downloadURL"))
    }
    assert answer.headers["content-type"] == "application/ld+json"
    assert f"https://annuaire.example{FOLDER}/organisations.csv" in addresses
    for address in addresses:
        path = address.removeprefix("https://annuaire.example")
        assert client.head(path).status_code == 200


@pytest.mark.parametrize("name", ["nothing.csv", "..%2Fcurrent", "current", "%2Fetc%2Fpasswd"])
def test_no_other_file_is_sent(client: TestClient, name: str) -> None:
    answer = client.get(f"{FOLDER}/{name}")

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_client_has_few_downloads_under_way(client: TestClient, gate: Gate) -> None:
    places = [gate.admit("testclient") for _ in range(2)]

    refused = client.get(f"{FOLDER}/organisations.csv")

    for place in places:
        place.leave()
    assert refused.status_code == 429
    assert int(refused.headers["retry-after"]) > 0
    assert client.get(f"{FOLDER}/organisations.csv").status_code == 200
    assert client.head(f"{FOLDER}/organisations.csv").content == b""
    assert not gate._under_way


def test_a_part_of_a_file_can_be_asked_for(client: TestClient) -> None:
    part = client.get(f"{FOLDER}/organisations.csv", headers={"range": "bytes=0-9"})

    assert (part.status_code, len(part.content)) == (206, 10)
