"""``/match``: a file or rows in, verdicts out, refusals in French; nothing is stored."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from territorial_map.api.application import create_server
from territorial_map.api.gate import Gate
from territorial_map.api.operators import Operators
from territorial_map.services.matching.list_files import MOST_BYTES
from tests.sites import site_of

LIST = "Structure;SIRET\nAtelier synthétique du Vercors 1;775 544 083 00477\nPersonne;\n"


@pytest.fixture
def client(small_editions: Path, operators: Operators) -> Iterator[TestClient]:
    server = create_server(site_of(small_editions, operators.ledger, "http://example"), operators)
    with TestClient(server) as client:
        yield client


def test_a_file_and_the_same_rows_get_the_same_verdicts(client: TestClient) -> None:
    by_file = client.post("/api/v1/match", files={"file": ("liste.csv", LIST.encode())})
    rows = [
        {"Structure": "Atelier synthétique du Vercors 1", "SIRET": "775 544 083 00477"},
        {"Structure": "Personne"},
    ]
    by_rows = client.post("/api/v1/match", json={"rows": rows, "lines": [2, 3]})

    assert by_file.status_code == by_rows.status_code == 200
    assert by_file.json() == by_rows.json()
    assert by_file.json()["counts"] == {"found": 1, "ambiguous": 0, "unknown": 1}
    assert by_file.json()["rows"][0]["id"] == "synthetic:site1"
    assert by_file.headers["cache-control"] == "no-store"


def test_reading_alone_gives_columns_and_lines(client: TestClient) -> None:
    answer = client.post("/api/v1/match/read", files={"file": ("liste.csv", LIST.encode())}).json()

    assert answer["understood"] == {"name": "Structure", "siret": "SIRET"}
    assert [row["line"] for row in answer["rows"]] == [2, 3]


def test_columns_can_be_corrected(client: TestClient) -> None:
    files = {"file": ("liste.csv", b"Qui;Titre\nPTCE synth;x\n")}
    answer = client.post("/api/v1/match", files=files, data={"columns": "name=Qui"}).json()

    assert answer["understood"] == {"name": "Qui"}


def test_a_large_file_never_touches_the_disk(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rolled(*_: object) -> None:
        pytest.fail("the file was written to the disk")

    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "rollover", rolled)
    content = b"Structure;Note\n" + b"Personne;" + b"x" * 200_000 + b"\n"
    large = content + b"".join(b"Personne;" + b"y" * 150_000 + b"\n" for _ in range(20))

    answer = client.post("/api/v1/match/read", files={"file": ("liste.csv", large)})

    assert len(large) > 2 * 2**20
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("name", "content", "status", "words"),
    [
        ("liste.csv", b"x" * (MOST_BYTES + 2**17), 413, "Mio"),
        ("liste.pdf", b"%PDF", 422, "format"),
        ("liste.csv", b"Couleur\nrouge\n", 422, "aucune colonne"),
        ("liste.csv", b"", 422, "vide"),
    ],
)
def test_refusals_are_one_french_sentence(
    client: TestClient, name: str, content: bytes, status: int, words: str
) -> None:
    answer = client.post("/api/v1/match", files={"file": (name, content)})

    assert answer.status_code == status
    assert words in answer.json()["detail"]


@pytest.mark.parametrize(
    "body",
    [b"{", b"[]", b'{"rows": []}', b'{"rows": ["a"]}', b'{"rows": [{"Nom": "a"}], "columns": 3}'],
)
def test_rows_of_another_shape_are_refused(client: TestClient, body: bytes) -> None:
    headers = {"content-type": "application/json"}
    answer = client.post("/api/v1/match", content=body, headers=headers)

    assert answer.status_code == 422
    assert answer.json()["detail"]


def test_what_the_directory_adds_is_told_of_found_ids(client: TestClient) -> None:
    ids = ["synthetic:site1", "synthetic:scop", "synthetic:town"]
    answer = client.post("/api/v1/match/adds", json={"ids": ids})

    assert answer.status_code == 200
    told = answer.json()
    assert told["total"] == told["paired"] == 3
    assert all(0 < p["organisations"] <= 3 and p["title"] for p in told["practices"])
    assert told["existing"] or told["partnerships"]
    assert client.post("/api/v1/match/adds", json={"ids": []}).status_code == 422


def test_the_documentation_describes_it(client: TestClient) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]

    body = paths["/api/v1/match"]["post"]["requestBody"]["content"]
    assert {"multipart/form-data", "application/json"} == set(body)
    assert {"413", "422"} <= set(paths["/api/v1/match"]["post"]["responses"])


def test_one_client_matches_so_many_lists_in_a_minute_exports_included(
    small_editions: Path, operators: Operators
) -> None:
    gate = Gate(per_minute=3, at_once=1)
    rows = {"rows": [{"Nom": "Personne"}]}
    file = {"file": ("liste.csv", LIST.encode())}
    server = create_server(site_of(small_editions, operators.ledger, "x"), operators, gate=gate)
    with TestClient(server) as client:
        told = [
            client.post("/api/v1/match", json=rows).status_code,
            client.post("/api/v1/match/read", files=file).status_code,
            client.get("/api/v1/export.csv").status_code,
        ]
        refused = client.post("/api/v1/match", json=rows)
        refused_file = client.post("/api/v1/match/read", files=file)

    assert told == [200, 200, 200]
    assert refused.status_code == refused_file.status_code == 429
    assert 0 < int(refused.headers["retry-after"]) <= 60
    assert "rapprochements ont été demandés en une minute" in refused.json()["detail"]


def test_a_refused_list_frees_its_place(small_editions: Path, operators: Operators) -> None:
    server = create_server(
        site_of(small_editions, operators.ledger, "x"),
        operators,
        gate=Gate(per_minute=9, at_once=1),
    )
    with TestClient(server) as client:
        refused = client.post("/api/v1/match", content=b"{")
        heard = client.post("/api/v1/match", json={"rows": [{"Nom": "Personne"}]})

    assert (refused.status_code, heard.status_code) == (422, 200)
