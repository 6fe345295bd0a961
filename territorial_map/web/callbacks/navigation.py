"""From the address to the page: split the address into states, draw the page it names."""

from dash import Input, Output, State

from territorial_map.services.directory import Directory
from territorial_map.services.explore.quality_report import quality_report
from territorial_map.services.partner_lists.partner_query import PATH as PARTNERS
from territorial_map.web import ids
from territorial_map.web.callbacks.practices import practices_page_at
from territorial_map.web.layout.changes import changes_page
from territorial_map.web.layout.duplicates import PATH as DUPLICATES
from territorial_map.web.layout.duplicates import duplicates_page
from territorial_map.web.layout.explore import explore_page
from territorial_map.web.layout.lists import PATH as LISTS
from territorial_map.web.layout.lists import lists_page
from territorial_map.web.layout.match import PATH as MATCH
from territorial_map.web.layout.match import match_page
from territorial_map.web.layout.missing import missing_page
from territorial_map.web.layout.network import network_page
from territorial_map.web.layout.operator import PATH as OPERATOR
from territorial_map.web.layout.operator import operator_page
from territorial_map.web.layout.page import framed_page
from territorial_map.web.layout.partner_list import partner_list_page
from territorial_map.web.layout.pole import pole_page
from territorial_map.web.registry import Registry
from territorial_map.web.texts import Language, Texts
from territorial_map.web.views.changes_state import PATH as CHANGES
from territorial_map.web.views.marks import Node
from territorial_map.web.views.network_state import PATH as NETWORK
from territorial_map.web.views.pole_state import PATH as POLE
from territorial_map.web.views.sources import sources_document

HOME = "/"
SOURCES = "/sources"
_COOPERATION = {
    NETWORK: network_page,
    POLE: pole_page,
    OPERATOR: operator_page,
    DUPLICATES: duplicates_page,
    LISTS: lists_page,
    MATCH: match_page,
    PARTNERS: partner_list_page,
    CHANGES: changes_page,
}


def register(registry: Registry, directory: Directory) -> None:
    """Register the split of the address and the drawing of pages."""
    registry.client(
        "splitAddress",
        Output(ids.PAGE_STATE, "data"),
        Output(ids.FILTERS_STATE, "data"),
        Output(ids.OPENED_STATE, "data"),
        Output(ids.DOCUMENT_STATE, "data"),
        Input(ids.ADDRESS, "pathname"),
        Input(ids.ADDRESS, "search"),
        State(ids.PAGE_STATE, "data"),
        State(ids.FILTERS_STATE, "data"),
        State(ids.OPENED_STATE, "data"),
        State(ids.DOCUMENT_STATE, "data"),
    )

    registry.client(
        "settlePage",
        Input(ids.PAGE, "children"),
        State(ids.PAGE_STATE, "data"),
        prevent_initial_call=True,
    )

    registry.client("endWaiting", Input(ids.NOTICE, "children"), prevent_initial_call=True)

    @registry.on(
        Output(ids.PAGE, "children"),
        Input(ids.PAGE_STATE, "data"),
        prevent_initial_call=True,
    )
    def draw_page(page: dict[str, str]) -> list[Node]:
        return page_of(page["path"], page["lang"], directory)


def page_of(path: str, lang: str, directory: Directory) -> list[Node]:
    """The page at a path; an unknown language reads as French."""
    t = Texts(Language(lang) if lang in Language.codes() else Language.FRENCH)
    if path == HOME:
        return explore_page(t)
    if path in _COOPERATION:
        return _COOPERATION[path](t)
    if path == SOURCES:
        edition = directory.current()
        content = sources_document(edition.edition, quality_report(edition), t)
        return framed_page(content, t, title=t("Sources et licences"), here=SOURCES)
    return practices_page_at(path, t) or missing_page(t, path)
