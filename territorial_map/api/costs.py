"""What each route costs its client, how large a body and an address it reads: before any route.

Exports and matched lists pay at their own door, where their end is known too (``gate``).
"""

import re
from collections.abc import Mapping

from fastapi import Request, Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from territorial_map.api.answers import error_answer, problem_answer
from territorial_map.api.gate import POINTS, Gate
from territorial_map.api.models.problem import Problem, problem
from territorial_map.domain.errors import TooMany
from territorial_map.services.explore.query_string import MOST_PARAMETERS
from territorial_map.services.matching.list_files import MOST_BYTES

_MIB = 2**20
TOO_MANY = "Trop de demandes de ce client : `Retry-After` dit quand revenir."
CONTRIBUTION = 5 * POINTS
"""What one thing said of an organisation costs: a dozen a minute, half as many without script."""

COMPLETED_LIST = 2 * CONTRIBUTION
"""What a list that completes pages costs, however long: six a minute."""

# The first that fits counts; points of ``gate.POINTS`` for an export.
_COSTS: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"/api/v1/contributions"), CONTRIBUTION),
    (re.compile(r"/contributions"), 2 * CONTRIBUTION),
    (re.compile(r"/(api/v1/contributions/list|contributions/liste)"), COMPLETED_LIST),
    (re.compile(r"/contributions/tableau"), 2 * POINTS),
    (re.compile(r"/api/v1/partnerships(/groups)?"), 4),
    (re.compile(r"/api/v1/organisations/[^/]+/(partners|groups)"), 4),
    (re.compile(r"/api/v1/territories/[^/]+/[^/]+/leads"), 4),
    (re.compile(r"/api/v1/territories/[^/]+/[^/]+/(note|review-sheet)\.\w+"), POINTS),
    (re.compile(r"/api/v1/export/about/\w+"), 2),
    (re.compile(r"/api/v1/(match/adds|ptce-check|practices/for-profile)"), 4),
    (re.compile(r"/api/v1/ptce-dossier\.\w+"), 8),
    (re.compile(r"/api/v1/(changes(\.atom)?|contributions(\.atom|/figures))"), 2),
    (re.compile(r"/api/v1/(territories|lists/lines)"), 1),
    (re.compile(r"/ogc/collections(/[^/]+)?(/items)?"), 1),
    (re.compile(r"/_dash-update-component"), 1),
    (re.compile(r"/(reseau|partenaires)(/.*)?"), 4),
)
_BODIES: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"/api/v1/(match(/read)?|contributions/list)"), MOST_BYTES + 2**16),
    (re.compile(r"/contributions/tableau"), MOST_BYTES + 2**16),
    (re.compile(r"/contributions/liste"), _MIB // 2),
    (re.compile(r"/api/v1/export/(about/)?list.*"), 2 * _MIB),
    (re.compile(r"/api/v1/practices/for-profile"), _MIB),
    (re.compile(r"/api/v1/(lists/lines|match/adds)"), _MIB),
    (re.compile(r"/api/v1/ptce-(check|dossier\.\w+)"), _MIB // 2),
    (re.compile(r"/_dash-update-component"), 2 * _MIB),
)
_MOST_BODY = 2**16
_CLOSED = {"Connection": "close"}
_MOST_DIGITS, _MOST_SHOWN = 18, 40
_MOST_PATH, _MOST_QUESTION = 2**13, 2**15


def cost_of(path: str) -> int:
    """The points that an address costs; 0 where it is light, or pays at its own door."""
    return next((points for pattern, points in _COSTS if pattern.fullmatch(path)), 0)


def most_bytes(path: str) -> int:
    """How many bytes of a body an address reads at most."""
    return next((most for pattern, most in _BODIES if pattern.fullmatch(path)), _MOST_BODY)


class Costs:
    """Counts what each request costs its client before it is answered."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self.app, self.gate = app, gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let in, or refuse with 429."""
        points = cost_of(scope["path"]) if scope["type"] == "http" else 0
        if points:
            try:
                client = self.gate.client_of(Request(scope))
                await self.gate.aside(self.gate.spend, client, points)
            except TooMany as error:
                await error_answer(error)(scope, receive, send)
                return
        await self.app(scope, receive, send)


class AddressLimits:
    """Refuses an address that is longer, or asks more at once, than any page or answer reads."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let in, or refuse with 414 or 422."""
        told = _too_long(scope) if scope["type"] == "http" else None
        if told is not None:
            await problem_answer(told, {"Connection": "close"})(scope, receive, send)
            return
        await self.app(scope, receive, send)


def _too_long(scope: Scope) -> Problem | None:
    question = scope["query_string"]
    if len(scope["path"]) > _MOST_PATH or len(question) > _MOST_QUESTION:
        return problem(414, f"L’adresse est trop longue : {_MOST_QUESTION // 1024} Kio au plus.")
    if question.count(b"&") >= MOST_PARAMETERS:
        return problem(422, f"{MOST_PARAMETERS} paramètres au plus dans une adresse.")
    return None


class BodyLimits:
    """Refuses a body beyond what its address reads: by its announced length, else as it comes."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let in, or refuse with 413."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        most = most_bytes(scope["path"])
        refusal = _refused_unread(scope, most)
        if refusal is not None:
            await refusal(scope, receive, send)
            return
        weighed = _Weighed(receive, send, most)
        try:
            await self.app(scope, weighed.receive, weighed.send)
        except HTTPException:
            if not weighed.is_too_large:
                raise
        if weighed.is_too_large and not weighed.is_answered:
            await _refusal(413, _too_large(most))(scope, receive, send)


class _Weighed:
    """A request whose body is weighed as it comes, whoever within reads it.

    What is answered of a body cut short is dropped: the refusal is the answer.
    """

    def __init__(self, receive: Receive, send: Send, most: int) -> None:
        self._receive, self._send, self._most, self._received = receive, send, most, 0
        self.is_too_large = self.is_answered = False

    async def receive(self) -> Message:
        """The next part of the body.

        Raises:
            HTTPException: 413.
        """
        message = await self._receive()
        self._received += len(message.get("body", b""))
        if self._received > self._most:
            self.is_too_large = True
            raise HTTPException(413, _too_large(self._most), _CLOSED)
        return message

    async def send(self, message: Message) -> None:
        """Pass the answer on, unless the body was refused before it began."""
        if self.is_too_large and not self.is_answered:
            return
        self.is_answered = True
        await self._send(message)


def _refused_unread(scope: Scope, most: int) -> Response | None:
    headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
    told = headers.get(b"content-length", "0")
    if told.isdecimal() and len(told) <= _MOST_DIGITS and int(told) > most:
        return _refusal(413, _too_large(most))
    coding = headers.get(b"content-encoding", "").strip().lower()
    if coding not in {"", "identity"}:
        said = f"Le corps est comprimé (« {coding[:_MOST_SHOWN]} ») : envoyez-le tel quel."
        return _refusal(415, said, {"Accept-Encoding": "identity"})
    return None


def _refusal(status: int, words: str, headers: Mapping[str, str] | None = None) -> Response:
    return problem_answer(problem(status, words), _CLOSED | dict(headers or {}))


def _too_large(most: int) -> str:
    shown = f"{most / _MIB:.0f} Mio" if most >= _MIB else f"{most // 1024} Kio"
    return f"L’envoi dépasse {shown}, le plus que cette adresse lit. Découpez-le."
