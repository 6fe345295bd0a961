"""Addresses of the framed page."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from territorial_map.domain.errors import EditionError, UserError
from territorial_map.services.site import Site
from territorial_map.services.standalone_map import page as standalone
from territorial_map.web.base.noticed import readable_search
from territorial_map.web.base.policy import frame_policy
from territorial_map.web.embed.frame import frame_page
from territorial_map.web.embed.placing import placed
from territorial_map.web.embed.state import PATH, embed_from_search

_VENDOR = Path(standalone.__file__).parent / "vendor"
_TYPES = {"leaflet.js": "text/javascript", "leaflet.css": "text/css"}


def add_embed(server: FastAPI, site: Site, hosts: str, mistake: Callable[[str, str], str]) -> None:
    """Register them; ``hosts`` may frame the page, all of them for ``*``.

    ``mistake`` writes the document that says what is wrong with a path.
    """
    ancestors = hosts if hosts == "*" else f"'self' {hosts}"
    headers = {
        "Content-Security-Policy": frame_policy(site.script, ancestors),
        "Cache-Control": "no-cache",
    }

    def frame(request: Request) -> Response:
        search = request.url.query
        try:
            edition = site.directory.current()
            moved = placed(search, edition)
            moved = readable_search(moved or search, edition.places, embed_from_search) or moved
            if moved is not None:
                return RedirectResponse(f"{PATH}?{moved}", 303, headers)
            state = embed_from_search(search)
            return HTMLResponse(frame_page(state, edition, site.script), headers=headers)
        except UserError as error:
            status = 503 if isinstance(error, EditionError) else 422
            return HTMLResponse(mistake(str(error), PATH), status, headers)

    def vendored(name: str) -> Response:
        if name not in _TYPES:
            return Response(status_code=404)
        cached = {"Cache-Control": "public, max-age=86400"}
        return Response(_file(name), media_type=_TYPES[name], headers=cached)

    for path, answer in ((PATH, frame), (PATH + "/{name}", vendored)):
        server.add_api_route(path, answer, methods=["GET", "HEAD"], include_in_schema=False)


@cache
def _file(name: str) -> bytes:
    return _VENDOR.joinpath(name).read_bytes()
