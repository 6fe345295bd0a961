"""Addresses of the framed page and of the page that makes its snippet."""

from functools import cache
from pathlib import Path
from urllib.parse import parse_qsl, quote, urlencode

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from territorial_map.domain.errors import EditionError, UserError
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.standalone_map import page as standalone
from territorial_map.web.base.addresses import in_language
from territorial_map.web.base.head import Head, head_html
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.base.titles import Heading
from territorial_map.web.embed.configurator import (
    DEFAULT_PIXELS,
    HOST_SCRIPT,
    PIXELS,
    configurator_html,
)
from territorial_map.web.embed.configurator import PATH as CONFIGURATOR
from territorial_map.web.embed.frame import frame_page
from territorial_map.web.embed.state import PATH, PLACED, EmbedState, embed_from_search
from territorial_map.web.frame.seen import Site
from territorial_map.web.plain.frame import Where, standing_page
from territorial_map.web.plain.listing import WHERE, place_pairs_of
from territorial_map.web.plain.missing import no_place_html

_VENDOR = Path(standalone.__file__).parent / "vendor"
_TYPES = {"leaflet.js": "text/javascript", "leaflet.css": "text/css"}
_TILES = "https://data.geopf.fr https://*.tile.openstreetmap.fr"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    f"img-src 'self' data: {_TILES}; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors "
)


def add_embed(server: FastAPI, site: Site, hosts: str) -> None:
    """Register them; ``hosts`` may frame the page, all of them for ``*``."""
    ancestors = hosts if hosts == "*" else f"'self' {hosts}"
    headers = {"Content-Security-Policy": _POLICY + ancestors, "Cache-Control": "no-cache"}

    def frame(request: Request) -> Response:
        search = request.url.query
        try:
            moved = _placed(search, site.directory.current())
            if moved is not None:
                return RedirectResponse(f"{PATH}?{moved}", 303, headers)
            state = embed_from_search(search)
            return HTMLResponse(frame_page(state, site.directory.current()), headers=headers)
        except UserError as error:
            status = 503 if isinstance(error, EditionError) else 422
            return HTMLResponse(_mistake(str(error)), status, headers)

    def vendored(name: str) -> Response:
        if name not in _TYPES:
            return Response(status_code=404)
        cached = {"Cache-Control": "public, max-age=86400"}
        return Response(_file(name), media_type=_TYPES[name], headers=cached)

    def configurator(request: Request) -> Response:
        return HTMLResponse(_configurator(request.url.query, site))

    for path, answer in ((PATH, frame), (PATH + "/{name}", vendored), (CONFIGURATOR, configurator)):
        server.add_api_route(path, answer, methods=["GET", "HEAD"], include_in_schema=False)


@cache
def _file(name: str) -> bytes:
    return _VENDOR.joinpath(name).read_bytes()


def _placed(search: str, edition: OpenEdition) -> str | None:
    """The same address with the typed place turned into a filter; ``None`` when none is typed.

    A place that nobody knows is left out: the frame stays as it was.
    """
    fields = parse_qsl(search, keep_blank_values=True, max_num_fields=1000)
    if WHERE not in dict(fields):
        return None
    typed = dict(fields)[WHERE].strip()
    kept = [(name, value) for name, value in fields if name != WHERE and value.strip()]
    placed = place_pairs_of(typed, edition) if typed else None
    if placed:
        kept = [pair for pair in kept if pair[0] not in PLACED] + placed
    return urlencode(kept, quote_via=quote, safe=":,/")


def _configurator(search: str, site: Site) -> str:
    edition = site.directory.current()
    told = ""
    try:
        state = embed_from_search(_placed(search, edition) or search)
    except UserError as error:
        state, told = EmbedState(), str(error)
    t = Texts(state.page.language)
    fields = dict(parse_qsl(search, max_num_fields=1000))
    typed = fields.get(WHERE, "").strip()
    if typed and place_pairs_of(typed, edition) is None:
        told = t("Aucun territoire ne s’appelle « {place} ».", place=typed)
    main = configurator_html(state, edition, site.public_url, _pixels(fields.get("px", "")), told)
    title = t("Intégrer à un site")
    described = t("Montrer sur votre site la carte et la liste d’un territoire ou d’une filière.")
    head = head_html(Head(Heading(title, described), CONFIGURATOR), site.public_url, t)
    page = standing_page(head, main, t, Where(CONFIGURATOR), "/assets/embed/configurator.js")
    host = f'<script src="{HOST_SCRIPT}" defer></script></head>'
    return page.replace("</head>", host, 1)


def _pixels(text: str) -> int:
    low, high = PIXELS
    return max(low, min(high, int(text))) if text.isdigit() and len(text) < 6 else DEFAULT_PIXELS


def _mistake(words: str) -> str:
    """A frame whose address is wrong says why, to whoever wrote it."""
    t = Texts(Language.FRENCH)
    head = head_html(Head(Heading("", words), in_language(PATH, t.language), indexed=False), "", t)
    return standing_page(head, no_place_html(words, t), t, Where(PATH))
