"""The page « Partenaires locaux »: from the address to its choices and its lines."""

from urllib.parse import parse_qs

from dash import Input, Output

from territorial_map.domain.territory import TerritoryLevel
from territorial_map.ledger.dismissals import Dismissal, Ledger
from territorial_map.services.directory import Directory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partner_lists.asked import CENTRES, PATH, asked_from_query
from territorial_map.services.partner_lists.table import partner_table
from territorial_map.web import ids
from territorial_map.web.callbacks.network import organisations_named, search_at
from territorial_map.web.registry import Registry
from territorial_map.web.static_html import painted
from territorial_map.web.texts import Language, Texts, language_of
from territorial_map.web.views.marks import Node
from territorial_map.web.views.partner_list import (
    partner_list_choices,
    partner_list_found,
    partner_list_invitation,
)
from territorial_map.web.views.place_control import place_options

_FOUND = 6


def register(registry: Registry, directory: Directory, ledger: Ledger, public_url: str) -> None:
    """Register the page and its search box."""

    @registry.on(
        Output(ids.PARTNER_LIST_CHOICES, "children"),
        Output(ids.PARTNER_LIST, "children"),
        Input(ids.DOCUMENT_STATE, "data"),
    )
    def show_partner_list(document: dict[str, str] | None) -> tuple[Node, Node]:
        dismissals = frozenset(ledger.dismissals())
        view = partner_list_view(
            search_at(document, PATH), directory.current(), dismissals, public_url
        )
        return painted(view[0]), painted(view[1])

    registry.client(
        "pickPartnerCentre", Input(ids.PARTNER_LIST_SEARCH, "value"), prevent_initial_call=True
    )

    @registry.on(
        Output(ids.PARTNER_LIST_SEARCH, "data"),
        Input(ids.PARTNER_LIST_SEARCH, "searchValue"),
        prevent_initial_call=True,
    )
    def find(typed: str | None) -> list[dict[str, str]]:
        return centres_named(typed or "", directory.current())


def centres_named(typed: str, edition: OpenEdition) -> list[dict[str, str]]:
    """Communes, then organisations, for what was typed."""
    text = typed.split(" — ", maxsplit=1)[0].strip()
    if not text:
        return []
    found = edition.gazetteer.find(text, 4 * _FOUND)
    communes = [p for p in found if p.territory.level is TerritoryLevel.COMMUNE][:_FOUND]
    return place_options(tuple(communes)) + organisations_named(text, edition)


def partner_list_view(
    search: str, edition: OpenEdition, dismissals: frozenset[Dismissal], public_url: str
) -> tuple[Node, Node]:
    """Choices and lines of the address; an invitation while it names no centre.

    Raises:
        BadParameter: a value that its parameter cannot take.
        NotFound: no organisation or commune answers to the centre.
    """
    parameters = parse_qs(search.removeprefix("?"), max_num_fields=1000)
    t = Texts(language_of(parameters.get("lang", [Language.FRENCH.value])[-1]))
    if not any(parameters.get(name) for name in CENTRES):
        return [], partner_list_invitation(t)
    asked = asked_from_query(parameters)
    table = partner_table(edition, asked, public_url, dismissals)
    return partner_list_choices(asked, t), partner_list_found(table, asked, t)
