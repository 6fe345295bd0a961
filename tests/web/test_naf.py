"""A NAF code, wherever it is told: with its nomenclature, never with the mark of our tables."""

import csv
import io

import pytest
from fastapi.testclient import TestClient

from territorial_map.domain.naf import NAF_2025
from territorial_map.web.base.addresses import organisation_path
from tests.web.served_pages import plain

OLD, NEW = "synthetic:site1", "synthetic:scop"
TOLD = {OLD: ("88.10C", "rev2"), NEW: ("95.29H", "2025")}
IN_WORDS = {OLD: ("88.10C", "NAF rév. 2"), NEW: ("95.29H", "NAF 2025")}


def test_lists_and_sheets_tell_code_and_nomenclature_apart(client: TestClient) -> None:
    items = client.get("/api/v1/organisations?limit=100").json()["items"]
    told = {item["id"]: (item["naf"], item["naf_nomenclature"]) for item in items}

    assert {one: told[one] for one in TOLD} == TOLD
    assert {value for one, value in told.items() if one not in TOLD} == {(None, None)}
    for one, pair in TOLD.items():
        sheet = client.get(f"/api/v1/organisations/{one}").json()
        assert (sheet["naf"], sheet["naf_nomenclature"]) == pair


@pytest.mark.parametrize("export", ["export.csv?q=synthétique", "export/partners.csv?for=" + OLD])
def test_an_export_tells_the_nomenclature_in_words(client: TestClient, export: str) -> None:
    answer = client.get(f"/api/v1/{export}")
    assert answer.status_code == 200
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    told = {row["Identifiant"]: (row["Code NAF"], row["Nomenclature du code NAF"]) for row in rows}
    found = {one: pair for one, pair in told.items() if one in IN_WORDS}

    assert found
    assert found == {one: IN_WORDS[one] for one in found}
    assert {pair for one, pair in told.items() if one not in IN_WORDS} == {("", "")}


def test_features_tell_both(client: TestClient) -> None:
    feature = client.get(f"/ogc/collections/organisations/items/{NEW}").json()
    told = feature["properties"]
    assert (told["naf"], told["naf_nomenclature"]) == TOLD[NEW]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_page_of_an_organisation_tells_it_in_words(client: TestClient, lang: str) -> None:
    page = client.get(f"{organisation_path(NEW, '=Scop synthétique du vélo')}?lang={lang}").text

    assert "95.29H (NAF 2025)" in plain(page)
    assert NAF_2025 not in page


def test_a_matched_list_gets_code_and_nomenclature(client: TestClient) -> None:
    rows = {"rows": [{"Nom": "=Scop synthétique du vélo", "Commune": "Saint-Vallier"}]}
    (row,) = client.post("/api/v1/match", json=rows).json()["rows"]
    (found,) = (one for one in row["candidates"] if one["id"] == NEW)

    assert (found["naf"], found["naf_nomenclature"]) == TOLD[NEW]
