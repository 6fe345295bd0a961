"""Whatever is sent to Dash's own addresses is told as the sender's mistake, never as ours."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

CALLBACKS = "/_dash-update-component"
JUNK = (
    b"",
    b"junk",
    b"[]",
    b"null",
    b"{}",
    b'{"output":5}',
    b'{"output":"a.b"}',
    b'{"output":"a.b","inputs":5}',
    b'{"output":"nothing.children","outputs":[],"inputs":[],"changedPropIds":[]}',
    b'{"output":"\\ud800.children","inputs":[]}',
    b'{"a":NaN}',
    b"\xff\xfe",
    b"[" * 100_000,
)
VALUES: tuple[Any, ...] = (
    None,
    5,
    -1,
    1e300,
    True,
    "x",
    "\u0000",
    "é" * 5000,
    [],
    [None],
    [[[]]],
    {},
    {"a": 1},
    {"path": "/"},
    {"path": 5, "search": []},
)


@pytest.fixture(scope="module")
def callbacks(client: TestClient) -> list[dict[str, Any]]:
    client.get("/")
    found = [
        each for each in client.get("/_dash-dependencies").json() if not each["clientside_function"]
    ]
    assert len(found) > 20
    return found


def asked(callback: dict[str, Any], value: object) -> dict[str, Any]:
    """What Dash's script would send, one value in every place."""

    def place(name: str) -> dict[str, str]:
        any_id, _, its_property = name.partition("@")[0].rpartition(".")
        return {"id": any_id, "property": its_property}

    output: str = callback["output"]
    several = output.startswith("..")
    return {
        "output": output,
        "outputs": [place(one) for one in output[2:-2].split("...")] if several else place(output),
        "inputs": [{**each, "value": value} for each in callback["inputs"]],
        "state": [{**each, "value": value} for each in callback["state"]],
        "changedPropIds": ["{id}.{property}".format(**callback["inputs"][0])],
    }


@pytest.mark.parametrize("body", JUNK, ids=lambda body: repr(body[:30]))
def test_what_no_page_sends_is_refused(client: TestClient, body: bytes) -> None:
    client.get("/")
    answer = client.post(CALLBACKS, content=body, headers={"content-type": "application/json"})

    assert answer.status_code == 422
    assert answer.json()["detail"].endswith("rechargez la page.")


@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value)[:20])
def test_values_of_another_type_are_told_to_the_page(
    client: TestClient,
    callbacks: list[dict[str, Any]],
    value: object,
    caplog: pytest.LogCaptureFixture,
) -> None:
    statuses = {client.post(CALLBACKS, json=asked(each, value)).status_code for each in callbacks}

    assert statuses <= {200, 204}
    assert "unforeseen" not in caplog.text


@pytest.mark.parametrize("part", ["output", "outputs", "inputs", "state"])
def test_a_callback_is_asked_for_what_it_answers_from_what_it_reads(
    client: TestClient, callbacks: list[dict[str, Any]], part: str
) -> None:
    other = {"id": "of-another-page", "property": "children"}
    changed = {"output": "of-another-page.children", "outputs": [other]}

    def refused(callback: dict[str, Any]) -> int:
        body = asked(callback, None)
        body[part] = changed.get(part, [*body[part], {**other, "value": 1}])
        return client.post(CALLBACKS, json=body).status_code

    assert {refused(callback) for callback in callbacks} == {422}


@pytest.mark.parametrize(
    "path", ["x/y.js", "dash/x.js", "dash/deps/%00.js", "os/os.py", "territorial_map/settings.py"]
)
def test_files_that_no_page_asks_for_are_not_there(client: TestClient, path: str) -> None:
    page = client.get("/").text

    assert client.get(f"/_dash-component-suites/{path}").status_code == 404
    scripts = [part.split('"')[0] for part in page.split('src="')[1:] if "suites" in part]
    assert scripts
    assert {client.get(script).status_code for script in scripts} == {200}
