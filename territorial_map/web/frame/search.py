"""The search box in the header of every page, and the address that says what words may mean."""

from dash import html
from fastapi import FastAPI, Request, Response
from starlette.concurrency import run_in_threadpool

from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.site import Site
from territorial_map.web.base import ids
from territorial_map.web.base.addresses import HOME, SEARCH
from territorial_map.web.base.html import Element, to_html
from territorial_map.web.base.marks import Node, hidden, icon
from territorial_map.web.base.meant import MeantWays, meant
from territorial_map.web.base.noticed import readable_search
from territorial_map.web.base.state import search_of, state_from_search
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.plain.forms import hidden_fields

PATH = "/propositions"


def search_box(t: Texts) -> Element:
    """Device, trade, place, name or number.

    Without script a form that leads to the list; with it a combobox over what the server reads in
    the words (``assets/modules/pages/frame/search.mjs``).
    """
    box = {
        "id": ids.SEARCH_TEXT,
        "class": "search-text",
        "type": "search",
        "name": "q",
        "placeholder": t("Nom, activité, dispositif, lieu"),
        "aria-label": t("Rechercher"),
        "autocomplete": "off",
        "enterkeyhint": "search",
    }
    language = [] if t.language is Language.FRENCH else [("lang", t.language.value)]
    parts = [
        icon("search"),
        Element("input", None, box),
        *hidden_fields(language),
        Element("button", [hidden(t("Rechercher")), icon("chevron-right")], {"class": "search-go"}),
        html.P(id=ids.SEARCH_COUNT, className="visually-hidden", role="status"),
        html.Div(id=ids.SEARCH_MEANT, className="search-meant"),
    ]
    form = {"class": "search search-what", "role": "search", "action": SEARCH, "method": "get"}
    return Element("form", parts, form)


def add_suggestions(server: FastAPI, site: Site) -> None:
    """Register the address that says what words may mean, as HTML: a list's address says which."""

    async def answer(request: Request) -> Response:
        told = await run_in_threadpool(suggested, request.url.query, site.directory.current())
        headers = {"Cache-Control": "no-cache"}
        return Response(to_html(told), media_type="text/html", headers=headers)

    server.add_api_route(PATH, answer, methods=["GET"], include_in_schema=False)


def suggested(search: str, edition: OpenEdition) -> Node:
    """What the words of a list's address may mean, within its filters: options, each to open."""
    state = state_from_search(readable_search(search, edition.places) or search)
    ways = MeantWays(
        lambda selection, place: HOME + search_of(state.placing(selection, place)),
        lambda any_id, _name: HOME + search_of(state.opening(any_id)),
    )
    return meant(state.selection, ways, edition, Texts(state.language))
