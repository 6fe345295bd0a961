"""The main screen as plain HTML: search form, filters in use, the list page by page."""

from urllib.parse import quote, urlencode

from dash import html

from territorial_map.domain.listing import FacetValue
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.query_string import query_pairs
from territorial_map.services.explore.trade_counts import facets_with_unknown
from territorial_map.web.base.addresses import (
    ShownList,
    address_of_list,
    in_language,
    sheet_address,
    territory_path,
)
from territorial_map.web.base.chips import active_filters
from territorial_map.web.base.facets import Facets
from territorial_map.web.base.marks import Node, named
from territorial_map.web.base.meant import MeantWays, plain_meant
from territorial_map.web.base.noticed import notice_of
from territorial_map.web.base.organisation_line import Way, organisation_line
from territorial_map.web.base.placed import placed
from territorial_map.web.base.state import PageState, state_from_search
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.base.titles import selection_title
from territorial_map.web.base.to_call import ListWays, told_list
from territorial_map.web.pages.explore.home import home
from territorial_map.web.pages.explore.narrowed import (
    active_chips,
    nothing,
    ways_without_app,
    whole_address,
)
from territorial_map.web.plain.filters import filter_fields
from territorial_map.web.plain.forms import hidden_fields
from territorial_map.web.plain.paging import LINES, called_on, turning
from territorial_map.web.plain.search import WHERE, place_pairs_of, search_form

_PLACES = {*TerritoryLevel.codes(), "near", "radius_km", "place", "bbox"}
FORM_FILTERS = ("kind", "sector", "device")
_NARROWER = {
    None: TerritoryLevel.REGION,
    TerritoryLevel.REGION: TerritoryLevel.DEPARTMENT,
    TerritoryLevel.DEPARTMENT: TerritoryLevel.EPCI,
}


def listing(shown: ShownList, edition: OpenEdition, complete: str = "") -> list[Node]:
    """The whole content of a list address; ``complete`` is where those to call are completed."""
    state, t = shown.state, Texts(shown.state.language)
    page = edition.page(state.selection, state.sorted_by, LINES, (shown.page - 1) * LINES)
    _, facets = facets_with_unknown(edition, state.selection)
    title = selection_title(state, page.total, edition.names, t) or t("Toutes les organisations")
    active = active_filters(state, edition.names, t)
    ways = ways_without_app(state, edition)
    label = named({"aria-label": t("Filtres actifs")})
    chips = html.Ul(active_chips(active, ways, t), className="chips", **label)

    def page_address(number: int) -> str:
        return address_of_list(state, edition.gazetteer, number)

    way = Way(sheet_address(t))
    notice = notice_of(state.noticed, edition.places, t)
    painted = ListWays(
        lambda item, more: organisation_line(item, way, t, buttons=more),
        lambda: nothing(active, state.selection, ways, edition, t),
        called_on(shown.page, page.total),
        whole=whole_address(state, ways),
        complete=complete,
    )
    told = told_list(edition, state, page, painted, t)
    return [
        *([] if shown.page > 1 else home(state, edition, t)),
        html.H2(title),
        html.P(notice, className="result-notice") if notice else None,
        _form(state, facets, edition, t),
        html.Div(_meant(state, edition, t), className="plain-meant"),
        chips if active else None,
        html.P(told.count, className="result-count"),
        html.Ul(told.lines, className="lines"),
        turning(page, shown.page, page_address, t, told.unknown),
        _territories(state, facets, edition, t),
    ]


def _meant(state: PageState, edition: OpenEdition, t: Texts) -> Node:
    ways = MeantWays(
        lambda selection, place: address_of_list(
            state.placing(selection, place), edition.gazetteer
        ),
        sheet_address(t),
    )
    return plain_meant(state.selection, ways, edition, t)


def _form(state: PageState, facets: Facets, edition: OpenEdition, t: Texts) -> Node:
    kept = [
        (name, value)
        for name, value in query_pairs(state.selection)
        if name not in FORM_FILTERS and name != "q"
    ]
    kept += [("place", state.place)] if state.place else []
    kept += [("lang", t.language.value)] if t.language is not Language.FRENCH else []
    groups = filter_fields(facets, state.selection, FORM_FILTERS, edition.names.practices, t)
    more = [*hidden_fields(kept), html.Div(groups, className="plain-filters")]
    return search_form(state.selection.text, t, more)


def _territories(
    state: PageState, facets: Facets, edition: OpenEdition, t: Texts
) -> html.Section | None:
    """The territories inside the one chosen, each with its own list."""
    chosen = [level for level in TerritoryLevel if state.selection.chosen(level.value)]
    narrower = _NARROWER.get(chosen[-1] if chosen else None)
    if narrower is None or state.selection.around is not None:
        return None
    inside = [value for value in facets.get(narrower.value, ()) if value.count]
    items = list(filter(None, (_territory(narrower, value, edition, t) for value in inside)))
    if not items:
        return None
    return html.Section([html.H3(t("Par territoire")), html.Ul(items, className="plain-columns")])


def _territory(
    level: TerritoryLevel, value: FacetValue, edition: OpenEdition, t: Texts
) -> html.Li | None:
    territory = edition.gazetteer.get(level, value.value)
    if territory is None:
        return None
    href = in_language(territory_path(territory), t.language)
    return html.Li([html.A(territory.name, href=href), f" ({t.number(value.count)})"])


def searched(fields: list[tuple[str, str]], edition: OpenEdition) -> str | None:
    """Where the search form leads; ``None`` when no territory has the name that was typed.

    Raises:
        BadParameter: a filter with a value that it cannot take.
    """
    where = " ".join(value for name, value in fields if name == WHERE).strip()
    kept = [(name, value) for name, value in fields if name != WHERE and value.strip()]
    if where:
        pairs = place_pairs_of(where, edition)
        if pairs is None:
            return None
        kept = [pair for pair in kept if pair[0] not in _PLACES] + pairs
    state = state_from_search(urlencode(kept, quote_via=quote))
    return address_of_list(placed(state, edition), edition.gazetteer)
