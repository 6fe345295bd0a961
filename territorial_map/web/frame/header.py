"""The header of every page: skip links, product name, search, languages, other pages."""

from collections.abc import Mapping

import dash_mantine_components as dmc
from dash import html

from territorial_map.web.base import ids
from territorial_map.web.base.marks import Node, icon, named
from territorial_map.web.base.texts import Language, Texts

PRODUCT = "Carte et annuaire de la coopération territoriale"


# Pages that the header links, in order: path, icon, words.
PAGES: tuple[tuple[str, str, str], ...] = (
    ("/", "map", "Carte"),
    ("/pratiques", "check", "Pratiques"),
    ("/partenaires", "file-text", "Partenaires"),
    ("/reseau", "network", "Réseau"),
    ("/ptce", "users", "Constituer un PTCE"),
    ("/listes", "list-checks", "Mes listes"),
)
# Pages behind « Plus » where the header is a row, after the others where it is a menu.
MORE: tuple[tuple[str, str, str], ...] = (
    ("/nouveautes", "calendar", "Nouveautés"),
    ("/rapprocher", "file-text", "Rapprocher ma liste"),
    ("/integrer", "share-2", "Intégrer à un site"),
    ("/sources", "info", "Sources et licences"),
)
# Pages that the server writes whole: the browser loads them, the app does not draw them.
_WHOLE = frozenset({"/integrer"})
_COUNTS = {
    "/ptce": {"id": ids.GROUP_COUNT},
    "/listes": named({"data-lists-count": "1"}),
}


def header(t: Texts, *, searching: bool, here: str = "") -> html.Header:
    """The header; ``searching`` adds the search boxes of the main screen, ``here`` is its path."""
    inner: list[Node] = [_brand(t)]
    if searching:
        inner.append(_search(t))
    inner.append(_links(t, here))
    return html.Header(inner, className="site-header")


def skip_links(targets: Mapping[str, str], t: Texts) -> html.Nav:
    """Links to regions of the page (id to words), the first thing that Tab reaches."""
    items = [html.Li(html.A(words, href=f"#{anchor}")) for anchor, words in targets.items()]
    return html.Nav(
        html.Ul(items), className="skip-links", **named({"aria-label": t("Accès rapide")})
    )


def _brand(t: Texts) -> html.Div:
    home = "/" if t.language is Language.FRENCH else f"/?lang={t.language.value}"
    name = [
        html.Span(className="product-mark", **named({"aria-hidden": "true"})),
        html.Span(t(PRODUCT)),
    ]
    return html.Div(html.H1(html.A(name, href=home)), className="brand")


def _search(t: Texts) -> html.Div:
    return html.Div(
        [
            dmc.TextInput(
                id=ids.SEARCH_TEXT,
                label=t("Quoi ?"),
                placeholder=t("Nom, sigle, ESAT, SIRET…"),
                leftSection=icon("search"),
                debounce=350,
                className="search-box search-what",
                inputProps={"type": "search", "autoComplete": "off", "enterKeyHint": "search"},
            ),
            dmc.Select(
                id=ids.SEARCH_PLACE,
                label=t("Où ?"),
                placeholder=t("Commune, code postal, EPCI, département, région"),
                leftSection=icon("map-pin"),
                searchable=True,
                clearable=False,
                data=[],
                filter={"function": "keepOptions"},
                renderOption={"function": "placeOption"},
                nothingFoundMessage=t("Aucun territoire de ce nom."),
                selectFirstOptionOnChange=True,
                className="search-box search-where",
                comboboxProps={"shadow": "md", "width": 420, "position": "bottom-start"},
                maxDropdownHeight=380,
            ),
        ],
        className="search",
        role="search",
    )


def _links(t: Texts, here: str) -> html.Nav:
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
                [*_items(PAGES, t, here), _more(t, here)],
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


def _items(pages: tuple[tuple[str, str, str], ...], t: Texts, here: str) -> list[html.Li]:
    return [html.Li(_page(path, mark, words, t, here)) for path, mark, words in pages]


def _more(t: Texts, here: str) -> html.Li:
    """A button and its list; a page of it that is open marks the button."""
    menu = {"aria-controls": ids.MORE_LINKS, "aria-expanded": "false", "data-site-menu": "more"}
    inside = " is-here" if here in {path for path, _, _ in MORE} else ""
    return html.Li(
        [
            html.Button(
                [html.Span(t("Plus")), icon("chevron-down")],
                type="button",
                className=f"more-button{inside}",
                **named(menu),
            ),
            html.Ul(_items(MORE, t, here), id=ids.MORE_LINKS, className="more-links"),
        ],
        className="more-pages",
    )


def _page(path: str, mark: str, words: str, t: Texts, here: str) -> html.A:
    current = {"aria-current": "page"} if path == here else {}
    drawn = {} if path in _WHOLE else {"data-nav": "1"}
    counted = [html.B(className="group-count", **_COUNTS[path])] if path in _COUNTS else []
    return html.A(
        [icon(mark), html.Span(t(words)), *counted],
        href=_localised(path, t),
        **named(drawn | current),
    )


def _localised(path: str, t: Texts) -> str:
    return path if t.language is Language.FRENCH else f"{path}?lang={t.language.value}"


def _language(language: Language, t: Texts) -> html.A:
    current = {"aria-current": "true"} if language is t.language else {}
    return html.A(
        language.value.upper(),
        href=f"?lang={language.value}",
        lang=language.value,
        title=language.label,
        **named({"data-language": language.value, "aria-label": language.label, **current}),
    )
