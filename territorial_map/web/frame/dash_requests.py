"""What a page may ask of Dash, looked at before Dash does.

Dash takes the body of ``/_dash-update-component`` as its own script writes it, and the address of a
script as it listed it: any other failed inside, as an error of the service. Here it is refused.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import orjson
from dash.fingerprint import check_fingerprint
from pydantic import BaseModel, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CALLBACKS_PATH = "/_dash-update-component"
SCRIPTS_PATH = "/_dash-component-suites/"
Callbacks = Mapping[str, Mapping[str, Any]]
Scripts = Mapping[str, Collection[str]]
# Pages left open over an upgrade are told the same.
UNREADABLE = "Aucune page de cette version ne demande cela : rechargez la page."
GONE = "Aucun fichier de ce nom dans cette version : rechargez la page."


class _Place(BaseModel):
    id: str | dict[str, Any]
    property: str


class _Asked(BaseModel):
    """The body that Dash's script sends; other keys are left alone."""

    output: str
    outputs: _Place | list[_Place] | None = None
    inputs: list[_Place]
    state: list[_Place] = []
    changedPropIds: list[str] = []  # noqa: N815 - the name of Dash


class DashRequests:
    """Refuses a body that no page of ours sends (422) and a script that no page asks (404).

    ``callbacks`` gives Dash's own map by output, ``scripts`` its files by package: both are whole
    at the first request only.
    """

    def __init__(
        self, app: ASGIApp, callbacks: Callable[[], Callbacks], scripts: Callable[[], Scripts]
    ) -> None:
        self.app, self.callbacks, self.scripts = app, callbacks, scripts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let in, or refuse."""
        if scope["type"] != "http" or not scope["path"].startswith("/_dash-"):
            await self.app(scope, receive, send)
        elif scope["path"].startswith(SCRIPTS_PATH) and not self._has(scope["path"]):
            await _refusal(404, "Introuvable", GONE)(scope, receive, send)
        elif scope["path"] == CALLBACKS_PATH and scope["method"] == "POST":
            body = await Request(scope, receive).body()
            if is_asked(body, self.callbacks()):
                await self.app(scope, _again(body, receive), send)
            else:
                await _refusal(422, "Demande refusée", UNREADABLE)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _has(self, path: str) -> bool:
        package, _, file = path.removeprefix(SCRIPTS_PATH).partition("/")
        name, _ = check_fingerprint(file)  # type: ignore[no-untyped-call]  # Dash leaves it untyped
        return name in self.scripts().get(package, ())


def _refusal(status: int, title: str, detail: str) -> JSONResponse:
    return JSONResponse({"status": status, "title": title, "detail": detail}, status)


def is_asked(body: bytes, callbacks: Callbacks) -> bool:
    """Whether a body asks one of the callbacks for what it answers, from what it reads."""
    try:
        asked = _Asked.model_validate(orjson.loads(body))
    except (orjson.JSONDecodeError, ValidationError):
        return False
    known = callbacks.get(asked.output)
    if known is None:
        return False
    outputs = asked.outputs if isinstance(asked.outputs, list) else [asked.outputs]
    return (
        _names(asked.inputs) == _names_known(known["inputs"])
        and _names(asked.state) == _names_known(known["state"])
        and [f"{each.id}.{each.property}" for each in outputs if each] == _outputs(asked.output)
    )


def _names(places: Sequence[_Place]) -> list[tuple[object, str]]:
    return [(each.id, each.property) for each in places]


def _names_known(places: Sequence[Mapping[str, str]]) -> list[tuple[object, str]]:
    return [(each["id"], each["property"]) for each in places]


def _outputs(output: str) -> list[str]:
    """``..a.children...b.data..`` or ``a.children``; what follows ``@`` tells duplicates apart."""
    several = output[2:-2].split("...") if output.startswith("..") else [output]
    return [each.partition("@")[0] for each in several]


def _again(body: bytes, receive: Receive) -> Receive:
    """The body once more, then what comes after it."""
    told = False

    async def message() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return message
