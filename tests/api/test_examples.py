"""Every example of the document, asked of the default edition, is answered."""

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from territorial_map.api.application import create_server
from territorial_map.api.examples import EXAMPLES
from territorial_map.api.operators import Operators
from tests.api.contract import Json, Operation, operations
from tests.browser.conftest import default_edition
from tests.once import folder_of_the_run, made_once
from tests.sites import site_of

pytestmark = pytest.mark.edition
# What operators decide depends on what was decided before; their own tests ask it.
OF_OPERATORS = {
    "dismiss_pair",
    "restore_pair",
    "say_group",
    "unsay_group",
    "decide_duplicate",
    "take_back_verdict",
    "decide_contribution",
    "send_contribution",  # closed by default; tried where it is open
}
# These need an earlier edition, which the default folder has not.
OF_TWO_EDITIONS = {"download_changes"}


@pytest.fixture(scope="module")
def client(
    tmp_path_factory: pytest.TempPathFactory, worker_id: str, operators: Operators
) -> Iterator[TestClient]:
    run = folder_of_the_run(tmp_path_factory, worker_id)
    editions = made_once(run / "default-editions", default_edition)
    with TestClient(create_server(site_of(editions, operators.ledger), operators)) as client:
        yield client


@pytest.fixture(scope="module")
def by_id(client: TestClient) -> dict[str, Operation]:
    document: Json = client.get("/api/v1/openapi.json").json()
    return {operation.id: operation for operation in operations(document)}


def examples_of(operation: Operation, where: str) -> dict[str, Any]:
    return {
        parameter["name"]: parameter["example"]
        for parameter in operation.parameters(where)
        if "example" in parameter
    }


def test_every_operation_that_asks_something_has_an_example(by_id: dict[str, Operation]) -> None:
    asking = {
        name
        for name, operation in by_id.items()
        if operation.body.get("application/json") or operation.parameters("path")
    }

    assert len(asking) > 15
    assert asking - set(EXAMPLES) == set()
    assert set(EXAMPLES) <= set(by_id)


def test_every_value_of_an_example_is_in_the_document(by_id: dict[str, Operation]) -> None:
    for name, example in EXAMPLES.items():
        told = examples_of(by_id[name], "path") | examples_of(by_id[name], "query")
        assert told == example.parameters


@pytest.mark.parametrize("name", sorted(set(EXAMPLES) - OF_OPERATORS - OF_TWO_EDITIONS))
def test_an_example_is_answered(client: TestClient, by_id: dict[str, Operation], name: str) -> None:
    operation = by_id[name]
    path = operation.path.format(**examples_of(operation, "path"))
    body = operation.body.get("application/json", {}).get("example")

    answer = client.request(
        operation.method.upper(), path, params=examples_of(operation, "query"), json=body
    )

    assert answer.status_code == 200, answer.text
    media_type = answer.headers["content-type"].partition(";")[0]
    assert media_type in operation.answer()
    assert answer.content
