"""The Dash app put together: shell, callbacks, errors, and the HTTP routes of its pages."""

import logging

import dash
from dash import Dash, html, set_props
from fastapi import FastAPI

from territorial_map.domain.errors import BadParameter, UserError
from territorial_map.ledger.dismissals import Ledger
from territorial_map.services.directory import Directory
from territorial_map.services.explore.older_editions import Archive
from territorial_map.settings import Settings, data_folder
from territorial_map.web.base import ids
from territorial_map.web.base.html import PAINTED
from territorial_map.web.base.marks import Node, icon, named, page_link
from territorial_map.web.base.registry import Registry
from territorial_map.web.base.texts import Texts
from territorial_map.web.callbacks import register_all, register_cooperation
from territorial_map.web.embed.routes import add_embed
from territorial_map.web.frame.framing import Framing
from territorial_map.web.frame.robots import add_robots
from territorial_map.web.frame.routes import INDEX, add_missing_page, add_page_routes
from territorial_map.web.frame.seen import Site
from territorial_map.web.frame.shell import shell
from territorial_map.web.pages.changes.layout import changes_parts
from territorial_map.web.pages.explore.layout import explore_page
from territorial_map.web.pages.network.layout import network_parts
from territorial_map.web.pages.partner_list.layout import partner_list_parts
from territorial_map.web.pages.partners.layout import partners_parts
from territorial_map.web.pages.pole.layout import pole_parts
from territorial_map.web.pages.practices.layout import practices_parts

_LOG = logging.getLogger(__name__)
TITLE = "Carte et annuaire de la coopération territoriale"


def add_pages(server: FastAPI, directory: Directory, settings: Settings) -> None:
    """Add the pages to a server that already carries the API; call it last."""
    create_app(server, directory, settings)


def create_app(server: FastAPI, directory: Directory, settings: Settings) -> Dash:
    """The Dash app on the server: real routes for its pages, a real 404 for the rest.

    Our routes come before Dash's own: its index knows no language, and its catch-all would answer
    200 to any address, on behalf of the last app made in the process.
    """

    def index() -> str:
        # Dash lists its assets at the first request to an address of its own; ours may come first.
        app._setup_server()  # type: ignore[no-untyped-call]  # noqa: SLF001 - Dash offers no other way
        return str(app.index())  # type: ignore[no-untyped-call]  # Dash leaves it untyped

    site = Site(directory, Archive(directory.folder), Ledger(settings.ledger), settings.public_url)
    server.add_middleware(Framing)
    add_robots(server, directory, settings.public_url)
    add_embed(server, site, settings.embed_hosts)
    add_page_routes(server, index, site)
    app = Dash(
        __name__,
        server=server,  # type: ignore[arg-type]  # typed for Flask alone
        assets_folder=str(data_folder("assets")),
        assets_path_ignore=["embed"],
        title=TITLE,
        update_title=None,  # type: ignore[arg-type]  # documented, typed str
        index_string=INDEX,
        serve_locally=True,
        suppress_callback_exceptions=False,
        on_error=show_error,
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    # No callback of ours uses a web socket: without this each visitor would hold one open.
    app.backend.websocket_capability = False
    add_missing_page(server, index, site)
    app.layout = shell()
    t = Texts()
    everything = [
        shell(),
        *explore_page(t),
        *practices_parts(t),
        *network_parts(t),
        *pole_parts(t),
        *partners_parts(t),
        *partner_list_parts(t),
        *changes_parts(t),
    ]
    app.validation_layout = html.Div(everything)  # type: ignore[assignment]  # Dash types it None, what it is before
    registry = Registry(app)
    register_all(registry, directory)
    register_cooperation(registry, directory, settings)
    return app


def show_error(error: Exception) -> None:
    """Tell what went wrong without losing the page; the unforeseen is told as such."""
    if isinstance(error, dash.exceptions.PreventUpdate):
        raise error
    words = str(error) if isinstance(error, UserError) else None
    if words is None:
        _LOG.error("unforeseen error in a callback", exc_info=error)
    set_props(ids.NOTICE, {"children": notice(words, Texts())})
    if isinstance(error, BadParameter):
        set_props(ids.RESULT_LIST, {PAINTED: ""})
        set_props(ids.FILTER_GROUPS, {PAINTED: ""})


def notice(words: str | None, t: Texts) -> Node:
    """An error notice: what happened, and two ways on."""
    told = words or t("Une erreur inattendue s’est produite. Rien n’est perdu : réessayez.")
    return html.Div(
        [
            icon("triangle-alert"),
            html.Div(
                [
                    html.P(t.typeset(told)),
                    html.P(
                        [
                            page_link(t("Repartir de la carte entière"), "/"),
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
