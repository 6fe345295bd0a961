"""The Dash app put together: shell, callbacks, errors, and the HTTP routes of its pages."""

import logging
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import cast
from urllib.parse import parse_qs, urlsplit

import dash
from dash import Dash, html, set_props
from dash.backends._fastapi import DashMiddleware
from fastapi import FastAPI
from starlette.middleware import Middleware

from territorial_map.domain.errors import BadParameter, Unavailable, UserError
from territorial_map.services.site import Site
from territorial_map.web.base import ids
from territorial_map.web.base.addresses import HOME, in_language
from territorial_map.web.base.drawing_script import PLOTLY_FILE, PLOTLY_PACKAGE
from territorial_map.web.base.french import in_french
from territorial_map.web.base.html import PAINTED
from territorial_map.web.base.marks import Node, icon, named, page_link
from territorial_map.web.base.page_spec import PageSpec
from territorial_map.web.base.registry import Registry
from territorial_map.web.base.script import APP, START, add_modules, module_tags
from territorial_map.web.base.texts import Language, Texts, language_or_french
from territorial_map.web.base.titles import PRODUCT
from territorial_map.web.embed.routes import add_embed
from territorial_map.web.frame import navigation
from territorial_map.web.frame.dash_requests import DashRequests
from territorial_map.web.frame.lines import add_lines
from territorial_map.web.frame.page import named_parts
from territorial_map.web.frame.pages import Pages
from territorial_map.web.frame.plain_page import mistake_page, whole_page
from territorial_map.web.frame.robots import add_robots
from territorial_map.web.frame.routes import INDEX, add_missing_page, add_page_routes
from territorial_map.web.frame.search import add_suggestions
from territorial_map.web.frame.shell import shell
from territorial_map.web.page_list import PAGES
from territorial_map.web.pages.complete.routes import add_completing_forms
from territorial_map.web.pages.contribute.routes import add_contribution_form

_LOG = logging.getLogger(__name__)


def add_pages(server: FastAPI, site: Site, assets: Path, embed_hosts: str) -> None:
    """Add the pages to a server that already carries the API; call it last."""
    create_app(server, site, assets, embed_hosts)


def create_app(
    server: FastAPI,
    site: Site,
    assets: Path,
    embed_hosts: str = "*",
    specs: Sequence[PageSpec] = PAGES,
) -> Dash:
    """The Dash app on the server: real routes for its pages, a real 404 for the rest.

    Our routes come before Dash's own: its index knows no language, and its catch-all would answer
    200 to any address, on behalf of the last app made in the process. ``assets`` is the folder of
    styles and scripts, ``embed_hosts`` who may frame ``/embed``.
    """

    def index() -> str:
        # Dash lists its assets at the first request to an address of its own; ours may come first.
        app._setup_server()  # type: ignore[no-untyped-call]  # noqa: SLF001 - Dash offers no other way
        return str(app.index())  # type: ignore[no-untyped-call]  # Dash leaves it untyped

    pages = Pages(specs, site)
    add_modules(server, site.script)
    add_robots(server, pages)
    add_embed(server, site, embed_hosts, partial(mistake_page, pages=pages))
    add_lines(server, site)
    add_contribution_form(server, site, partial(whole_page, pages=pages))
    add_completing_forms(server, site, partial(whole_page, pages=pages))
    add_suggestions(server, site)
    add_page_routes(server, index, pages)
    app = Dash(
        __name__,
        server=server,  # type: ignore[arg-type]  # typed for Flask alone
        assets_folder=str(assets),
        assets_path_ignore=["embed", "modules", "vendor"],
        title=PRODUCT,
        update_title=None,  # type: ignore[arg-type]  # documented, typed str
        index_string=INDEX.replace("<!--modules-->", module_tags(site.script, APP), 1),
        serve_locally=True,
        suppress_callback_exceptions=False,
        on_error=show_error,
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    app.renderer = START
    _put_innermost(server, app)
    # No callback of ours uses a web socket: without this each visitor would hold one open.
    app.backend.websocket_capability = False
    add_missing_page(server, index, pages)
    app.layout = shell()
    everything = [shell(), *named_parts(pages)]
    app.validation_layout = html.Div(everything)  # type: ignore[assignment]  # Dash types it None, what it is before
    # Portraits draw with the plotly.js that Dash serves, before Dash has listed any script.
    app.registered_paths[PLOTLY_PACKAGE].add(PLOTLY_FILE)
    registry = Registry(app)
    navigation.register(registry, pages)
    for page in pages:
        if page.register is not None:
            page.register(registry, site)
    return app


def _put_innermost(server: FastAPI, app: Dash) -> None:
    """Let requests reach Dash, which reads their body whole, when they are weighed and paid for."""
    dash_itself = cast("object", DashMiddleware)
    of_dash = [each for each in server.user_middleware if each.cls is dash_itself]
    server.user_middleware = [
        *(each for each in server.user_middleware if each not in of_dash),
        Middleware(
            DashRequests,
            callbacks=lambda: app.callback_map,
            scripts=lambda: app.registered_paths,
        ),
        *of_dash,
    ]


def show_error(error: Exception) -> None:
    """Tell what went wrong without losing the page; the unforeseen is told as such."""
    if isinstance(error, dash.exceptions.PreventUpdate):
        raise error
    if not isinstance(error, UserError):
        _LOG.error("unforeseen error in a callback", exc_info=error)
    headers = dash.ctx.headers or {}
    t = language_read(headers.get("referer", ""))
    set_props(ids.NOTICE, {"children": notice(error, t)})
    if isinstance(error, BadParameter):
        set_props(ids.RESULT_LIST, {PAINTED: ""})
        set_props(ids.FILTER_GROUPS, {PAINTED: ""})


def language_read(address: str) -> Texts:
    """The texts of the language in which the page of an address is read.

    >>> language_read("https://example.org/?kind=ptce&lang=en").language.value
    'en'
    """
    asked = parse_qs(urlsplit(address).query, max_num_fields=1000).get("lang", [""])[-1]
    return Texts(language_or_french(asked))


def notice(error: Exception, t: Texts) -> Node:
    """An error notice: what happened, and ways on; asking again, where that can work.

    The sentence of a mistake is in French, and says so elsewhere; that of a busy server is not.
    """
    again = isinstance(error, Unavailable)
    told = html.P(t("Une erreur inattendue s’est produite. Rien n’est perdu : réessayez."))
    if again and t.language is not Language.FRENCH:
        told = html.P(t("Beaucoup de calculs sont en cours : rechargez cette page dans un moment."))
    elif isinstance(error, UserError):
        told = html.P(t.typeset(str(error)), **in_french(t))
    return html.Div(
        [
            icon("triangle-alert"),
            html.Div(
                [
                    told,
                    html.P(
                        [
                            *([retry(t)] if again else []),
                            page_link(
                                t("Repartir de la carte entière"), in_language(HOME, t.language)
                            ),
                            html.Button(
                                t("Fermer ce message"),
                                type="button",
                                **named({"data-dismiss": ids.NOTICE}),
                            ),
                        ]
                    ),
                ]
            ),
        ],
        className="notice-box",
    )


def retry(t: Texts) -> html.Button:
    """The button that asks for the same page again."""
    return html.Button(t("Réessayer"), type="button", **named({"data-retry": "1"}))
