"""Numbers and bodies that no honest client sends: refused by name, never a fault of the service."""

import pytest
from starlette.testclient import TestClient

from tests.api.test_document import BASE, client, document

__all__ = ["client", "document"]
NUMBERS = ["²", "①", "--5", "٣", "1_0", "5.0", "0x10", "9" * 5_000, "1e3"]


@pytest.mark.parametrize("text", NUMBERS)
@pytest.mark.parametrize(
    "path",
    [
        "/organisations?limit={}",
        "/organisations?offset={}",
        "/map?zoom={}",
        "/territories?limit={}",
        "/lists/selection?limit={}",
        "/organisations/synthetic:lieu/partners?limit={}",
        "/partnerships?limit={}",
        "/changes?limit={}",
        "/export/partners.csv?commune=26281&limit={}",
    ],
)
def test_what_is_no_whole_number_is_refused_by_name(
    client: TestClient, path: str, text: str
) -> None:
    answer = client.get(BASE + path.format(text))

    assert answer.status_code == 422
    assert answer.json()["parameter"] in {"limit", "offset", "zoom"}
    assert len(answer.text) < 1_000


@pytest.mark.parametrize("text", ["²", "75113²", "²" * 5])
def test_a_code_of_odd_digits_is_no_commune(client: TestClient, text: str) -> None:
    assert client.get(f"{BASE}/organisations?commune={text}").status_code == 422
    assert client.get(f"{BASE}/territories/commune/{text}").status_code == 404


BODIES = [
    b"null",
    b"[null]",
    b"[]",
    b"5",
    b'"x"',
    b'{"lines": 5}',
    b'{"rows": 5}',
    b'{"rows": [null]}',
    b'{"rows": [{"Nom": "a"}], "lines": 5}',
    b'{"rows": [{"Nom": "a"}], "lines": [null]}',
    b'{"rows": [{"Nom": "a"}], "lines": ["\xc2\xb2"]}',
    b'{"rows": [{"Nom": "a"}], "columns": [1]}',
    b'{"rows": [{"Nom": {"b": 1}}]}',
    b'{"ids": "\\ud800"}',
    b'{"ids": ["\\ud800"]}',
    b'{"ids": [null]}',
    b'{"ids": {"a": 1}}',
    b'{"members": [{"name": "\\ud800"}]}',
    b'{"members": [null]}',
    b'{"members": [{"name": 5}]}',
    b'{"lines": [{"id": "a", "status": 5}]}',
    b'{"lines": [{"id": "a", "status": ["contacted"]}]}',
    b'{"a_id": 5, "b_id": null, "pooling": []}',
    b'{"traits": {"a": 1}}',
    b'{"commune": "\\ud800"}',
    b'{"ids": [' + b"[" * 5_000 + b"]" * 5_000 + b"]}",
    b"\xff\xfe",
    b"",
    b'{"ids": NaN}',
]
DOORS = [
    "/lists/lines",
    "/match",
    "/match/adds",
    "/ptce-check",
    "/practices/for-profile",
    "/export/list.csv",
    "/export/about/list",
    "/partnerships/dismissals",
    "/duplicates/verdicts",
]


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_a_body_of_another_shape_is_refused_in_french(
    client: TestClient, door: str, body: bytes
) -> None:
    answer = client.post(BASE + door, content=body, headers={"content-type": "application/json"})

    assert answer.status_code in {200, 404, 413, 422}
    assert answer.status_code != 200 or door in {"/practices/for-profile", "/match"}
    if answer.status_code != 200:
        assert answer.headers["content-type"] == "application/problem+json"
        assert " should " not in answer.text
        assert "Input" not in answer.text
