"""Logs for whoever runs the service: a line of JSON per request, and nothing about who asked.

Never an address of a client, the text of a question or a file that was sent: of a request its
route, status, duration and a number to find it again, which the answer carries too.
"""

import logging
import sys
import time
import traceback
import uuid
from collections.abc import Callable
from pathlib import Path

import structlog
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.typing import Processor

REQUEST_ID = "x-request-id"
_TRACE_EVERY_S = 60.0
_SLOW_MS = 1_000
_PACKAGE = "territorial_map"
_QUIET = frozenset({"/api/v1/health", "/api/v1/ready", "/metrics"})

_log = structlog.get_logger("territorial_map.requests")


def configure_logs(level: str = "info") -> logging.Handler:
    """Write every log of the process to stderr as lines of JSON, at this level or above."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
    )
    handler = _StandardError()
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level.upper())
    for chatty in ("alembic", "httpx", "httpx2"):  # the last two tell what was asked of a geocoder
        logging.getLogger(chatty).setLevel(logging.WARNING)
    logging.getLogger("uvicorn.access").disabled = True  # it tells addresses and questions
    return handler


class _StandardError(logging.Handler):
    """Writes to the standard error of the moment: whoever replaces it is not written past."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line."""
        sys.stderr.write(f"{self.format(record)}\n")


class RequestLog:
    """Outermost layer: numbers requests, logs each, and answers 500 in a sentence.

    The trace of a fault is logged once a minute for each kind and place; the others are counted.
    """

    def __init__(self, app: ASGIApp, clock: Callable[[], float] = time.monotonic) -> None:
        self._app = app
        self._clock = clock
        self._traced: dict[str, float] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        number = uuid.uuid4().hex[:16]
        since, status = self._clock(), 0

        async def numbered(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (REQUEST_ID.encode(), number.encode())]
            await send(message)

        with structlog.contextvars.bound_contextvars(request=number):
            try:
                await self._app(scope, receive, numbered)
            except ClientDisconnect:
                status = status or 499  # who asked has left: nobody reads an answer
            except Exception as error:  # noqa: BLE001 - the last door: told here, answered in a sentence
                self._told(error, scope)
                if not status:
                    await _sorry(scope, numbered, number)
            milliseconds = round((self._clock() - since) * 1000)
            _told_of(scope, status, milliseconds)

    def _told(self, error: Exception, scope: Scope) -> None:
        frames = traceback.extract_tb(error.__traceback__)
        place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
        kind = f"{type(error).__name__} {place}"
        now = self._clock()
        told = {"kind": type(error).__name__, "route": route_of(scope)}
        if now - self._traced.get(kind, -_TRACE_EVERY_S) >= _TRACE_EVERY_S:
            self._traced[kind] = now
            told["trace"] = _trace(error)
        _log.error("fault", **told)


def route_of(scope: Scope) -> str:
    """The route that a request matched, as it is declared: no identifier, no question.

    A router knows its routes without the prefix that it was given: the path does, so what the
    parameters took of it is named again.

    >>> from types import SimpleNamespace
    >>> asked = {"route": SimpleNamespace(), "path": "/api/o/7", "path_params": {"id": 7}}
    >>> route_of(asked), route_of({"path": "/words"})
    ('/api/o/{id}', '(none)')
    """
    if scope.get("route") is None:
        return "(none)"
    path = str(scope.get("path", ""))
    for name, value in reversed(scope.get("path_params", {}).items()):
        before, found, after = path.rpartition(str(value))
        path = f"{before}{{{name}}}{after}" if found and str(value) else path
    return path


def _trace(error: Exception) -> str:
    """Where it happened, in our own frames and the last: no message, which may hold a question."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if _PACKAGE in Path(frame.filename).parts]
    return "".join(traceback.format_list([*ours, *frames[-1:]]))


def _told_of(scope: Scope, status: int, milliseconds: int) -> None:
    route = route_of(scope)
    if route in _QUIET and status < 400 and milliseconds < _SLOW_MS:
        return
    _log.info("request", method=scope["method"], route=route, status=status, ms=milliseconds)


async def _sorry(scope: Scope, send: Send, number: str) -> None:
    """The answer to the unforeseen: a sentence, and the number to give to who runs the service."""
    is_api = str(scope.get("path", "")).startswith("/api/")
    told = "Une erreur inattendue s’est produite. Rien n’est perdu : réessayez. "
    told += f"Si elle revient, signalez le numéro {number}."
    body = (
        f'{{"type":"about:blank","title":"Erreur inattendue","status":500,"detail":"{told}"}}'
        if is_api
        else f'<!DOCTYPE html><html lang="fr"><title>Erreur inattendue</title><p>{told}</p>'
        '<p><a href="/">Repartir de l’accueil</a></p></html>'
    )
    media = b"application/problem+json" if is_api else b"text/html; charset=utf-8"
    headers = [(b"content-type", media), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": 500, "headers": headers})
    await send({"type": "http.response.body", "body": body.encode()})
