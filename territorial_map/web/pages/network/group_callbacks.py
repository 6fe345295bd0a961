"""Possible groups on the page « Réseau »."""

from functools import partial

from dash import Input, Output

from territorial_map.ledger.dismissals import Said
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.dismissed import refused_pairs
from territorial_map.services.partnerships.partners import groups_in, groups_of
from territorial_map.services.site import Site
from territorial_map.web.base import ids
from territorial_map.web.base.addresses import NETWORK
from territorial_map.web.base.html import painted
from territorial_map.web.base.marks import Node
from territorial_map.web.base.partnerships.card import Telling
from territorial_map.web.base.partnerships.dismissed import dismissals_kept
from territorial_map.web.base.partnerships.groups import Groups, groups_part, map_link
from territorial_map.web.base.registry import Registry
from territorial_map.web.base.state import search_at
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.network import ids as own
from territorial_map.web.pages.network.callbacks import address_on_map
from territorial_map.web.pages.network.state import NetworkState, network_from_search
from territorial_map.web.pages.network.views import groups_invitation

Dismissals = frozenset[Said]


def register(registry: Registry, site: Site) -> None:
    """Register the groups of the network's place and category."""
    directory, ledger = site.directory, site.ledger

    @registry.on(
        Output(own.NETWORK_GROUPS, "children"),
        Input(ids.DOCUMENT_STATE, "data"),
        Input(ids.DISMISSED, "data"),
        costly=True,
    )
    def show_groups_within(document: dict[str, str] | None, dismissed: object) -> list[Node]:
        state = network_from_search(search_at(document, NETWORK))
        dismissals = dismissals_kept(dismissed, ledger.said())
        return groups_within(directory.current(), state, dismissals)


def groups_within(edition: OpenEdition, state: NetworkState, dismissals: Dismissals) -> list[Node]:
    """The groups of a network's place in its category; how to ask for them without one.

    Raises:
        NotFound: no organisation answers to the id of the address.
    """
    if state.is_empty:
        return []
    t = Texts(state.page.language)
    if state.pooling is None:
        return [painted(groups_invitation(t))]
    refused = refused_pairs(dismissals, state.pooling)
    if state.page.organisation is None:
        found = groups_in(edition, state.page.selection, state.pooling, refused)
    else:
        found = groups_of(edition, state.page.organisation, state.pooling, refused=refused)
    telling = Telling(
        edition.knowledge.pooling, t, lambda any_id: address_on_map(any_id, state.page)
    )
    groups = Groups(found, state.pooling, level=3)
    return [painted(groups_part(groups, partial(map_link, telling=telling), telling))]
