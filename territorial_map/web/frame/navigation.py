"""From the address to the page: split the address into states, draw the page it names."""

from dash import Input, Output, State

from territorial_map.services.directory import Directory
from territorial_map.services.explore.quality_report import quality_report
from territorial_map.services.partner_lists.partner_query import PATH as PARTNERS
from territorial_map.web.base import ids
from territorial_map.web.base.marks import Node
from territorial_map.web.base.registry import Registry
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.frame.missing import missing_page
from territorial_map.web.frame.page import framed_page
from territorial_map.web.pages.changes.layout import changes_page
from territorial_map.web.pages.changes.state import PATH as CHANGES
from territorial_map.web.pages.duplicates.layout import PATH as DUPLICATES
from territorial_map.web.pages.duplicates.layout import duplicates_page
from territorial_map.web.pages.explore.layout import explore_page
from territorial_map.web.pages.lists.layout import PATH as LISTS
from territorial_map.web.pages.lists.layout import lists_page
from territorial_map.web.pages.match.layout import PATH as MATCH
from territorial_map.web.pages.match.layout import match_page
from territorial_map.web.pages.network.layout import network_page
from territorial_map.web.pages.network.state import PATH as NETWORK
from territorial_map.web.pages.operator.layout import PATH as OPERATOR
from territorial_map.web.pages.operator.layout import operator_page
from territorial_map.web.pages.partner_list.layout import partner_list_page
from territorial_map.web.pages.pole.layout import pole_page
from territorial_map.web.pages.pole.state import PATH as POLE
from territorial_map.web.pages.practices.callbacks import practices_page_at
from territorial_map.web.pages.sources.views import sources_document

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
