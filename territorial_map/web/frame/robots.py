"""For search engines: what they may read (``/robots.txt``) and what there is (``/sitemap.xml``).

A sitemap holds 50,000 addresses at most (sitemaps.org): organisations and territories come in as
many as it takes, made from the current edition as they are sent.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from html import escape
from itertools import islice, starmap

from fastapi import FastAPI, Response
from fastapi.responses import PlainTextResponse, StreamingResponse

from territorial_map.domain.commune_groups import AnyTerritory
from territorial_map.domain.errors import NotFound
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.sitemap import (
    inhabited,
    organisation_count,
    organisation_names,
)
from territorial_map.services.portrait.zones import inhabited_zones
from territorial_map.services.site import Site
from territorial_map.web.base.addresses import organisation_path, territory_path
from territorial_map.web.frame.pages import Pages

MOST_ADDRESSES = 50_000
FOLDER = "/sitemaps"
# Exports cost much and say nothing that a page does not.
CLOSED = ("/api/v1/export",)
_VALID_DAYS = 180
_PIECE = 1_000
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def add_robots(server: FastAPI, pages: Pages) -> None:
    """Register ``robots.txt`` and the maps of the site."""
    directory, public_url = pages.site.directory, pages.site.public_url

    def robots() -> Response:
        return PlainTextResponse(robots_text(pages))

    def index() -> Response:
        return _xml(index_lines(directory.current(), public_url))

    def part(name: str) -> Response:
        edition = directory.current()
        return _xml(set_lines(paths_of(name, edition, pages), edition.edition.built_on, public_url))

    def security() -> Response:
        return PlainTextResponse(security_text(pages.site, datetime.now(tz=UTC)))

    server.add_api_route("/.well-known/security.txt", security, include_in_schema=False)
    server.add_api_route("/robots.txt", robots, include_in_schema=False)
    server.add_api_route("/sitemap.xml", index, include_in_schema=False)
    server.add_api_route(FOLDER + "/{name}.xml", part, include_in_schema=False)


def robots_text(pages: Pages) -> str:
    """What robots may read, and where the map of the site is."""
    closed = [f"Disallow: {path}" for path in (*CLOSED, *pages.closed())]
    public_url = pages.site.public_url
    return "\n".join(("User-agent: *", *closed, "", f"Sitemap: {public_url}/sitemap.xml", ""))


def security_text(site: Site, now: datetime) -> str:
    """Whom to tell of a security fault (RFC 9116), valid for half a year from ``now``."""
    contact = site.publisher.security_contact or site.publisher.contact
    if not contact:
        return "# Contact : à compléter par l’éditeur (TERRITORIAL_MAP_SECURITY_CONTACT).\n"
    way = contact if "://" in contact else f"mailto:{contact}"
    until = (now + timedelta(days=_VALID_DAYS)).strftime("%Y-%m-%dT%H:%M:%SZ")
    own = f"{site.public_url}/.well-known/security.txt"
    lines = (
        f"Contact: {way}",
        f"Expires: {until}",
        "Preferred-Languages: fr, en",
        f"Canonical: {own}",
    )
    return "\n".join((*lines, ""))


def index_lines(edition: OpenEdition, public_url: str) -> Iterator[str]:
    """The map of maps."""
    yield f'{_DECLARATION}<sitemapindex xmlns="{_NAMESPACE}">\n'
    for name in part_names(edition):
        address = escape(f"{public_url}{FOLDER}/{name}.xml")
        date = edition.edition.built_on
        yield f"<sitemap><loc>{address}</loc><lastmod>{date}</lastmod></sitemap>\n"
    yield "</sitemapindex>\n"


def part_names(edition: OpenEdition) -> list[str]:
    """The names of the maps: pages, then as many as organisations and territories take."""
    parts = max(1, -(-organisation_count(edition) // MOST_ADDRESSES))
    territories = max(1, -(-sum(1 for _ in _told(edition)) // MOST_ADDRESSES))
    return [
        "pages",
        *(f"organisations-{n}" for n in range(1, parts + 1)),
        *(f"territoires-{n}" for n in range(1, territories + 1)),
    ]


def _told(edition: OpenEdition) -> Iterator[AnyTerritory]:
    """Territories, then zones, that hold an organisation."""
    yield from inhabited(edition)
    yield from inhabited_zones(edition)


def set_lines(paths: Iterable[str], date: str, public_url: str) -> Iterator[str]:
    """One map, line by line."""
    yield f'{_DECLARATION}<urlset xmlns="{_NAMESPACE}">\n'
    for path in paths:
        yield f"<url><loc>{escape(public_url + path)}</loc><lastmod>{date}</lastmod></url>\n"
    yield "</urlset>\n"


def paths_of(name: str, edition: OpenEdition, pages: Pages) -> Iterator[str]:
    """The addresses of one map.

    Raises:
        NotFound: the site has no such map.
    """
    if name not in part_names(edition):
        raise NotFound(f"Aucun plan du site ne s’appelle « {name} ».")
    kind, _, number = name.partition("-")
    first = (int(number or 1) - 1) * MOST_ADDRESSES
    if kind == "pages":
        return iter(pages.indexed())
    if kind == "territoires":
        part = islice(_told(edition), first, first + MOST_ADDRESSES)
        return map(territory_path, part)
    return starmap(organisation_path, organisation_names(edition, MOST_ADDRESSES, first))


def _xml(lines: Iterable[str]) -> Response:
    """Lines sent by the thousand: each piece costs a turn of a worker thread."""
    rest = iter(lines)
    pieces = iter(lambda: "".join(islice(rest, _PIECE)), "")
    return StreamingResponse(pieces, media_type="application/xml")
