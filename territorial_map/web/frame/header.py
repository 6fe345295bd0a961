"""The header of every page: skip links, product name, the five entries of the menu, languages."""

from collections.abc import Mapping

from dash import html

from territorial_map.web.base import ids
from territorial_map.web.base.addresses import HOME, in_language
from territorial_map.web.base.html import painted
from territorial_map.web.base.marks import Node, named
from territorial_map.web.base.page_spec import MenuPlace
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.base.titles import PRODUCT
from territorial_map.web.frame.menu_link import menu_link
from territorial_map.web.frame.pages import Pages
from territorial_map.web.frame.search import search_box


def header(t: Texts, pages: Pages, *, here: str = "", drawn: bool = False) -> html.Header:
    """The header of the page at ``here``: name, search box, menu; ``drawn`` by the app."""
    box: Node = search_box(t)
    search = painted(box) if drawn else box
    return html.Header([_brand(t), search, _links(t, pages, here)], className="site-header")


def skip_links(targets: Mapping[str, str], t: Texts) -> html.Nav:
    """Links to regions of the page (id to words), the first thing that Tab reaches."""
    items = [html.Li(html.A(words, href=f"#{anchor}")) for anchor, words in targets.items()]
    return html.Nav(
        html.Ul(items), className="skip-links", **named({"aria-label": t("Accès rapide")})
    )


def _brand(t: Texts) -> html.Div:
    name = [
        html.Span(className="product-mark", **named({"aria-hidden": "true"})),
        html.Span(t(PRODUCT)),
    ]
    return html.Div(html.H1(html.A(name, href=in_language(HOME, t.language))), className="brand")


def _links(t: Texts, pages: Pages, here: str) -> html.Nav:
    marks = pages.marks(here)
    entries = [html.Li(menu_link(page, t, marks)) for page in pages.in_menu(MenuPlace.ROW)]
    return html.Nav(
        [
            html.Ul(entries, className="page-links"),
            html.Ul(
                [html.Li(_language(language, t)) for language in Language],
                id=ids.LANGUAGES,
                className="languages",
                **named({"aria-label": t("Langue")}),
            ),
        ],
        className="site-links",
        **named({"aria-label": t("Pages et langue")}),
    )


def _language(language: Language, t: Texts) -> html.A:
    current = {"aria-current": "true"} if language is t.language else {}
    return html.A(
        language.value.upper(),
        href=f"?lang={language.value}",
        lang=language.value,
        title=language.label,
        **named({"data-language": language.value, "aria-label": language.label, **current}),
    )
