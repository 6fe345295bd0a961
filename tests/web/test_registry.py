"""Callbacks leave the event loop free: a slow one never delays another request."""

import threading
import time

import anyio
import httpx2
import pytest
from dash import Dash, Input, Output, html
from fastapi import FastAPI

from territorial_map.services.costly_work import AT_ONCE
from territorial_map.web.base.registry import Registry, off_loop

pytestmark = pytest.mark.anyio
PATIENCE = 20


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def slow_app(release: threading.Event, started: threading.Event) -> FastAPI:
    server = FastAPI()

    @server.get("/health")
    def health() -> dict[str, str]:
        return {"status": "ok"}

    app = Dash(__name__, server=server)  # type: ignore[arg-type]  # typed for Flask alone
    app.layout = html.Div([html.Div(id="asked"), html.Div(id="answer")])

    @Registry(app).on(Output("answer", "children"), Input("asked", "children"))
    def slow(_: str) -> str:
        started.set()
        return "released" if release.wait(PATIENCE) else "never released"

    return server


REQUEST = {
    "output": "answer.children",
    "outputs": {"id": "answer", "property": "children"},
    "inputs": [{"id": "asked", "property": "children", "value": "now"}],
    "changedPropIds": ["asked.children"],
}


async def test_health_answers_while_slow_callbacks_run() -> None:
    release, started = threading.Event(), threading.Event()
    transport = httpx2.ASGITransport(slow_app(release, started))
    answers: list[str] = []

    async def ask(client: httpx2.AsyncClient) -> None:
        answers.append((await client.post("/_dash-update-component", json=REQUEST)).text)

    async with (
        httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client,
        anyio.create_task_group() as tasks,
    ):
        for _ in range(3):
            tasks.start_soon(ask, client)
        assert await anyio.to_thread.run_sync(started.wait, PATIENCE)

        health = await client.get("/health")

        assert health.json() == {"status": "ok"}
        assert answers == []
        release.set()
    assert ["released" in answer for answer in answers] == [True, True, True]


async def test_costly_functions_answer_one_at_a_time_beside_others() -> None:
    server, under_way, most = FastAPI(), threading.BoundedSemaphore(AT_ONCE), []
    app = Dash(__name__, server=server)  # type: ignore[arg-type]  # typed for Flask alone
    app.layout = html.Div([html.Div(id="asked"), html.Div(id="answer")])

    @Registry(app).on(Output("answer", "children"), Input("asked", "children"), costly=True)
    def costly(_: str) -> str:
        most.append(under_way.acquire(blocking=False))
        time.sleep(0.05)
        under_way.release()
        return "made"

    transport = httpx2.ASGITransport(server)
    answers: list[str] = []

    async def ask(client: httpx2.AsyncClient) -> None:
        answers.append((await client.post("/_dash-update-component", json=REQUEST)).text)

    async with (
        httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client,
        anyio.create_task_group() as tasks,
    ):
        for _ in range(6):
            tasks.start_soon(ask, client)

    assert ["made" in answer for answer in answers] == [True] * 6
    assert most == [True] * 6, "never more than the small pool holds"


async def test_a_function_answers_from_another_thread() -> None:
    here = threading.get_ident()

    there = await off_loop(threading.get_ident)()

    assert there != here


async def test_an_error_reaches_the_caller() -> None:
    def fail() -> None:
        raise LookupError("told")

    with pytest.raises(LookupError, match="told"):
        await off_loop(fail)()


async def test_a_second_function_on_the_same_inputs_is_refused() -> None:
    registry = Registry(Dash(__name__))
    registry.client("settlePage", Input("page", "children"))
    registry.client("draw", Output("answer", "children"), Input("page", "children"))

    with pytest.raises(ValueError, match=r"openLists: settlePage already answers page\.children"):
        registry.client("openLists", Input("page", "children"), prevent_initial_call=True)
