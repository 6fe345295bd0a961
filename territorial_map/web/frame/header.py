"""The header of every page: skip links, product name, the menu of pages, languages."""

from collections.abc import Mapping, Sequence

from dash import html

from territorial_map.web.base import ids
from territorial_map.web.base.addresses import HOME, in_language
from territorial_map.web.base.marks import Node, icon, named
from territorial_map.web.base.page_spec import MenuEntry, MenuPlace, PageSpec
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.base.titles import PRODUCT
from territorial_map.web.frame.pages import Pages


def header(t: Texts, pages: Pages, *, here: str = "", search: Node = None) -> html.Header:
    """The header of the page at ``here``; ``search`` stands between the name and the menu."""
    searching = [] if search is None else [search]
    return html.Header([_brand(t), *searching, _links(t, pages, here)], className="site-header")


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
    more = _more(pages.in_menu(MenuPlace.MORE), t, marks)
    menu = {"aria-controls": ids.PAGE_LINKS, "aria-expanded": "false", "data-site-menu": "pages"}
    return html.Nav(
        [
            html.Button(
                [icon("list"), html.Span(t("Menu"))],
                type="button",
                className="menu-button",
                **named(menu),
            ),
            html.Ul(
                [*_items(pages.in_menu(MenuPlace.ROW), t, marks), more],
                id=ids.PAGE_LINKS,
                className="page-links",
            ),
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


def _items(pages: Sequence[PageSpec], t: Texts, marks: Mapping[str, str]) -> list[html.Li]:
    return [html.Li(_page(page, page.menu, t, marks)) for page in pages if page.menu]


def _more(pages: Sequence[PageSpec], t: Texts, marks: Mapping[str, str]) -> html.Li:
    """A button and its list; a page of it that is open marks the button."""
    menu = {"aria-controls": ids.MORE_LINKS, "aria-expanded": "false", "data-site-menu": "more"}
    inside = " is-here" if any(page.path in marks for page in pages) else ""
    return html.Li(
        [
            html.Button(
                [html.Span(t("Plus")), icon("chevron-down")],
                type="button",
                className=f"more-button{inside}",
                **named(menu),
            ),
            html.Ul(_items(pages, t, marks), id=ids.MORE_LINKS, className="more-links"),
        ],
        className="more-pages",
    )


def _page(page: PageSpec, entry: MenuEntry, t: Texts, marks: Mapping[str, str]) -> html.A:
    """A link to a page; one that the server writes whole is loaded, the app does not draw it."""
    current = {"aria-current": marks[page.path]} if page.path in marks else {}
    drawn = {"data-nav": "1"} if page.layout is not None else {}
    counted = [html.B(className="group-count", **named(entry.count))] if entry.count else []
    return html.A(
        [icon(entry.icon), html.Span(t(entry.label)), *counted],
        href=in_language(page.path, t.language),
        **named(drawn | current),
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
