"""The page « Réseau »: from the address to a drawing and its table."""

from typing import Any

from dash import Input, Output

from territorial_map.ledger.dismissals import Said
from territorial_map.services.coverage import (
    TerritoryCoverage,
    coverage_around,
    coverage_within,
)
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.network import (
    Network,
    Wanted,
    network_around,
    network_within,
)
from territorial_map.services.site import Site
from territorial_map.web.base import ids
from territorial_map.web.base.addresses import NETWORK
from territorial_map.web.base.chips import active_filters, selection_in_words
from territorial_map.web.base.covered import covered_here
from territorial_map.web.base.finding import (
    Options,
    complete,
    organisations_named,
    places_named,
)
from territorial_map.web.base.html import painted
from territorial_map.web.base.marks import Node
from territorial_map.web.base.noticed import notice_told, readable_search
from territorial_map.web.base.partnerships.card import Telling
from territorial_map.web.base.partnerships.dismissed import dismissals_kept
from territorial_map.web.base.registry import Registry
from territorial_map.web.base.state import PageState, search_at, search_of
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.network import ids as own
from territorial_map.web.pages.network.graph import graph_of, network_table
from territorial_map.web.pages.network.state import NetworkState, network_from_search
from territorial_map.web.pages.network.views import (
    network_filters,
    network_heading,
    network_invitation,
    network_legend,
)

_FOUND = 6
Filled = tuple[list[Node], list[Node], dict[str, Any] | None, list[Node]]


def register(registry: Registry, site: Site) -> None:
    """Register the page, its drawing in the browser and its search box."""
    directory, ledger = site.directory, site.ledger

    @registry.on(
        Output(own.NETWORK_HEADING, "children"),
        Output(own.NETWORK_FILTERS, "children"),
        Output(own.NETWORK_GRAPH, "data"),
        Output(own.NETWORK_TABLE, "children"),
        Input(ids.DOCUMENT_STATE, "data"),
        Input(ids.DISMISSED, "data"),
        costly=True,
    )
    def show_network(document: dict[str, str] | None, dismissed: object) -> Filled:
        search = search_at(document, NETWORK)
        state = network_from_search(readable_search(search, directory.current().places) or search)
        dismissals = dismissals_kept(dismissed, ledger.said())
        heading, filters, drawing, table = network_view(state, directory.current(), dismissals)
        return [painted(heading)], filters, drawing, [painted(table)]

    registry.client("drawNetwork", Input(own.NETWORK_GRAPH, "data"))
    registry.client("chooseNetwork", Input(own.NETWORK_POOLING, "value"))
    registry.client("chooseNetworkTier", Input(own.NETWORK_TIER, "value"))
    registry.client("pickNetwork", Input(own.NETWORK_SEARCH, "value"), prevent_initial_call=True)
    complete(registry, directory, own.NETWORK_SEARCH, everything_named)


def everything_named(text: str, edition: OpenEdition) -> Options:
    """Territories, then organisations."""
    return places_named(text, edition, _FOUND) + organisations_named(text, edition)


def network_view(state: NetworkState, edition: OpenEdition, dismissals: frozenset[Said]) -> Filled:
    """Heading, filters, drawing and table of a network; an invitation when nothing is asked."""
    t = Texts(state.page.language)
    notice = notice_told(search_of(state.page), edition.places, t)
    if state.is_empty:
        return notice, [], None, network_invitation(t)
    telling = Telling(
        edition.knowledge.pooling, t, lambda any_id: address_on_map(any_id, state.page)
    )
    wanted = Wanted(state.pooling, state.strength.tiers, dismissals)
    network = network_of(state, edition, wanted)
    kinds = [facts.profile.kind for facts in network.nodes]
    heading = network_heading(network, where_of(state, edition, network, t), state, t)
    if not network.found:
        heading += covered_here(covered_around(state, edition, network), t)
    drawing = graph_of(network, telling) if network.found or network.existing else None
    table = [network_legend(kinds, t), network_table(network, telling)] if drawing else []
    return [*notice, *heading], [network_filters(state, telling)], drawing, table


def address_on_map(any_id: str, page: PageState) -> str:
    """The sheet of an organisation over the map, with the same selection."""
    return "/" + search_of(page.opening(any_id))


def network_of(state: NetworkState, edition: OpenEdition, wanted: Wanted) -> Network:
    """The network that the state asks for.

    Raises:
        NotFound: no organisation answers to the id of the address.
    """
    if state.page.organisation is not None:
        return network_around(edition, state.page.organisation, wanted)
    return network_within(edition, state.page.selection, wanted)


def covered_around(
    state: NetworkState, edition: OpenEdition, network: Network
) -> TerritoryCoverage | None:
    """What our sources cover where an empty network was looked for."""
    if network.centre is None:
        return coverage_within(edition, state.page.selection)
    return coverage_around(edition, network.centre)


def where_of(state: NetworkState, edition: OpenEdition, network: Network, t: Texts) -> str:
    """The name of the centre, or the selection in words."""
    if network.centre is not None:
        return t("Autour de {name}", name=network.centre.name)
    active = active_filters(state.page, edition.names, t)
    return selection_in_words(active, t)
