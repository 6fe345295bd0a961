"""What a request asks of the features API: where from, in which format; and how it is answered."""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from fastapi import Request, Response

from territorial_map.api.answers import json_bytes
from territorial_map.api.ogc.models import OgcLink
from territorial_map.domain.term import Term

ROOT = "/ogc"
JSON = "application/json"
HTML = "text/html"
_HOST = re.compile(r"[A-Za-z0-9.-]+(:[0-9]{1,5})?|\[[0-9a-fA-F:]+\](:[0-9]{1,5})?")
_QUALITY = re.compile(r"\s*q=([01](?:\.[0-9]{0,3})?)\s*", re.IGNORECASE)
_JSON_TYPES = frozenset(("application/*", "*/*"))
_HTML_TYPES = frozenset((HTML, "application/xhtml+xml"))


class Representation(Term):
    """The two ways in which everything is told."""

    JSON = "json", "JSON"
    HTML = "html", "Page"


@dataclass(frozen=True, slots=True)
class FeaturesAsked:
    """One request; ``base`` is the address of the site, without a slash at its end."""

    request: Request
    base: str
    representation: Representation

    @classmethod
    def of(cls, request: Request, f: str, public_url: str) -> "FeaturesAsked":
        """What a request asks; ``f`` stands above what its ``Accept`` header says."""
        chosen = Representation(f) if f else preferred(request.headers.get("accept", ""))
        return cls(request, base_of(request, public_url), chosen)

    def address(self, path: str = "", **parameters: str) -> str:
        """The whole address of something under ``/ogc``."""
        query = "&".join(f"{name}={value}" for name, value in parameters.items())
        return f"{self.base}{ROOT}{path}{'?' if query else ''}{query}"

    def here(self, **parameters: str | int) -> str:
        """The address of this very request, with some parameters changed."""
        url = self.request.url.include_query_params(**parameters)
        return f"{self.base}{url.path}{'?' if url.query else ''}{url.query}"

    def own_links(self, media_type: str = JSON) -> list[OgcLink]:
        """To itself, and to the other way of telling the same."""
        other = Representation.HTML if self.is_json else Representation.JSON
        types = {Representation.JSON: media_type, Representation.HTML: HTML}
        titles = {Representation.JSON: "Ces données", Representation.HTML: "Cette page"}
        return [
            link("self", self.here(), types[self.representation], titles[self.representation]),
            link("alternate", self.here(f=other.value), types[other], titles[other]),
        ]

    @property
    def is_json(self) -> bool:
        """Whether data are asked for, not a page."""
        return self.representation is Representation.JSON

    def answer(
        self,
        edition_id: str,
        body: Mapping[str, object],
        page: Callable[[], str],
        media_type: str = JSON,
    ) -> Response:
        """The body as data, or the page that tells it, with a tag for both; links in the header."""
        told = f"{edition_id} {self.base} {self.representation} {self.here()}"
        etag = f'"{hashlib.sha256(told.encode()).hexdigest()[:24]}"'
        headers = {"ETag": etag, "Cache-Control": "no-cache", "Vary": "Accept"}
        links = cast("Sequence[OgcLink]", body.get("links", ()))
        if links:
            headers["Link"] = ", ".join(map(_in_header, links))
        if etag in self.request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if self.is_json:
            return Response(json_bytes(body), media_type=media_type, headers=headers)
        return Response(page(), media_type=HTML, headers=headers)


def link(rel: str, href: str, type_: str, title: str) -> OgcLink:
    """One link."""
    return {"href": href, "rel": rel, "type": type_, "title": title}


def base_of(request: Request, public_url: str) -> str:
    """The address of the site as the client sees it.

    The public address where the request was sent to its host (a proxy may have taken the TLS off),
    else the host that the request names: links must lead back to where they were read.
    """
    host = request.headers.get("host", "")
    if not _HOST.fullmatch(host) or public_url.partition("://")[2].partition("/")[0] == host:
        return public_url
    return f"{request.url.scheme}://{host}"


def preferred(accept: str) -> Representation:
    """What an ``Accept`` header likes better; data where it says nothing.

    >>> preferred("text/html,application/xml;q=0.9,*/*;q=0.8").value, preferred("*/*").value
    ('html', 'json')
    """
    page = data = 0.0
    for part in accept.split(",")[:50]:
        name, _, rest = part.partition(";")
        found = next(filter(None, map(_QUALITY.fullmatch, rest.split(";"))), None)
        quality, kind = float(found[1]) if found else 1.0, name.strip().lower()
        if kind in _HTML_TYPES:
            page = max(page, quality)
        elif kind in _JSON_TYPES or kind.endswith("json"):
            data = max(data, quality)
    return Representation.HTML if page > data else Representation.JSON


def _in_header(one: OgcLink) -> str:
    return f'<{one["href"]}>; rel="{one["rel"]}"; type="{one["type"]}"'
