"""HTTP addresses of the pages: head and plain content from the server, the app over them.

The head and the app's scripts leave at once; the plain content follows in the same answer, so that
a reader without JavaScript gets everything and the app never waits for it.
"""

import zlib
from collections.abc import AsyncIterator, Callable
from functools import lru_cache
from html import escape

from dash.backends._fastapi import reset_current_request, set_current_request
from fastapi import FastAPI, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, StreamingResponse

from territorial_map.domain.errors import Unavailable
from territorial_map.services.costly_work import apart
from territorial_map.web.base.answers import Answer, Content, Moved, Seen
from territorial_map.web.base.head import head_html
from territorial_map.web.base.html import to_html
from territorial_map.web.base.texts import Texts
from territorial_map.web.frame.first_visit import VARIES, elsewhere
from territorial_map.web.frame.page_answer import missing, see
from territorial_map.web.frame.pages import Pages
from territorial_map.web.frame.plain_page import Where, framed, standing_page

INDEX = """<!DOCTYPE html>
<html lang="fr">
  <head>
    {%metas%}
    <!--head-->
    <link rel="icon" type="image/svg+xml" href="/assets/favicon.svg">
    <!--modules-->
    {%css%}
    <noscript><style>.plain{display:block!important}.waiting{display:none}</style></noscript>
  </head>
  <body>
    {%app_entry%}
    <footer hidden>{%config%}{%scripts%}{%renderer%}</footer>
    <!--plain-->
  </body>
</html>"""

_WAITING = '<div class="waiting" role="status"><span class="product-mark"></span>{}</div>'
_DASH_LOADING = """<div class="_dash-loading">
        Loading...
    </div>"""
_REMEMBERED = 256
_TURN_S = 3.0
"""Seconds that a reader waits for costly content before the page is told without it."""

Index = Callable[[], str]
Seeing = Callable[[str, str], Answer]


def add_page_routes(server: FastAPI, index: Index, pages: Pages) -> None:
    """Register the pages that exist."""
    door = _Door(index, pages)

    async def page(request: Request) -> Response:
        other = elsewhere(request.url.path, request.url.query, request.headers)
        if other is not None:
            return RedirectResponse(other, 302, {"Cache-Control": "no-cache", "Vary": VARIES})
        return await door.answer(request, lambda path, search: see(path, search, pages))

    for path in pages.routes():
        server.add_api_route(path, page, methods=["GET", "HEAD"], include_in_schema=False)


def add_missing_page(server: FastAPI, index: Index, pages: Pages) -> None:
    """Register the answer to every other address: the page that helps, with status 404."""
    door = _Door(index, pages)

    async def unknown(request: Request) -> Response:
        return await door.answer(request, missing)

    server.add_api_route("/{path:path}", unknown, methods=["GET", "HEAD"], include_in_schema=False)


class _Door:
    """Answers page requests; the app's own HTML is asked for once, plain content is remembered."""

    def __init__(self, index: Index, pages: Pages) -> None:
        self._index = index
        self._pages = pages
        self._halves: tuple[str, str] | None = None
        self._plain = lru_cache(_REMEMBERED)(_made)

    async def answer(self, request: Request, seeing: Seeing) -> Response:
        path, search = request.url.path, request.url.query
        seen = await run_in_threadpool(seeing, path, search)
        if isinstance(seen, Moved):
            return RedirectResponse(seen.address, 301 if seen.permanent else 303)
        parts = self._parts(seen, self._shell(request))
        headers = {"Cache-Control": "no-cache", "Vary": VARIES}
        if "gzip" in request.headers.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
            return StreamingResponse(_zipped(parts), seen.status, headers, "text/html")
        return StreamingResponse(parts, seen.status, headers, "text/html")

    def _shell(self, request: Request) -> tuple[str, str]:
        """The app's page, around the head: the same for every visitor of this process."""
        if self._halves is None:
            # Dash's index reads the current request, which its middleware sets for its own paths.
            token = set_current_request(request)  # type: ignore[no-untyped-call]  # Dash leaves it untyped
            try:
                before, after = self._index().split("<!--head-->", 1)
            finally:
                reset_current_request(token)  # type: ignore[no-untyped-call]  # the same
            self._halves = before, after
        return self._halves

    async def _parts(self, seen: Seen, shell: tuple[str, str]) -> AsyncIterator[str]:
        t = Texts(seen.language)
        head = head_html(seen.head, self._pages.site.public_url, t)
        where = Where(seen.head.path, self._pages, seen.here)
        if seen.alone:
            plain = await self._written(seen.content)
            yield standing_page(head, plain, t, where, (seen.scripts, seen.module))
            return
        before, after = shell
        waiting = _WAITING.format(escape(t("Chargement…")))
        start, end = after.replace(_DASH_LOADING, waiting, 1).split("<!--plain-->", 1)
        language = f'<html lang="{seen.language.value}">'
        yield before.replace('<html lang="fr">', language, 1) + head + start
        yield framed(await self._written(seen.content), t, where) + end

    async def _written(self, content: Content) -> str:
        """The plain content, from a thread; what costs waits a moment for one of a few."""
        otherwise = content.otherwise
        if otherwise is None:
            return await run_in_threadpool(self._plain, content)
        try:
            return await apart(lambda: self._plain(content), _TURN_S)
        except Unavailable:
            return await run_in_threadpool(lambda: to_html(otherwise()))


def _made(content: Content) -> str:
    return to_html(content.make())


async def _zipped(parts: AsyncIterator[str]) -> AsyncIterator[bytes]:
    """The parts in gzip, each sent as soon as it is there: a plain gzip holds the first back."""
    squeeze = zlib.compressobj(5, wbits=31)
    async for part in parts:
        yield squeeze.compress(part.encode()) + squeeze.flush(zlib.Z_SYNC_FLUSH)
    yield squeeze.flush()
