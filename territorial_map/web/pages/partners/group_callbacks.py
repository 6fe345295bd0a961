"""Possible groups: under the partners of the panel, and on the page « Réseau »."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from dash import Input, Output, State

from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import Said
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.dismissed import refused_pairs
from territorial_map.services.partnerships.groups_here import groups_here
from territorial_map.services.site import Site
from territorial_map.web.base import ids
from territorial_map.web.base.html import painted
from territorial_map.web.base.marks import Node
from territorial_map.web.base.partnerships.dismissed import dismissals_kept
from territorial_map.web.base.partnerships.groups import Groups, groups_part, map_toggle
from territorial_map.web.base.registry import Registry
from territorial_map.web.base.state import PageState, state_from_search
from territorial_map.web.pages.partners.callbacks import telling_of
from territorial_map.web.pages.partners.groups_map import group_layers

Dismissals = frozenset[Said]


def register(registry: Registry, site: Site) -> None:
    """Register both places; the drawing of a group on the map is client-side."""
    directory, ledger = site.directory, site.ledger

    @registry.on(
        Output(ids.PARTNERS_GROUPS, "children"),
        Output(ids.GROUPS_LINES, "data"),
        Input(ids.PARTNERS_SHOWN, "data"),
        State(ids.DISMISSED, "data"),
        State(ids.FILTERS_STATE, "data"),
        prevent_initial_call=True,
        costly=True,
    )
    def show_groups(
        shown: dict[str, str | None], dismissed: object, search: str
    ) -> tuple[list[Node], list[list[Any]]]:
        dismissals = dismissals_kept(dismissed, ledger.said())
        return groups_around(directory.current(), shown, dismissals, state_from_search(search))

    registry.client("keepGroupLines", Input(ids.GROUPS_LINES, "data"))


def groups_around(
    edition: OpenEdition, shown: Mapping[str, str | None], dismissals: Dismissals, page: PageState
) -> tuple[list[Node], list[list[Any]]]:
    """The groups of the category that the panel shows, with what the map draws of each."""
    any_id, pooling = shown.get("organisation"), shown.get("pooling")
    if not any_id or not pooling:
        return [], []
    category = PoolingCategory(pooling)
    refused = refused_pairs(dismissals, category)
    found = groups_here(edition, any_id, category, page.selection, refused)
    telling = telling_of(page.opening(any_id), edition.knowledge.pooling)
    part = groups_part(Groups(found, category), partial(map_toggle, telling=telling), telling)
    return [painted(part)], [group_layers(group) for group in found]
