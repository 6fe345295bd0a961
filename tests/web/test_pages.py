"""HTTP addresses of the pages, and the app that stands behind them."""

import inspect
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from dash import Dash
from fastapi import FastAPI
from fastapi.testclient import TestClient

from territorial_map.api.operators import Operators
from territorial_map.bootstrap import create_application
from territorial_map.settings import Settings, data_folder
from territorial_map.web import create_app
from tests.sites import site_of

LONG = "synthetic secret of tests"
URLS = re.compile(r"""(?:src|href)=["'](?P<url>[^"']+)|url\(["']?(?P<css>[^"')]+)""")


@pytest.fixture(scope="module")
def client(small_editions: Path) -> Iterator[TestClient]:
    settings = Settings(editions=small_editions)
    with TestClient(create_application(settings), base_url="http://127.0.0.1") as client:
        yield client


@pytest.fixture(scope="module")
def app(small_editions: Path, operators: Operators) -> Dash:
    return create_app(FastAPI(), site_of(small_editions, operators.ledger), data_folder("assets"))


@pytest.mark.parametrize("path", ["/", "/sources", "/?lang=en&kind=ptce"])
def test_pages_answer(client: TestClient, path: str) -> None:
    answer = client.get(path)

    assert answer.status_code == 200
    assert 'id="react-entry-point"' in answer.text


@pytest.mark.parametrize(("query", "lang"), [("", "fr"), ("?lang=en", "en"), ("?lang=tlh", "fr")])
def test_the_page_declares_its_language(client: TestClient, query: str, lang: str) -> None:
    answer = client.get("/" + query)

    assert f'<html lang="{lang}">' in answer.text


def test_an_unknown_address_is_a_404_in_words(client: TestClient) -> None:
    answer = client.get("/nulle/part")

    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert 'id="react-entry-point"' in answer.text


def test_an_unknown_address_of_the_api_is_a_404_in_json(client: TestClient) -> None:
    answer = client.get("/api/v1/nulle-part")

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_no_page_loads_anything_from_elsewhere(client: TestClient) -> None:
    page = re.sub(r'<link rel="(?:canonical|alternate)"[^>]*>', "", client.get("/").text)
    head = page.split('<script id="_dash-config"')[0]
    loaded = [m["url"] or m["css"] for m in URLS.finditer(head + page.split("</script>", 1)[1])]
    styles = [css.read_text("utf-8") for css in data_folder("assets").rglob("*.css")]
    loaded += [m["url"] or m["css"] for style in styles for m in URLS.finditer(style)]

    assert [url for url in loaded if "//" in url] == []


def test_every_callback_leaves_the_event_loop(app: Dash) -> None:
    served = [spec["callback"] for spec in app.callback_map.values() if "callback" in spec]

    assert served
    assert all(inspect.iscoroutinefunction(callback) for callback in served)


def test_every_component_a_callback_names_is_on_the_page(app: Dash) -> None:
    layout = json.dumps(app.validation_layout.to_plotly_json(), default=_plain)  # type: ignore[attr-defined]  # typed None
    named = {
        part["id"]
        for callback in app._callback_list
        for part in (*callback["inputs"], *callback["state"])
    }

    assert [component for component in named if f'"id": "{component}"' not in layout] == []


def _plain(component: object) -> object:
    return component.to_plotly_json() if hasattr(component, "to_plotly_json") else str(component)


def test_visitors_hold_no_socket_open(client: TestClient) -> None:
    assert '"websocket"' not in client.get("/").text


@pytest.mark.parametrize("path", ["/operateur", "/doublons"])
def test_the_pages_of_operators_exist_where_their_mode_is_open(
    client: TestClient, small_editions: Path, path: str
) -> None:
    settings = Settings(editions=small_editions, operator_secret=LONG)
    with TestClient(create_application(settings), base_url="http://127.0.0.1") as opened:
        shown = opened.get(path)

    assert client.get(path).status_code == 404
    assert shown.status_code == 200
    title = re.search(r"<title>([^<]*)</title>", shown.text)
    assert title is not None
    assert title[1].startswith(("Mode opérateur", "Doublons possibles"))


def test_nothing_leads_to_a_mode_that_is_closed(client: TestClient) -> None:
    assert "/operateur" not in client.get("/sources").text
