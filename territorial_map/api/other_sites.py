"""What pages of other sites may do in a visitor's browser: read what is public, nothing else.

A form or a script of another site can send a simple POST without asking first; browsers say of
each request where it comes from (``Sec-Fetch-Site``, W3C Fetch Metadata; ``Origin``, RFC 6454).
Programs that are no browser say neither, and are no concern here.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from territorial_map.api.answers import problem_answer
from territorial_map.api.models.problem import problem

_READING = frozenset(("GET", "HEAD", "OPTIONS"))
_OWN = frozenset(("same-origin", "none"))
_REFUSED = (
    "Cette demande vient d’une page d’un autre site : elle n’est acceptée que depuis les pages de "
    "l’annuaire, ou d’un programme."
)


class PublicReading(CORSMiddleware):
    """Lets scripts of any site read answers to GET; answers to all else stay ours."""

    def __init__(self, app: ASGIApp) -> None:
        super().__init__(app, allow_origins=["*"], allow_methods=["GET"])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, its answer opened to other sites where it reads."""
        if scope.get("method", "GET") in _READING:
            await super().__call__(scope, receive, send)
        else:
            await self.app(scope, receive, send)


class OwnSiteWrites:
    """Refuses what is not reading where it comes from a page of another site."""

    def __init__(self, app: ASGIApp, public_url: str) -> None:
        self.app, self._own = app, urlsplit(public_url).netloc.lower()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let in, or refuse with 403 before anything of the body is read."""
        if scope["type"] == "http" and scope["method"] not in _READING:
            headers = Headers(scope=scope)
            if comes_from_elsewhere(headers, self._own):
                answer = problem_answer(problem(403, _REFUSED), {"Connection": "close"})
                await answer(scope, receive, send)
                return
        await self.app(scope, receive, send)


def comes_from_elsewhere(headers: Headers, own: str) -> bool:
    """Whether a browser says that a page of another site sends this.

    ``own`` is the host (and port) of our public address; that which was asked is ours too.

    >>> comes_from_elsewhere(Headers({"origin": "https://a.example", "host": "b.example"}), "")
    True
    >>> comes_from_elsewhere(Headers({"origin": "https://b.example", "host": "b.example"}), "")
    False
    """
    told = headers.get("sec-fetch-site")
    if told is not None:
        return told not in _OWN
    origin = headers.get("origin")
    if origin is None:
        return False
    return _host(origin) not in {own, headers.get("host", "").lower()} - {""}


def _host(origin: str) -> str:
    """The host and port of an origin, empty for « null » and what is none.

    >>> _host("https://A.example:8443"), _host("null"), _host("https://[")
    ('a.example:8443', '', '')
    """
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return ""
