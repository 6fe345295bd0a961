"""Possible partnerships in the panel: found after it opens, lines on the map with them."""

from dataclasses import replace
from typing import Any

from dash import Input, Output, State

from territorial_map.domain.pooling.partnership import Tier
from territorial_map.domain.pooling.rulebook import Rulebook
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import Dismissal
from territorial_map.services.coverage import coverage_around
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.dismissed import without_dismissed
from territorial_map.services.partnerships.partners import MOST_PARTNERS, partners_of
from territorial_map.services.site import Site
from territorial_map.web.base import ids
from territorial_map.web.base.marks import Node
from territorial_map.web.base.partnerships.card import Telling
from territorial_map.web.base.partnerships.dismissed import about, dismissals_kept
from territorial_map.web.base.registry import Registry
from territorial_map.web.base.state import PageState, search_of, state_from_search
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.partners.lines_map import partner_lines
from territorial_map.web.pages.partners.views import SHOWN, Shown, partners_found


def register(registry: Registry, site: Site) -> None:
    """Register the section, its category in the address, and the group the browser keeps."""
    directory, ledger = site.directory, site.ledger
    registry.client("splitPooling", Output(ids.POOLING_STATE, "data"), Input(ids.ADDRESS, "search"))
    registry.client("choosePooling", Input(ids.PARTNERS_POOLING, "value"))
    registry.client("drawLines", Input(ids.PARTNERS_LINES, "data"))
    registry.client("clearLines", Input(ids.OPENED_STATE, "data"))
    registry.client("countGroup", Output(ids.GROUP_COUNT, "children"), Input(ids.GROUP, "data"))

    @registry.on(
        Output(ids.PARTNERS, "children"),
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
    ) -> tuple[list[Node], list[Any], dict[str, str | None]]:
        state = state_from_search(search).opening(any_id)
        own = dismissals_kept(dismissed)
        shown = shown_partners(
            directory.current(), any_id, pooling, (own, frozenset(ledger.dismissals()))
        )
        return *partners_view(shown, state, directory.knowledge.pooling), shown_of(any_id, shown)


def shown_partners(
    edition: OpenEdition,
    any_id: str,
    pooling: str | None,
    dismissals: tuple[frozenset[Dismissal], frozenset[Dismissal]],
) -> Shown:
    """The partners of an organisation without the pairs set aside.

    ``dismissals`` are the visitor's own, which can be proposed again, then the operators'. An
    unknown category reads as none: the section then chooses.
    """
    own, operators = dismissals
    aside = about(any_id, own)
    limit = min(MOST_PARTNERS, SHOWN + len(aside) + len(about(any_id, operators)))
    found = partners_of(edition, any_id, limit=limit)
    names = {p.b.id: p.b.name for p in found.found}
    asked = PoolingCategory(pooling) if pooling in PoolingCategory.codes() else None
    shown = Shown(
        without_dismissed(found, own | operators, SHOWN),
        asked,
        tuple((d, _name(edition, _other(d, any_id), names)) for d in aside),
    )
    able = any(p.tier is not Tier.INSUFFICIENT for p in shown.of_category)
    return shown if able else replace(shown, covered=coverage_around(edition, found.centre))


def _other(dismissal: Dismissal, any_id: str) -> str:
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
        return search_of(state.opening(any_id))

    return Telling(rules, Texts(state.language), address_of)


def partners_view(shown: Shown, state: PageState, rules: Rulebook) -> tuple[list[Node], list[Any]]:
    """The filled section, and the lines of its category on the map."""
    telling = telling_of(state, rules)
    return partners_found(shown, telling), partner_lines(shown.of_category, telling)
