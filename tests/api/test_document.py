"""The OpenAPI document: every answer typed, every refusal a problem, real answers as it says."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from starlette.testclient import TestClient

from territorial_map.api.application import create_server
from territorial_map.api.gate import Gate
from territorial_map.api.operators import Operators
from territorial_map.store.duplicate_verdicts import VerdictFile
from tests.api.contract import Json, Operation, operations, strict
from tests.sites import site_of
from tests.two_editions import TwoEditions

BASE = "/api/v1"
OPERATOR = {"Authorization": "Bearer synthetic secret of tests"}
ROWS = {"rows": [{"Nom": "Atelier synthétique du Vercors 1"}]}
LISTED = {"lines": [{"id": "synthetic:scop", "status": "contacted", "checked_on": "2026-11-01"}]}
PAIR = {"a_id": "synthetic:scop", "b_id": "synthetic:lieu", "pooling": "equipment"}
WORD = {"a_id": "synthetic:scop", "b_id": "synthetic:lieu", "said": "same_group"}
# One real question per operation of the document: path and query, body, file.
ASKED: dict[str, tuple[str, Any]] = {
    "list_organisations": ("/organisations?near=5.05,45.04&radius_km=50", None),
    "get_organisation": ("/organisations/synthetic:ptce", None),
    "get_map": ("/map?bbox=4,44,6,46&zoom=7", None),
    "get_facets": ("/facets", None),
    "search_territories": ("/territories?q=romans", None),
    "get_territory": ("/territories/department/26", None),
    "get_portrait": ("/territories/epci/200068781/portrait", None),
    "get_territory_leads": ("/territories/department/26/leads?limit=5", None),
    "get_alike": ("/territories/epci/200068781/alike", None),
    "get_gaps": ("/territories/department/26/gaps", None),
    "get_reach": ("/territories/department/26/reach", None),
    "get_outlines": ("/outlines/department", None),
    "get_zoning": ("/zonings/density/26", None),
    "get_coverage": ("/coverage?by=department", None),
    "get_current_edition": ("/editions/current", None),
    "get_health": ("/health", None),
    "get_readiness": ("/ready", None),
    "follow_lines": ("/lists/lines", {"ids": ["synthetic:scop", "synthetic:gone"]}),
    "list_selection_ids": ("/lists/selection?department=26", None),
    "match_list": ("/match", ROWS),
    "read_list": ("/match/read", None),
    "get_list_additions": ("/match/adds", {"ids": ["synthetic:site1", "synthetic:scop"]}),
    "describe_selection_export": ("/export/about/selection", None),
    "describe_partners_export": ("/export/about/partners?commune=26281", None),
    "describe_list_export": ("/export/about/list", LISTED),
    "list_practices": ("/practices", None),
    "get_practice": ("/practices/p27", None),
    "get_organisation_practices": ("/organisations/synthetic:scop/practices", None),
    "get_profile_practices": ("/practices/for-profile", [{"legal_form": "scop"}]),
    "check_ptce_group": ("/ptce-check", {"ids": ["synthetic:scop", "synthetic:site1"]}),
    "get_organisation_partners": ("/organisations/synthetic:lieu/partners", None),
    "get_organisation_groups": (
        "/organisations/synthetic:lieu/groups?pooling=premises_and_land",
        None,
    ),
    "list_partnerships": ("/partnerships?department=26&limit=5", None),
    "list_groups": ("/partnerships/groups?pooling=premises_and_land", None),
    "list_dismissals": ("/partnerships/dismissals", None),
    "dismiss_pair": ("/partnerships/dismissals", PAIR),
    "restore_pair": ("/partnerships/dismissals", PAIR),
    "list_group_words": ("/partnerships/group-words", None),
    "say_group": ("/partnerships/group-words", WORD),
    "unsay_group": ("/partnerships/group-words", WORD),
    "list_duplicates": ("/duplicates", None),
    "get_organisation_history": ("/organisations/synthetic:scop/history", None),
    "list_contributions": ("/review", None),
    "list_changes": ("/changes?limit=2", None),
    "get_ogc_landing": ("/ogc", None),
    "get_ogc_conformance": ("/ogc/conformance", None),
    "get_ogc_definition": ("/ogc/api", None),
    "list_ogc_collections": ("/ogc/collections", None),
    "get_ogc_collection": ("/ogc/collections/organisations", None),
    "get_ogc_queryables": ("/ogc/collections/organisations/queryables", None),
    "list_ogc_organisations": ("/ogc/collections/organisations/items?limit=3", None),
    "get_ogc_organisation": ("/ogc/collections/organisations/items/synthetic:scop", None),
    "list_ogc_territories": ("/ogc/collections/commune/items?limit=3", None),
    "get_ogc_territory": ("/ogc/collections/department/items/26", None),
}
# Answers that are files, or whose question needs another edition (a pair in doubt) or setting.
ELSEWHERE = {
    "get_coverage_map",
    "get_network",
    "get_note",
    "get_review_sheet",
    "write_ptce_dossier",
    "export_selection",
    "export_partners",
    "export_list",
    "download_dismissals",
    "download_changes",
    "get_change_feed",
    "decide_duplicate",
    "take_back_verdict",
    "send_contribution",
    "get_contribution_feed",
    "get_contribution_figures",
    "send_contribution_list",
    "get_table_to_fill",
    "decide_contribution",
}


@pytest.fixture(scope="module")
def client(
    small_editions: Path, operators: Operators, tmp_path_factory: Any
) -> Iterator[TestClient]:
    file = tmp_path_factory.mktemp("verdicts") / "verdicts.csv"
    reviewing = replace(operators, verdicts=VerdictFile(file))
    unlimited = Gate(per_minute=1_000_000, at_once=100)
    server = create_server(site_of(small_editions, operators.ledger), reviewing, gate=unlimited)
    with TestClient(server, raise_server_exceptions=False, headers=OPERATOR) as client:
        yield client


@pytest.fixture(scope="module")
def document(client: TestClient) -> Json:
    told: Json = client.get(f"{BASE}/openapi.json").json()
    return told


@pytest.fixture(scope="module")
def by_id(document: Json) -> dict[str, Operation]:
    return {operation.id: operation for operation in operations(document)}


def test_every_answer_is_typed(by_id: dict[str, Operation]) -> None:
    untyped = [
        name
        for name, operation in by_id.items()
        if not operation.answer() or not all(c.get("schema") for c in operation.answer().values())
    ]

    assert len(by_id) >= 49
    assert untyped == []


def test_names_of_operations_and_schemas_make_good_clients(
    document: Json, by_id: dict[str, Operation]
) -> None:
    count = Counter(operation.id for operation in operations(document))
    schemas = document["components"]["schemas"]

    assert max(count.values()) == 1
    assert [name for name in by_id if not re.fullmatch(r"[a-z]+(_[a-z]+)+", name)] == []
    assert len(schemas) > 100
    assert [name for name in schemas if "__" in name or "-" in name] == []


def test_every_refusal_is_a_problem(document: Json, by_id: dict[str, Operation]) -> None:
    refusals = [
        (operation.id, status, list(operation.answer(status)))
        for operation in by_id.values()
        for status in operation.told["responses"]
        if status >= "400"
    ]

    assert {status for _, status, _ in refusals} >= {
        "403",
        "404",
        "413",
        "415",
        "422",
        "429",
        "503",
    }
    assert [each for each in refusals if each[2] != ["application/problem+json"]] == []
    assert "HTTPValidationError" not in document["components"]["schemas"]


def test_files_maps_and_feeds_have_their_media_types(by_id: dict[str, Operation]) -> None:
    assert set(by_id["export_selection"].answer()) == {
        "text/csv",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.oasis.opendocument.spreadsheet",
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "text/html",
        "application/geo+json",
        "application/geopackage+sqlite3",
        "application/vnd.google-earth.kml+xml",
        "text/vcard",
    }
    assert set(by_id["get_map"].answer()) == {"application/geo+json"}
    assert set(by_id["get_outlines"].answer()) == {"application/geo+json"}
    assert set(by_id["get_coverage_map"].answer()) == {"image/svg+xml"}
    assert set(by_id["get_change_feed"].answer()) == {"application/atom+xml"}


def test_every_parameter_is_bounded(by_id: dict[str, Operation]) -> None:
    def bounded(schema: Json) -> bool:
        if schema.get("type") == "array":
            return "maxItems" in schema and bounded(schema["items"])
        if schema.get("type") in {"integer", "number"}:
            return {"maximum"} <= schema.keys()
        if "anyOf" in schema:
            return all(map(bounded, schema["anyOf"]))
        told = {"enum", "pattern", "maxLength"} & schema.keys()
        return bool(told) or schema.get("format") == "date"

    parameters = [
        (operation.id, parameter["name"], parameter["schema"])
        for operation in by_id.values()
        for where in ("path", "query")
        for parameter in operation.parameters(where)
    ]

    assert len(parameters) > 150
    assert [(one, name) for one, name, schema in parameters if not bounded(schema)] == []


@pytest.mark.parametrize(
    ("operation", "name"),
    [
        ("list_organisations", "group"),
        ("list_organisations", "near"),
        ("list_organisations", "radius_km"),
        ("get_map", "by"),
        ("get_map", "zoom"),
    ],
)
def test_what_has_a_form_of_its_own_is_told_with_an_example(
    by_id: dict[str, Operation], operation: str, name: str
) -> None:
    (told,) = (one for one in by_id[operation].parameters("query") if one["name"] == name)

    assert "example" in told or f"{name}=" in told["description"]


def test_there_is_a_real_question_for_every_operation(by_id: dict[str, Operation]) -> None:
    assert set(by_id) == {*ASKED, *ELSEWHERE}


def address_of(path: str) -> str:
    """Under the base of the API; features have their own."""
    return path if path.startswith("/ogc") else f"{BASE}{path}"


def asked(client: TestClient, operation: Operation, path: str, body: Any) -> Any:
    if operation.id == "read_list":
        files = {"file": ("liste.csv", b"Nom\nPersonne\n")}
        return client.post(f"{BASE}{path}", files=files)
    return client.request(operation.method.upper(), address_of(path), json=body)


@pytest.mark.parametrize("name", ASKED)
def test_a_real_answer_is_what_the_document_says_and_no_more(
    client: TestClient, document: Json, by_id: dict[str, Operation], name: str
) -> None:
    operation = by_id[name]
    answer = asked(client, operation, *ASKED[name])
    media_type = answer.headers["content-type"].partition(";")[0]
    schema = strict(operation.answer()[media_type]["schema"])
    components = strict(document["components"]["schemas"])

    assert answer.status_code == 200, answer.text
    whole = schema | {"components": {"schemas": components}}
    errors = jsonschema_rs.validator_for(whole).iter_errors(answer.json())
    assert [f"{e.instance_path}: {e.message[:200]}" for e in errors] == []


def test_a_wrong_key_in_an_answer_would_be_seen(document: Json) -> None:
    schema = {"$ref": "#/components/schemas/ReadyAnswer"}
    whole = schema | {"components": {"schemas": strict(document["components"]["schemas"])}}
    check = jsonschema_rs.validator_for(whole)

    assert check.is_valid({"ready": True, "edition": "e"})
    assert not check.is_valid({"ready": True, "edition": "e", "more": 1})
    assert not check.is_valid({"ready": True})


def test_changes_between_two_editions_are_what_the_document_says(
    two: TwoEditions, operators: Operators, document: Json
) -> None:
    server = create_server(site_of(two.folder, operators.ledger), operators)
    with TestClient(server) as client:
        answer = client.get(f"{BASE}/changes?limit=2&offset=2")

    whole = {"$ref": "#/components/schemas/ChangesAnswer"} | {
        "components": {"schemas": strict(document["components"]["schemas"])}
    }
    assert len(answer.json()["items"]) == 2
    assert [e.message for e in jsonschema_rs.validator_for(whole).iter_errors(answer.json())] == []
    assert 'rel="prev"' in answer.headers["link"]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/organisations?limit=²", 422),
        ("GET", "/organisations/nobody", 404),
        ("GET", "/nowhere", 404),
        ("PATCH", "/organisations", 405),
        ("GET", "/duplicates", 403),
        ("POST", "/practices/for-profile", 413),
        ("POST", "/lists/lines", 415),
    ],
)
def test_a_refusal_is_sent_as_a_problem(
    client: TestClient, document: Json, method: str, path: str, status: int
) -> None:
    bodies: dict[int, dict[str, Any]] = {
        413: {"json": [{}] * 201},
        415: {"content": b"<ids/>", "headers": {"content-type": "application/xml"}},
        403: {"headers": {"authorization": "Bearer no"}},
    }
    answer = client.request(method, f"{BASE}{path}", **bodies.get(status, {}))
    whole = {"$ref": "#/components/schemas/Problem"} | {
        "components": {"schemas": strict(document["components"]["schemas"])}
    }

    assert answer.status_code == answer.json()["status"] == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["title"]
    assert [e.message for e in jsonschema_rs.validator_for(whole).iter_errors(answer.json())] == []


def test_a_method_that_an_address_does_not_know_is_told_as_the_document_says(
    client: TestClient, document: Json
) -> None:
    told = document["components"]["responses"]["MethodNotAllowed"]
    answer = client.delete(f"{BASE}/organisations")

    assert list(told["content"]) == [answer.headers["content-type"]]
    assert set(told["headers"]) == {"Allow"}
    assert answer.headers["allow"] == "GET, HEAD"
