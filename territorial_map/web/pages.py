"""HTTP addresses of the pages: the same HTML in the visitor's language, and a real 404."""

from collections.abc import Callable
from html import escape

from dash.backends._fastapi import reset_current_request, set_current_request
from fastapi import FastAPI, Request, Response
from starlette.responses import HTMLResponse

from territorial_map.web.layout.practices_titles import PRACTICES_PAGES, practices_title
from territorial_map.web.texts import Language, Texts

INDEX = """<!DOCTYPE html>
<html lang="fr">
  <head>
    {%metas%}
    <title>{%title%}</title>
    <link rel="icon" type="image/svg+xml" href="/assets/favicon.svg">
    {%css%}
  </head>
  <body>
    {%app_entry%}
    <noscript><p class="no-script"></p></noscript>
    <footer hidden>{%config%}{%scripts%}{%renderer%}</footer>
  </body>
</html>"""

_PAGES = (
    *("/", "/sources", "/reseau", "/ptce", "/partenaires", "/operateur", "/listes"),
    *PRACTICES_PAGES,
)
DESCRIPTION = (
    "Trouver près de chez soi les organisations de l’économie sociale et solidaire, les PTCE, "
    "les ESAT et entreprises adaptées et les lieux de coopération : carte, annuaire, export."
)
NO_SCRIPT = (
    "Cette carte a besoin de JavaScript. Sans lui, la liste reste accessible par l’API : "
    "/api/v1/organisations"
)
_WAITING = '<div class="waiting" role="status"><span class="product-mark"></span>{}</div>'

Index = Callable[[], str]


def add_page_routes(server: FastAPI, index: Index) -> None:
    """Register the pages that exist."""

    async def page(request: Request) -> Response:
        return HTMLResponse(_page(index, request), headers={"Cache-Control": "no-cache"})

    for path in _PAGES:
        server.add_api_route(path, page, methods=["GET"], include_in_schema=False)


def add_missing_page(server: FastAPI, index: Index) -> None:
    """Register the answer to every other address: the page that helps, with status 404."""

    async def missing(request: Request) -> Response:
        return HTMLResponse(_page(index, request), status_code=404)

    server.add_api_route("/{path:path}", missing, methods=["GET"], include_in_schema=False)


def _page(index: Index, request: Request) -> str:
    # Dash's index reads the current request, which its middleware sets for its own paths only.
    token = set_current_request(request)  # type: ignore[no-untyped-call]  # Dash leaves it so
    try:
        return _localised(index(), request)
    finally:
        reset_current_request(token)  # type: ignore[no-untyped-call]  # the same


def _localised(page: str, request: Request) -> str:
    lang = request.query_params.get("lang", "")
    language = Language(lang) if lang in Language.codes() else Language.FRENCH
    t = Texts(language)
    description = f'<meta name="description" content="{escape(t(DESCRIPTION))}">'
    title = practices_title(request.url.path, t)
    named = page.replace("<title>", f"<title>{escape(title)} · ", 1) if title else page
    return (
        named.replace('<html lang="fr">', f'<html lang="{language.value}">', 1)
        .replace("<title>", f"{description}\n    <title>", 1)
        .replace('<p class="no-script"></p>', f"<p>{escape(t(NO_SCRIPT))}</p>", 1)
        .replace(_DASH_LOADING, _WAITING.format(escape(t("Chargement…"))), 1)
    )


_DASH_LOADING = """<div class="_dash-loading">
        Loading...
    </div>"""
