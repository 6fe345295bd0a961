"""Filters in, list and counts out."""

from dataclasses import replace

from dash import Input, Output, html

from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.trade_counts import facets_with_unknown, trade_counts
from territorial_map.services.site import Site
from territorial_map.web.base import ids
from territorial_map.web.base.addresses import HOME, readable_path
from territorial_map.web.base.chips import (
    active_filters,
    selection_in_words,
)
from territorial_map.web.base.contributing import completing_address
from territorial_map.web.base.export_links import selection_export
from territorial_map.web.base.html import PAINTED, to_html
from territorial_map.web.base.marks import Node, named
from territorial_map.web.base.noticed import notice_of
from territorial_map.web.base.placed import placed
from territorial_map.web.base.registry import Registry
from territorial_map.web.base.state import MOST_SHOWN, STEP, PageState, search_of, state_from_search
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.titles import selection_title
from territorial_map.web.base.to_call import CallSlice, ListWays, told_list
from territorial_map.web.pages.explore.filter_groups import filter_groups, legend
from territorial_map.web.pages.explore.home import home
from territorial_map.web.pages.explore.listing import end_of_list, one_line
from territorial_map.web.pages.explore.narrowed import (
    active_chips,
    nothing,
    ways_in_app,
    whole_address,
)
from territorial_map.web.pages.explore.place_control import place_control
from territorial_map.web.pages.explore.share_links import share_links


def register(registry: Registry, site: Site) -> None:
    """Register the list and the filter counts: two callbacks, so that neither waits."""
    directory = site.directory

    @registry.on(
        Output(ids.RESULT_COUNT, "children"),
        Output(ids.CHIPS, PAINTED),
        Output(ids.RESULT_LIST, PAINTED),
        Output(ids.RESULT_MORE, PAINTED),
        Output(ids.EXPORTS, PAINTED),
        Output(ids.PRINT_HEADING, PAINTED),
        Input(ids.FILTERS_STATE, "data"),
    )
    def list_organisations(search: str) -> tuple[str, ...]:
        state = state_from_search(search)
        complete = completing_address(state, site)
        count, *rest = listing_of(state, directory.current(), complete)
        return count, *map(to_html, rest)

    @registry.on(
        Output(ids.HOME_INTRO, PAINTED),
        Input(ids.FILTERS_STATE, "data"),
    )
    def tell_what_it_is(search: str) -> str:
        state = state_from_search(search)
        edition, t = directory.current(), Texts(state.language)
        total = edition.totals(edition.resolve(state.selection))[0]
        title = selection_title(state, total, edition.names, t)
        named_so = {"data-list-title": title, "data-list-search": search}
        path = readable_path(state, edition.gazetteer)
        told = html.Span(hidden=True, **named({**named_so, "data-list-path": path}))
        return to_html([told, *home(state, edition, t)])

    @registry.on(
        Output(ids.RESULT_NOTICE, PAINTED),
        Input(ids.FILTERS_STATE, "data"),
    )
    def tell_notices(search: str) -> str:
        state = state_from_search(search)
        places = directory.current().places
        return to_html(notice_of(state.noticed, places, Texts(state.language)))

    @registry.on(
        Output(ids.FILTER_GROUPS, PAINTED),
        Output(ids.MAP_LEGEND, PAINTED),
        Output(ids.PLACE_CONTROL, PAINTED),
        Input(ids.FILTERS_STATE, "data"),
    )
    def count_values(search: str) -> tuple[str, ...]:
        return tuple(map(to_html, counts_of(state_from_search(search), directory.current())))


def listing_of(state: PageState, edition: OpenEdition, complete: str = "") -> tuple[Node, ...]:
    """Count, chips, lines, end, exports and print heading of a state.

    ``complete`` is where those to call are completed; blank: nowhere.
    """
    t = Texts(state.language)
    page = edition.page(state.selection, state.sorted_by, state.shown)
    active = active_filters(state, edition.names, t)
    ways = ways_in_app(state)
    longer = replace(state, shown=state.shown + STEP)
    painted = ListWays(
        lambda item, more: one_line(item, state, t, *more),
        lambda: nothing(active, state.selection, ways, edition, t),
        CallSlice(state.shown),
        whole=whole_address(state, ways),
        more=HOME + search_of(longer) if state.shown < MOST_SHOWN else "",
        complete=complete,
    )
    told = told_list(edition, state, page, painted, t)
    heading = [
        html.H2(t("Organisations")),
        html.P(selection_in_words(active, t)),
        html.P(
            t(
                "{count} ; {n} sur cette feuille. Édition {id}, construite le {date}.",
                count=told.count,
                n=t.number(len(page.items)),
                id=edition.edition.id,
                date=t.date(edition.edition.built_on),
            )
        ),
    ]
    ending = [*end_of_list(page, state, t), share_links(state, edition.gazetteer, t)]
    worn = active_chips(active, ways, t)
    return told.count, worn, told.lines, ending, selection_export(state, t), heading


def counts_of(state: PageState, edition: OpenEdition) -> tuple[Node, ...]:
    """Filter groups, map legend and radius control of a state."""
    t = Texts(state.language)
    _, facets = facets_with_unknown(edition, state.selection)
    return (
        filter_groups(facets, state.selection, edition.names.practices, t),
        legend(facets, state.selection, trade_counts(edition, state.selection), t),
        place_control(placed(state, edition), edition.names, t),
    )
