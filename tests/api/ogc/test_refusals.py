"""What the features service refuses, and names: parameters, addresses of nothing."""

import pytest
from starlette.testclient import TestClient

from tests.api.ogc.asking import ITEMS


@pytest.mark.parametrize(
    ("address", "parameter"),
    [
        (f"{ITEMS}?bbox=1,2,3", "bbox"),
        (f"{ITEMS}?bbox=a,b,c,d", "bbox"),
        (f"{ITEMS}?limit=0", "limit"),
        (f"{ITEMS}?limit=ten", "limit"),
        (f"{ITEMS}?offset=-1", "offset"),
        (f"{ITEMS}?colour=red", "colour"),
        (f"{ITEMS}?kind=castle", "kind"),
        (f"{ITEMS}?datetime=yesterday", "datetime"),
        (f"{ITEMS}?datetime=2026-13-01", "datetime"),
        (f"{ITEMS}?f=xml", "f"),
        (f"{ITEMS}?crs=http://www.opengis.net/def/crs/EPSG/0/2154", "crs"),
        ("/ogc/collections?limit=3", "limit"),
        ("/ogc/collections/region/items?kind=ptce", "kind"),
    ],
)
def test_a_wrong_parameter_is_refused_with_400_and_named(
    client: TestClient, address: str, parameter: str
) -> None:
    answer = client.get(address)

    assert (answer.status_code, answer.json()["status"]) == (400, 400)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["parameter"] == parameter


@pytest.mark.parametrize(
    "address",
    [
        "/ogc/nowhere",
        "/ogc/collections/castles",
        "/ogc/collections/castles/items",
        "/ogc/collections/castles/queryables",
        f"{ITEMS}/nobody",
        "/ogc/collections/region/items/99",
        "/ogc/collections/organisations/items/a/b",
    ],
)
def test_what_is_not_there_is_a_404_as_a_problem(client: TestClient, address: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
