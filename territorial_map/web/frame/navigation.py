"""Which page an address shows, and what of the address concerns which part of the page."""

from dash import Input, Output, State
from typing_extensions import TypedDict

from territorial_map.web.base import ids
from territorial_map.web.base.answers import Visit
from territorial_map.web.base.marks import Node
from territorial_map.web.base.registry import Registry
from territorial_map.web.base.texts import Texts, language_or_french
from territorial_map.web.frame.missing import MISSING, missing_screen
from territorial_map.web.frame.page import framed_page
from territorial_map.web.frame.pages import Pages


class PageData(TypedDict):
    """Which page is shown, as the script keeps it; other keys are left alone."""

    path: str
    lang: str


def register(registry: Registry, pages: Pages) -> None:
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
    def draw_page(page: PageData) -> list[Node]:
        return page_of(page["path"], page["lang"], pages)


def page_of(path: str, lang: str, pages: Pages) -> list[Node]:
    """The page at a path; an unknown language reads as French."""
    t = Texts(language_or_french(lang))
    page = pages.drawn_at(path)
    if page is None or page.layout is None:
        return framed_page(MISSING, missing_screen(t, path), pages, t)
    return framed_page(page, page.layout(Visit(t, pages.site, page.named(t))), pages, t)
