"""Possible partnerships in the panel: found after it opens, lines on the map with them."""

from dataclasses import replace
from typing import Any

from dash import Input, Output, State

from territorial_map.domain.pooling.partnership import Tier
from territorial_map.domain.pooling.rulebook import Rulebook
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import Said
from territorial_map.services.coverage import coverage_around
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partner_lists.leads import FoundLeads, find_leads
from territorial_map.services.partner_lists.partner_query import PartnersAsked
from territorial_map.services.site import Site
from territorial_map.web.base import ids
from territorial_map.web.base.addresses import HOME
from territorial_map.web.base.marks import Node
from territorial_map.web.base.partnerships.card import Telling
from territorial_map.web.base.partnerships.dismissed import about, dismissals_kept
from territorial_map.web.base.registry import Registry
from territorial_map.web.base.state import PageState, search_of, state_from_search
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.partners.lines_map import partner_lines
from territorial_map.web.pages.partners.views import SHOWN, Shown, first_leads, more_leads


def register(registry: Registry, site: Site) -> None:
    """Register the section and its category in the address."""
    directory, ledger = site.directory, site.ledger
    registry.client("splitPooling", Output(ids.POOLING_STATE, "data"), Input(ids.ADDRESS, "search"))
    registry.client("choosePooling", Input(ids.PARTNERS_POOLING, "value"))
    registry.client("drawLines", Input(ids.PARTNERS_LINES, "data"))
    registry.client("clearLines", Input(ids.OPENED_STATE, "data"))

    @registry.on(
        Output(ids.PARTNERS, "children"),
        Output(ids.PARTNERS_MORE, "children"),
        Output(ids.PARTNERS_LINES, "data"),
        Output(ids.PARTNERS_SHOWN, "data"),
        Input(ids.PARTNERS_OF, "data"),
        Input(ids.POOLING_STATE, "data"),
        Input(ids.DISMISSED, "data"),
        State(ids.FILTERS_STATE, "data"),
        costly=True,
    )
    def show_partners(
        any_id: str, pooling: str | None, dismissed: object, search: str
    ) -> tuple[list[Node], list[Node], list[Any], dict[str, str | None]]:
        state = state_from_search(search).opening(any_id)
        own, every = dismissals_kept(dismissed), dismissals_kept(dismissed, ledger.said())
        shown = shown_partners(directory.current(), any_id, pooling, (own, every))
        return *partners_view(shown, state, directory.knowledge.pooling), shown_of(any_id, shown)


def shown_partners(
    edition: OpenEdition,
    any_id: str,
    pooling: str | None,
    dismissals: tuple[frozenset[Said], frozenset[Said]],
) -> Shown:
    """The leads of an organisation without the pairs set aside.

    ``dismissals`` are the visitor's own, which can be taken back, then those with operators'. An
    unknown category reads as none: every category is then looked into.
    """
    own, every = dismissals
    asked = PoolingCategory(pooling) if pooling in PoolingCategory.codes() else None
    wanted = PartnersAsked(
        organisation=any_id, own_reach=True, pooling=(asked,) if asked else (), limit=SHOWN
    )
    found = find_leads(edition, wanted, own | every)
    any_id = found.centre.facts.id
    aside = about(any_id, own)
    listed = {item.id: item for item in edition.listed_by_ids(_ids(found))}
    names = {one.id: one.name for one in listed.values()}
    shown = Shown(
        found,
        asked,
        tuple((d, _name(edition, _other(d, any_id), names)) for d in aside),
        listed=listed,
    )
    able = any(lead.main.tier is not Tier.INSUFFICIENT for lead in found.leads)
    return shown if able else replace(shown, covered=coverage_around(edition, found.centre.facts))


def _ids(found: FoundLeads) -> tuple[str, ...]:
    return tuple(lead.main.b.id for lead in found.leads)


def _other(dismissal: Said, any_id: str) -> str:
    return dismissal.b_id if dismissal.a_id == any_id else dismissal.a_id


def _name(edition: OpenEdition, any_id: str, names: dict[str, str]) -> str:
    """The name of an organisation; its id when this edition does not know it any more."""
    if any_id in names:
        return names[any_id]
    listed = edition.listed_by_ids((any_id,))
    return listed[0].name if listed else any_id


def shown_of(any_id: str, shown: Shown) -> dict[str, str | None]:
    """Whose partners are shown and in which category: what the groups are looked for with."""
    pooling = shown.category.value if shown.category else None
    return {"organisation": any_id, "pooling": pooling}


def telling_of(state: PageState, rules: Rulebook) -> Telling:
    """How the panel tells: names open sheets over the same selection."""

    def address_of(any_id: str) -> str:
        return HOME + search_of(state.opening(any_id))

    return Telling(rules, Texts(state.language), address_of)


def partners_view(
    shown: Shown, state: PageState, rules: Rulebook
) -> tuple[list[Node], list[Node], list[Any]]:
    """The first leads, what is folded under them, and the lines of all on the map."""
    telling = telling_of(state, rules)
    lines = partner_lines([lead.main for lead in shown.found.leads], telling)
    return first_leads(shown, telling), more_leads(shown, telling), lines
