"""What a dry run sees of a file: what its host says, and its first bytes; nothing is taken."""

from collections.abc import Mapping

import httpx2

from territorial_map.domain.errors import SourceError
from territorial_map.refresh.check import shape_of
from territorial_map.refresh.resolve import Resolved
from territorial_map.refresh.web import Answered, Question, Web, cut_off

_BEGINNING = 512
_TOLD = (
    "content-type",
    "content-length",
    "content-range",
    "accept-ranges",
    "content-encoding",
    "etag",
    "last-modified",
    "cache-control",
)


def look(resolved: Resolved, web: Web, headers: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Lines on a file as its catalogue and its host tell it; a refusal is one of them."""
    agent = resolved.wanted.user_agent
    own = {"User-Agent": agent} if agent else {}
    asked = Question(
        resolved.address,
        {**own, **(headers or {}), "Range": f"bytes=0-{_BEGINNING - 1}"},
        resolved.wanted.hosts,
    )

    def ask() -> tuple[str, ...]:
        with web.open(asked) as answered:
            return _lines(resolved, answered)

    try:
        told = web.patiently(ask, resolved.address)
    except SourceError as error:
        told = (f"hôte : {error}",)
    return (*resolved.seen, *told)


def _lines(resolved: Resolved, answered: Answered) -> tuple[str, ...]:
    response = answered.response
    told = [f"{name} : {response.headers[name]}" for name in _TOLD if name in response.headers]
    way = " → ".join(httpx2.URL(hop).host for hop in answered.hops)
    resume = "possible" if response.status_code == 206 else "non vue"
    return (
        f"hôte : {way}, réponse {response.status_code}, reprise {resume}",
        *told,
        f"contenu : {_shape(resolved, response)}",
    )


def _shape(resolved: Resolved, response: httpx2.Response) -> str:
    if response.status_code >= 300:
        return "pas lu"
    beginning = b""
    try:
        for part in response.iter_bytes(_BEGINNING):
            beginning += part
            if len(beginning) >= _BEGINNING:
                break
    except httpx2.TransportError as error:
        cut_off(response, error)
    try:
        return shape_of(beginning, resolved.wanted.shapes, resolved.name).label
    except SourceError as error:
        return str(error)
