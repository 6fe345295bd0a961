"""The main screen as plain HTML: search form, filters in use, the list page by page."""

from html import escape
from urllib.parse import quote, urlencode

from territorial_map.domain.listing import FacetValue
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.query_string import query_pairs
from territorial_map.web.base.addresses import (
    SEARCH,
    ShownList,
    address_of_list,
    in_language,
    sheet_address,
    territory_path,
)
from territorial_map.web.base.chips import active_filters
from territorial_map.web.base.facets import Facets
from territorial_map.web.base.listing import count_in_words
from territorial_map.web.base.state import PageState, state_from_search
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.base.titles import selection_title
from territorial_map.web.plain.lines import (
    LINES,
    filter_fields,
    organisation_lines,
    turning,
)
from territorial_map.web.plain.markup import hidden_fields, link
from territorial_map.web.plain.search import WHERE, place_pairs_of, search_boxes

_PLACES = {*TerritoryLevel.codes(), "near", "radius_km", "place", "bbox"}
FORM_FILTERS = ("kind", "sector", "device")
_NARROWER = {
    None: TerritoryLevel.REGION,
    TerritoryLevel.REGION: TerritoryLevel.DEPARTMENT,
    TerritoryLevel.DEPARTMENT: TerritoryLevel.EPCI,
}


def listing_html(shown: ShownList, edition: OpenEdition) -> str:
    """The whole content of a list address."""
    state, t = shown.state, Texts(shown.state.language)
    page = edition.page(state.selection, state.sorted_by, LINES, (shown.page - 1) * LINES)
    _, facets = edition.facets(state.selection)
    title = selection_title(state, page.total, edition.names, t) or t("Toutes les organisations")

    def page_address(number: int) -> str:
        return address_of_list(state, edition.gazetteer, number)

    lines = organisation_lines(page.items, sheet_address(t), t)
    return "".join(
        (
            f"<h2>{escape(title)}</h2>",
            _form(state, facets, edition, t),
            _filters(state, edition, t),
            f'<p class="result-count">{escape(count_in_words(page, t))}</p>',
            f'<ul class="lines">{lines}</ul>' if lines else _nothing(state, edition, t),
            turning(page, shown.page, page_address, t),
            _territories(state, facets, edition, t),
        )
    )


def _form(state: PageState, facets: Facets, edition: OpenEdition, t: Texts) -> str:
    kept = [
        (name, value)
        for name, value in query_pairs(state.selection)
        if name not in FORM_FILTERS and name != "q"
    ]
    kept += [("place", state.place)] if state.place else []
    kept += [("lang", t.language.value)] if t.language is not Language.FRENCH else []
    groups = "".join(
        filter_fields(facets, state.selection, FORM_FILTERS, edition.names.practices, t)
    )
    return (
        f'<form action="{SEARCH}" method="get" role="search" class="plain-search">'
        f"{search_boxes(state.selection.text, t)}{hidden_fields(kept)}"
        f'<div class="plain-filters">{groups}</div></form>'
    )


def _filters(state: PageState, edition: OpenEdition, t: Texts) -> str:
    """Each filter in use, with the list without it."""
    active = active_filters(state, edition.names, t)
    if not active:
        return ""
    items = [
        (
            t("Retirer « {filter} »", filter=one.words),
            address_of_list(state.selecting(one.without), edition.gazetteer),
        )
        for one in active
    ]
    items.append((t("Tout effacer"), in_language("/", t.language)))
    chips = "".join(f"<li>{link(words, href, **{'class': 'chip'})}</li>" for words, href in items)
    label = escape(t("Filtres actifs"))
    return f'<ul class="chips" aria-label="{label}">{chips}</ul>'


def _nothing(state: PageState, edition: OpenEdition, t: Texts) -> str:
    """An empty list: how many organisations each filter holds back."""
    none = t("Aucune organisation ne répond à tous ces filtres.")
    known = t("Cela veut dire : non connue de nos sources, pas forcément absente.")
    told = f'<p>{escape(none)}</p><p class="hint">{escape(known)}</p>'
    looser = []
    for one in active_filters(state, edition.names, t):
        total = edition.totals(edition.resolve(one.without))[0]
        if total:
            words = t("Retirer « {filter} »", filter=one.words)
            count = t.plural("{n} organisation", "{n} organisations", total)
            href = address_of_list(state.selecting(one.without), edition.gazetteer)
            looser.append(f"<li>{link(words, href)} : {escape(count)}</li>")
    return told + (f"<ul>{''.join(looser)}</ul>" if looser else "")


def _territories(state: PageState, facets: Facets, edition: OpenEdition, t: Texts) -> str:
    """The territories inside the one chosen, each with its own list."""
    chosen = [level for level in TerritoryLevel if state.selection.chosen(level.value)]
    narrower = _NARROWER.get(chosen[-1] if chosen else None)
    if narrower is None or state.selection.around is not None:
        return ""
    inside = [value for value in facets.get(narrower.value, ()) if value.count]
    items = "".join(_territory(narrower, value, edition, t) for value in inside)
    if not items:
        return ""
    heading = escape(t("Par territoire"))
    return f'<section><h3>{heading}</h3><ul class="plain-columns">{items}</ul></section>'


def _territory(level: TerritoryLevel, value: FacetValue, edition: OpenEdition, t: Texts) -> str:
    territory = edition.gazetteer.get(level, value.value)
    if territory is None:
        return ""
    href = in_language(territory_path(territory), t.language)
    return f"<li>{link(territory.name, href)} ({t.number(value.count)})</li>"


def searched(fields: list[tuple[str, str]], edition: OpenEdition) -> str | None:
    """Where the search form leads; ``None`` when no territory has the name that was typed.

    Raises:
        BadParameter: a filter with a value that it cannot take.
    """
    where = " ".join(value for name, value in fields if name == WHERE).strip()
    kept = [(name, value) for name, value in fields if name != WHERE and value.strip()]
    if where:
        placed = place_pairs_of(where, edition)
        if placed is None:
            return None
        kept = [pair for pair in kept if pair[0] not in _PLACES] + placed
    return address_of_list(state_from_search(urlencode(kept, quote_via=quote)), edition.gazetteer)
